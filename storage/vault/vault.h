#pragma once
// The secrets of one kiosk: a master key behind key slots, and behind the master key everything else
// (README). Locked, this object holds no key; unlocked, it lends them and never gives them away. One thread.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "storage/base/disk.h"
#include "storage/vault/pin_tries.h"
#include "storage/vault/vault_file.h"

namespace northseal::vault {

struct NewPerson {
    std::string name;
    std::string role;
    std::string pin; // six digits
};

struct NewVault {
    std::string words; // six words; case, marks and spacing do not matter
    std::vector<NewPerson> people;
    KdfCost cost_of_words{words_cost};
    KdfCost cost_of_pin{pin_cost};
};

struct Person { // public: may be known while locked
    std::int64_t number{0};
    std::string role;
    PublicKey key{};
};

class Vault {
public:
    // Writes the file, durably, and stays unlocked. Refuses where one stands already, words that are not six,
    // and PINs that are not six digits.
    static Result<Vault> create(const std::string& folder, const NewVault&, Disk&, const Clock&, Random&);
    // The same without the file: it exists once `keep` has written it. Whoever must set other things beside
    // it first writes it last, and a folder without a vault is one where nothing was begun.
    static Result<Vault> make(const std::string& folder, const NewVault&, Disk&, const Clock&, Random&);
    Result<> keep() const;
    static Result<Vault> open(const std::string& folder, Disk&, const Clock&, Random&);
    static bool exists(const std::string& folder, Disk&);

    const PublicKey& kiosk_key() const { return m_file.kiosk_key; }
    const PublicKey& transport_key() const { return m_file.transport_key; }
    const std::string& protection_class() const { return m_file.protection_class; }
    std::vector<Person> people() const;

    bool is_locked() const { return !m_open.has_value(); }
    Result<> unlock(std::string_view words); // Fault::refused where they do not fit
    void lock() { m_open.reset(); }          // wipes every key

    // Below: Fault::locked, or null, while locked.
    const SigningKey* kiosk_signing_key() const;
    const SigningKey* transport_signing_key() const;
    Result<std::string> name_of(std::int64_t person) const;
    // Judges a PIN, counting the try first. Where it is right, `with_key` may use that person's key, which is
    // wiped when it returns.
    Result<PinOutcome> try_pin(std::int64_t person, std::string_view pin,
                               const std::function<Result<>(const SigningKey&)>& with_key = nullptr);

    // A learner's own key: everything personal about them is sealed under it, and it lies wrapped in the
    // ledger, so that destroying one row there erases one person.
    Result<BriefKey> new_learner_key();
    Result<Bytes> wrap_learner_key(std::int64_t learner, const BriefKey&);
    Result<BriefKey> unwrap_learner_key(std::int64_t learner, ByteView wrapped) const;

    // What is the station's own and not a learner's: names of facilitators, the pack with the delegation.
    Result<Bytes> seal_for_station(Purpose, ByteView plain, std::string_view place);
    Result<Bytes> open_for_station(Purpose, ByteView sealed, std::string_view place) const;

private:
    struct Open { // the keys of an unlocked vault
        SecretBytes master;
        SecretBytes learner_wrapping;
        SigningKey kiosk;
        SigningKey transport;
    };

    Vault(std::string folder, VaultFile file, PinTries tries, Disk& disk, Random& random)
        : m_folder(std::move(folder)), m_file(std::move(file)), m_tries(std::move(tries)), m_disk(&disk),
          m_random(&random)
    {}
    static Result<VaultFile> make_file(const NewVault&, const SecretBytes& master, Random&);
    Result<> open_keys(SecretBytes master);
    const PersonSlot* find(std::int64_t person) const;

    std::string m_folder;
    VaultFile m_file;
    PinTries m_tries;
    Disk* m_disk;
    Random* m_random;
    std::optional<Open> m_open;
};

} // namespace northseal::vault
