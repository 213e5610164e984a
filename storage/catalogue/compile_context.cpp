#include <nlohmann/json.hpp>

#include <algorithm>

#include "storage/catalogue/compile_parts.h"

namespace northseal::catalogue {

bool has_competencies(const Programme& programme, std::string_view kind)
{
    return std::any_of(programme.competencies.begin(), programme.competencies.end(),
                       [&](const Competency& one) { return one.kind == kind; });
}

bool has_pathways(const Programme& programme, std::string_view kind)
{
    return std::any_of(programme.pathways.begin(), programme.pathways.end(),
                       [&](const Pathway& one) { return one.kind == kind; });
}

bool has_statements(const Programme& programme)
{
    return std::any_of(programme.outcomes.begin(), programme.outcomes.end(),
                       [](const ProgrammeOutcome& one) { return !one.statement.empty(); });
}

Json claim(std::string_view name, std::string_view as)
{
    return {{"$claim", name}, {"as", as}};
}

Json choice(std::string_view name, const Json& of)
{
    return {{"$claim", name}, {"as", "choice"}, {"of", of}};
}

Json when(std::string_view name, Json then)
{
    return {{"$if", name}, {"then", std::move(then)}};
}

// Only terms that are used: a term that the document does not use is outside what is signed. The name "xsd"
// is never defined here, because the contexts before this one leave it undefined and their datatypes rest on
// that.
Json extension_context(const CompileInput& input)
{
    const auto& programme = input.programme;
    const auto term = [&](std::string_view name) { return input.base + "ns/1#" + std::string(name); };
    Json out = Json::object();
    const auto add = [&](bool used, const char* name) {
        if (used) out[name] = term(name);
    };
    for (const auto* name :
         {"timeSource", "assessor", "identityGrade", "supervision", "assessmentType", "deliveryMode"}) {
        add(true, name);
    }
    out["specimen"] = programme.illustrative ? Json(term("specimen")) : when("specimen", term("specimen"));
    out["witness"] = programme.witness_required ? Json(term("witness")) : when("witness", term("witness"));
    if (!programme.hours.empty()) {
        out["notionalHours"] = {{"@id", term("notionalHours")},
                                {"@type", "http://www.w3.org/2001/XMLSchema#decimal"}};
    }
    add(programme.level.has_value(), "qualificationLevel");
    add(programme.quality_assurance.has_value(), "qualityAssurance");
    add(programme.relevance.has_value(), "labourMarketRelevance");
    add(programme.ownership.has_value(), "ownership");
    add(programme.purpose.has_value(), "researchPurpose");
    add(!programme.issuing_body.empty(), "issuingBody");
    add(has_competencies(programme, "knowledge"), "knowledge");
    add(has_competencies(programme, "skill"), "skills");
    add(has_competencies(programme, "attitude"), "attitudes");
    add(has_pathways(programme, "requires"), "requires");
    add(has_pathways(programme, "part_of"), "partOf");
    add(has_pathways(programme, "leads_to"), "leadsTo");
    add(has_statements(programme), "outcomeStatement");
    return out;
}

} // namespace northseal::catalogue
