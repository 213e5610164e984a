#include "kiosk/screens/unlock.h"

#include "kiosk/screens/door_card.h"
#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

struct DoorButtons {
    ButtonLook open;
    ButtonLook file; // of a demonstration; no words: none
    float open_width;
    float file_width;
    bool stacked; // they do not stand side by side
};

DoorButtons buttons_of(const UnlockView& view, const Page& page, float width)
{
    const Ui& ui = page.ui;
    DoorButtons out{button_look(page.words("unlock.open"), ButtonStyle::main, Icon::arrow_right,
                                IconSide::after, view.can_open, view.why_not),
                    {},
                    0,
                    0,
                    false};
    out.open_width = std::max(260.0F, button_width(ui, out.open));
    if (view.offers_file) {
        out.file = button_look(page.words("unlock.use_file"), ButtonStyle::soft, Icon::key);
        out.file_width = button_width(ui, out.file);
    }
    out.stacked = view.offers_file && out.open_width + out.file_width + 16 > width;
    return out;
}

float buttons_height(const Ui& ui, const DoorButtons& all)
{
    return button_height(ui, ButtonStyle::main) +
           (all.stacked ? button_height(ui, ButtonStyle::soft) + 12 : 0);
}

Action buttons(const UnlockView& view, Page& page, Box place)
{
    Answer answer;
    Ui& ui = page.ui;
    const DoorButtons all = buttons_of(view, page, place.width);
    const bool both = !all.stacked || (!view.typing && place.height >= buttons_height(ui, all) - 1);
    Box row = place.take_top(button_height(ui, ButtonStyle::main), 12);
    if (button(ui, "open", row.take_right(all.open_width, 16), all.open)) answer = act::Unlock{};
    // Where there is room for one row, it is the main one's: while somebody types, or with very large words.
    if (view.offers_file && both) {
        Box& there = all.stacked ? place : row;
        const Box box = all.stacked ? there.take_right(all.file_width) : there.take_left(all.file_width, 16);
        if (button(ui, "use-file", box.at_centre(all.file_width, button_height(ui, ButtonStyle::soft)),
                   all.file))
            answer = act::UseWordsFile{};
    }
    const std::string& beside = view.refused.empty() ? view.why_not : std::string();
    if (!beside.empty() && text_height(ui, Role::body, beside, row.width) <= row.height)
        draw_centred(ui, row, Role::body, ui.colours().text_soft, beside, Align::right);
    return answer;
}

FieldLook field_look(const UnlockView& view, const Page& page)
{
    FieldLook look;
    look.label = page.words("unlock.label");
    look.hint = page.words("unlock.hint");
    look.problem = view.refused;
    look.note = view.counted;
    return look;
}

Action words_field(const UnlockView& view, Page& page, Box& inner)
{
    const FieldLook look = field_look(view, page);
    const float height = field_height(page.ui, inner.width, look);
    return text_field(page, "words", inner.take_top(height, 20), TextField::unlock_words, view.words, look);
}

std::string token_words(const UnlockView& view, const Page& page)
{
    return view.refused.empty() ? page.words("unlock.token_hint") : view.refused;
}

float token_height(const Page& page, float width, const std::string& sentence)
{
    return std::max(96.0F, text_height(page.ui, Role::row, sentence, width - 84));
}

// There is nothing to type: the stick goes into the slot, and what is wrong with it is said.
void token_sentence(const UnlockView& view, Page& page, Box& inner)
{
    Ui& ui = page.ui;
    const std::string said = token_words(view, page);
    Box row = inner.take_top(token_height(page, inner.width, said), 20);
    glyph(ui, Box{row.x, row.y, 64, row.height}.at_centre(64, 64), Icon::key,
          view.refused.empty() ? Tone::neutral : Tone::waits);
    row.take_left(64, 20);
    draw_centred(ui, row, Role::row, ui.colours().text, said);
}

// All that stands below the explanation.
float content_height(const UnlockView& view, const Page& page, float width)
{
    const Ui& ui = page.ui;
    const float asked = view.by_token ? token_height(page, width, token_words(view, page))
                                      : field_height(ui, width, field_look(view, page));
    const float below = view.busy ? busy_height(ui, width, {page.words("busy.opening"), {}, {}, 0.5F})
                                  : buttons_height(ui, buttons_of(view, page, width));
    return failure_height(page, width, view.failure) + asked + 20 + below;
}

} // namespace

Action draw(const UnlockView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    DoorCardLook look;
    look.title = page.words(view.by_token ? "unlock.token_title" : "unlock.title");
    look.explain = page.words(view.by_token ? "unlock.token_explain" : "unlock.explain");
    look.back = page.words("sign_in.languages");
    look.foot = page.words("recovery.offer");
    look.typing = view.typing;
    look.content = content_height(view, page, door_card_width(page));
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
        busy(ui, inner, {page.words("busy.opening"), {}, {}, 0.5F});
    else
        answer = buttons(view, page, inner);
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
