#include "storage/credential/claims.h"

#include "storage/base/text.h"

namespace northseal::credential {
namespace {

constexpr std::string_view names[] = {
    "id",          "validFrom", "awardedDate", "timeSource", "learnerName", "learnerNumber",
    "levels",      "narrative", "evidence",    "assessor",   "witness",     "identityGrade",
    "supervision", "kiosk",     "statusIndex", "specimen",   "site",
};
static_assert(std::size(names) == claim_count);

Error about(Claim claim, std::string_view what)
{
    return refused("claim " + std::string(name_of(claim)) + ": " + std::string(what));
}

Result<> check_time(Claim claim, Instant time)
{
    if (time < 0 || time > instant_most) return about(claim, "the time is outside 1970 to 9999");
    return {};
}

Result<> check_kiosk(std::string_view name)
{
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); };
    if (name.size() == 4 && std::all_of(name.begin(), name.end(), fits)) return {};
    return about(Claim::kiosk, "a kiosk is named by four letters of a-z and 2-7");
}

Result<> check_text(Claim claim, const std::string& text)
{
    if (claim == Claim::kiosk) return check_kiosk(text);
    const auto checked = check_text_claim(text);
    return checked.ok() ? Result<>{} : about(claim, checked.error().detail);
}

} // namespace

std::string_view name_of(Claim claim)
{
    return names[static_cast<std::size_t>(claim) - 1];
}

std::optional<Claim> claim_named(std::string_view name)
{
    const auto* const found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<Claim>(found - std::begin(names) + 1);
}

std::string Claims::*text_field(Claim claim)
{
    switch (claim) {
    case Claim::learner_name:
        return &Claims::learner_name;
    case Claim::learner_number:
        return &Claims::learner_number;
    case Claim::narrative:
        return &Claims::narrative;
    case Claim::assessor:
        return &Claims::assessor;
    case Claim::witness:
        return &Claims::witness;
    case Claim::kiosk:
        return &Claims::kiosk;
    case Claim::id:
    case Claim::valid_from:
    case Claim::awarded_date:
    case Claim::time_source:
    case Claim::levels:
    case Claim::evidence:
    case Claim::identity_grade:
    case Claim::supervision:
    case Claim::status_index:
    case Claim::specimen:
    case Claim::site:
        break;
    }
    return nullptr;
}

std::uint32_t Claims::*choice_field(Claim claim)
{
    switch (claim) {
    case Claim::time_source:
        return &Claims::time_source;
    case Claim::identity_grade:
        return &Claims::identity_grade;
    case Claim::supervision:
        return &Claims::supervision;
    case Claim::site:
        return &Claims::site;
    case Claim::id:
    case Claim::valid_from:
    case Claim::awarded_date:
    case Claim::learner_name:
    case Claim::learner_number:
    case Claim::levels:
    case Claim::narrative:
    case Claim::evidence:
    case Claim::assessor:
    case Claim::witness:
    case Claim::kiosk:
    case Claim::status_index:
    case Claim::specimen:
        break;
    }
    return nullptr;
}

bool has(const Claims& claims, Claim claim)
{
    if (const auto field = text_field(claim)) return !(claims.*field).empty();
    if (const auto field = choice_field(claim)) return claims.*field != 0;
    if (claim == Claim::awarded_date) return claims.awarded_date.has_value();
    if (claim == Claim::levels) return !claims.levels.empty();
    if (claim == Claim::evidence) return !claims.evidence.empty();
    if (claim == Claim::specimen) return claims.specimen;
    return true;
}

Result<> check_claims(const Claims& claims)
{
    TRY(check_time(Claim::valid_from, claims.valid_from));
    if (claims.awarded_date) TRY(check_time(Claim::awarded_date, *claims.awarded_date));
    for (std::size_t key = 1; key <= claim_count; ++key) {
        const auto claim = static_cast<Claim>(key);
        const auto field = text_field(claim);
        if (field != nullptr && has(claims, claim)) TRY(check_text(claim, claims.*field));
    }
    if (claims.levels.size() > levels_most) return about(Claim::levels, "more outcomes than a programme has");
    for (std::size_t i = 1; i < claims.evidence.size(); ++i) {
        if (claims.evidence[i - 1] >= claims.evidence[i]) {
            return about(Claim::evidence, "the digests do not strictly ascend");
        }
    }
    return {};
}

} // namespace northseal::credential
