#include "kiosk/screens/my_record_pin.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

Action called_field(const MyRecordView& view, Page& page, Box& body)
{
    FieldLook look;
    look.label = page.words("own_pin.name");
    look.hint = page.words("own_pin.name_hint");
    look.lines = page.ui.portrait();
    const float height = look.lines ? 140.0F : field_height(page.ui, body.width, look);
    return text_field(page, "name", body.take_top(height, 20), TextField::own_name, view.called, look);
}

// A page whose one thing to do is the PIN: there is no bar.
Box body_without_bar(const Page& page)
{
    Box body = task_body(page.ui);
    body.height = page.ui.screen().bottom() - 16 - body.y;
    return body;
}

// What a PIN is for, in numbered steps below a heading.
void explain_pin(Page& page, Box box, std::string_view heading, const std::vector<std::string>& steps)
{
    Ui& ui = page.ui;
    const Box inner = card(ui, box);
    Scroll scroll(ui, "explained", inner, ScrollMark::beside);
    Box rows = scroll.content();
    const float high = text_height(ui, Role::heading, heading, rows.width);
    draw_text(ui, rows.take_top(high, 20), Role::heading, ui.colours().text, heading);
    int number = 0;
    for (const auto& step : steps)
        rows.take_top(numbered_step(ui, {rows.x, rows.y}, rows.width, ++number, step), 16);
    scroll.ends_at(rows.y);
}

} // namespace

Action ask_name(const MyRecordView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    if (const auto& code = ui.scanned()) answer = act::Scanned{*code}; // whoever finds their paper after all
    Box body = task_body(ui);
    if (view.typing) {
        const float top = task_head_height(ui) + 16;
        body = {body.x, top, body.width, keyboard_top(page) - top - 4};
        answer = called_field(view, page, body);
        answer = typing_keys(page);
        return answer;
    }
    say_failure(page, body, view.failure);
    Box inner = card(ui, body);
    answer = called_field(view, page, inner);
    const std::string note = page.words("own_pin.name_note");
    draw_text(ui, inner, Role::body, ui.colours().text_soft, note);
    TaskBarLook bar;
    bar.sentence = page.words("my_record.closes");
    bar.main = button_look(page.words("own_pin.next"), ButtonStyle::main, Icon::arrow_right, IconSide::before,
                           !view.called.empty(), page.words("own_pin.name_missing"));
    if (task_bar(ui, bar) == BarTap::main) answer = act::GoToMyStep{MyRecordStep::pin};
    return answer;
}

Action ask_own_pin(const MyRecordView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    if (const auto& code = ui.scanned()) answer = act::Scanned{*code};
    TwoColumns columns = beside_pin_card(page, body_without_bar(page));
    say_failure(page, columns.main, view.failure);
    {
        const Box inner = card(ui, columns.main);
        Scroll scroll(ui, "typed", inner, ScrollMark::beside);
        Box rows = scroll.content();
        card_title(page, rows, page.words("own_pin.typed"), Role::label);
        const float high = text_height(ui, Role::name, view.called, rows.width);
        draw_text(ui, rows.take_top(high, 24), Role::name, ui.colours().text, view.called);
        const std::string note = page.words("own_pin.note");
        const float low = text_height(ui, Role::body, note, rows.width);
        draw_text(ui, rows.take_top(low), Role::body, ui.colours().text_soft, note);
        scroll.ends_at(rows.y);
    }
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.pin_main, Icon::eye, view.busy});
    return answer;
}

Action choose_own_pin(const MyRecordView& view, Page& page)
{
    Answer answer;
    TwoColumns columns = beside_pin_card(page, body_without_bar(page));
    say_failure(page, columns.main, view.failure);
    explain_pin(page, columns.main, page.words("own_pin.new_heading"), view.pin_steps);
    card(page.ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.pin_main, Icon::key, view.busy});
    return answer;
}

} // namespace northseal::kiosk
