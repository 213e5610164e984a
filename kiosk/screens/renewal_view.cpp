#include <algorithm>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/renewal.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

using station::DelegationWarning;

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

void add_left(RenewalView& view, const AppState& state, const Words& words)
{
    const auto& home = state.personal.home;
    const auto& notice = home.notice;
    const auto& facts = state.facts;
    const bool ended = notice.warning == DelegationWarning::ended;
    const bool used_up = notice.warning == DelegationWarning::used_up;
    view.tone = notice.warning == DelegationWarning::none ? Tone::good : Tone::waits;
    view.heading = ended     ? words("renewal.has_ended")
                   : used_up ? words("renewal.used_up")
                             : words.count("renewal.ends_in", notice.days);
    view.on = words("renewal.on", {{"date", weekday_and_date(words, notice.until, state.offset)}});
    const auto bar = [&](const char* label, std::int64_t left, std::int64_t all, bool runs_out) {
        const auto kept = std::clamp<std::int64_t>(left, 0, std::max<std::int64_t>(all, 1));
        const float used = 1 - static_cast<float>(kept) / static_cast<float>(std::max<std::int64_t>(all, 1));
        view.bars.push_back({words(label),
                             words.count("renewal.left", left, {{"all", words.number(std::max(all, left))}}),
                             used, runs_out});
    };
    const auto days = (facts.delegation_until - facts.delegation_from + 86399) / 86400;
    bar("renewal.days", ended ? 0 : notice.days, days,
        ended || notice.warning == DelegationWarning::ends_very_soon);
    bar("renewal.certificates", notice.left, static_cast<std::int64_t>(facts.delegation_count),
        used_up || notice.warning == DelegationWarning::few_left);
    if (!ended && !used_up)
        view.says.push_back({Icon::circle_check, Tone::good, words("renewal.until_then"),
                             words("renewal.until_then_detail")});
    view.says.push_back({Icon::pencil, Tone::neutral,
                         words(ended || used_up ? "renewal.meanwhile" : "renewal.after_that"),
                         words("renewal.after_that_detail")});
    view.scope = words.count("renewal.scope", static_cast<std::int64_t>(state.programmes.size()),
                             {{"site", said(facts.site, words.language())}});
}

void add_ways(RenewalView& view, const AppState& state, const Words& words)
{
    view.ways = {
        {"way/stick", Icon::device_usb, words("renewal.by_stick"),
         words(state.can_copy ? "renewal.by_stick_detail" : "record.no_stick"), act::ReadStick{},
         state.can_copy},
        {"way/code", Icon::qrcode, words("renewal.by_code"), words("renewal.by_code_detail"), {}, true},
        {"way/words", Icon::radio, words("renewal.by_words"), words("renewal.by_words_detail"),
         act::GoToRenewalStep{RenewalStep::words}, true}};
    view.camera = camera_view(state, words);
    if (view.camera.here && !view.camera.on) {
        auto& code = view.ways[1];
        code.action = act::TurnCamera{true};
        code.second = state.camera.report.trouble == CameraTrouble::none ? words("renewal.by_code_camera")
                                                                         : view.camera.strip;
    }
    const auto stick = state.personal.renewal.stick;
    if (stick == StickSearch::nothing_there) view.stick = words("renewal.no_answer");
    if (stick == StickSearch::refused) view.stick = words("renewal.answer_refused");
}

bool is_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

struct TypedWord {
    std::string text;
    std::size_t begin, end;
};

std::vector<TypedWord> words_in(const std::string& typed)
{
    std::vector<TypedWord> out;
    for (std::size_t at = 0; at < typed.size(); ++at) {
        if (!is_letter(typed[at])) continue;
        if (out.empty() || out.back().end != at) out.push_back({{}, at, at});
        out.back().text += static_cast<char>(typed[at] | 0x20);
        out.back().end = at + 1;
    }
    return out;
}

// A word that is still being typed is not yet wrong.
bool is_begun(const TypedWord& word, std::size_t caret)
{
    return word.begin < caret && caret <= word.end;
}

void add_cells(RenewalView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.renewal;
    const std::size_t caret = view.typing ? state.entry.caret : form.typed.size() + 1;
    const auto typed = words_in(form.typed);
    const auto& unknown = form.heard.unknown;
    std::size_t here = 0;
    while (here < typed.size() && typed[here].end < caret) ++here;
    for (std::size_t at = 0; at < institution::spoken_words; ++at) {
        Cell cell;
        const auto place = static_cast<int>(at) + 1;
        cell.label = std::to_string(place);
        cell.here = at == here;
        view.ends.push_back(at < typed.size() ? typed[at].end : form.typed.size());
        if (at < typed.size()) {
            cell.text = typed[at].text;
            const bool known = std::find(unknown.begin(), unknown.end(), place) == unknown.end();
            const bool begun = view.typing && is_begun(typed[at], caret);
            const bool wrong = (!known && !begun) || form.heard.misheard == place;
            cell.state = wrong ? CellState::wrong : known ? CellState::done : CellState::empty;
        }
        view.cells.push_back(std::move(cell));
    }
    view.offered = view.typing ? form.offered : std::vector<std::string>();
    for (const auto& word : typed) {
        if (is_begun(word, caret)) view.begun = caret - word.begin;
    }
    view.offered_hint = words(view.offered.empty() ? "renewal.two_letters"
                              : form.has_more      ? "renewal.one_more_letter"
                                                   : "renewal.only_these");
}

} // namespace

RenewalView renewal_view(const AppState& state, const Words& words)
{
    RenewalView view;
    const auto& form = state.personal.renewal;
    const auto& notice = state.personal.home.notice;
    view.step = form.step;
    view.line = words("renewal.line", {{"institution", said(state.facts.institution, words.language())}});
    add_left(view, state, words);
    add_ways(view, state, words);
    view.words = form.typed;
    view.typing = state.typing == TextField::renewal;
    const auto all = static_cast<std::int64_t>(institution::spoken_words);
    const auto typed = static_cast<std::int64_t>(form.heard.words);
    view.counted = words("unlock.counted", {{"typed", words.number(typed)}, {"all", words.number(all)}});
    view.part = static_cast<float>(typed) / static_cast<float>(all);
    view.problem = problem_of(form, words);
    add_cells(view, state, words);
    const bool only_begun = view.typing && view.begun > 0 && form.heard.unknown.size() == 1 &&
                            !form.refused &&
                            std::none_of(view.cells.begin(), view.cells.end(),
                                         [](const Cell& cell) { return cell.state == CellState::wrong; });
    if (only_begun) view.problem.clear();
    view.can_renew = form.heard.complete() && !form.refused && state.busy == Busy::none;
    if (typed < all) view.why_not = words.count("renewal.more_words", all - typed);
    if (typed > all) view.why_not = words("renewal.too_many");
    if (!view.problem.empty() && typed == all) view.why_not = view.problem;
    if (form.done)
        view.done = words.count("renewal.done", notice.left,
                                {{"date", date_in_words(words, notice.until, state.offset)}});
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
