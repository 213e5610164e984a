#include "storage/catalogue/framework_criteria.h"

#include <algorithm>
#include <set>

#include "storage/catalogue/compile_words.h"
#include "storage/catalogue/endorsement.h"

namespace northseal::catalogue {

namespace {

std::string listed(const std::vector<std::string>& items)
{
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
    return out;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::size_t count_occupations(const Programme& programme, const Frameworks& frameworks)
{
    return static_cast<std::size_t>(
        std::count_if(programme.alignments.begin(), programme.alignments.end(), [&](const Alignment& one) {
            const auto found = frameworks.find_entry(one.framework, one.entry, "en");
            return found && found->framework->kind == "occupations";
        }));
}

bool is_found(const Alignment& alignment, const Frameworks& frameworks)
{
    return frameworks.find_entry(alignment.framework, alignment.entry, "en").has_value();
}

} // namespace

AlignmentCount count_alignments(const Programme& programme, const Frameworks& frameworks)
{
    AlignmentCount out;
    const auto look_up = [&](const Alignment& alignment) {
        if (is_found(alignment, frameworks)) return;
        out.not_found.push_back(alignment.framework + "/" + alignment.entry);
    };
    for (const auto& alignment : programme.alignments) look_up(alignment);
    for (const auto& competency : programme.competencies) {
        const auto& list = competency.alignments;
        const bool any = std::any_of(list.begin(), list.end(),
                                     [&](const Alignment& one) { return is_found(one, frameworks); });
        (any ? out.aligned : out.unaligned).push_back(competency.id);
        for (const auto& alignment : list) look_up(alignment);
    }
    return out;
}

Answer relevance(const Programme& programme, const Frameworks& frameworks)
{
    if (!programme.relevance) {
        return {Met::no, "Nothing says what the labour market asks for: write relevance, naming the work and "
                         "who was consulted."};
    }
    const auto occupations = count_occupations(programme, frameworks);
    const auto named = counted(occupations, "occupation", "occupations") + " and " +
                       counted(programme.partners.size(), "partner", "partners") + " are named";
    if (occupations == 0) {
        return {Met::partly, "The demand is described; " + named +
                                 ". Add an [[alignment]] to an occupation that was looked up, such as one of "
                                 "NOC 2021."};
    }
    if (programme.illustrative) {
        return {Met::partly, "The demand is described; " + named +
                                 ". This is an illustration: a real programme states here the employers and "
                                 "communities it consulted."};
    }
    if (programme.partners.empty()) {
        return {Met::partly, "The demand is described; " + named +
                                 ". Name under partners the employers and communities that were consulted."};
    }
    return {Met::yes, "The demand is described; " + named + "."};
}

Answer verifiability(const Programme& programme, const AlignmentCount& count)
{
    for (const auto& language : programme.languages) {
        if (const auto words = certificate_words(programme, language); !words.ok()) {
            return {Met::no,
                    "No certificate can be signed in \"" + language + "\": " + words.error().detail + "."};
        }
    }
    if (!count.not_found.empty()) {
        return {Met::no, "No certificate can be signed while an alignment was not looked up: " +
                             listed(count.not_found) +
                             ". Add it to assets/frameworks with its source, or take it out."};
    }
    return {Met::yes,
            "Each award is signed, has an entry in a published status list, and can be checked from "
            "its paper alone, in " +
                listed(programme.languages) + "."};
}

Answer ownership(const Programme& programme)
{
    if (!programme.ownership) {
        return {Met::no, "Nothing tells learners that the certificate and its data are theirs: write "
                         "ownership in words that they are shown."};
    }
    return {Met::yes,
            "Learners are told what is theirs, take the whole credential away on paper, and records "
            "leave the community under the policy \"" +
                programme.sharing + "\"."};
}

Answer extensibility(const Programme& programme)
{
    if (programme.pathways.empty()) {
        return {Met::no, "No pathway is named: write a [[pathway]] that says what this is part of, requires "
                         "or leads to."};
    }
    return {Met::yes, counted(programme.pathways.size(), "pathway is", "pathways are") + " named."};
}

Answer issuing_body(const Programme& programme)
{
    if (programme.issuing_body.empty()) {
        return {Met::no, "Nothing says who offers it: write issuing_body."};
    }
    return {Met::yes, "It is offered by: " + programme.issuing_body.begin()->second + "."};
}

Answer competencies(const Programme& programme, const AlignmentCount& count)
{
    if (programme.competencies.empty()) {
        return {Met::no, "No competency is named: write a [[competency]] for each thing a person knows, does "
                         "or brings."};
    }
    const auto total = counted(programme.competencies.size(), "competency", "competencies");
    if (!count.not_found.empty()) {
        return {Met::no, "An alignment names an entry that nobody looked up: " + listed(count.not_found) +
                             ". Add it to assets/frameworks with its source, or take it out."};
    }
    if (count.aligned.empty()) {
        return {Met::no,
                "None of " + total +
                    " is aligned to a common framework: give at least one an "
                    "alignment that was looked up, such as ESCO or the Skills and Competencies Taxonomy."};
    }
    const auto found = std::to_string(count.aligned.size()) + " of " + total + " " +
                       (count.aligned.size() == 1 ? "is" : "are") + " aligned to a common framework";
    if (count.unaligned.empty()) return {Met::yes, found + "."};
    return {Met::partly, found + "; named in words only: " + listed(count.unaligned) +
                             ". Give each an alignment that was looked up."};
}

Answer outcomes(const Programme& programme)
{
    std::set<std::string> used;
    for (const auto& outcome : programme.outcomes) {
        if (outcome.competencies.empty()) {
            return {Met::no, "Outcome " + outcome.id +
                                 " rests on no competency: list their ids under its "
                                 "competencies."};
        }
        used.insert(outcome.competencies.begin(), outcome.competencies.end());
    }
    for (const auto* kind : {"knowledge", "skill", "attitude"}) {
        const bool any =
            std::any_of(programme.competencies.begin(), programme.competencies.end(),
                        [&](const Competency& one) { return one.kind == kind && used.contains(one.id); });
        if (!any) {
            return {Met::partly, "No outcome rests on a competency of kind \"" + std::string(kind) +
                                     "\": the framework asks for knowledge, skills and attitudes."};
        }
    }
    for (const auto& outcome : programme.outcomes) {
        if (outcome.statement.empty()) {
            return {Met::partly, "Outcome " + outcome.id +
                                     " has no statement: write in one sentence what is "
                                     "shown."};
        }
    }
    return {Met::yes, counted(programme.outcomes.size(), "outcome", "outcomes") +
                          ", each stated in a sentence and resting on knowledge, skills and attitudes."};
}

Answer summative_assessment(const Programme& programme)
{
    for (const auto& outcome : programme.outcomes) {
        if (outcome.required_level == 1) {
            return {Met::no,
                    "In outcome " + outcome.id +
                        " the lowest level already meets the standard, so nothing is assessed: raise "
                        "required_level."};
        }
    }
    if (programme.shape == "research") {
        return {Met::partly, "A research instrument records a level for each question and requires none: it "
                             "attests taking part."};
    }
    const std::string files = programme.evidence_required ? "files of evidence are required"
                              : programme.evidence_files  ? "files of evidence may be added"
                                                          : "no files of evidence are kept";
    return {Met::yes, "Every outcome has a level that meets the standard; what was observed stands on the "
                      "certificate for employers to read, and " +
                          files + "."};
}

Answer transcript(const Programme& programme)
{
    std::vector<std::string> missing;
    if (programme.code.empty()) missing.emplace_back("code");
    if (programme.hours.empty()) missing.emplace_back("hours");
    if (!programme.credits) missing.emplace_back("credits");
    if (missing.size() == 3) {
        return {Met::no, "A transcript has nothing to show: write " + listed(missing) + "."};
    }
    if (!missing.empty()) {
        return {Met::partly, "A transcript would lack " + listed(missing) + ": write it where there is one."};
    }
    return {Met::yes, "Code " + programme.code + ", " + programme.hours + " hours, " + *programme.credits +
                          " credits."};
}

Answer partner_endorsement(const Programme& programme)
{
    if (programme.endorsements.empty()) {
        return {Met::no,
                "No partner has endorsed it: a partner may sign that the competency is in demand and "
                "that the assessment reflects the job."};
    }
    std::size_t good = 0;
    for (const auto& endorsement : programme.endorsements) {
        if (!endorsement.signed_by_partner) continue;
        if (const auto checked = check_endorsement(endorsement); !checked.ok()) {
            return {Met::no, "The endorsement by " + endorsement.by +
                                 " does not hold: " + checked.error().detail + "."};
        }
        ++good;
    }
    if (good == programme.endorsements.size()) {
        return {Met::yes, counted(good, "partner has", "partners have") +
                              " signed that the competency is in demand and that the assessment reflects the "
                              "job."};
    }
    return {Met::partly, std::to_string(good) + " of " +
                             counted(programme.endorsements.size(), "endorsement is", "endorsements are") +
                             " signed: only those stand on certificates. Ask each partner to sign theirs."};
}

} // namespace northseal::catalogue
