#pragma once
// What a verifier of ours says about a certificate. One table: each verdict has a cause, words in both
// languages (assets/words, "verdict.*"), an exit code, and a vector in tests/vectors/verdicts that the verify
// page's JavaScript shares.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/credential/did.h"
#include "storage/credential/slip.h"

namespace northseal::credential {

enum class Verdict {
    genuine,                   // proof good, listed, received, not revoked
    not_yet_confirmed,         // proof good, key open, not in the received table yet
    superseded,                // a later credential with the same id took its place
    expired,                   // past validUntil
    revoked,                   // its bit is set
    key_closed_never_received, // proof good, but the key is closed and the institution never received this
    not_genuine,               // no valid proof, or the form is not one we write
    number_belongs_to_another, // the received table holds another digest under this index
    dated_in_the_future,
    issuer_not_listed,
    specimen,
    programme_not_known, // cannot tell: the template is not in this trust folder
    lists_too_old,       // genuine as far as lists of that age can say
};
constexpr std::size_t verdict_count = 13;

struct VerdictFacts {
    Verdict verdict;
    std::string_view name;  // "genuine", … as in vectors, --json and word keys
    std::string_view words; // its keys in assets/words: this and ".title", ".sentence", ".what_next"
    int exit_code;          // 0 genuine, 1 not genuine, 2 cannot tell (or cannot tell yet)
};
const VerdictFacts& facts_of(Verdict);

enum class KeyState { open, closed };
// What a key's word is worth. A kiosk's proof confers belief only together with the received table, and only
// on what a template of the institution says; the institution's own key (desk) and a stranger's confer it
// alone.
enum class KeyRole { kiosk, institution };

// What a verifier knows of one institution: a trust folder, a bundle, or the kiosk's own copy. Every answer
// may be "not known".
class TrustSource {
public:
    virtual ~TrustSource() = default;
    struct Key {
        PublicKey key{};
        KeyState state{KeyState::open};
        KeyRole role{KeyRole::kiosk};
        std::optional<Instant> reported_up_to; // that kiosk's last received report
    };
    virtual const Template* find_template(const TemplatePrefix&) const = 0;
    // All that find_template knows: a credential as JSON does not name its template, so it is looked for by
    // what it says.
    virtual std::vector<const Template*> templates() const { return {}; }
    virtual bool lists_issuer(std::string_view did) const = 0;
    virtual std::optional<Key> key(std::string_view verification_method) const = 0;
    virtual std::optional<bool> revoked(std::uint32_t status_index) const = 0;
    // Its bit is set because a later credential with the same id took its place.
    virtual bool superseded(std::uint32_t /*status_index*/) const { return false; }
    virtual std::optional<ReceivedDigest> received(std::uint32_t status_index) const = 0;
    virtual Instant dated() const = 0; // when the lists were made
};

struct VerifyOptions {
    Instant now{0}; // already the later of own clock and last hub-signed time
    std::int64_t lists_stale_after{30 * 86400};
    std::int64_t future_tolerance{300};
};

struct Finding {
    Verdict verdict{Verdict::not_genuine};
    std::string reason;          // one English sentence for the log and the command line
    std::optional<Signed> award; // where the paper could be read and its template is known
    std::string
        credential; // RFC 8785 form of rebuilt or given credential; empty where nothing of it may be shown
    Instant lists_dated{0};
    std::optional<Instant> reported_up_to;
};

Finding verify_slip(std::string_view slip_text, const TrustSource&, const VerifyOptions&);
// JSON that we issued is also compared with the refilled bytes (array order is not signed); a stranger's
// credential is judged by its proofs alone, by keys that the source knows or that the issuer's did:key is.
Finding verify_json(std::string_view json, const TrustSource&, const VerifyOptions&);

} // namespace northseal::credential
