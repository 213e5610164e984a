#include "kiosk/screens/pin_card.h"

#include "kiosk/widgets/pin_pad.h"

namespace northseal::kiosk {

namespace {

Action from_tap(const PinTap& tapped)
{
    if (tapped.digit) return act::PinDigit{*tapped.digit - '0'};
    if (tapped.backspace) return act::PinErase{};
    if (tapped.clear) return act::PinClear{};
    return {};
}

// The sixth digit may be the last touch: the pad of a desk's keyboard has an enter key of its own.
bool enter_pressed(const Ui& ui)
{
    for (const Edit& edit : ui.edits()) {
        if (edit.kind == Edit::Kind::enter) return true;
    }
    return false;
}

} // namespace

TwoColumns beside_pin_card(const Page& page, Box body)
{
    constexpr float card_width = 420, card_height = 680;
    if (!page.ui.portrait()) return two_columns(page, body, card_width);
    TwoColumns out{{}, body};
    out.main = out.side.take_top(body.height - card_height, card_gap);
    return out;
}

Action pin_card(Page& page, Box box, const PinView& view, const PinCardLook& card)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = box.inset(30, box.height < 700 ? 12 : 28);
    // A long first name stands a size smaller.
    const bool fits = text_width(ui, Role::heading, view.title) <= inner.width;
    draw_text(ui, inner.take_top(line_height(ui, Role::heading)), fits ? Role::heading : Role::button,
              colours.text, view.title, Align::centre);
    draw_text(ui, inner.take_top(line_height(ui, Role::body), 20), Role::body,
              view.wrong ? colours.berry : colours.text_soft, view.hint, Align::centre);

    PinLook look;
    look.typed = view.digits;
    look.wrong = view.wrong && view.digits == 0;
    look.enabled = view.open;
    look.why_not = view.open ? std::string() : view.below;
    look.clear = page.words("pin.clear");
    look.backspace = page.words("pin.backspace");
    const Box dots = inner.take_top(24, 30);
    pin_dots(ui, dots.centre(), look);
    const Box pad = pin_pad_box(ui, {inner.x, inner.y});
    const Box placed{box.x + (box.width - pad.width) / 2, pad.y, pad.width, pad.height};
    inner.take_top(pad.height, 22);
    answer = from_tap(pin_pad(ui, placed, look));
    for (const PinTap& typed : typed_pin(ui)) answer = from_tap(typed);

    const Box action = inner.take_top(64, 14);
    if (!card.busy.empty()) {
        busy(ui, action, {card.busy, {}, {}, 0.5F});
    } else {
        const ButtonLook main = button_look(card.main, ButtonStyle::main, card.icon, IconSide::before,
                                            view.complete, view.open ? view.hint : view.below);
        if (button(ui, "pin/main", action, main)) answer = act::SubmitPin{};
        if (view.complete && enter_pressed(ui)) answer = act::SubmitPin{};
    }
    const std::string& below = view.demo.empty() || view.wrong ? view.below : view.demo;
    draw_text(ui, inner, Role::small, view.demo.empty() || view.wrong ? colours.text_soft : colours.dusk,
              below, Align::centre);
    return answer;
}

} // namespace northseal::kiosk
