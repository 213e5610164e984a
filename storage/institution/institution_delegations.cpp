#include <nlohmann/json.hpp>

#include "storage/institution/fields.h"
#include "storage/institution/institution_parts.h"

namespace northseal::institution {
namespace {

constexpr std::uint32_t count_most = 100'000;
constexpr Instant span_most = Instant{400} * 86400;

std::string delegation_path(const std::string& folder, std::uint64_t number)
{
    auto digits = std::to_string(number);
    if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
    return folder + "/delegations/" + digits + ".json";
}

Result<> check_wish(const NewDelegation& wish, const InstitutionRecord& record, Instant now)
{
    if (wish.site == 0 || wish.site > record.issuer.sites.size()) {
        return refused("there is no site " + std::to_string(wish.site) +
                       ": this institution has sites 1 to " + std::to_string(record.issuer.sites.size()));
    }
    if (wish.count == 0 || wish.count > count_most) {
        return refused("a kiosk may issue 1 to " + std::to_string(count_most) +
                       " credentials by one delegation");
    }
    if (wish.until <= now) return refused("the delegation would end before it begins");
    if (wish.until > now + span_most) {
        return refused("a delegation lasts 400 days at most: a kiosk is renewed every year");
    }
    if (now > record.desk_until) {
        return refused("the desk's own certificate ended on " + to_date_time(record.desk_until));
    }
    return {};
}

// Each in the latest version that was added; all that are offered where none is named.
Result<std::vector<const OfferedProgramme*>> choose(const State& state, const std::vector<std::string>& ids)
{
    std::map<std::string, const OfferedProgramme*> latest;
    for (const auto& programme : state.programmes) latest[programme.id] = &programme;
    std::vector<const OfferedProgramme*> out;
    for (const auto& id : ids) {
        const auto found = latest.find(id);
        if (found == latest.end()) {
            return Error{Fault::not_found,
                         "no programme \"" + id + "\" is offered: add it with \"northseal programme add\""};
        }
        out.push_back(found->second);
    }
    if (ids.empty()) {
        for (const auto& [id, programme] : latest) out.push_back(programme);
    }
    if (out.empty()) {
        return Error{Fault::not_found,
                     "no programme is offered yet: add one with \"northseal programme add\""};
    }
    return out;
}

std::string draw_kiosk_name(const std::vector<ListedKiosk>& kiosks, Random& random)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    for (;;) {
        std::string name;
        for (int i = 0; i < 4; ++i) name += letters[static_cast<std::size_t>(random.below(letters.size()))];
        const auto same = [&](const auto& kiosk) { return kiosk.name == name; };
        if (std::none_of(kiosks.begin(), kiosks.end(), same)) return name;
    }
}

std::set<std::uint32_t> used_indexes(const std::vector<Delegation>& delegations)
{
    std::set<std::uint32_t> used;
    for (const auto& delegation : delegations) {
        used.insert(delegation.status_indexes.begin(), delegation.status_indexes.end());
    }
    return used;
}

} // namespace

// The kiosk's name by its key: a renewal keeps it.
Result<std::string> Institution::name_for(const EnrolmentRequest& request)
{
    for (const auto& kiosk : kiosks()) {
        if (kiosk.key != request.kiosk_key) continue;
        if (m_parts->state.closed.contains(kiosk.name)) {
            return refused("the key of kiosk " + kiosk.name +
                           " is closed for ever: enrol the kiosk anew in an empty folder");
        }
        return kiosk.name;
    }
    return draw_kiosk_name(kiosks(), m_parts->surroundings.random);
}

Result<bool> Institution::draw_into(Delegation& delegation)
{
    auto used = used_indexes(m_parts->delegations);
    const auto more = indexes_for(delegation.count);
    auto state = m_parts->state;
    const auto before = state.lists.size();
    const auto lists = TRY(lists_for(static_cast<std::uint32_t>(before), used.size(), more));
    if (lists > before) {
        state.lists.resize(lists, m_parts->surroundings.clock.now());
        TRY(keep(state));
    }
    delegation.status_indexes = draw_indexes(used, lists, more, m_parts->surroundings.random);
    return lists > before;
}

Result<Delegated> Institution::delegate(const NewDelegation& wish, const SigningKey& desk)
{
    auto& around = m_parts->surroundings;
    const auto now = around.clock.now();
    TRY(check_wish(wish, m_parts->record, now));
    const auto request = TRY(read_request(wish.request));
    const auto chosen = TRY(choose(m_parts->state, wish.programmes));
    Delegated out;
    auto& delegation = out.delegation;
    delegation.number = m_parts->delegations.empty() ? 1 : m_parts->delegations.back().number + 1;
    delegation.kiosk = TRY(name_for(request));
    delegation.kiosk_key = request.kiosk_key;
    delegation.transport_key = request.transport_key;
    delegation.site = wish.site;
    delegation.count = wish.count;
    delegation.from = now;
    delegation.until = wish.until;
    delegation.facilitators = request.facilitators;
    delegation.protection_class = request.protection_class;
    delegation.specimen = m_parts->record.specimen;
    std::vector<std::string> templates, programmes;
    for (const auto* programme : chosen) {
        for (const auto& [language, digest] : programme->templates) {
            delegation.templates.push_back(digest);
            templates.push_back(TRY(template_text(digest)));
        }
        delegation.programmes.push_back(programme->text);
        programmes.push_back(TRY(programme_text(programme->text)));
    }
    out.lists_added = TRY(draw_into(delegation));
    const auto envelope = sign_statement(delegation_kind, to_json(delegation), desk);
    out.pack = write_pack(m_parts->envelope, envelope, templates, programmes);
    TRY(read_pack(out.pack)); // a kiosk will ask no less
    // Kept before anybody sees it, so that its indexes are never drawn again.
    const auto path = delegation_path(m_parts->folder, delegation.number);
    TRY(around.disk.write_durably(path, view(canonical_json(envelope))));
    m_parts->delegations.push_back(delegation);
    TRY(refresh_listing(desk));
    return out;
}

} // namespace northseal::institution
