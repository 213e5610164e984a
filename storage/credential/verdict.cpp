#include "storage/credential/verdict.h"

#include <array>
#include <nlohmann/json.hpp>

#include "storage/credential/judge.h"

namespace northseal::credential {
namespace {

constexpr int genuine = 0;
constexpr int refused_code = 1;
constexpr int cannot_tell = 2;

constexpr std::array facts = {
    VerdictFacts{Verdict::genuine, "genuine", "verdict.genuine", genuine},
    VerdictFacts{Verdict::not_yet_confirmed, "not_yet_confirmed", "verdict.not_yet_confirmed", cannot_tell},
    VerdictFacts{Verdict::superseded, "superseded", "verdict.superseded", refused_code},
    VerdictFacts{Verdict::expired, "expired", "verdict.expired", refused_code},
    VerdictFacts{Verdict::revoked, "revoked", "verdict.revoked", refused_code},
    VerdictFacts{Verdict::key_closed_never_received, "key_closed_never_received",
                 "verdict.key_closed_never_received", refused_code},
    VerdictFacts{Verdict::not_genuine, "not_genuine", "verdict.not_genuine", refused_code},
    VerdictFacts{Verdict::number_belongs_to_another, "number_belongs_to_another",
                 "verdict.number_belongs_to_another", refused_code},
    VerdictFacts{Verdict::dated_in_the_future, "dated_in_the_future", "verdict.dated_in_the_future",
                 refused_code},
    VerdictFacts{Verdict::issuer_not_listed, "issuer_not_listed", "verdict.issuer_not_listed", cannot_tell},
    VerdictFacts{Verdict::specimen, "specimen", "verdict.specimen", refused_code},
    VerdictFacts{Verdict::programme_not_known, "programme_not_known", "verdict.programme_not_known",
                 cannot_tell},
    VerdictFacts{Verdict::lists_too_old, "lists_too_old", "verdict.lists_too_old", cannot_tell},
};
static_assert(facts.size() == verdict_count);

Finding found(Verdict verdict, std::string reason, const TrustSource& trust)
{
    Finding out;
    out.verdict = verdict;
    out.reason = std::move(reason);
    out.lists_dated = trust.dated();
    return out;
}

} // namespace

const VerdictFacts& facts_of(Verdict verdict)
{
    return facts[static_cast<std::size_t>(verdict)];
}

Finding verify_slip(std::string_view slip_text, const TrustSource& trust, const VerifyOptions& options)
{
    const auto slip = read_slip_text(slip_text);
    if (!slip.ok()) {
        // Fault::not_found: a slip of a version that came after this program.
        const bool newer = slip.error().fault == Fault::not_found;
        return found(newer ? Verdict::programme_not_known : Verdict::not_genuine, slip.error().detail, trust);
    }
    const auto* const tmpl = trust.find_template(slip.value().prefix);
    if (tmpl == nullptr) {
        return found(Verdict::programme_not_known,
                     "the template " + to_hex(slip.value().prefix) + " is not in this trust folder", trust);
    }
    return judge_award(*tmpl, {tmpl->id(), slip.value().claims, slip.value().signature}, trust, options);
}

} // namespace northseal::credential
