#pragma once
// The secrets of one kiosk: a master key behind key slots, and behind the master key everything else
// (README). Locked, this object holds no key but the one for transport; unlocked, it lends them and never
// gives them away. One thread.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "storage/base/disk.h"
#include "storage/vault/learner_pins.h"
#include "storage/vault/pin_tries.h"
#include "storage/vault/recovery_code.h"
#include "storage/vault/tpm.h"
#include "storage/vault/vault_file.h"

namespace northseal::vault {

constexpr std::string_view this_machines_tpm = "device:/dev/tpmrm0";

struct NewPerson {
    std::string name;
    std::string role;
    std::string pin; // six digits, and none that a stranger would try first
};

// What holds the secret of a locked kiosk. A PIN alone is none of these: its million values fall in hours.
struct SixWords {      // class C: typed once after power-on
    std::string words; // case, marks and spacing do not matter
    KdfCost cost{words_cost};
};
struct UsbToken {       // class B: a key file that leaves with a facilitator
    std::string folder; // where the token is mounted
};
struct TpmChip { // class A: the machine's TPM, which counts wrong PINs
    TpmLockout lockout{};
};
using Protection = std::variant<SixWords, UsbToken, TpmChip>;

struct NewVault {
    Protection protection;
    std::vector<NewPerson> people;
    KdfCost cost_of_pin{pin_cost};
};

// A machine in the place of one that is gone. Who is there chooses a new PIN; everybody's key is a new one.
struct NewPin {
    std::string name; // as the vault knows it
    std::string pin;
};
struct Successor {
    Protection protection;
    std::vector<NewPin> pins; // of the others, nobody knows it: it is replaced by a code like a lost one
    KdfCost cost_of_pin{pin_cost};
};

struct Person { // public: may be known while locked
    std::int64_t number{0};
    std::string role;
    PublicKey key{};
    std::vector<PublicKey> former_keys;
    bool left{false}; // no longer works here, and signs nothing any more
};

// One for each sheet. They are shown once and kept nowhere.
struct RecoveryCodes {
    std::string steward;     // sheet 1
    std::string coordinator; // sheet 2
    void wipe_all();
};
constexpr std::uint64_t steward_sheet = 1, coordinator_sheet = 2;

// Who changes something, and how long the log was then: the entry that tells it stands after that.
struct Telling {
    std::int64_t actor{0};
    std::uint64_t log_size{0};
};
// What `ways_changed` says of its subject.
enum class WayChange : std::int64_t { words = 1, token_added, token_removed, tpm, recovery_codes };

class Vault {
public:
    // Writes the file, durably, and stays unlocked. Refuses where one stands already, words that are not six,
    // and PINs that are not six digits or are guessed first.
    static Result<Vault> create(const std::string& folder, const NewVault&, Disk&, const Clock&, Random&,
                                std::string_view tpm = this_machines_tpm);
    // The same without the file: it exists once `keep` has written it. Whoever must set other things beside
    // it first writes it last, and a folder without a vault is one where nothing was begun.
    static Result<Vault> make(const std::string& folder, const NewVault&, Disk&, const Clock&, Random&,
                              std::string_view tpm = this_machines_tpm);
    Result<> keep();
    // What a backup holds of this vault: who its people are, and the master key behind the recovery codes. No
    // signing key is in it, and none can be made from it.
    Bytes extract() const { return encode_extract(m_file); }
    // A vault for a new machine, out of an extract and one of its codes: the same master key, so that what
    // was sealed opens, and new keys for the kiosk, its transport and its people. Recovering, and not kept
    // yet.
    static Result<Vault> succeed(const std::string& folder, ByteView extract, std::string_view code,
                                 const Successor&, std::uint64_t log_size, Disk&, const Clock&, Random&,
                                 std::string_view tpm = this_machines_tpm);
    // The key of the kiosk that an extract is of, where the code opens it; else as `succeed` says.
    static Result<PublicKey> whose(ByteView extract, std::string_view code);
    static Result<Vault> open(const std::string& folder, Disk&, const Clock&, Random&,
                              std::string_view tpm = this_machines_tpm);
    static bool exists(const std::string& folder, Disk&);

