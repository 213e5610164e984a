#include "sync/tool/dids.h"

#include <nlohmann/json.hpp>

#include "storage/credential/did.h"

namespace northseal::tool {

Result<KnownIssuers> KnownIssuers::load(Tool& tool, const std::string& trust,
                                        const institution::TrustExpectations& expected,
                                        const std::vector<std::string>& did_files)
{
    KnownIssuers out;
    out.m_now = tool.clock.now();
    if (!trust.empty()) out.m_folder = TRY(institution::TrustFolder::open(trust, tool.disk, expected));
    for (const auto& file : did_files) {
        const auto text = TRY(read_input(tool, file));
        const auto added = out.add_document(text);
        if (!added.ok()) return refused(file + " is not a DID document: " + added.error().detail);
    }
    return out;
}

Result<> KnownIssuers::add_document(std::string_view json)
{
    const auto parsed = TRY(parse_json(json));
    const auto document = TRY(credential::read_did_document(parsed));
    m_dids.push_back(document.id);
    for (const auto& key : document.assertion_keys) m_keys.insert_or_assign(key.id, key.key);
    return {};
}

const credential::Template* KnownIssuers::find_template(const credential::TemplatePrefix& prefix) const
{
    return m_folder ? m_folder->find_template(prefix) : nullptr;
}

std::vector<const credential::Template*> KnownIssuers::templates() const
{
    return m_folder ? m_folder->templates() : std::vector<const credential::Template*>();
}

bool KnownIssuers::lists_issuer(std::string_view did) const
{
    if (m_folder && m_folder->lists_issuer(did)) return true;
    // A did:key is its own list: asked without a trust folder, the question is whether the proof holds.
    if (!m_folder && did.starts_with("did:key:")) return true;
    return std::find(m_dids.begin(), m_dids.end(), did) != m_dids.end();
}

// The trust folder speaks for its own keys; a file beside it cannot say otherwise.
std::optional<credential::TrustSource::Key> KnownIssuers::key(std::string_view verification_method) const
{
    const auto did = verification_method.substr(0, verification_method.find('#'));
    if (m_folder && m_folder->lists_issuer(did)) return m_folder->key(verification_method);
    const auto found = m_keys.find(verification_method);
    if (found == m_keys.end()) return std::nullopt;
    Key out;
    out.key = found->second;
    out.role = credential::KeyRole::institution;
    return out;
}

std::optional<bool> KnownIssuers::revoked(std::uint32_t status_index) const
{
    return m_folder ? m_folder->revoked(status_index) : std::nullopt;
}

bool KnownIssuers::superseded(std::uint32_t status_index) const
{
    return m_folder && m_folder->superseded(status_index);
}

std::optional<credential::ReceivedDigest> KnownIssuers::received(std::uint32_t status_index) const
{
    return m_folder ? m_folder->received(status_index) : std::nullopt;
}

Instant KnownIssuers::dated() const
{
    return m_folder ? m_folder->dated() : m_now;
}

} // namespace northseal::tool
