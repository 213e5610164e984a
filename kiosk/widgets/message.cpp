#include "kiosk/widgets/message.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

ButtonLook named(std::string_view label, ButtonStyle style, Icon icon = Icon::none)
{
    return {.label = std::string(label), .style = style, .icon = icon};
}

Colour verdict_colour(const Colours& all, VerdictTone tone)
{
    switch (tone) {
    case VerdictTone::good:
        return all.verdict_good;
    case VerdictTone::caution:
        return all.verdict_caution;
    case VerdictTone::refused:
        return all.verdict_refused;
    case VerdictTone::unknown:
        return all.verdict_unknown;
    case VerdictTone::specimen:
        return all.practice;
    }
    return all.verdict_unknown;
}

DialogTap dialog_buttons(Ui& ui, Box foot, const DialogLook& look)
{
    DialogTap tapped = DialogTap::none;
    if (!look.act.empty()) {
        const ButtonLook act = named(look.act, look.danger ? ButtonStyle::danger : ButtonStyle::main);
        const float width = std::min(std::max(112.0F, button_width(ui, act)), foot.width);
        if (button(ui, "dialog/act", foot.take_right(width, 14), act)) tapped = DialogTap::act;
    }
    const ButtonLook safe = named(look.safe, look.act.empty() ? ButtonStyle::main : ButtonStyle::outline);
    const float width = std::min(std::max(100.0F, button_width(ui, safe)), foot.width);
    if (button(ui, "dialog/safe", foot.take_right(width), safe)) tapped = DialogTap::safe;
    return tapped;
}

} // namespace

DialogTap dialog(Ui& ui, const DialogLook& look)
{
    constexpr float padding = 32;
    const Colours& all = ui.colours();
    const float width = std::min(ui.screen().width - 64, 512 * std::min(1.25F, ui.theme().grow()));
    const float room = width - 2 * padding;
    const float title = text_height(ui, Role::task, look.title, room);
    const float words = text_height(ui, Role::row, look.words, room);
    const float buttons = button_height(ui, ButtonStyle::main);
    const float height = padding - 2 + title + 8 + words + 44 + buttons + padding - 4;

    const float part = ui.motion().appearance("dialog", dialog_ms);
    ui.open_layer(ui.screen());
    fill(ui, ui.screen(), with_alpha(all.scrim, 0.62F * part));
    const int mark = drawn_so_far(ui);
    Box box = ui.screen().at_centre(width, height);
    shadow(ui, box, Elevation::dialog);
    fill(ui, box, all.raised, 20);
    if (ui.theme().high_contrast()) ring(ui, box, all.edge, 3, 20);
    Box inside = box.inset(padding, padding - 2);
    draw_text(ui, inside.take_top(title, 8), Role::task, all.text, look.title);
    draw_text(ui, inside.take_top(words), Role::row, all.text, look.words);
    const DialogTap tapped = dialog_buttons(ui, inside.take_bottom(buttons), look);
    if (part < 1) fade_since(ui, mark, part, 16 * (1 - part));
    ui.close_layer();
    return tapped;
}

bool toast(Ui& ui, const ToastLook& look)
{
    const Colours& all = ui.colours();
    const float width = std::min(ui.screen().width - 64, std::max(560.0F, ui.grown(560)));
    float action = look.action.empty() ? 0 : text_width(ui, Role::button, look.action) + 48;
    const float room = width - 72 - std::max(24.0F, action);
    const float height = std::max(72.0F, text_height(ui, Role::row, look.words, room) + 32);
    const Box screen = ui.screen();
    const Box box{std::floor((screen.width - width) / 2), screen.bottom() - look.above - 24 - height, width,
                  height};
    ui.open_layer(box);
    shadow(ui, box, Elevation::over);
    fill(ui, box, all.toast, 14);
    draw_icon(ui, {box.x + 36, std::floor(box.centre().y)}, look.icon, 28, all.toast_mark);
    draw_centred(ui, {box.x + 68, box.y, room, height}, Role::row, all.on_toast, look.words);
    bool tapped = false;
    if (!look.action.empty()) {
        const Box place{box.right() - action - 4, box.y + 4, action, height - 8};
        const Touched touched = touch(ui, "toast/action", place, {look.action});
        if (touched.press > 0) fill(ui, place, with_alpha(all.toast_action, 0.2F * touched.press), 10);
        draw_centred(ui, place, Role::button, all.toast_action, look.action, Align::centre);
        tapped = touched.tapped;
    }
    ui.close_layer();
    return tapped;
}

