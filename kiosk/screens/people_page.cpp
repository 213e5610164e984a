#include "kiosk/screens/people_page.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"
#include "kiosk/widgets/row.h"

namespace northseal::kiosk {

namespace {

Action rows_of_people(const PeopleView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Scroll scroll(ui, "people", box.inset(0, 8));
    Box rows = scroll.content();
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const auto& person = view.rows[i];
        RowLook look;
        look.title = person.name;
        look.second = person.role;
        look.initial_of = person.name;
        look.chip = person.chip;
        look.chip_tone = person.may_sign ? Tone::good : Tone::waits;
        look.chip_icon = person.may_sign ? Icon::check : Icon::pencil;
        if (person.shown) look.ground = ui.colours().primary_soft;
        const Box place = rows.take_top(std::max(88.0F, row_height(ui, rows.width, look)));
        if (i > 0) divider(ui, place.x, place.y, place.width);
        if (row(ui, "person/" + std::to_string(person.id.value), place, look))
            answer = act::ShowPerson{person.id};
        scroll.ends_at(place.bottom());
    }
    return answer;
}

Action detail_card(const PeopleView::Detail& detail, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box inner = card(ui, box);
    Scroll scroll(ui, "detail", inner, ScrollMark::beside);
    Box rows = scroll.content();
    const float width = rows.width - 74;
    const float name = text_height(ui, Role::name_strong, detail.name, width);
    const float role = text_height(ui, Role::small, detail.role, width);
    Box head = rows.take_top(std::max(58.0F, name + role), 20);
    const Box disc = head.take_left(58, 16);
    initial_disc(ui, disc.centre(), 58, detail.name);
    head = head.at_centre(head.width, name + role);
    draw_text(ui, head.take_top(name), Role::name_strong, colours.text, detail.name);
    draw_text(ui, head, Role::small, colours.text_soft, detail.role);
    for (const auto& each : detail.says)
        rows.take_top(
            status(ui, {rows.x, rows.y}, rows.width, {each.icon, each.tone, each.title, each.sentence}), 18);
    if (!detail.change_pin.empty()) {
        const ButtonLook pin = button_look(detail.change_pin, ButtonStyle::soft, Icon::key);
        if (button(ui, "change-pin", rows.take_top(56), pin)) answer = act::Go{Screen::keys};
    }
    scroll.ends_at(rows.y);
    return answer;
}

Action list_of_people(const PeopleView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    TwoColumns columns = two_columns(page, body, 440);
    answer = rows_of_people(view, page, columns.main);
    if (view.detail) {
        answer = detail_card(*view.detail, page, columns.side);
        return answer;
    }
    Box inner = card(ui, columns.side);
    const float height = text_height(ui, Role::body, view.note, inner.width);
    draw_text(ui, inner.take_top(height, 20), Role::body, ui.colours().text, view.note);
    const ButtonLook copy = button_look(page.words("new_pin.copy"), ButtonStyle::soft, Icon::device_usb);
    if (view.may_copy && button(ui, "copy", inner.take_top(56), copy)) answer = act::CopyRequest{};
    return answer;
}

Action name_field(const PeopleView& view, Page& page, Box& body)
{
    FieldLook look;
    look.label = page.words("people.label_name");
    look.hint = page.words("register.hint_name");
    look.lines = page.ui.portrait();
    const float height = look.lines ? 140.0F : field_height(page.ui, body.width, look);
    return text_field(page, "name", body.take_top(height, 20), TextField::new_person, view.name, look);
}

Action name_and_role(const PeopleView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    if (view.typing) {
        const float top = task_head_height(ui) + 16;
        body = {body.x, top, body.width, keyboard_top(page) - top - 4};
        answer = name_field(view, page, body);
        answer = typing_keys(page);
        return answer;
    }
    Box inner = card(ui, body);
    answer = name_field(view, page, inner);
    card_title(page, inner, page.words("people.role"), Role::label);
    for (const auto& role : view.roles) {
        const ChoiceLook look{role.title, role.second, role.chosen, true};
        if (choice_row(ui, role.id, inner.take_top(choice_height(ui, inner.width, look), 10), look))
            answer = act::SetRole{role.role};
    }
    return answer;
}

Action new_persons_pin(const PeopleView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    const Box inner = card(ui, columns.main);
    draw_text(ui, inner, Role::row, ui.colours().text, view.note);
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.pin_main, Icon::user_plus, view.busy});
    return answer;
}

} // namespace

Action draw(const PeopleView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("people.title"), view.line, {}, false);
    Box body = task_body(ui);
    if (view.main.empty()) body.height = ui.screen().bottom() - 16 - body.y; // there is no bar
    if (!view.typing && view.step != PeopleStep::pin) say_failure(page, body, view.failure);
    switch (view.step) {
    case PeopleStep::list:
        answer = list_of_people(view, page, body);
        break;
    case PeopleStep::name:
        answer = name_and_role(view, page, body);
        break;
    case PeopleStep::pin:
        answer = new_persons_pin(view, page, body);
        break;
    }
    if (view.main.empty() || view.typing) return answer;
    TaskBarLook look;
    const auto icon = view.step == PeopleStep::list ? Icon::user_plus : Icon::arrow_right;
    look.main =
        button_look(view.main, ButtonStyle::main, icon, IconSide::before, view.can_go_on, view.why_not);
    if (task_bar(ui, look) == BarTap::main) answer = act::PersonNext{};
    return answer;
}

} // namespace northseal::kiosk
