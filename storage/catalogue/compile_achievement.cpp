#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

#include "storage/catalogue/compile_parts.h"
#include "storage/catalogue/endorsement.h"

namespace northseal::catalogue {

namespace {

Json alignment_json(const FoundEntry& found)
{
    Json out = {{"type", {"Alignment"}},
                {"targetName", found.entry->label},
                {"targetFramework", found.framework_name},
                {"targetUrl", found.entry->url}};
    if (!found.entry->code.empty()) out["targetCode"] = found.entry->code;
    return out;
}

// Each entry once, in the order of the file: a credential is a set of statements, so two equal ones are one.
Result<Json> alignment_list(const CompileInput& input, std::span<const Alignment> alignments)
{
    Json out = Json::array();
    for (const auto& alignment : alignments) {
        const auto found = input.frameworks.find_entry(alignment.framework, alignment.entry, input.language);
        if (!found) {
            return refused("alignment: \"" + alignment.entry + "\" of \"" + alignment.framework +
                           "\" was not looked up: add it to assets/frameworks with its source, or take the "
                           "alignment out and name the competency in words");
        }
        auto json = alignment_json(*found);
        if (std::find(out.begin(), out.end(), json) == out.end()) out.push_back(std::move(json));
    }
    return out;
}

std::vector<Alignment> all_alignments(const Programme& programme)
{
    auto out = programme.alignments;
    for (const auto& competency : programme.competencies) {
        out.insert(out.end(), competency.alignments.begin(), competency.alignments.end());
    }
    return out;
}

std::vector<Alignment> alignments_of(const Programme& programme, const ProgrammeOutcome& outcome)
{
    std::vector<Alignment> out;
    for (const auto& competency : programme.competencies) {
        if (std::find(outcome.competencies.begin(), outcome.competencies.end(), competency.id) ==
            outcome.competencies.end()) {
            continue;
        }
        out.insert(out.end(), competency.alignments.begin(), competency.alignments.end());
    }
    return out;
}

Json rubric(const CompileInput& input, const ProgrammeOutcome& outcome, const std::string& id)
{
    Json out = Json::array();
    for (std::size_t i = 0; i < outcome.levels.size(); ++i) {
        const auto number = std::to_string(i + 1);
        out.push_back({{"id", id + "-l" + number},
                       {"type", {"RubricCriterionLevel"}},
                       {"name", input.in_language(outcome.levels[i].name)},
                       {"level", number},
                       {"description", input.in_language(outcome.levels[i].words)}});
    }
    return out;
}

Result<Json> result_descriptions(const CompileInput& input)
{
    Json out = Json::array();
    for (const auto& outcome : input.programme.outcomes) {
        const auto id = input.achievement_id(input.language) + "#" + outcome.id;
        Json one = {{"id", id},
                    {"type", {"ResultDescription"}},
                    {"name", input.in_language(outcome.name)},
                    {"resultType", "RubricCriterionLevel"},
                    {"rubricCriterionLevel", rubric(input, outcome, id)}};
        if (outcome.required_level > 0) {
            one["requiredLevel"] = id + "-l" + std::to_string(outcome.required_level);
        }
        if (!outcome.statement.empty()) one["outcomeStatement"] = input.in_language(outcome.statement);
        auto aligned = TRY(alignment_list(input, alignments_of(input.programme, outcome)));
        if (!aligned.empty()) one["alignment"] = std::move(aligned);
        out.push_back(std::move(one));
    }
    return out;
}

// The other languages of this programme, and the programmes that it names by id.
Json related(const CompileInput& input)
{
    Json out = Json::array();
    const auto add = [&](const std::string& id, const std::string& language, const std::string& version) {
        Json one = {{"id", id}, {"type", {"Related"}}, {"inLanguage", language}, {"version", version}};
        if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
    };
    for (const auto& language : input.programme.languages) {
        if (language == input.language) continue;
        add(input.achievement_id(language), language, input.programme.version);
    }
    for (const auto& pathway : input.programme.pathways) {
        if (pathway.target.empty()) continue;
        add(input.base + "programmes/" + pathway.target + "/" + pathway.target_version + "/" + input.language,
            input.language, pathway.target_version);
    }
    return out;
}

// "0.5" or "3": a number, because Open Badges asks for one. The reader has bounded its digits.
Json credit_number(const std::string& decimal)
{
    if (decimal.find('.') == std::string::npos) return std::strtol(decimal.c_str(), nullptr, 10);
    std::int64_t hundredths = 0;
    std::size_t decimals = 0;
    bool after_point = false;
    for (const char c : decimal) {
        if (c == '.') {
            after_point = true;
            continue;
        }
        hundredths = hundredths * 10 + (c - '0');
        if (after_point) ++decimals;
    }
    return static_cast<double>(hundredths) / (decimals == 1 ? 10.0 : 100.0);
}

void add_names(Json& to, const char* term, const Json& names)
{
    if (!names.empty()) to[term] = names;
}

void add_competencies_and_pathways(Json& out, const CompileInput& input)
{
    const auto competencies = [&](std::string_view kind) {
        Json names = Json::array();
        for (const auto& one : input.programme.competencies) {
            if (one.kind == kind) names.push_back(input.in_language(one.name));
        }
        return names;
    };
    const auto pathways = [&](std::string_view kind) {
        Json names = Json::array();
        for (const auto& one : input.programme.pathways) {
            if (one.kind == kind) names.push_back(input.in_language(one.name));
        }
        return names;
    };
    add_names(out, "knowledge", competencies("knowledge"));
    add_names(out, "skills", competencies("skill"));
    add_names(out, "attitudes", competencies("attitude"));
    add_names(out, "requires", pathways("requires"));
    add_names(out, "partOf", pathways("part_of"));
    add_names(out, "leadsTo", pathways("leads_to"));
}

void add_optional_words(Json& out, const CompileInput& input)
{
    const auto& programme = input.programme;
    const auto add = [&](const char* term, const std::optional<Words>& words) {
        if (words) out[term] = input.in_language(*words);
    };
    add("qualificationLevel", programme.level);
    add("qualityAssurance", programme.quality_assurance);
    add("labourMarketRelevance", programme.relevance);
    add("ownership", programme.ownership);
    add("researchPurpose", programme.purpose);
    if (!programme.issuing_body.empty()) out["issuingBody"] = input.in_language(programme.issuing_body);
    if (!programme.code.empty()) out["humanCode"] = programme.code;
    if (!programme.hours.empty()) out["notionalHours"] = programme.hours;
    if (programme.credits) out["creditsAvailable"] = credit_number(*programme.credits);
}

// Only what a partner has signed is an endorsement; the rest stays in the programme's file.
Result<Json> endorsements(const Programme& programme)
{
    Json out = Json::array();
    for (const auto& endorsement : programme.endorsements) {
        if (!endorsement.signed_by_partner) continue;
        if (const auto holds = check_endorsement(endorsement); !holds.ok()) {
            return refused("endorsement by \"" + endorsement.by + "\": " + holds.error().detail);
        }
        out.push_back(TRY(parse_json(endorsement.credential)));
    }
    return out;
}

} // namespace

Result<Json> achievement(const CompileInput& input)
{
    const auto& programme = input.programme;
    const auto id = input.achievement_id(input.language);
    auto described = TRY(result_descriptions(input));
    Json out = {
        {"id", id},
        {"type", {"Achievement"}},
        {"achievementType", "MicroCredential"},
        {"name", input.in_language(programme.name)},
        {"description", input.in_language(programme.description)},
        {"inLanguage", input.language},
        {"version", programme.version},
        {"criteria", {{"id", id + "#criteria"}, {"narrative", input.in_language(programme.criteria)}}},
        {"assessmentType", input.in_language(programme.assessment_type)},
        {"deliveryMode", input.in_language(programme.delivery_mode)},
        {"resultDescription", std::move(described)}};
    auto aligned = TRY(alignment_list(input, all_alignments(programme)));
    if (!aligned.empty()) out["alignment"] = std::move(aligned);
    if (auto others = related(input); !others.empty()) out["related"] = std::move(others);
    if (auto signed_ones = TRY(endorsements(programme)); !signed_ones.empty()) {
        out["endorsement"] = std::move(signed_ones);
    }
    add_optional_words(out, input);
    add_competencies_and_pathways(out, input);
    return out;
}

Json results(const CompileInput& input)
{
    Json out = Json::array();
    std::size_t at = 0;
    for (const auto& outcome : input.programme.outcomes) {
        const auto id = input.achievement_id(input.language) + "#" + outcome.id;
        Json levels = Json::array();
        for (std::size_t i = 1; i <= outcome.levels.size(); ++i) {
            levels.push_back(id + "-l" + std::to_string(i));
        }
        auto achieved = choice("levels", levels);
        achieved["at"] = at;
        auto hole =
            when("levels",
                 {{"type", {"Result"}}, {"resultDescription", id}, {"achievedLevel", std::move(achieved)}});
        hole["at"] = at;
        out.push_back(std::move(hole));
        ++at;
    }
    return out;
}

} // namespace northseal::catalogue
