#include "kiosk/screens/failure.h"
#include "kiosk/screens/recovery.h"

namespace northseal::kiosk {

namespace {

std::string problem_of(const RecoveryForm& form, const Words& words)
{
    if (form.refused) return words("recovery.refused");
    if (form.heard.not_a_letter)
        return words("recovery.no_letter", {{"letter", std::string(1, *form.heard.not_a_letter)}});
    if (!form.heard.wrong_groups.empty())
        return words("recovery.misheard", {{"place", std::to_string(form.heard.wrong_groups.front())}});
    if (form.heard.too_long) return words("recovery.too_long");
    return {};
}

// A sheet whose code was used opens nothing: whoever looks for one should know which to ask for.
std::string sheets_left(const std::vector<std::uint64_t>& left, const Words& words)
{
    if (left.empty()) return words("recovery.no_sheet");
    if (left.size() > 1) return words("recovery.both_sheets");
    return words(left.front() == vault::steward_sheet ? "recovery.steward_sheet"
                                                      : "recovery.coordinator_sheet");
}

} // namespace

RecoveryView recovery_view(const AppState& state, const Words& words)
{
    RecoveryView view;
    const auto& form = state.recovery;
    view.code = form.typed;
    view.typing = state.typing == TextField::recovery_code;
    const auto all = static_cast<std::int64_t>(vault::code_groups);
    const auto typed = static_cast<std::int64_t>(form.heard.whole_groups);
    view.counted = words("recovery.counted", {{"typed", words.number(typed)}, {"all", words.number(all)}});
    view.problem = problem_of(form, words);
    view.can_open = form.heard.complete() && !form.refused && state.busy == Busy::none;
    if (typed < all) view.why_not = words.count("recovery.more_groups", all - typed);
    if (!view.problem.empty()) view.why_not = view.problem;
    view.busy = state.busy == Busy::opening;
    view.failure = failure_sentence(state, words);
    view.sheets = sheets_left(form.sheets_left, words);
    return view;
}

} // namespace northseal::kiosk
