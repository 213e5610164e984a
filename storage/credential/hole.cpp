#include "storage/credential/hole.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "storage/credential/status_list.h"

namespace northseal::credential {
namespace {

constexpr std::string_view type_names[] = {"text",   "uuid", "date-time", "choice", "true",
                                           "digest", "key",  "list",      "entry",  "position"};

Error lacking(const Hole& hole)
{
    return refused("claim " + std::string(name_of(hole.claim)) + " is missing");
}

std::string uuid_text(const AwardId& id)
{
    const auto hex = to_hex(id);
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) +
           "-" + hex.substr(20);
}

std::string status_text(HoleType type, std::uint32_t index)
{
    const auto list = std::to_string(index / status_list_entries);
    const auto position = std::to_string(index % status_list_entries);
    if (type == HoleType::list) return list;
    return type == HoleType::position ? position : list + "#" + position;
}

// The instant that many calendar months later, at the same time of day; a day the month lacks becomes its
// last.
Instant months_later(Instant from, int months)
{
    using namespace std::chrono;
    const sys_seconds moment{seconds{from}};
    const auto day = floor<days>(moment);
    auto date = year_month_day{day} + std::chrono::months{months};
    if (!date.ok()) date = date.year() / date.month() / last;
    return (sys_days{date} + (moment - day)).time_since_epoch().count();
}

Result<std::string> date_text(const Hole& hole, const Claims& claims)
{
    auto time = hole.claim == Claim::awarded_date ? *claims.awarded_date : claims.valid_from;
    if (const auto* const months = member(*hole.node, "months"))
        time = months_later(time, months->get<int>());
    if (time < 0 || time > instant_most) return refused("a date of the credential is outside 1970 to 9999");
    return to_date_time(time);
}

} // namespace

std::optional<HoleType> hole_type_named(std::string_view name)
{
    const auto* const found = std::find(std::begin(type_names), std::end(type_names), name);
    if (found == std::end(type_names)) return std::nullopt;
    return static_cast<HoleType>(found - std::begin(type_names));
}

bool fits(Claim claim, HoleType type)
{
    switch (type) {
    case HoleType::text:
        return claim != Claim::kiosk && text_field(claim) != nullptr;
    case HoleType::uuid:
        return claim == Claim::id;
    case HoleType::date_time:
        return claim == Claim::valid_from || claim == Claim::awarded_date;
    case HoleType::choice:
        return claim == Claim::levels || choice_field(claim) != nullptr;
    case HoleType::yes:
        return claim == Claim::specimen;
    case HoleType::digest:
        return claim == Claim::evidence;
    case HoleType::key:
        return claim == Claim::kiosk;
    case HoleType::list:
    case HoleType::entry:
    case HoleType::position:
        return claim == Claim::status_index;
    }
    return false;
}

bool names_a_node(HoleType type)
{
    return type == HoleType::uuid || type == HoleType::digest || type == HoleType::key ||
           type == HoleType::list || type == HoleType::entry;
}

bool Hole::same_as(const Hole& other) const
{
    return type == other.type && claim == other.claim && at == other.at &&
           (node == other.node || *node == *other.node);
}

std::string fixed_part(const Hole& hole)
{
    if (hole.type == HoleType::uuid) return "urn:uuid:";
    if (hole.type == HoleType::digest) return "ni:///sha-256-128;";
    const auto* const base = member(*hole.node, "base");
    return base == nullptr ? std::string() : base->get<std::string>();
}

bool has_only_texts(const Json& options)
{
    return std::all_of(options.begin(), options.end(), [](const Json& option) { return option.is_string(); });
}

Result<const Json*> chosen_option(const Hole& hole, const Claims& claims)
{
    if (!has(claims, hole.claim)) return lacking(hole);
    std::uint32_t choice = 0;
    if (hole.claim == Claim::levels) {
        if (hole.at >= claims.levels.size()) {
            return refused("claim levels has no value for outcome " + std::to_string(hole.at + 1));
        }
        choice = claims.levels[hole.at];
    } else {
        choice = claims.*choice_field(hole.claim);
    }
    const auto& options = (*hole.node)["of"];
    if (choice < 1 || choice > options.size()) {
        return refused("claim " + std::string(name_of(hole.claim)) + " is choice " + std::to_string(choice) +
                       " of " + std::to_string(options.size()));
    }
    return &options[choice - 1];
}

Result<std::string> claimed_part(const Hole& hole, const Claims& claims)
{
    if (!has(claims, hole.claim)) return lacking(hole);
    switch (hole.type) {
    case HoleType::text:
    case HoleType::key:
        return claims.*text_field(hole.claim);
    case HoleType::uuid:
        return uuid_text(claims.id);
    case HoleType::date_time:
        return date_text(hole, claims);
    case HoleType::choice:
        return TRY(chosen_option(hole, claims))->get<std::string>();
    case HoleType::yes:
        return std::string("true");
    case HoleType::digest:
        if (hole.at >= claims.evidence.size()) return lacking(hole);
        return to_base64url(claims.evidence[hole.at]);
    case HoleType::list:
    case HoleType::entry:
    case HoleType::position:
        return status_text(hole.type, claims.status_index);
    }
    return lacking(hole);
}

} // namespace northseal::credential
