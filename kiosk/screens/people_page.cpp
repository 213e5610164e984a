#include "kiosk/screens/people_page.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"
#include "kiosk/screens/settings_frame.h"
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

Action ways_of(const PeopleView::Detail& detail, Page& page, Box& rows)
{
    Answer answer;
    Ui& ui = page.ui;
    for (const auto& way : detail.ways) {
        RowLook look;
        look.title = way.title;
        look.second = way.second;
        look.icon = way.icon;
        look.chevron = !way.id.empty();
        look.enabled = way.why_not.empty();
        look.why_not = way.why_not;
        const Box place = rows.take_top(std::max(76.0F, row_height(ui, rows.width, look)));
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        if (way.id.empty())
            plain_row(ui, place, look);
        else if (row(ui, way.id, place, look))
            answer = way.action;
    }
    return answer;
}

// Disc and name, the name below where a word of it would break beside the disc.
void detail_head(const PeopleView::Detail& detail, Page& page, Box& rows)
{
    Ui& ui = page.ui;
    const bool below = widest_word(ui, Role::name_strong, detail.name) > rows.width - 74;
    const float width = below ? rows.width : rows.width - 74;
    const bool large = widest_word(ui, Role::name_strong, detail.name) <= width;
    const Role face = large ? Role::name_strong : Role::body_strong;
    const float name = text_height(ui, face, detail.name, width);
    const float role = text_height(ui, Role::small, detail.role, width);
    Box head = rows.take_top(below ? 58 : std::max(58.0F, name + role), below ? 12 : 20);
    const Box disc = head.take_left(58, 16);
    initial_disc(ui, disc.centre(), 58, detail.name);
    Box words = below ? rows.take_top(name + role, 20) : head.at_centre(head.width, name + role);
    draw_text(ui, words.take_top(name), face, ui.colours().text, detail.name);
    draw_text(ui, words, Role::small, ui.colours().text_soft, detail.role);
}

Action detail_card(const PeopleView::Detail& detail, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Scroll scroll(ui, "detail", box.inset(0, 8));
    const Box content = scroll.content();
    Box rows{content.x + card_padding, content.y + 16, content.width - 2 * card_padding, content.height};
    detail_head(detail, page, rows);
    for (const auto& each : detail.says)
        rows.take_top(
            status(ui, {rows.x, rows.y}, rows.width, {each.icon, each.tone, each.title, each.sentence}), 18);
    Box ways{content.x, rows.y, content.width, content.height};
    answer = ways_of(detail, page, ways);
    scroll.ends_at(ways.y + 8);
    return answer;
}

// Below the list: somebody joins. Its own height, and what stands above it.
Action add_button(const PeopleView& view, Page& page, Box& column)
{
    const ButtonLook add = button_look(view.add, ButtonStyle::outline, Icon::user_plus);
    const Box place = column.take_bottom(button_height(page.ui, ButtonStyle::outline), 14);
    return button(page.ui, "person/add", place, add) ? Action{act::PersonNext{}} : Action{};
}

Action list_of_people(const PeopleView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    auto [action, body] = settings_frame(page, view.line, Screen::people);
    answer = std::move(action);
    say_failure(page, body, view.failure);
    TwoColumns columns = two_columns(page, body, 400);
    if (ui.portrait()) { // what is said of one person needs more than a third
        columns.main = body;
        columns.side = columns.main.take_bottom(body.height * 0.54F, card_gap);
    }
    answer = add_button(view, page, columns.main);
    answer = rows_of_people(view, page, columns.main);
    if (view.detail) {
        answer = detail_card(*view.detail, page, columns.side);
        return answer;
    }
    Box inner = card(ui, columns.side);
    glyph(ui, {inner.x, inner.y, 64, 64}, view.note_icon, view.note_tone);
    inner.take_top(64, 16);
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

// What follows at the left, the PIN of who says so at the right.
Action somebody_left(const PeopleView& view, Page& page, Box body)
{
    Answer answer;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    if (view.detail) answer = detail_card(*view.detail, page, columns.main);
    card(page.ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.pin_main, Icon::user_off, view.busy});
    return answer;
}

} // namespace

Action draw(const PeopleView& view, Page& page)
{
    if (view.step == PeopleStep::list) return list_of_people(view, page);
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("people.title"), view.line, {}, false);
    Box body = task_body(ui);
    if (view.main.empty()) body.height = ui.screen().bottom() - 16 - body.y; // there is no bar
    if (!view.typing && view.step == PeopleStep::name) say_failure(page, body, view.failure);
    switch (view.step) {
    case PeopleStep::list:
        break;
    case PeopleStep::name:
        answer = name_and_role(view, page, body);
        break;
    case PeopleStep::pin:
        answer = new_persons_pin(view, page, body);
        break;
    case PeopleStep::leaves:
        answer = somebody_left(view, page, body);
        break;
    }
    if (view.main.empty() || view.typing) return answer;
    TaskBarLook look;
    look.main = button_look(view.main, ButtonStyle::main, Icon::arrow_right, IconSide::before, view.can_go_on,
                            view.why_not);
    if (task_bar(ui, look) == BarTap::main) answer = act::PersonNext{};
    return answer;
}

} // namespace northseal::kiosk
