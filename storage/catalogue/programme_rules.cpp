#include "storage/catalogue/programme_rules.h"

#include <algorithm>
#include <set>

namespace northseal::catalogue {

namespace {

Result<> ids_once(const Programme& programme)
{
    std::set<std::string> seen;
    for (const auto& outcome : programme.outcomes) {
        // "criteria" is an address of its own on the programme's page.
        if (outcome.id == "criteria" || !seen.insert(outcome.id).second) {
            return refused("outcome \"" + outcome.id + "\": this id is taken: give each outcome its own");
        }
    }
    seen.clear();
    for (const auto& competency : programme.competencies) {
        if (!seen.insert(competency.id).second) {
            return refused("competency \"" + competency.id + "\": this id is taken: give each its own");
        }
    }
    for (const auto& outcome : programme.outcomes) {
        for (const auto& id : outcome.competencies) {
            if (!seen.contains(id)) {
                return refused("outcome \"" + outcome.id + "\": there is no competency \"" + id +
                               "\": add a [[competency]] with that id");
            }
        }
    }
    return {};
}

// Equal names would merge into one when the credential is read as a set of statements.
Result<> names_once(const Programme& programme)
{
    for (const auto& language : programme.languages) {
        std::set<std::pair<std::string, std::string>> seen;
        const auto once = [&](const std::string& kind, const std::string& name) {
            return seen.emplace(kind, name).second;
        };
        for (const auto& competency : programme.competencies) {
            if (!once(competency.kind, competency.name.at(language))) {
                return refused("competency \"" + competency.id + "\": another has the same name in \"" +
                               language + "\"");
            }
        }
        for (const auto& pathway : programme.pathways) {
            if (!once(pathway.kind, pathway.name.at(language))) {
                return refused("pathway \"" + pathway.name.at(language) + "\" stands twice");
            }
        }
    }
    return {};
}

std::size_t count_pathways(const Programme& programme, std::string_view kind)
{
    return static_cast<std::size_t>(std::count_if(programme.pathways.begin(), programme.pathways.end(),
                                                  [&](const Pathway& p) { return p.kind == kind; }));
}

Result<> shape_has_what_it_needs(const Programme& programme)
{
    if (programme.shape == "stack" && count_pathways(programme, "requires") < 2) {
        return refused("shape: a stack names its parts: write two or more [[pathway]] of kind \"requires\"");
    }
    if (programme.shape == "ladder" && count_pathways(programme, "leads_to") == 0) {
        return refused("shape: a ladder names its next rung: write a [[pathway]] of kind \"leads_to\"");
    }
    if (programme.shape == "series" && count_pathways(programme, "part_of") == 0) {
        return refused("shape: a series is named: write a [[pathway]] of kind \"part_of\"");
    }
    if (programme.shape == "portfolio" && !programme.evidence_required) {
        return refused("shape: a portfolio is judged from what the learner brings: write files = "
                       "\"required\" under [evidence]");
    }
    if ((programme.shape == "research") != programme.purpose.has_value()) {
        return refused("purpose: a research instrument, and nothing else, says what it studies and who sees "
                       "the answers");
    }
    for (const auto& outcome : programme.outcomes) {
        if (outcome.required_level == 0 && programme.shape != "research") {
            return refused("outcome \"" + outcome.id +
                           "\": required_level is missing: write the level that "
                           "meets the standard, counted from 1");
        }
    }
    return {};
}

Result<> honest_about_itself(const Programme& programme)
{
    for (const auto& endorsement : programme.endorsements) {
        if (programme.illustrative && endorsement.signed_by_partner) {
            return refused("endorsement by \"" + endorsement.by +
                           "\": an illustrative programme cannot carry a partner's signature");
        }
    }
    for (const auto& pathway : programme.pathways) {
        if (pathway.target == programme.id) {
            return refused("pathway \"" + pathway.target + "\": a programme cannot lead to itself");
        }
    }
    return {};
}

} // namespace

Result<> check_programme_rules(const Programme& programme)
{
    TRY(ids_once(programme));
    TRY(names_once(programme));
    TRY(shape_has_what_it_needs(programme));
    return honest_about_itself(programme);
}

} // namespace northseal::catalogue
