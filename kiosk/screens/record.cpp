#include "kiosk/screens/record.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"
#include "kiosk/widgets/row.h"

namespace northseal::kiosk {

namespace {

Action see(const RecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    TwoColumns columns = two_columns(page, body, 420);
    card(ui, columns.main);
    Box rows = columns.main.inset(0, 8);
    for (std::size_t i = 0; i < view.ways.size(); ++i) {
        const auto& way = view.ways[i];
        RowLook look;
        look.title = way.title;
        look.second = way.second;
        look.icon = way.icon;
        look.enabled = way.enabled;
        look.why_not = way.second;
        const Box place = rows.take_top(std::max(92.0F, row_height(ui, rows.width, look)));
        if (i > 0) divider(ui, place.x, place.y, place.width);
        if (row(ui, way.id, place, look)) answer = way.action;
    }
    Box inner = card(ui, columns.side);
    card_title(page, inner, page.words("record.kept"), Role::button);
    Scroll scroll(ui, "facts", inner, ScrollMark::beside);
    scroll.ends_at(scroll.content().y + facts(page, scroll.content(), view.facts));
    return answer;
}

NameAndNumber corrected(const RecordView& view)
{
    return {TextField::corrected_name, view.new_name, TextField::corrected_number, view.number};
}

Action correct(const RecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    if (view.typing != TextField::none) {
        const float top = task_head_height(ui) + 16;
        body = {body.x, top, body.width, keyboard_top(page) - top - 4};
        answer = name_and_number(page, body, corrected(view));
        answer = typing_keys(page);
        return answer;
    }
    card(ui, body);
    Scroll scroll(ui, "correct", body.inset(0, 4));
    Box inner = scroll.content().inset(24, 20);
    answer = name_and_number(page, inner, corrected(view));
    const Box line = inner.take_top(tap_height(ui), 20);
    if (const auto tag = certificate_language(page, line, view.languages); !tag.empty())
        answer = act::SetCorrectedLanguage{tag};
    const float height = text_height(ui, Role::body, view.note, inner.width);
    draw_text(ui, {inner.x, inner.y, inner.width, height}, Role::body, ui.colours().text_soft, view.note);
    scroll.ends_at(inner.y + height + 20);
    return answer;
}

Action choices(const std::vector<RecordView::Choice>& all, std::string_view title, Page& page, Box& column)
{
    Answer answer;
    card_title(page, column, title, Role::label);
    for (const auto& each : all) {
        const ChoiceLook look{each.title, each.second, each.chosen, true};
        const Box place = column.take_top(choice_height(page.ui, column.width, look), 10);
        if (choice_row(page.ui, each.id, place, look)) answer = each.action;
    }
    return answer;
}

Action ask_erasure(const RecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, body);
    Scroll scroll(ui, "erase", body.inset(0, 4));
    Box inner = scroll.content().inset(24, 20);
    const auto why = page.words("record.why");
    const auto when = page.words("record.when");
    if (ui.portrait()) {
        answer = choices(view.reasons, why, page, inner);
        inner.take_top(8);
        answer = choices(view.retentions, when, page, inner);
        scroll.ends_at(inner.y + 20);
        return answer;
    }
    auto halves = columns(inner, 2, 32);
    answer = choices(view.reasons, why, page, halves[0]);
    answer = choices(view.retentions, when, page, halves[1]);
    scroll.ends_at(std::max(halves[0].y, halves[1].y) + 20);
    return answer;
}

void say(const RecordView& view, Page& page, Box box, Icon icon, Tone tone)
{
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    glyph(ui, {inner.x, inner.y, 64, 64}, icon, tone);
    inner.take_left(64, 20);
    draw_text(ui, inner, Role::row, ui.colours().text, view.note);
}

// With a person's PIN, there and then.
Action erase_now(const RecordView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    say(view, page, columns.main, Icon::eraser, Tone::refused);
    card(ui, columns.side);
    answer =
        pin_card(page, columns.side, view.pin, {page.words("record.erase_now"), Icon::eraser, view.busy});
    return answer;
}

// The screen is in the learner's hands.
Action choose_pin(const RecordView& view, Page& page, Box body)
{
    Answer answer;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    say(view, page, columns.main, Icon::key, Tone::neutral);
    card(page.ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.pin_main, Icon::key, view.busy});
    return answer;
}

Action body_of(const RecordView& view, Page& page, Box body)
{
    if (view.step == RecordStep::own_pin) return choose_pin(view, page, body);
    if (view.step == RecordStep::see && !view.ways.empty()) return see(view, page, body);
    if (view.step == RecordStep::correct) return correct(view, page, body);
    if (!view.reasons.empty()) return ask_erasure(view, page, body);
    if (view.asks_pin) return erase_now(view, page, body);
    say(view, page, body, Icon::eraser, Tone::neutral);
    return {};
}

} // namespace

Action draw(const RecordView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.name.empty() ? view.line : view.name,
                  view.name.empty() ? std::string() : view.line, {}, !view.name.empty());
    Box body = task_body(ui);
    const bool typing = view.typing != TextField::none;
    if (view.main.empty()) body.height = ui.screen().bottom() - 16 - body.y; // there is no bar
    if (!typing && !view.asks_pin && view.step != RecordStep::own_pin) say_failure(page, body, view.failure);
    answer = body_of(view, page, body);
    if (view.main.empty() || typing) return answer;
    TaskBarLook look;
    look.sentence = view.busy;
    look.main =
        button_look(view.main, ButtonStyle::main, Icon::check, IconSide::before,
                    view.can_go_on && view.busy.empty(), view.busy.empty() ? view.why_not : view.busy);
    if (task_bar(ui, look) == BarTap::main) answer = view.main_action;
    return answer;
}

} // namespace northseal::kiosk
