#pragma once
// The folder of static files that an institution publishes (README, "Trust folder"): did.json,
// status/did.json, status lists, templates, received table, trust index. Any library or stick can host it;
// this reads it for the verdict.

#include <cstdint>
#include <memory>
#include <string>

#include "storage/base/disk.h"
#include "storage/credential/verdict.h"
#include "storage/institution/record.h"

namespace northseal::institution {

struct TrustExpectations {
    std::optional<PublicKey> root; // the one that was pinned, by whatever way it came
    std::uint64_t at_least{0};     // a folder with a lower number is an old copy, and refused
};

class TrustFolder final : public credential::TrustSource {
public:
    // Reads and checks every file that a verdict rests on: signatures up to the root, and each file by the
    // digest that the index gives it. Errors name the file and what to do.
    static Result<std::unique_ptr<TrustFolder>> open(const std::string& folder, Disk&,
                                                     const TrustExpectations& = {});
    ~TrustFolder() override;

    const InstitutionRecord& record() const;
    std::uint64_t number() const;
    const credential::Template* find_template(const credential::TemplatePrefix&) const override;
    std::vector<const credential::Template*> templates() const override;
    bool lists_issuer(std::string_view did) const override;
    std::optional<Key> key(std::string_view verification_method) const override;
    std::optional<bool> revoked(std::uint32_t status_index) const override;
    bool superseded(std::uint32_t status_index) const override;
    std::optional<credential::ReceivedDigest> received(std::uint32_t status_index) const override;
    Instant dated() const override;

private:
    struct Parts;
    explicit TrustFolder(std::unique_ptr<Parts>);
    std::unique_ptr<Parts> m_parts;
};

} // namespace northseal::institution