    const PublicKey& kiosk_key() const { return m_file.kiosk_key; }
    const PublicKey& transport_key() const { return m_file.transport_key; }
    // "A", "B", "C"; "passphrase" is a C of before there were others.
    const std::string& protection_class() const { return m_file.protection_class; }
    std::vector<Person> people() const;
    // Usable while locked, and never valid for credentials. Null where the device secret is not at hand: it
    // comes back with the next unlocking.
    const SigningKey* transport_signing_key() const { return m_transport ? &*m_transport : nullptr; }

    bool is_locked() const { return !m_open.has_value(); }
    Result<> unlock(std::string_view words);               // C. Fault::refused where they do not fit
    Result<> unlock_with_token(const std::string& folder); // B
    Result<PinOutcome> unlock_with_pin(std::int64_t person, std::string_view pin); // A, by the TPM
    // Any class. The code is struck out, durably, before it opens anything, and opens a recovery: until the
    // next locking PINs may be replaced and the class changed.
    Result<> unlock_with_code(std::string_view code, std::uint64_t log_size);
    void lock() { m_open.reset(); } // wipes every key but the transport key
    bool is_recovering() const { return m_open && m_open->by_code; }

    // Below: Fault::locked, or null, while locked.
    const SigningKey* kiosk_signing_key() const;
    Result<std::string> name_of(std::int64_t person) const;
    // Judges a PIN, counting the try first. Where it is right, `with_key` may use that person's key, which is
    // wiped when it returns. A TPM that does not know this person's PIN yet learns it here.
    Result<PinOutcome> try_pin(std::int64_t person, std::string_view pin,
                               const std::function<Result<>(const SigningKey&)>& with_key = nullptr);

    // Changes. Each is one write of the file, which also notes what the log is owed (`owed`).
    Result<PinOutcome> change_pin(std::int64_t person, std::string_view old_pin, std::string_view new_pin,
                                  std::uint64_t log_size);
    Result<std::int64_t> add_person(const NewPerson&, const Telling&);
    // For a lost PIN, while recovering: a new PIN and a new key, since the old one is lost with its PIN.
    Result<> replace_pin(std::int64_t person, std::string_view new_pin, const Telling&);
    // No longer works here: in one write their seed and what the TPM seals for their PIN are gone, and then
    // the count of their wrong PINs. Name and keys stay, so that what they signed verifies and what they did
    // can be read; their number is nobody else's. Refused for the last person, and for the last whose PIN the
    // TPM knows.
    Result<> remove_person(std::int64_t person, const Telling&);
    // New words, a new token in place of all others, or this machine's TPM. Another class only while
    // recovering.
    Result<> protect(const Protection&, const Telling&);
    Result<> add_token(const std::string& folder, const Telling&);
    Result<> remove_token(const ByteArray<16>& token, const Telling&); // the last one stays
    std::vector<ByteArray<16>> tokens() const;
    Result<RecoveryCodes> renew_recovery_codes(const Telling&); // those of before open nothing any more
    Result<RecoveryCodes> first_recovery_codes();               // of a vault not kept yet
    std::vector<std::uint64_t> sheets_left() const;

    const std::vector<Owed>& owed() const { return m_file.owed; }
    Result<> settle(std::uint64_t up_to_serial); // the log has them now

    // A learner's own key: everything personal about them is sealed under it, and it lies wrapped in the
    // ledger, so that destroying one row there erases one person.
    Result<BriefKey> new_learner_key();
    Result<Bytes> wrap_learner_key(std::int64_t learner, const BriefKey&);
    Result<BriefKey> unwrap_learner_key(std::int64_t learner, ByteView wrapped) const;
    // What learners' keys are wrapped under: derived from the master key until the first erasure; each
    // erasure makes a random one in its place, sealed in the ledger, and no older copy of a wrapped key opens
    // any more.
    struct Wrapping {
        SecretBytes key;
        Bytes sealed;
    };
    Result<Wrapping> new_wrapping(std::int64_t epoch);
    Result<Bytes> wrap_anew(const Wrapping&, std::int64_t learner, const BriefKey&);
    Result<> use_wrapping(std::int64_t epoch, ByteView sealed);

