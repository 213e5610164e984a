#include "kiosk/screens/failure.h"
#include "kiosk/screens/renewal.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

std::string problem_of(const RenewalForm& form, const Words& words)
{
    const auto& heard = form.heard;
    if (form.refused) return words("renewal.refused");
    if (!heard.unknown.empty())
        return words("renewal.unknown", {{"place", std::to_string(heard.unknown.front())}});
    if (heard.misheard) return words("renewal.misheard", {{"place", std::to_string(*heard.misheard)}});
    if (heard.several_misheard) return words("renewal.several");
    return {};
}

} // namespace

RenewalView renewal_view(const AppState& state, const Words& words)
{
    RenewalView view;
    const auto& form = state.personal.renewal;
    const auto& notice = state.personal.home.notice;
    const auto date = date_in_words(words, notice.until, state.offset);
    view.now = words.count("renewal.now", notice.left, {{"date", date}});
    view.words = form.typed;
    view.typing = state.typing == TextField::renewal;
    const auto all = static_cast<std::int64_t>(institution::spoken_words);
    const auto typed = static_cast<std::int64_t>(form.heard.words);
    view.counted = words("unlock.counted", {{"typed", words.number(typed)}, {"all", words.number(all)}});
    view.problem = problem_of(form, words);
    // A word that is still being typed is not yet wrong.
    if (view.typing && !form.refused && typed < all && form.heard.unknown.size() == 1 &&
        form.heard.unknown.front() == typed && !form.typed.ends_with(' ')) {
        view.problem.clear();
    }
    view.can_renew = form.heard.complete() && !form.refused && state.busy == Busy::none;
    if (typed < all) view.why_not = words.count("renewal.more_words", all - typed);
    if (typed > all) view.why_not = words("renewal.too_many");
    if (form.done) view.done = words.count("renewal.done", notice.left, {{"date", date}});
    view.has_stick = state.can_copy;
    if (form.stick == StickSearch::nothing_there) view.stick = words("renewal.no_answer");
    if (form.stick == StickSearch::refused) view.stick = words("renewal.answer_refused");
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
