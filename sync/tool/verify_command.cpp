#include <nlohmann/json.hpp>

#include "storage/credential/award.h"
#include "sync/tool/commands.h"
#include "sync/tool/dids.h"
#include "sync/tool/inputs.h"
#include "sync/tool/words.h"

namespace northseal::tool {
namespace {

struct Labels { // the few words that stand beside what was signed
    std::string_view held_by, programme, issued_by, issued, assessed_by, witnessed_by, met, lists_of, says;
};
constexpr Labels english{"Held by",      "Programme",    "Issued by", "Issued",    "Assessed by",
                         "Witnessed by", "not assessed", "Lists of",  "The reason"};
constexpr Labels french{"Titulaire",  "Programme",  "Délivré par",
                        "Délivré le", "Évalué par", "Témoin",
                        "non évalué", "Listes du",  ""};

// Another issuer's credential, by its proof alone: nobody here has received it or vouches for its signer.
VerdictWords proof_alone(std::string_view language)
{
    if (language == "fr") {
        return {"La preuve est bonne",
                "Qui détient la clé de l’émetteur a signé ceci, et rien n’y a été changé.",
                "Rien n’est dit ici de qui détient cette clé."};
    }
    return {"The proof is good",
            "Whoever holds the issuer's key signed this, and nothing in it has been changed.",
            "Nothing is said here of who holds that key."};
}

VerdictWords words_for(const credential::Finding& finding, const std::string& language, Tool& tool)
{
    if (finding.verdict == credential::Verdict::genuine && !finding.award) return proof_alone(language);
    return verdict_words(tool, language, credential::facts_of(finding.verdict).name);
}

std::string verdict_line(std::string_view label, std::string_view text)
{
    return text.empty() ? std::string() : "  " + std::string(label) + ": " + std::string(text) + "\n";
}

std::string award_lines(const credential::Award& award, const Labels& labels)
{
    std::string out =
        verdict_line(labels.held_by, award.holder) + verdict_line(labels.programme, award.programme) +
        verdict_line(labels.issued_by, award.institution) + verdict_line(labels.issued, award.valid_from) +
        verdict_line(labels.assessed_by, award.assessor) + verdict_line(labels.witnessed_by, award.witness);
    for (const auto& outcome : award.outcomes) {
        const auto level = outcome.achieved == 0 || outcome.achieved > outcome.levels.size()
                               ? std::string(labels.met)
                               : outcome.levels[outcome.achieved - 1].name;
        out += verdict_line("- " + outcome.name, level);
    }
    return out;
}

Result<credential::Award> award_of(const credential::Finding& finding)
{
    if (finding.credential.empty()) return Error{Fault::not_found, "nothing of it may be shown"};
    const auto json = TRY(parse_json(finding.credential));
    return credential::read_award(json);
}

int exit_of(const credential::Finding& finding, bool specimen_counts)
{
    if (finding.verdict == credential::Verdict::specimen && specimen_counts) return exit_done;
    return credential::facts_of(finding.verdict).exit_code;
}

std::string as_json(const credential::Finding& finding, const VerdictWords& words, int code,
                    std::uint64_t number)
{
    Json out = {{"verdict", credential::facts_of(finding.verdict).name},
                {"exit", code},
                {"reason", finding.reason},
                {"title", words.title},
                {"sentence", words.sentence},
                {"listsDated", to_date_time(finding.lists_dated)}};
    if (number != 0) out["trustNumber"] = number;
    if (finding.reported_up_to) out["reportedUpTo"] = to_date_time(*finding.reported_up_to);
    const auto json = parse_json(finding.credential);
    if (json.ok()) out["credential"] = json.value();
    return out.dump(2) + "\n";
}

std::string as_words(const credential::Finding& finding, const VerdictWords& words, const Labels& labels,
                     bool has_lists)
{
    const auto award = award_of(finding);
    // Whatever else is said of it, nobody may take a demonstration's paper for an award.
    const bool specimen =
        finding.verdict == credential::Verdict::specimen || (award.ok() && award.value().specimen);
    std::string out = (specimen ? "SPECIMEN\n" : "") + words.title + "\n";
    if (!words.sentence.empty()) out += words.sentence + "\n";
    // The reason is an English sentence for the log; in French the verdict's own words stand alone.
    if (!labels.says.empty()) out += verdict_line(labels.says, finding.reason);
    if (award.ok()) out += award_lines(award.value(), labels);
    if (has_lists) out += verdict_line(labels.lists_of, to_date_time(finding.lists_dated));
    if (!words.what_next.empty()) out += words.what_next + "\n";
    return out;
}

Result<institution::TrustExpectations> expectations(const VerifyAsk& ask)
{
    institution::TrustExpectations out;
    out.at_least = ask.at_least;
    if (ask.root.empty()) return out;
    const auto root = from_multikey(ask.root);
    if (!root.ok()) return refused("--root is not a Multikey: " + root.error().detail);
    out.root = root.value();
    return out;
}

Result<int> run_verify(const VerifyAsk& ask, Tool& tool)
{
    const auto expected = TRY(expectations(ask));
    const auto issuers = TRY(KnownIssuers::load(tool, ask.trust, expected, ask.dids));
    const auto certificate = TRY(read_certificate(tool, ask.input));
    credential::VerifyOptions options;
    options.now = ask.as_of.empty() ? tool.clock.now() : TRY(read_day(ask.as_of));
    const auto finding = certificate.is_json ? credential::verify_json(certificate.text, issuers, options)
                                             : credential::verify_slip(certificate.text, issuers, options);
    const auto code = exit_of(finding, ask.specimen);
    const auto words = words_for(finding, ask.language, tool);
    const auto number = issuers.folder() == nullptr ? 0 : issuers.folder()->number();
    say(ask.json ? as_json(finding, words, code, number)
                 : as_words(finding, words, ask.language == "fr" ? french : english, number != 0));
    if (!certificate.is_json && ask.trust.empty()) {
        note("a printed code needs the institution's trust folder: give --trust FOLDER");
    }
    return code;
}

} // namespace

int verify(const VerifyAsk& ask, Tool& tool)
{
    const auto code = run_verify(ask, tool);
    if (code.ok()) return code.value();
    // Nothing was decided about the certificate: a folder or a file that it takes could not be read or
    // believed.
    failed(code.error());
    return exit_cannot_tell;
}

} // namespace northseal::tool
