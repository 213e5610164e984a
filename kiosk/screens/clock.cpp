#include "kiosk/screens/clock.h"

#include <algorithm>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"
#include "kiosk/widgets/wheel.h"

namespace northseal::kiosk {

namespace {

const char* wheel_id(ClockPart part)
{
    constexpr const char* ids[] = {"clock/year", "clock/month", "clock/day", "clock/hour", "clock/minute"};
    return ids[static_cast<std::size_t>(part)];
}

// The name of a month needs twice the room of a day, and a line parts the date from the time.
Action time_wheel(const ClockView& view, Page& page, Box box)
{
    std::vector<WheelPart> parts;
    for (const auto& part : view.parts) {
        const float share = part.part == ClockPart::month ? 2.1F : part.part == ClockPart::year ? 1.3F : 1.0F;
        parts.push_back({wheel_id(part.part), part.label, part.value, part.later, part.earlier, share,
                         part.part == ClockPart::hour});
    }
    const WheelTap tapped = wheel(page.ui, box, parts);
    if (tapped.by == 0) return {};
    return act::StepClock{view.parts[tapped.part].part, tapped.by};
}

RowLook setter_look(const ClockView::Person& person, const Page& page)
{
    RowLook look;
    look.title = person.name.empty() ? page.words("clock.second_person") : person.name;
    look.second = person.second;
    look.initial_of = person.name;
    if (person.name.empty()) look.icon = Icon::user;
    look.chip = person.chip;
    look.chip_icon = person.done ? Icon::check : Icon::key;
    look.chip_tone = person.done ? Tone::good : Tone::second;
    look.chevron = false;
    return look;
}

// Who the second one is, where several may be.
Action choose_second(const ClockView& view, Page& page, Box& rows)
{
    Answer answer;
    Ui& ui = page.ui;
    float x = rows.x;
    for (const auto& choice : view.seconds) {
        const TapLook look{choice.name, Icon::none, choice.chosen, true, false, Role::body};
        const float width = tap_width(ui, look);
        if (x > rows.x && x + width > rows.right()) {
            rows.take_top(tap_height(ui), touch_gap_least);
            x = rows.x;
        }
        if (tap(ui, "second/" + std::to_string(choice.id.value), {x, rows.y}, look))
            answer = act::ChooseFacilitator{choice.id};
        x += width + touch_gap_least;
    }
    if (!view.seconds.empty()) rows.take_top(tap_height(ui), 12);
    return answer;
}

// The reasons, two beside one another where there is room.
void draw_why(const ClockView& view, Page& page, Box& rows)
{
    Ui& ui = page.ui;
    const int across = rows.width > ui.grown(640) ? 2 : 1;
    const float width = (rows.width - static_cast<float>(across - 1) * card_gap) / static_cast<float>(across);
    draw_text(ui, rows.take_top(text_height(ui, Role::button, view.why_title, rows.width), 12), Role::button,
              ui.colours().text, view.why_title);
    for (std::size_t first = 0; first < view.why.size(); first += static_cast<std::size_t>(across)) {
        float height = 0;
        for (int i = 0; i < across && first + static_cast<std::size_t>(i) < view.why.size(); ++i) {
            const auto& why = view.why[first + static_cast<std::size_t>(i)];
            const Point at{rows.x + static_cast<float>(i) * (width + card_gap), rows.y};
            height = std::max(height, status(ui, at, width, {why.icon, why.tone, why.title, why.sentence}));
        }
        rows.take_top(height, 12);
    }
}

Action what_is_said(const ClockView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box inner = card(ui, box);
    Scroll scroll(ui, "clock", inner, ScrollMark::beside);
    Box rows = scroll.content();
    draw_text(ui, rows.take_top(text_height(ui, Role::heading, view.heading, rows.width)), Role::heading,
              colours.text, view.heading);
    const bool apart = !view.apart.empty();
    const std::string& sentence = apart ? view.apart : view.explain;
    draw_text(ui, rows.take_top(text_height(ui, Role::body, sentence, rows.width), 16), Role::body,
              apart ? colours.ember : colours.text_soft, sentence);
    answer = time_wheel(view, page, rows.take_top(wheel_height(ui), 16));
    for (const auto& person : view.people) {
        const RowLook look = setter_look(person, page);
        const Box line{rows.x - 24, rows.y, rows.width + 48, row_height(ui, rows.width + 48, look)};
        divider(ui, rows.x, line.y, rows.width);
        plain_row(ui, line, look);
        rows.take_top(line.height);
    }
    answer = choose_second(view, page, rows);
    divider(ui, rows.x, rows.y, rows.width);
    rows.take_top(16);
    draw_why(view, page, rows);
    scroll.ends_at(rows.y - 12);
    return answer;
}

} // namespace

Action draw(const ClockView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("clock.title"), view.line, view.saved, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 16 - body.y;
    body.y -= 8;
    body.height += 8;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    answer = what_is_said(view, page, columns.main);
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.main_label, Icon::clock, view.busy});
    return answer;
}

} // namespace northseal::kiosk
