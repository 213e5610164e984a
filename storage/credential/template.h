#pragma once
// A programme compiled into an Open Badges 3.0 credential with typed holes (README, "Template"). All
// knowledge of the credential's shape lives in the template; filling it is the same few lines for every
// programme, here and on the verify page.

#include <memory>
#include <string>

#include "storage/base/ed25519.h"
#include "storage/base/json.h"
#include "storage/credential/claims.h"

namespace northseal {
class Random;
}

namespace northseal::credential {

using TemplatePrefix = ByteArray<8>; // of the template's id; what a slip carries

// Two things that the compile step of storage/catalogue writes and the reference templates do not need:
// - `{"$claim": "validFrom", "as": "date-time", "months": 24}` (validUntil): the claim's instant that many
//   calendar months later, 1 to 600, same time of day; a day that the month lacks becomes its last.
// - numbers as constants, nowhere but in `creditsAvailable` and `creditsEarned` (never from claims).
// One thread at a time: a template keeps the shapes that it has met, even where it is const.
class Template {
public:
    // Refuses a template that no programme of ours would compile to: unknown words, claims in @id positions,
    // holes that no claim can fill, branches that come out equal. Reads the RFC 8785 form or any JSON of the
    // same value.
    static Result<Template> read(std::string_view json);

    const Digest& id() const;            // SHA-256 of the RFC 8785 form
    TemplatePrefix prefix() const;       // its first 8 bytes
    const std::string& text() const;     // the RFC 8785 form
    const std::string& language() const; // BCP 47
    const Json& json() const;

    // The unsigned credential, proof options included. Every claim is rendered or tested, or the set is
    // refused.
    Result<Json> fill(const Claims&) const;

    // The 64 bytes that eddsa-rdfc-2022 signs: SHA-256(canonical proof options) ‖ SHA-256(canonical
    // document), by the quads that were expanded once when the template was read. Proved equal to the full
    // path by `prove`.
    Result<ByteArray<64>> hash_data(const Claims&) const;

    // The signed credential in its RFC 8785 form. Refuses the claims that `fill` refuses.
    Result<std::string> signed_json(const Claims&, const Signature&) const;

    // Both at once, for whoever verifies.
    struct Rebuilt {
        std::string json;
        ByteArray<64> hash_data{};
    };
    Result<Rebuilt> rebuild(const Claims&, const Signature&) const;

    // Runs generated claim sets through both paths and compares the canonical bytes: done once when a
    // template is installed. What this object was proved by, as many rounds or more, is not run again; it
    // draws from `random` all the same, so that what follows there does not depend on what went before.
    Result<> prove(Random&, int rounds) const;

    Template(Template&&) noexcept;
    Template& operator=(Template&&) noexcept;
    ~Template();

private:
    struct Parts;
    Result<ByteArray<64>> hash_by_full_path(const Claims&) const;
    explicit Template(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> m_parts;
};

} // namespace northseal::credential
