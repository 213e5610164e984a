#include "kiosk/screens/pin_card.h"

#include <algorithm>
#include <cmath>

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

namespace {

// What stands in the card from the top down, and how much of it gives way where the card is low.
struct PinRoom {
    Role title_role;
    float title, hint, action, below, key;
    float after_hint{20}, after_dots{30}, after_pad{22}, after_action{14};
};

constexpr float dots_high = 24;

const std::string& below_of(const PinView& view)
{
    return view.demo.empty() || view.wrong ? view.below : view.demo;
}

PinRoom room_for(const Ui& ui, const Box& inner, const PinView& view, const PinCardLook& card)
{
    // A long first name stands a size smaller.
    const Role role = fitting(ui, view.title, inner.width, {Role::heading, Role::button});
    PinRoom room{role, 0, 0, 0, 0, pin_key_high};
    room.title = text_height(ui, room.title_role, view.title, inner.width);
    room.hint = std::max(line_height(ui, Role::body), text_height(ui, Role::body, view.hint, inner.width));
    room.action = button_height(ui, ButtonStyle::main);
    room.below = text_height(ui, Role::small, below_of(view), inner.width);
    if (!card.busy.empty()) room.action = busy_height(ui, inner.width, {card.busy, {}, {}, 0.5F});
    if (!card.busy.empty()) room.below = 0;
    const auto high = [&] {
        return room.title + room.hint + room.after_hint + dots_high + room.after_dots +
               pin_pad_box(ui, {}, room.key).height + room.after_pad + room.action +
               (room.below > 0 ? room.after_action + room.below : 0);
    };
    if (high() <= inner.height) return room;
    room.after_hint = 12, room.after_dots = 16, room.after_pad = 12, room.after_action = 8;
    const float missing = std::max(0.0F, high() - inner.height);
    room.key = std::max(pin_key_low, std::floor(pin_key_high - missing / 4));
    // At last what only explains goes; how long a wait lasts stays.
    if (high() > inner.height && view.open) room.below = 0;
    return room;
}

Action main_button(Page& page, Box place, const PinView& view, const PinCardLook& card)
{
    Answer answer;
    Ui& ui = page.ui;
    if (!card.busy.empty()) {
        busy(ui, place, {card.busy, {}, {}, 0.5F});
        return answer;
    }
    const ButtonLook main = button_look(card.main, ButtonStyle::main, card.icon, IconSide::before,
                                        view.complete, view.open ? view.hint : view.below);
    if (button(ui, "pin/main", place, main)) answer = act::SubmitPin{};
    if (view.complete && enter_pressed(ui)) answer = act::SubmitPin{};
    return answer;
}

} // namespace

Action pin_card(Page& page, Box box, const PinView& view, const PinCardLook& card)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = box.inset(30, box.height < 700 ? 12 : 28);
    const PinRoom room = room_for(ui, inner, view, card);
    draw_text(ui, inner.take_top(room.title), room.title_role, colours.text, view.title, Align::centre);
    draw_text(ui, inner.take_top(room.hint, room.after_hint), Role::body,
              view.wrong ? colours.berry : colours.text_soft, view.hint, Align::centre);

    PinLook look;
    look.typed = view.digits;
    look.wrong = view.wrong && view.digits == 0;
    look.enabled = view.open;
    look.why_not = view.open ? std::string() : view.below;
    look.clear = page.words("pin.clear");
    look.backspace = page.words("pin.backspace");
    pin_dots(ui, inner.take_top(dots_high, room.after_dots).centre(), look);
    const Box pad = pin_pad_box(ui, {inner.x, inner.y}, room.key);
    inner.take_top(pad.height, room.after_pad);
    answer = from_tap(
        pin_pad(ui, {std::floor(box.centre().x - pad.width / 2), pad.y, pad.width, pad.height}, look));
    for (const PinTap& typed : typed_pin(ui)) answer = from_tap(typed);
    answer = main_button(page, inner.take_top(room.action, room.after_action), view, card);
    const bool demo = !view.demo.empty() && !view.wrong;
    ui.registry().be_silent(demo); // a PIN is not read out, not even one that everybody knows
    if (room.below > 0)
        draw_text(ui, inner.take_top(room.below), Role::small, demo ? colours.dusk : colours.text_soft,
                  below_of(view), Align::centre);
    ui.registry().be_silent(false);
    return answer;
}

} // namespace northseal::kiosk
