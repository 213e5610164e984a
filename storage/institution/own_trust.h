#pragma once
// The institution's own files as a verifier sees them: its keys, its templates, and no received table, since
// that is what is being decided. Of this folder only.

#include <cstdint>

#include "storage/credential/verdict.h"
#include "storage/institution/institution.h"

namespace northseal::institution {

class OwnTrust final : public credential::TrustSource {
public:
    explicit OwnTrust(const Institution& institution) : m_institution(institution) {}
    Result<> load();

    const credential::Template* find_template(const credential::TemplatePrefix&) const override;
    std::vector<const credential::Template*> templates() const override;
    bool lists_issuer(std::string_view did) const override;
    std::optional<Key> key(std::string_view verification_method) const override;
    std::optional<bool> revoked(std::uint32_t) const override { return false; }
    std::optional<credential::ReceivedDigest> received(std::uint32_t) const override { return std::nullopt; }
    Instant dated() const override;

private:
    const Institution& m_institution;
    std::vector<credential::Template> m_templates;
};

} // namespace northseal::institution
