#include "kiosk/screens/unlock.h"

#include "kiosk/screens/door_card.h"
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

Action words_field(const UnlockView& view, Page& page, Box& inner)
{
    FieldLook look;
    look.label = page.words("unlock.label");
    look.hint = page.words("unlock.hint");
    look.problem = view.refused;
    look.note = view.counted;
    const float height = field_height(page.ui, inner.width, look);
    return text_field(page, "words", inner.take_top(height, 20), TextField::unlock_words, view.words, look);
}

// There is nothing to type: the stick goes into the slot, and what is wrong with it is said.
void token_sentence(const UnlockView& view, Page& page, Box& inner)
{
    Ui& ui = page.ui;
    Box row = inner.take_top(96, 20);
    glyph(ui, {row.x, row.y + 16, 64, 64}, Icon::key, view.refused.empty() ? Tone::neutral : Tone::waits);
    row.take_left(64, 20);
    const std::string& sentence = view.refused.empty() ? page.words("unlock.token_hint") : view.refused;
    draw_centred(ui, row, Role::row, ui.colours().text, sentence);
}

} // namespace

Action draw_unlock(const UnlockView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    DoorCardLook look;
    look.title = page.words(view.by_token ? "unlock.token_title" : "unlock.title");
    look.explain = page.words(view.by_token ? "unlock.token_explain" : "unlock.explain");
    look.back = page.words("sign_in.languages");
    look.foot = page.words("recovery.offer");
    look.typing = view.typing;
    if (view.by_token) look.height = 344;
    auto card = door_card(page, look);
    if (card.back) answer = act::Go{Screen::welcome};
    if (card.foot) answer = act::Go{Screen::recovery};
    Box& inner = card.inner;
    say_failure(page, inner, view.failure);
    if (view.by_token)
        token_sentence(view, page, inner);
    else
        answer = words_field(view, page, inner);
    if (view.busy)
        busy(ui, inner.take_top(72), {page.words("busy.opening"), {}, {}, 0.5F});
    else
        answer = buttons(view, page, inner.take_top(64));
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
