#include "kiosk/screens/rubric.h"

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
    Box inner = column.inset(12, 16);
    Scroll scroll(ui, "outcomes", inner, ScrollMark::beside);
    const auto looks = outcome_looks(view);
    float height = 0;
    for (const auto& look : looks) height += outcome_height(ui, inner.width, look) + 8;
    Box content = scroll.content();
    content.height = height;
    const int tapped = outcome_list(ui, "outcome", content, looks);
    scroll.ends_at(content.y + height);
    if (tapped >= 0) answer = act::ChooseOutcome{static_cast<std::size_t>(tapped)};
    return answer;
}

// Four across; two by two where the words are large or the screen is narrow.
Action levels(const RubricView& view, Page& page, Box& body)
{
    Answer answer;
    Ui& ui = page.ui;
    const auto count = static_cast<int>(view.levels.size());
    const int across = ui.theme().grow() > 1.1F || ui.portrait() || count > 4 ? 2 : count;
    std::vector<LevelLook> looks;
    for (int i = 0; i < count; ++i) {
        const auto& level = view.levels[static_cast<std::size_t>(i)];
        looks.push_back({level.name, level.words, i + 1, count, level.chosen, level.meets,
                         page.words("rubric.meets"), true});
    }
    const float gap = 14;
    const float width = (body.width - gap * static_cast<float>(across - 1)) / static_cast<float>(across);
    const bool stacked = !std::all_of(looks.begin(), looks.end(),
                                      [&](const auto& look) { return level_name_fits(ui, width, look); });
    float height = 0;
    for (auto& look : looks) {
        look.stacked = stacked;
        height = std::max(height, level_card_height(ui, width, look));
    }
    const auto cells = grid(body, count, across, height, gap);
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(i);
        if (level_card(ui, "level/" + std::to_string(i + 1), cells[index], looks[index]))
            answer = act::ChooseLevel{static_cast<std::uint32_t>(i + 1)};
    }
    const int down = (count + across - 1) / across;
    body.take_top(height * static_cast<float>(down) + gap * static_cast<float>(down - 1), 12);
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
    draw_text(ui, body.take_top(text_height(ui, role, view.heading, body.width), 8), role, ui.colours().text,
              view.heading);
    Box line = body.take_bottom(tap_height(ui), 0);
    body.take_bottom(12);
    answer = note(view, page, body);
    answer = phrase_taps(view.phrases, page, line);
    answer = typing_keys(page);
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
        const int tapped = outcome_discs(ui, "outcome", {rest.right(), rest.y}, outcome_looks(view));
        if (tapped >= 0) answer = act::ChooseOutcome{static_cast<std::size_t>(tapped)};
        rest.take_top(64);
    }
    draw_text(ui, rest.take_top(text_height(ui, Role::heading, view.heading, rest.width), 2), Role::heading,
              colours.text, view.heading);
    draw_text(ui, rest.take_top(text_height(ui, Role::body, view.statement, rest.width), 12), Role::body,
              colours.text_soft, view.statement);
    answer = levels(view, page, rest);
    const float left = foot - rest.y - tap_height(ui) - 10;
    answer = note(view, page, rest.take_top(std::clamp(left, 100.0F, 180.0F), 10));
    answer = phrase_taps(view.phrases, page, rest.take_top(tap_height(ui)));
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
    body = body.inset(32, 16);
    say_failure(page, body, view.failure);
    answer = rubric_body(view, page, body, list);
    answer = bar(view, page);
    return answer;
}

} // namespace northseal::kiosk
