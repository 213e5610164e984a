#include <nlohmann/json.hpp>

#include "storage/credential/award.h"
#include "sync/tool/commands.h"
#include "sync/tool/dids.h"
#include "sync/tool/inputs.h"

namespace northseal::tool {
namespace {

std::string line(std::string_view label, std::string_view text)
{
    return text.empty() ? std::string() : std::string(label) + ": " + std::string(text) + "\n";
}

std::string outcome_lines(const credential::AwardOutcome& outcome)
{
    if (outcome.achieved == 0 || outcome.achieved > outcome.levels.size()) {
        return "  " + outcome.name + ": not assessed\n";
    }
    const auto& level = outcome.levels[outcome.achieved - 1];
    return "  " + outcome.name + ": " + level.name + (level.meets_standard ? "" : " (below the standard)") +
           (level.words.empty() ? "" : "\n    " + level.words) + "\n";
}

std::string describe(const credential::Award& award)
{
    std::string out = "Nothing is verified here; \"northseal verify\" does that.\n\n";
    if (award.specimen) out += "SPECIMEN: a demonstration issued this; it attests nothing.\n";
    out += line("Held by", award.holder) + line("Number", award.holder_number) +
           line("Programme", award.programme) + line("Code", award.code) + line("Version", award.version) +
           line("Issued by", award.institution) + line("Site", award.site) +
           line("Assessed by", award.assessor) + line("Witnessed by", award.witness) +
           line("Issued", award.valid_from) +
           line("First awarded", award.awarded_date == award.valid_from ? "" : award.awarded_date) +
           line("Valid until", award.valid_until) + line("Serial", credential::serial_of(award.id)) +
           line("Hours", award.hours) + line("Credits", award.credits) +
           line("Assessment", award.assessment_type) + line("Delivery", award.delivery_mode) +
           line("Identity", award.identity_grade) + line("Supervision", award.supervision) +
           line("Time from", award.time_source) + line("Language", award.language);
    if (!award.outcomes.empty()) out += "Outcomes:\n";
    for (const auto& outcome : award.outcomes) out += outcome_lines(outcome);
    out += line("Observed", award.narrative);
    if (award.evidence_items > 0) out += line("Items of evidence", std::to_string(award.evidence_items));
    for (const auto& alignment : award.alignments) out += line("Aligned to", alignment);
    return out + line("Key", award.verification_method) + line("Status", award.status_entry) +
           line("Id", award.id);
}

Result<std::string> run_show(const ShowAsk& ask, Tool& tool)
{
    const auto issuers = TRY(KnownIssuers::load(tool, ask.trust, {}, {}));
    auto certificate = TRY(read_certificate(tool, ask.input));
    if (!certificate.is_json) {
        const auto award = TRY(read_signed_slip(certificate.text, issuers));
        const auto prefix = TRY(credential::read_slip_text(certificate.text)).prefix;
        certificate.text = TRY(credential::to_json(*issuers.find_template(prefix), award));
    }
    const auto json = TRY(parse_json(certificate.text));
    const auto award = TRY(credential::read_award(json));
    return describe(award);
}

} // namespace

int show(const ShowAsk& ask, Tool& tool)
{
    const auto text = run_show(ask, tool);
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace northseal::tool
