#include "storage/credential/award.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/base/text.h"

namespace northseal::credential {
namespace {

// What may be absent comes out empty; what is there must be text.
Result<std::string> optional_text(const Json& object, std::string_view name)
{
    return member(object, name) == nullptr ? std::string() : text_member(object, name);
}

Result<std::string> number_or_text(const Json& object, std::string_view name)
{
    const auto* const value = member(object, name);
    if (value != nullptr && value->is_number()) return ecmascript_number(value->get<double>());
    return optional_text(object, name);
}

// A list, or a single value for one (JSON-LD lets either stand for the other), or nothing.
std::vector<const Json*> items(const Json& object, std::string_view name)
{
    std::vector<const Json*> out;
    const auto* const value = member(object, name);
    if (value == nullptr) return out;
    if (!value->is_array()) return {value};
    for (const auto& item : *value) out.push_back(&item);
    return out;
}

Result<std::string> name_of_profile(const Json& object, std::string_view name)
{
    const auto* const value = member(object, name);
    if (value == nullptr) return std::string();
    return value->is_string() ? value->get<std::string>() : optional_text(*value, "name");
}

struct Rung {
    double order{0};
    std::string id;
    AwardLevel level;
};

// Array order is not signed: `level` says which is higher. Numbers by value; other words in the order of the
// text.
Result<std::vector<Rung>> rungs_of(const Json& description)
{
    std::vector<Rung> out;
    std::size_t position = 0;
    for (const auto* const level : items(description, "rubricCriterionLevel")) {
        Rung rung;
        rung.id = TRY(text_member(*level, "id"));
        rung.level.name = TRY(text_member(*level, "name"));
        rung.level.words = TRY(optional_text(*level, "description"));
        const auto order = TRY(number_or_text(*level, "level"));
        rung.order = static_cast<double>(++position);
        std::from_chars(order.data(), order.data() + order.size(), rung.order);
        out.push_back(std::move(rung));
    }
    std::stable_sort(out.begin(), out.end(), [](const Rung& a, const Rung& b) { return a.order < b.order; });
    return out;
}

Result<AwardOutcome> outcome_of(const Json& description, const Json& subject)
{
    const auto id = TRY(text_member(description, "id"));
    const auto required = TRY(optional_text(description, "requiredLevel"));
    AwardOutcome out;
    out.name = TRY(text_member(description, "name"));
    std::string achieved;
    for (const auto* const result : items(subject, "result")) {
        if (TRY(optional_text(*result, "resultDescription")) == id)
            achieved = TRY(optional_text(*result, "achievedLevel"));
    }
    bool meets = required.empty();
    for (auto& rung : TRY(rungs_of(description))) {
        meets = meets || rung.id == required;
        rung.level.meets_standard = meets && !required.empty();
        out.levels.push_back(std::move(rung.level));
        if (rung.id == achieved) out.achieved = out.levels.size();
    }
    if (!achieved.empty() && out.achieved == 0)
        return refused("a result names a level that its outcome does not have");
    return out;
}

Result<> read_holder(const Json& subject, Award& award)
{
    for (const auto* const identifier : items(subject, "identifier")) {
        const auto type = TRY(text_member(*identifier, "identityType"));
        const auto* const hashed = member(*identifier, "hashed");
        if (hashed != nullptr && *hashed == true) continue; // a name that only its holder can show
        const auto value = TRY(text_member(*identifier, "identityHash"));
        if (type == "name") award.holder = value;
        if (type == "systemId") award.holder_number = value;
    }
    return {};
}

Result<> read_achievement(const Json& achievement, Award& award)
{
    award.programme = TRY(text_member(achievement, "name"));
    award.description = TRY(optional_text(achievement, "description"));
    award.language = TRY(optional_text(achievement, "inLanguage"));
    award.code = TRY(optional_text(achievement, "humanCode"));
    award.version = TRY(optional_text(achievement, "version"));
    award.assessment_type = TRY(optional_text(achievement, "assessmentType"));
    award.delivery_mode = TRY(optional_text(achievement, "deliveryMode"));
    award.hours = TRY(number_or_text(achievement, "notionalHours"));
    award.credits = TRY(number_or_text(achievement, "creditsAvailable"));
    if (const auto* const criteria = member(achievement, "criteria")) {
        award.criteria = TRY(optional_text(*criteria, "narrative"));
    }
    for (const auto* const alignment : items(achievement, "alignment")) {
        const auto target = TRY(text_member(*alignment, "targetName"));
        const auto framework = TRY(optional_text(*alignment, "targetFramework"));
        award.alignments.push_back(framework.empty() ? target : target + " (" + framework + ")");
    }
    return {};
}

Result<> read_subject(const Json& subject, Award& award)
{
    award.site = TRY(name_of_profile(subject, "source"));
    award.assessor = TRY(name_of_profile(subject, "assessor"));
    award.witness = TRY(name_of_profile(subject, "witness"));
    award.identity_grade = TRY(optional_text(subject, "identityGrade"));
    award.supervision = TRY(optional_text(subject, "supervision"));
    TRY(read_holder(subject, award));
    const auto* const achievement = member(subject, "achievement");
    if (achievement == nullptr) return refused("the credential names no achievement");
    TRY(read_achievement(*achievement, award));
    for (const auto* const description : items(*achievement, "resultDescription")) {
        award.outcomes.push_back(TRY(outcome_of(*description, subject)));
    }
    return {};
}

Result<> read_evidence(const Json& credential, Award& award)
{
    for (const auto* const evidence : items(credential, "evidence")) {
        if (member(*evidence, "narrative") != nullptr) {
            award.narrative = TRY(text_member(*evidence, "narrative"));
        } else {
            ++award.evidence_items;
        }
    }
    return {};
}

Result<> read_dates(const Json& credential, Award& award)
{
    award.valid_from = TRY(text_member(credential, "validFrom"));
    const auto awarded = TRY(optional_text(credential, "awardedDate"));
    award.awarded_date = awarded.empty() ? award.valid_from : awarded;
    award.valid_until = TRY(optional_text(credential, "validUntil"));
    award.time_source = TRY(optional_text(credential, "timeSource"));
    return {};
}

} // namespace

Result<Award> read_award(const Json& credential)
{
    Award award;
    award.id = TRY(text_member(credential, "id"));
    const auto* const issuer = member(credential, "issuer");
    if (issuer == nullptr) return refused("the credential names no issuer");
    award.institution = TRY(name_of_profile(credential, "issuer"));
    award.institution_url = TRY(optional_text(*issuer, "url"));
    const auto* const subject = member(credential, "credentialSubject");
    if (subject == nullptr || !subject->is_object()) return refused("the credential has no subject");
    TRY(read_dates(credential, award));
    TRY(read_subject(*subject, award));
    TRY(read_evidence(credential, award));
    const auto* const specimen = member(credential, "specimen");
    award.specimen = specimen != nullptr && *specimen == true;
    for (const auto* const proof : items(credential, "proof")) {
        if (award.verification_method.empty())
            award.verification_method = TRY(optional_text(*proof, "verificationMethod"));
    }
    if (const auto* const status = member(credential, "credentialStatus")) {
        award.status_entry = TRY(optional_text(*status, "id"));
    }
    return award;
}

std::string serial_of(const std::string& credential_id)
{
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // no I, L, O, U
    const auto digest = sha256(view(credential_id));
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | digest[i];
    std::string out;
    for (int i = 7; i >= 0; --i) {
        out += letters[bits >> (5 * i) & 31];
        if (i == 4) out += '-';
    }
    return out;
}

} // namespace northseal::credential