    // A PIN for a learner's own record, by the rules for new PINs. What is kept of it is for the caller to
    // seal.
    Result<LearnerPin> new_learner_pin(std::int64_t learner, std::string_view pin);
    // Without counting: for whoever has opened that record already.
    Result<bool> is_learner_pin(const LearnerPinOf&, std::string_view pin) const;
    // Judges a PIN for everybody who is `called` so (one form of it: folded, nothing around), counting the
    // try first. Answer, wait and time are the same where nobody is. Of two people with one name and one PIN
    // neither is meant.
    Result<LearnerPinHeard> try_learner_pin(std::string_view called, std::string_view pin,
                                            const std::vector<LearnerPinOf>& who);
    // A new PIN was chosen: wrong tries for the old one no longer count.
    Result<> forgive_learner(std::string_view called);

    // What is the station's own and not a learner's: names of facilitators, the pack with the delegation.
    Result<Bytes> seal_for_station(Purpose, ByteView plain, std::string_view place);
    Result<Bytes> open_for_station(Purpose, ByteView sealed, std::string_view place) const;

    // Destroys every secret, for good; `note` stays behind in the file `vault.retired` and says so. Cut
    // short, it is finished by `finish_retiring`.
    Result<> retire(std::string_view note);
    static bool is_retired(const std::string& folder, Disk&);
    static Result<> finish_retiring(const std::string& folder, Disk&,
                                    std::string_view tpm = this_machines_tpm);

private:
    struct Open { // the keys of an unlocked vault
        SecretBytes master;
        SecretBytes learner_wrapping;
        SigningKey kiosk;
        bool by_code{false};
    };

    struct Tries {
        PinTries people, learners;
        static Result<Tries> open(const std::string& folder, Disk&, const Clock&);
        static Result<> forget(const std::string& folder, Disk&); // of an enrolment that never finished
    };
    Vault(std::string folder, VaultFile file, Tries tries, Disk& disk, Random& random, std::string_view tpm)
        : m_folder(std::move(folder)), m_file(std::move(file)), m_tries(std::move(tries.people)),
          m_learner_tries(std::move(tries.learners)), m_disk(&disk), m_random(&random), m_tpm_place(tpm)
    {}
    // learner_pins.cpp
    std::int64_t count_of(std::string_view called) const;
    // vault.cpp
    Result<> open_keys(SecretBytes master, bool by_code);
    Result<> open_transport(const SecretBytes& device_secret);
    const PersonSlot* find(std::int64_t person) const; // who works here
    Result<> replace_file(VaultFile next);
    Result<> upgrade(); // a file of version 1
    // device.cpp
    Result<> keep_device_secret(const SecretBytes&, VaultFile&);
    Result<SecretBytes> device_secret() const;
    void load_transport();
    void heal_device_secret();
    // making.cpp
    Result<> fill(const NewVault&, const SecretBytes& master);
    void make_keys(const SecretBytes& master);
    // succeeding.cpp
    Result<> take_over(const VaultFile& old, const SecretBytes& master, const Successor&, const Telling&);
    // protecting.cpp, tpm_ways.cpp
    Result<> set_protection(const Protection&, const SecretBytes& master, VaultFile&);
    Result<> bind_tpm(const TpmLockout&, const SecretBytes& master, VaultFile&);
    Result<> finish_taking_lockout();
    Result<> add_tpm_way(std::int64_t person, std::string_view pin, const SecretBytes& master, VaultFile&);
    Result<> admit(std::int64_t person, std::string_view pin);
    Result<RecoveryCodes> set_recovery_codes(const SecretBytes& master, VaultFile&);
    void leave(const std::optional<TpmBinding>& before);

    std::string m_folder;
    VaultFile m_file;
    PinTries m_tries;
    PinTries m_learner_tries;
    Disk* m_disk;
    Random* m_random;
    std::string m_tpm_place;
    std::optional<Open> m_open;
    std::optional<SigningKey> m_transport;
};

} // namespace northseal::vault
