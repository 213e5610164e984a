#include "kiosk/screens/issued.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

void certificate_picture(const IssuedView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    if (view.picture == nullptr) {
        card(ui, box);
        draw_centred(ui, box.inset(48, 0), Role::row, colours.text_soft, page.words("issued.drawing"),
                     Align::centre);
        return;
    }
    const Box paper =
        fitted(box, static_cast<float>(view.picture->width), static_cast<float>(view.picture->height));
    shadow(ui, paper, Elevation::over);
    picture(ui, paper, page.art.made("certificate", view.picture_number, *view.picture), 6);
}

Action code_card(const IssuedView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    const ButtonLook copy = button_look(view.copy_label, ButtonStyle::soft, Icon::device_usb);
    if (view.can_copy) {
        const Box place = inner.take_bottom(56, 14);
        if (button(ui, "take-home", place, copy)) answer = act::TakeHome{};
    } else {
        const std::string why = page.words("issued.no_copy");
        const float height = text_height(ui, Role::small, why, inner.width);
        draw_text(ui, inner.take_bottom(height, 14), Role::small, colours.text_soft, why, Align::centre);
    }
    const float sentence = text_height(ui, Role::body, view.scan_sentence, inner.width);
    draw_text(ui, inner.take_bottom(sentence), Role::body, colours.text_soft, view.scan_sentence,
              Align::centre);
    const float title = text_height(ui, Role::button, view.scan_title, inner.width);
    draw_text(ui, inner.take_bottom(title, 8), Role::button, colours.text, view.scan_title, Align::centre);
    if (view.qr != nullptr && view.qr->side > 0) {
        const float side = std::min(inner.width, inner.height);
        qr_code(ui, inner.at_centre(side, side), view.qr->dark, view.qr->side);
    }
    return answer;
}

} // namespace

Action draw(const IssuedView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.title, view.sentence, view.kept, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    TwoColumns columns = two_columns(page, body, 456);
    if (ui.portrait()) {
        columns.main = body;
        columns.side = columns.main.take_bottom(body.height * 0.48F, card_gap);
    }
    certificate_picture(view, page, columns.main);
    answer = code_card(view, page, columns.side);

    TaskBarLook look;
    if (view.may_ask_change)
        look.back = button_look(page.words("change.open"), ButtonStyle::plain, Icon::replace);
    look.other = button_look(page.words("issued.done"), ButtonStyle::outline);
    look.main = button_look(view.main_label, ButtonStyle::main, Icon::printer, IconSide::before,
                            view.can_print, view.status);
    look.sentence = view.status;
    switch (task_bar(ui, look)) {
    case BarTap::main:
        answer = act::Print{};
        break;
    case BarTap::other:
        answer = act::Go{Screen::home};
        break;
    case BarTap::back:
        answer = act::Go{Screen::change};
        break;
    case BarTap::none:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
