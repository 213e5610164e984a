#include "storage/institution/trust_folder.h"

#include <nlohmann/json.hpp>

#include "storage/credential/did.h"
#include "storage/credential/status_list.h"
#include "storage/institution/trust_reader.h"

namespace northseal::institution {

struct TrustFolder::Parts {
    TrustRead read;
};

TrustFolder::TrustFolder(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{}
TrustFolder::~TrustFolder() = default;

Result<std::unique_ptr<TrustFolder>> TrustFolder::open(const std::string& folder, Disk& disk,
                                                       const TrustExpectations& expected)
{
    auto parts = std::make_unique<Parts>();
    parts->read = TRY(read_trust(folder, disk, expected));
    return std::unique_ptr<TrustFolder>(new TrustFolder(std::move(parts)));
}

const InstitutionRecord& TrustFolder::record() const
{
    return m_parts->read.record;
}

std::uint64_t TrustFolder::number() const
{
    return m_parts->read.index.number;
}

const credential::Template* TrustFolder::find_template(const credential::TemplatePrefix& prefix) const
{
    const auto found = m_parts->read.templates.find(prefix);
    return found == m_parts->read.templates.end() ? nullptr : &found->second;
}

std::vector<const credential::Template*> TrustFolder::templates() const
{
    std::vector<const credential::Template*> out;
    for (const auto& [prefix, one] : m_parts->read.templates) out.push_back(&one);
    return out;
}

bool TrustFolder::lists_issuer(std::string_view did) const
{
    return did == record().issuer.did;
}

std::optional<credential::TrustSource::Key> TrustFolder::key(std::string_view verification_method) const
{
    const auto& read = m_parts->read;
    const auto before = record().issuer.did + "#";
    if (!verification_method.starts_with(before)) return std::nullopt;
    const auto name = verification_method.substr(before.size());
    Key out;
    if (name == record().desk_name) {
        out.key = record().desk;
        out.role = credential::KeyRole::institution;
        return out;
    }
    if (!name.starts_with("kiosk-")) return std::nullopt;
    const auto kiosk = read.kiosks.find(name.substr(6));
    if (kiosk == read.kiosks.end()) return std::nullopt;
    out.key = kiosk->second.key;
    // Ended, rotated, retired, lost and stolen are one state.
    const bool closed = std::binary_search(read.index.closed.begin(), read.index.closed.end(), kiosk->first);
    const bool ended = kiosk->second.until < read.index.dated;
    out.state = closed || ended ? credential::KeyState::closed : credential::KeyState::open;
    const auto reported = read.index.reported.find(kiosk->first);
    if (reported != read.index.reported.end()) out.reported_up_to = reported->second;
    return out;
}

std::optional<bool> TrustFolder::revoked(std::uint32_t status_index) const
{
    const auto list = status_index / credential::status_list_entries;
    if (list >= m_parts->read.lists.size()) return std::nullopt;
    return m_parts->read.lists[list].bits.get(status_index % credential::status_list_entries);
}

const ReceivedEntry* TrustRead::received(std::uint32_t status_index) const
{
    const auto list = status_index / credential::status_list_entries;
    if (list >= lists.size()) return nullptr;
    const auto found = lists[list].received.find(status_index % credential::status_list_entries);
    return found == lists[list].received.end() ? nullptr : &found->second;
}

bool TrustFolder::superseded(std::uint32_t status_index) const
{
    const auto* entry = m_parts->read.received(status_index);
    return entry != nullptr && entry->superseded;
}

std::optional<credential::ReceivedDigest> TrustFolder::received(std::uint32_t status_index) const
{
    const auto* entry = m_parts->read.received(status_index);
    if (entry == nullptr) return std::nullopt;
    return entry->digest;
}

Instant TrustFolder::dated() const
{
    return m_parts->read.index.dated;
}

} // namespace northseal::institution
