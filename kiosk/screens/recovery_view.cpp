#include <algorithm>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/recovery.h"
#include "storage/base/text.h"

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

bool stands_between(char32_t letter)
{
    return letter == U' ' || letter == U'-' || letter == U'\t' || letter == U'\n' || letter == U'\r';
}

std::size_t letters_of(std::string_view typed)
{
    const auto all = code_points(typed);
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](char32_t letter) { return !stands_between(letter); }));
}

// Each group as it is typed so far, whatever stood between them.
std::vector<std::string> groups_of(const std::string& typed)
{
    std::vector<std::string> out;
    std::size_t letters = 0;
    for (const char32_t letter : code_points(typed)) {
        if (stands_between(letter)) continue;
        if (letters++ % vault::code_group_size == 0) out.emplace_back();
        const bool small = letter >= U'a' && letter <= U'z';
        append_utf8(out.back(), small ? letter - U'a' + U'A' : letter);
    }
    return out;
}

std::vector<Cell> cells_of(const RecoveryForm& form, std::size_t caret, const Words& words)
{
    const auto groups = groups_of(form.typed);
    // The group that the next letter goes into.
    const std::size_t here =
        letters_of(std::string_view(form.typed).substr(0, caret)) / vault::code_group_size;
    const auto& heard = form.heard;
    std::vector<Cell> out;
    for (std::size_t at = 0; at < vault::code_groups; ++at) {
        const auto place = static_cast<int>(at) + 1;
        const bool wrong = std::find(heard.wrong_groups.begin(), heard.wrong_groups.end(), place) !=
                           heard.wrong_groups.end();
        Cell cell;
        cell.state = wrong ? CellState::wrong : at < heard.whole_groups ? CellState::done : CellState::empty;
        cell.here = at == here;
        cell.label =
            words(wrong ? "recovery.ask_again" : "recovery.group", {{"place", std::to_string(place)}});
        if (at < groups.size()) cell.text = groups[at];
        out.push_back(std::move(cell));
    }
    return out;
}

// A sheet whose code was used opens nothing: whoever looks for one should know which to ask for.
std::string sheets_left(const std::vector<std::uint64_t>& left, const Words& words)
{
    if (left.empty()) return words("recovery.no_sheet");
    if (left.size() > 1) return words("recovery.both_sheets");
    return words(left.front() == vault::steward_sheet ? "recovery.steward_sheet"
                                                      : "recovery.coordinator_sheet");
}

// Behind the last letter of a group.
std::size_t end_of_group(const std::string& typed, std::size_t group)
{
    std::size_t at = 0, letters = 0;
    while (at < typed.size() && letters < (group + 1) * vault::code_group_size) {
        if (!stands_between(static_cast<unsigned char>(typed[at]))) ++letters;
        ++at;
    }
    return at;
}

} // namespace

RecoveryView recovery_view(const AppState& state, const Words& words)
{
    RecoveryView view;
    const auto& form = state.recovery;
    view.code = form.typed;
    view.typing = state.typing == TextField::recovery_code;
    for (std::size_t at = 0; at < vault::code_groups; ++at) view.ends.push_back(end_of_group(form.typed, at));
    view.cells = cells_of(form, view.typing ? state.entry.caret : form.typed.size(), words);
    const auto all = static_cast<std::int64_t>(vault::code_groups);
    const auto typed = static_cast<std::int64_t>(form.heard.whole_groups);
    view.counted = words("recovery.counted", {{"typed", words.number(typed)}, {"all", words.number(all)}});
    view.problem = problem_of(form, words);
    view.can_open = form.heard.complete() && !form.refused && state.busy == Busy::none;
    if (typed < all) view.why_not = words.count("recovery.more_groups", all - typed);
    if (!view.problem.empty()) view.why_not = view.problem;
    if (typed < all && view.problem.empty())
        view.ask = words("recovery.ask_for", {{"place", std::to_string(typed + 1)}});
    view.busy = state.busy == Busy::opening;
    view.failure = failure_sentence(state, words);
    view.sheets = sheets_left(form.sheets_left, words);
    return view;
}

} // namespace northseal::kiosk
