#include <nlohmann/json.hpp>

#include "storage/institution/institution_parts.h"

namespace northseal::institution {
namespace {

std::string page_path(const std::string& folder, std::size_t page)
{
    return folder + "/listing/" + std::to_string(page) + ".json";
}

std::vector<ListingPage> wanted_pages(const Institution& institution)
{
    std::vector<Digest> templates;
    for (const auto& programme : institution.state().programmes) {
        for (const auto& [language, digest] : programme.templates) templates.push_back(digest);
    }
    return make_listing(institution.record().issuer.did, institution.kiosks(), templates);
}

} // namespace

const Delegation* Institution::Parts::latest_of_kiosk(std::string_view kiosk) const
{
    const Delegation* out = nullptr;
    for (const auto& delegation : delegations) {
        if (delegation.kiosk == kiosk) out = &delegation;
    }
    return out;
}

std::vector<ListedKiosk> Institution::kiosks() const
{
    std::vector<ListedKiosk> out;
    for (const auto& delegation : m_parts->delegations) {
        const auto known = std::find_if(out.begin(), out.end(),
                                        [&](const auto& kiosk) { return kiosk.name == delegation.kiosk; });
        if (known == out.end()) {
            out.push_back({delegation.kiosk, delegation.kiosk_key, delegation.from, delegation.until});
        } else {
            known->until = std::max(known->until, delegation.until);
        }
    }
    return out;
}

Result<std::vector<Json>> Institution::listing() const
{
    std::vector<Json> out;
    auto& disk = m_parts->surroundings.disk;
    while (disk.exists(page_path(m_parts->folder, out.size()))) {
        out.push_back(TRY(read_json_file(page_path(m_parts->folder, out.size()), disk)));
    }
    return out;
}

bool Institution::listing_is_current() const
{
    const auto stored = listing();
    const auto wanted = wanted_pages(*this);
    if (!stored.ok() || stored.value().size() != wanted.size()) return false;
    for (std::size_t page = 0; page < wanted.size(); ++page) {
        const auto statement = open_statement(listing_kind, stored.value()[page], m_parts->record.desk);
        if (!statement.ok()) return false;
        if (canonical_json(statement.value()) != canonical_json(to_json(wanted[page]))) return false;
    }
    return true;
}

Result<> Institution::refresh_listing(const SigningKey& desk)
{
    if (listing_is_current()) return {};
    auto& disk = m_parts->surroundings.disk;
    TRY(disk.make_folder(m_parts->folder + "/listing"));
    for (const auto& page : wanted_pages(*this)) {
        const auto envelope = canonical_json(sign_statement(listing_kind, to_json(page), desk));
        TRY(disk.write_durably(page_path(m_parts->folder, page.page), view(envelope)));
    }
    return {};
}

} // namespace northseal::institution
