#include "storage/institution/own_trust.h"

namespace northseal::institution {

Result<> OwnTrust::load()
{
    for (const auto& programme : m_institution.state().programmes) {
        for (const auto& [language, digest] : programme.templates) {
            const auto text = TRY(m_institution.template_text(digest));
            m_templates.push_back(TRY(credential::Template::read(text)));
        }
    }
    return {};
}

const credential::Template* OwnTrust::find_template(const credential::TemplatePrefix& prefix) const
{
    for (const auto& one : m_templates) {
        if (one.prefix() == prefix) return &one;
    }
    return nullptr;
}

std::vector<const credential::Template*> OwnTrust::templates() const
{
    std::vector<const credential::Template*> out;
    for (const auto& one : m_templates) out.push_back(&one);
    return out;
}

bool OwnTrust::lists_issuer(std::string_view did) const
{
    return did == m_institution.record().issuer.did;
}

std::optional<credential::TrustSource::Key> OwnTrust::key(std::string_view verification_method) const
{
    const auto before = m_institution.record().issuer.did + "#kiosk-";
    if (!verification_method.starts_with(before)) return std::nullopt;
    for (const auto& kiosk : m_institution.kiosks()) {
        if (kiosk.name == verification_method.substr(before.size())) {
            Key key;
            key.key = kiosk.key;
            return key;
        }
    }
    return std::nullopt;
}

Instant OwnTrust::dated() const
{
    return m_institution.surroundings().clock.now();
}

} // namespace northseal::institution
