#include "kiosk/screens/rubric.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/widgets/rubric.h"

namespace northseal::kiosk {

namespace {

std::vector<OutcomeLook> outcome_looks(const RubricView& view)
{
    std::vector<OutcomeLook> looks;
    for (const auto& each : view.outcomes)
        looks.push_back({each.name, each.level_name, static_cast<int>(each.level), each.levels, each.here});
    return looks;
}

Action outcomes_column(const RubricView& view, Page& page, Box column)
{
    Answer answer;
    Ui& ui = page.ui;
    fill(ui, column, ui.colours().surface);
    fill(ui, {column.right() - 1, column.y, 1, column.height}, ui.colours().line);
    Box foot = column.take_bottom(
        std::max(72.0F, text_height(ui, Role::small, view.progress, column.width - 48) + 24));
    draw_centred(ui, foot.inset(28, 0), Role::small, ui.colours().text_soft, view.progress);
    Box inner = column.inset(12, 12);
    Scroll scroll(ui, "outcomes", inner, ScrollMark::beside);
    auto looks = outcome_looks(view);
    const auto sum = [&] {
        float height = 0;
        for (const auto& look : looks) height += outcome_height(ui, inner.width, look) + 8;
        return height;
    };
    float height = sum();
    // Long names stand smaller before any of them is out of sight.
    if (height - 8 > inner.height) {
        for (auto& look : looks) look.small = true;
        height = sum();
    }
    Box content = scroll.content();
    content.height = height;
    const int tapped = outcome_list(ui, "outcome", content, looks);
    scroll.ends_at(content.y + height - 8);
    if (tapped >= 0) answer = act::ChooseOutcome{static_cast<std::size_t>(tapped)};
    return answer;
}

// The cards of the levels as they stand in a width: four across, two by two where the words are large or the
// screen is narrow.
struct LevelCards {
    std::vector<LevelLook> looks{};
    int across{4};
    float card{0};   // height of one
    float height{0}; // of all
};
constexpr float level_gap = 14;

enum class Standard { on_each_card, said_once };

LevelCards level_cards(const RubricView& view, const Page& page, float room,
                       Standard standard = Standard::on_each_card)
{
    const Ui& ui = page.ui;
    LevelCards out;
    const auto count = static_cast<int>(view.levels.size());
    out.across = ui.theme().grow() > 1.1F || ui.portrait() || count > 4 ? 2 : count;
    for (int i = 0; i < count; ++i) {
        const auto& level = view.levels[static_cast<std::size_t>(i)];
        out.looks.push_back({level.name, level.words, i + 1, count, level.chosen,
                             level.meets && standard == Standard::on_each_card, page.words("rubric.meets"),
                             true});
    }
    const auto across = static_cast<float>(out.across);
    // As wide as the cells of a grid, which stand on whole pixels.
    const float width = std::floor((room - level_gap * (across - 1)) / across);
    const bool stacked = !std::all_of(out.looks.begin(), out.looks.end(),
                                      [&](const auto& look) { return level_name_fits(ui, width, look); });
    for (auto& look : out.looks) {
        look.stacked = stacked;
        out.card = std::max(out.card, level_card_height(ui, width, look));
    }
    const auto down = static_cast<float>((count + out.across - 1) / out.across);
    out.height = out.card * down + level_gap * (down - 1);
    return out;
}

Action levels(const LevelCards& cards, Page& page, Box box)
{
    Answer answer;
    const auto cells = grid(box, static_cast<int>(cards.looks.size()), cards.across, cards.card, level_gap);
    for (std::size_t i = 0; i < cards.looks.size(); ++i) {
        if (level_card(page.ui, "level/" + std::to_string(i + 1), cells[i], cards.looks[i]))
            answer = act::ChooseLevel{static_cast<std::uint32_t>(i + 1)};
    }
    return answer;
}

Action note(const RubricView& view, Page& page, Box box)
{
    FieldLook look;
    look.label = page.words("rubric.note_label");
    look.hint = page.words("rubric.note_hint");
    look.lines = true;
    return text_field(page, "note", box, TextField::note, view.note, look);
}

} // namespace

// As many as the line holds.
Action phrase_taps(const std::vector<std::string>& words, Page& page, Box line)
{
    Answer answer;
    for (std::size_t i = 0; i < words.size(); ++i) {
        TapLook look;
        look.label = words[i];
        look.icon = Icon::plus;
        const float width = tap_width(page.ui, look);
        if (width > line.width) continue;
        if (tap(page.ui, "phrase/" + std::to_string(i), {line.x, line.y}, look)) answer = act::AddPhrase{i};
        line.take_left(width, 10);
    }
    return answer;
}

namespace {

Action bar(const RubricView& view, Page& page)
{
    TaskBarLook look;
    if (!view.back_label.empty())
        look.back = button_look(view.back_label, ButtonStyle::plain, Icon::chevron_left);
    look.main = button_look(view.next_label, ButtonStyle::main, Icon::arrow_right, IconSide::after);
    const float back = look.back ? button_width(page.ui, *look.back) + 16 : 0;
    const float room = page.ui.screen().width - 2 * page_padding - back;
    if (!view.next_short.empty() && button_width(page.ui, *look.main) > room)
        look.main->label = view.next_short;
    switch (task_bar(page.ui, look)) {
    case BarTap::back:
        return act::ChooseOutcome{view.back_to};
    case BarTap::main:
        return view.next;
    case BarTap::none:
    case BarTap::other:
        break;
    }
    return {};
}

// While the note is typed there is room for it and for what it is about.
Action typing_body(const RubricView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const float top = task_head_height(ui);
    Box body{32, top + 16, ui.screen().width - 64, keyboard_top(page) - top - 24};
    const Role role = fitting(ui, view.heading, body.width, {Role::heading, Role::button});
    const float heading = text_height(ui, role, view.heading, body.width);
    const float line = view.phrases.empty() ? 0 : tap_height(ui) + 12;
    // Large words on a low screen leave room for the note, then for quick words, then for what it is about.
    constexpr float note_least = 100;
    const bool phrases = line > 0 && body.height - line >= note_least;
    if (body.height - (phrases ? line : 0) - heading - 8 >= note_least)
        draw_text(ui, body.take_top(heading, 8), role, ui.colours().text, view.heading);
    const Box taps = phrases ? body.take_bottom(tap_height(ui), 12) : Box{};
    answer = note(view, page, body);
    if (phrases) answer = phrase_taps(view.phrases, page, taps);
    answer = typing_keys(page);
    return answer;
}

// Quick words for the note, and the way to pictures of the work at the right of them.
Action below_note(const RubricView& view, Page& page, Box line)
{
    Answer answer;
    if (!view.evidence.empty()) {
        const ButtonLook look = button_look(view.evidence, ButtonStyle::plain, Icon::paperclip);
        // Its words end where the note ends.
        const float width = button_width(page.ui, look);
        const Box place{line.right() - width + 12, line.y, width, line.height};
        if (button(page.ui, "evidence", place, look)) answer = act::Go{Screen::evidence};
        line.take_right(width - 12, 8);
    }
    answer = phrase_taps(view.phrases, page, line);
    return answer;
}

// Discs of the outcomes; beside them the outcome's name where it fits, or how many have a level.
Action disc_line(const RubricView& view, Page& page, Box& rest, bool with_heading)
{
    Answer answer;
    Ui& ui = page.ui;
    const float discs = 66 * static_cast<float>(view.outcomes.size()) - 10;
    const float room = rest.width - discs - 24;
    if (with_heading) {
        const Role role = fitting(ui, view.heading, room, {Role::heading, Role::task, Role::button});
        const float height = std::max(56.0F, text_height(ui, role, view.heading, room));
        const Box line = rest.take_top(height, 10);
        const int tapped = outcome_discs(ui, "outcome", {line.right(), line.y}, outcome_looks(view));
        if (tapped >= 0) answer = act::ChooseOutcome{static_cast<std::size_t>(tapped)};
        draw_centred(ui, {line.x, line.y, room, height}, role, ui.colours().text, view.heading);
        return answer;
    }
    const int tapped = outcome_discs(ui, "outcome", {rest.x + discs, rest.y}, outcome_looks(view));
    if (tapped >= 0) answer = act::ChooseOutcome{static_cast<std::size_t>(tapped)};
    const Box beside{rest.x + discs + 20, rest.y, room, 56};
    if (room > 0 && text_height(ui, Role::small, view.progress, room) <= beside.height)
        draw_centred(ui, beside, Role::small, ui.colours().text_soft, view.progress, Align::right);
    rest.take_top(64);
    return answer;
}

// Where words are so large that cards fill the page: the note and the pictures are a touch away, and the
// standard is said once. `foot` is where the page ends.
Action large_body(const RubricView& view, Page& page, Box rest, float foot, Scroll& scroll)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = disc_line(view, page, rest, true);
    LevelCards cards = level_cards(view, page, rest.width, Standard::said_once);
    answer = levels(cards, page, rest.take_top(cards.height, 14));
    constexpr float field_least = 140;
    if (const float left = foot - rest.y - tap_height(ui) - 14; left >= field_least) {
        answer = note(view, page, rest.take_top(std::min(left, 200.0F), 14));
        answer = below_note(view, page, rest.take_top(tap_height(ui)));
        scroll.ends_at(rest.y + 4);
        return answer;
    }
    const ButtonLook write =
        button_look(page.words(view.note.empty() ? "rubric.write_note" : "rubric.change_note"),
                    ButtonStyle::outline, Icon::pencil);
    Box line = rest.take_top(button_height(ui, ButtonStyle::outline), 4);
    if (button(ui, "note", line.take_left(button_width(ui, write), 16), write))
        answer = act::Focus{TextField::note, view.note.size()};
    if (!view.evidence.empty()) {
        const ButtonLook look = button_look(view.evidence, ButtonStyle::outline, Icon::paperclip);
        const float width = button_width(ui, look);
        if (width > line.width) line = rest.take_top(line.height, 4);
        if (button(ui, "evidence", line.take_left(width, 16), look)) answer = act::Go{Screen::evidence};
    }
    const auto standard =
        std::find_if(view.levels.begin(), view.levels.end(), [](const auto& each) { return each.meets; });
    if (standard != view.levels.end()) {
        const std::string said = page.words("rubric.standard", {{"level", standard->name}});
        if (text_width(ui, Role::small, said) + 34 > line.width)
            line = rest.take_top(std::max(40.0F, line_height(ui, Role::small)), 4);
        const float width = text_width(ui, Role::small, said) + 2;
        draw_icon(ui, {line.right() - width - 24, std::floor(line.centre().y)}, Icon::certificate, 28,
                  ui.colours().spruce);
        draw_centred(ui, {line.right() - width, line.y, width, line.height}, Role::small, ui.colours().spruce,
                     said);
    }
    scroll.ends_at(rest.y + 4);
    return answer;
}

// Everything between head and bar: scrolled where large words need more than the screen has.
Action rubric_body(const RubricView& view, Page& page, Box body, bool list)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    // The list's own mark stands in the page's padding, not on the cards.
    Scroll scroll(ui, "rubric", {body.x - 4, body.y - 4, body.width + 24, body.height + 16});
    const float foot = body.bottom();
    Box rest{body.x, scroll.content().y + 4, body.width, body.height};
    if (!list) {
        if (!ui.portrait()) return large_body(view, page, rest, foot, scroll);
        answer = disc_line(view, page, rest, false);
    }
    const float heading = text_height(ui, Role::heading, view.heading, rest.width);
    LevelCards cards = level_cards(view, page, rest.width);
    const bool line = !view.phrases.empty() || !view.evidence.empty();
    const float below = line ? tap_height(ui) : 0;
    // Long words of the levels are given room by everything else, before anything is scrolled.
    struct Spacing {
        Role sentence;
        float gap;
        float note; // at least
    };
    const float room = foot - rest.y - heading - cards.height - below;
    const auto note_room = [&](const Spacing& space) {
        const float sentence = text_height(ui, space.sentence, view.statement, rest.width);
        return room - sentence - (line ? 3 : 2) * space.gap;
    };
    Spacing space{Role::body, 14, 112};
    for (const Spacing& other : {Spacing{Role::small, 12, 112}, Spacing{Role::small, 8, 96}}) {
        if (note_room(space) < space.note) space = other;
    }
    float note_height = std::clamp(note_room(space), space.note, 128.0F);
    // What an upright screen has left over makes cards and note larger.
    if (const float spare = note_room(space) - note_height; ui.portrait() && spare > 0) {
        const float more = std::floor(std::min(64.0F, spare / 4));
        cards.height += more * std::round(cards.height / cards.card);
        cards.card += more;
        note_height += std::floor(std::min(90.0F, spare / 3));
    }
    draw_text(ui, rest.take_top(heading), Role::heading, colours.text, view.heading);
    const float sentence = text_height(ui, space.sentence, view.statement, rest.width);
    draw_text(ui, rest.take_top(sentence, space.gap), space.sentence, colours.text_soft, view.statement);
    answer = levels(cards, page, rest.take_top(cards.height, space.gap));
    answer = note(view, page, rest.take_top(note_height, space.gap));
    if (line) answer = below_note(view, page, rest.take_top(below));
    scroll.ends_at(rest.y + 4);
    return answer;
}

} // namespace

Action draw(const RubricView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    answer = task(page, view.learner, view.programme, view.saved, true);
    if (view.outcomes.empty()) {
        Box body = task_body(ui);
        say_failure(page, body, view.failure);
        draw_text(ui, body, Role::row, colours.text_soft, page.words("rubric.empty"));
        return answer;
    }
    if (view.typing) {
        answer = typing_body(view, page);
        return answer;
    }
    const float top = task_head_height(ui);
    Box body{0, top, ui.screen().width, ui.screen().height - top - task_bar_height(ui)};
    const bool list = !ui.portrait() && ui.theme().grow() < 1.1F;
    if (list) answer = outcomes_column(view, page, body.take_left(332));
    body = body.inset(32, 12);
    say_failure(page, body, view.failure);
    answer = rubric_body(view, page, body, list);
    answer = bar(view, page);
    return answer;
}

} // namespace northseal::kiosk
