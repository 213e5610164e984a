#include "kiosk/screens/unlock.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

Action buttons(const UnlockView& view, Page& page, Box row)
{
    Answer answer;
    Ui& ui = page.ui;
    const ButtonLook open = button_look(page.words("unlock.open"), ButtonStyle::main, Icon::arrow_right,
                                        IconSide::after, view.can_open, view.why_not);
    const float width = std::max(260.0F, button_width(ui, open));
    if (button(ui, "open", row.take_right(width, 16), open)) answer = act::Unlock{};
    if (view.offers_file) {
        const ButtonLook file = button_look(page.words("unlock.use_file"), ButtonStyle::soft, Icon::key);
        if (button(ui, "use-file",
                   row.take_left(button_width(ui, file), 16).at_centre(button_width(ui, file), 56), file))
            answer = act::UseWordsFile{};
    }
    const std::string& beside = view.refused.empty() ? view.why_not : std::string();
    if (!beside.empty() && row.width > 160)
        draw_centred(ui, row, Role::body, ui.colours().text_soft, beside, Align::right);
    return answer;
}

} // namespace

Action draw_unlock(const UnlockView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box screen = ui.screen();
    door(page);
    if (icon_button(ui, "back", {24, 28, 64, 64}, Icon::arrow_left, page.words("sign_in.languages"),
                    colours.on_rail))
        answer = act::Go{Screen::welcome};
    draw_centred(ui, {92, 28, 320, 64}, Role::body, colours.on_rail, page.words("sign_in.languages"));
    mark_specimen(page, {screen.width - 48, 40});

    const bool typing = view.typing;
    const float width = std::min(880.0F, screen.width - 96);
    const float top = typing ? 96.0F : 132.0F;
    Box card_box{(screen.width - width) / 2, top, width, typing ? keyboard_top(page) - top - 12 : 400};
    shadow(ui, card_box, Elevation::over);
    fill(ui, card_box, colours.surface, 20);
    Box inner = card_box.inset(32, typing ? 16 : 32);
    if (!typing) {
        card_title(page, inner, page.words("unlock.title"), Role::heading);
        const std::string explain = page.words("unlock.explain");
        draw_text(ui, inner.take_top(text_height(ui, Role::body, explain, inner.width), 20), Role::body,
                  colours.text_soft, explain);
    }
    say_failure(page, inner, view.failure);
    FieldLook look;
    look.label = page.words("unlock.label");
    look.hint = page.words("unlock.hint");
    look.problem = view.refused;
    look.note = view.counted;
    const float height = field_height(ui, inner.width, look);
    answer = text_field(page, "words", inner.take_top(height, 20), TextField::unlock_words, view.words, look);
    if (view.busy)
        busy(ui, inner.take_top(72), {page.words("busy.opening"), {}, {}, 0.5F});
    else
        answer = buttons(view, page, inner.take_top(64));
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
