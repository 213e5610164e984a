#pragma once
// An institution's own folder, on the coordinator's machine: keys, record, programmes, delegations, what was
// received and withdrawn. No hub is needed; what it says to the world, publish.h writes. Every verb that
// returns without an error has made durable what it did. One process at a time.

#include <cstdint>
#include <memory>
#include <set>
#include <span>

#include "storage/base/random.h"
#include "storage/catalogue/framework_check.h"
#include "storage/institution/listing.h"
#include "storage/institution/received_store.h"
#include "storage/institution/renewal.h"
#include "storage/institution/sealed_key.h"
#include "storage/institution/state.h"

namespace northseal::institution {

struct Surroundings {
    const Clock& clock;
    Random& random;
    Disk& disk;
};

struct NewInstitution {
    std::string host;        // of its DID; "%3A" where a port follows
    std::string verify_host; // in every QR; empty: the same
    catalogue::Words name;
    std::vector<catalogue::Words> sites;
    std::string country{"CA"};
    std::string region{"Ontario"};
    bool demo{false}; // only under .invalid, and nothing else may stand there
};

enum class KeyName { root, desk, publisher };
std::string_view name_of(KeyName);

struct NewDelegation {
    std::string request; // what the kiosk's enrolment wrote
    std::uint32_t site{0};
    std::uint32_t count{0};
    Instant until{0};
    std::vector<std::string> programmes; // ids, each in its latest version; none: all that are offered
};

struct Delegated {
    Delegation delegation;
    std::string pack;
    bool lists_added{false}; // then the folder must be published before the pack is handed over
};

// By words over the radio: of the latest delegation of that kiosk.
struct NewRenewal {
    std::string kiosk;
    Instant until{0};       // the last second of a day
    std::uint32_t count{0}; // in all; 0: as before
};

// What became of one credential that was brought in.
struct Reception {
    std::uint32_t status_index{0};
    std::string id;
    bool known_already{false};
    std::optional<std::uint32_t> supersedes; // an earlier credential with the same id
};

enum class Review { needed, done }; // of what a compromised kiosk signed, one by one

class Institution {
public:
    static Result<Institution> create(const std::string& folder, const NewInstitution&,
                                      const SecretBytes& passphrase, Surroundings,
                                      Hardness = Hardness::moderate);
    static Result<Institution> open(const std::string& folder, Surroundings);
    Institution(Institution&&) noexcept;
    ~Institution();

    const std::string& folder() const;
    const InstitutionRecord& record() const;
    const Json& record_envelope() const;
    const State& state() const;
    // By number; end and count as the latest renewal says.
    const std::vector<Delegation>& delegations() const;
    const ReceivedStore& received() const;
    Surroundings& surroundings() const;

    Result<SigningKey> open_key(KeyName, const SecretBytes& passphrase) const;

    // Checks it against the framework, compiles it for every language, proves each template and lists it.
    // Adding the same again changes nothing; another text under the same id and version is refused.
    Result<OfferedProgramme> add_programme(std::string_view toml, const catalogue::Frameworks&,
                                           const SigningKey& desk);
    Result<std::string> template_text(const Digest&) const;
    Result<std::string> programme_text(const Digest&) const;

    // A new kiosk, or more for one that is known by its key.
    Result<Delegated> delegate(const NewDelegation&, const SigningKey& desk);

    // What to read out (spoken_words.h). Asked again for the same terms, it says the same.
    Result<SpokenMessage> renew(const NewRenewal&, const SigningKey& desk);

    // A credential's JSON, or the text of a slip.
    Result<Reception> receive(std::string_view json_or_slip, Review = Review::needed);
    Result<> report(const std::string& kiosk, Instant everything_up_to);
    Result<> withdraw(std::uint32_t status_index, Withdrawn, const std::string& reason);
    Result<> close(const std::string& kiosk, bool compromised);

    // The desk's pages as they should stand now; the desk's key is needed where they do not.
    std::vector<ListedKiosk> kiosks() const;
    bool listing_is_current() const;
    Result<> refresh_listing(const SigningKey& desk);
    Result<std::vector<Json>> listing() const; // the signed pages

    Result<> keep_publication(const Publication&);

private:
    struct Parts;
    explicit Institution(std::unique_ptr<Parts>);
    Result<> keep(const State&);
    Result<std::string> name_for(const EnrolmentRequest&);
    Result<bool> draw_into(Delegation&);
    Result<> check_allowed(const credential::Signed&, Review) const;
    Result<> check_new(const credential::Signed&, const ReceivedCredential&, Review) const;
    Result<std::optional<std::uint32_t>> settle(const std::string& id, std::uint32_t arrived);
    Result<> find_kiosk(const std::string& kiosk) const;
    std::unique_ptr<Parts> m_parts;
};

} // namespace northseal::institution
