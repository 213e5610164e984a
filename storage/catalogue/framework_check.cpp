#include "storage/catalogue/framework_check.h"

#include <algorithm>

#include "storage/catalogue/framework_criteria.h"

namespace northseal::catalogue {

namespace {

bool every_will(const FrameworkReport& report, bool in_full)
{
    return std::all_of(report.findings.begin(), report.findings.end(), [&](const FrameworkFinding& one) {
        if (one.obligation == Obligation::where_possible) return true;
        return in_full ? one.met == Met::yes : one.met != Met::no;
    });
}

} // namespace

bool FrameworkReport::conforms() const
{
    return findings.size() == framework_criteria && every_will(*this, false);
}

bool FrameworkReport::meets_all_it_must() const
{
    return findings.size() == framework_criteria && every_will(*this, true);
}

FrameworkReport check_framework(const Programme& programme, const Frameworks& frameworks)
{
    using enum Obligation;
    FrameworkReport out;
    const auto counted = count_alignments(programme, frameworks);
    out.aligned = counted.aligned.size();
    out.unaligned = counted.unaligned.size();
    const auto add = [&](const char* id, const char* name, Obligation obligation, Answer answer) {
        out.findings.push_back({id, name, obligation, answer.met, std::move(answer.sentence)});
    };
    add("P1", "Relevance", will, relevance(programme, frameworks));
    add("P2", "Verifiability", will, verifiability(programme, counted));
    add("P3", "Ownership", will, ownership(programme));
    add("P4", "Extensibility", where_possible, extensibility(programme));
    add("F1", "Issuing body", will, issuing_body(programme));
    add("F2", "Competencies in harmonised language", will, competencies(programme, counted));
    add("F3", "Outcomes", will, outcomes(programme));
    add("F4", "Summative assessment with visible evidence", will, summative_assessment(programme));
    add("F5", "Transcript", where_possible, transcript(programme));
    add("F6", "Partner endorsement", where_possible, partner_endorsement(programme));
    return out;
}

} // namespace northseal::catalogue