float verdict_height(const Ui& ui, float width, const VerdictLook& look)
{
    const float room = width - 116 - 28;
    return std::max(112.0F, text_height(ui, Role::heading, look.verdict, room) +
                                text_height(ui, Role::body, look.sentence, room) + 24);
}

void verdict_band(Ui& ui, Box box, const VerdictLook& look)
{
    const Colours& all = ui.colours();
    const Colour ground = verdict_colour(all, look.tone);
    fill(ui, box, ground, card_radius);
    const Point centre{box.x + 60, std::floor(box.centre().y)};
    disc(ui, centre, 36, all.on_verdict);
    draw_icon(ui, centre, look.icon, 40, ground);
    const float room = box.width - 116 - 28;
    const float verdict = text_height(ui, Role::heading, look.verdict, room);
    const float sentence = text_height(ui, Role::body, look.sentence, room);
    const float top = std::floor(box.y + (box.height - verdict - sentence) / 2);
    draw_text(ui, {box.x + 116, top, room, verdict}, Role::heading, all.on_verdict, look.verdict);
    draw_text(ui, {box.x + 116, top + verdict, room, sentence}, Role::body, all.on_verdict, look.sentence);
}

EmptyTap empty_state(Ui& ui, Box box, const EmptyLook& look)
{
    const Colours& all = ui.colours();
    const float width = std::min(640.0F, box.width);
    const float heading = text_height(ui, Role::heading, look.heading, width);
    const float sentence = text_height(ui, Role::row, look.sentence, width);
    const float words = heading + 8 + sentence;
    const float buttons =
        (look.main.empty() ? 0 : button_height(ui, ButtonStyle::main) + 28) + (look.other.empty() ? 0 : 68);
    // On a low screen the picture goes, never the words.
    const bool with_picture = look.picture && box.height >= words + buttons + 250;
    const float art = with_picture ? 230.0F : 0.0F;
    float y = box.y + std::max(0.0F, std::floor((box.height - art - words - buttons) / 2));
    const float middle = std::floor(box.centre().x);
    if (with_picture) picture(ui, {middle - 280, y, 560, 230}, look.picture);
    y += art;
    const Box column{middle - width / 2, y, width, words};
    draw_text(ui, {column.x, y, width, heading}, Role::heading, all.text, look.heading, Align::centre);
    y += heading + 8;
    draw_text(ui, {column.x, y, width, sentence}, Role::row, all.text_soft, look.sentence, Align::centre);
    y += sentence + 28;
    EmptyTap tapped = EmptyTap::none;
    if (!look.main.empty()) {
        const ButtonLook main = named(look.main, ButtonStyle::main, look.main_icon);
        const float size = std::max(280.0F, button_width(ui, main));
        if (button(ui, "empty/main", {std::floor(middle - size / 2), y, size, button_height(ui, main.style)},
                   main))
            tapped = EmptyTap::main;
        y += button_height(ui, main.style) + 12;
    }
    if (!look.other.empty()) {
        const ButtonLook other = named(look.other, ButtonStyle::plain);
        const float size = button_width(ui, other);
        if (button(ui, "empty/other",
                   {std::floor(middle - size / 2), y, size, button_height(ui, other.style)}, other))
            tapped = EmptyTap::other;
    }
    return tapped;
}

float busy_height(const Ui& ui, float width, const BusyLook& look)
{
    const float right = look.right.empty() ? 0 : text_width(ui, Role::small, look.right) + 16;
    const float sentence =
        std::max(line_height(ui, Role::row), text_height(ui, Role::row, look.sentence, width - right));
    const float below = look.below.empty() ? 0 : 12 + text_height(ui, Role::small, look.below, width);
    return sentence + 16 + 14 + below;
}

void busy(Ui& ui, Box box, const BusyLook& look)
{
    const Colours& all = ui.colours();
    const float right = look.right.empty() ? 0 : text_width(ui, Role::small, look.right) + 16;
    const float sentence =
        std::max(line_height(ui, Role::row), text_height(ui, Role::row, look.sentence, box.width - right));
    draw_text(ui, {box.x, box.y, box.width - right, sentence}, Role::row, all.text, look.sentence);
    draw_centred(ui, {box.right() - right, box.y, right, sentence}, Role::small, all.text_soft, look.right,
                 Align::right);
    progress(ui, {box.x, box.y + sentence + 16, box.width, 14}, look.part);
    draw_text(ui,
              {box.x, box.y + sentence + 42, box.width, text_height(ui, Role::small, look.below, box.width)},
              Role::small, all.text_soft, look.below);
}

} // namespace northseal::kiosk
