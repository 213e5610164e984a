#include "kiosk/screens/change.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

namespace {

using station::ChangeWanted;

FieldLook words_look(Page& page)
{
    FieldLook look;
    look.hint = page.words("change.words_hint");
    look.lines = true;
    return look;
}

Action reasons(const ChangeView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Scroll scroll(ui, "reasons", {box.x, box.y, box.width + 14, box.height}); // its mark stands in the gap
    Box rest = scroll.content();
    rest.width = box.width;
    const Box taps = rest.take_top(tap_height(ui), 16);
    const TapLook correct{page.words("change.correct"), Icon::none, view.wanted == ChangeWanted::correct};
    const TapLook revoke{page.words("change.revoke"), Icon::none, view.wanted == ChangeWanted::revoke};
    if (tap(ui, "change/correct", {taps.x, taps.y}, correct)) answer = act::SetChange{ChangeWanted::correct};
    if (tap(ui, "change/revoke", {taps.x + tap_width(ui, correct) + 10, taps.y}, revoke))
        answer = act::SetChange{ChangeWanted::revoke};
    const float question = text_height(ui, Role::heading, view.question, rest.width);
    draw_text(ui, rest.take_top(question, 10), Role::heading, ui.colours().text, view.question);
    for (const auto& each : view.reasons) {
        const ChoiceLook look{each.title, each.detail, each.chosen, true};
        const Box place = rest.take_top(choice_height(ui, rest.width, look), 8);
        if (choice_row(ui, each.id, place, look)) answer = act::SetChangeReason{each.reason};
    }
    if (view.asks_words)
        answer = text_field(page, "words", rest.take_top(std::max(66.0F, ui.grown(66)), 4),
                            TextField::change_words, view.words, words_look(page));
    scroll.ends_at(rest.y);
    return answer;
}

void what_next(const ChangeView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    Scroll scroll(ui, "next", {box.x, inner.y, box.width, inner.height});
    Box rest = scroll.content().inset(card_padding, 0);
    card_title(page, rest, page.words("change.next"), Role::heading);
    int number = 0;
    for (const auto& step : view.next_steps) {
        divider(ui, rest.x, rest.y, rest.width);
        rest.take_top(12);
        rest.take_top(numbered_step(ui, {rest.x, rest.y}, rest.width, ++number, step), 12);
    }
    const float height = text_height(ui, Role::small, view.note, rest.width - 84) + 32;
    const Box note = rest.take_top(height);
    inset(ui, note);
    draw_icon(ui, {note.x + 34, note.centre().y}, Icon::pencil, 28, ui.colours().primary);
    draw_text(ui, {note.x + 64, note.y + 16, note.width - 84, height - 32}, Role::small, ui.colours().text,
              view.note);
    scroll.ends_at(rest.y);
}

void asked(const ChangeView& view, Page& page, Box body)
{
    Ui& ui = page.ui;
    Box inner = card(ui, body);
    const Box mark = inner.take_left(64, 20);
    glyph(ui, {mark.x, mark.y, 64, 64}, Icon::send, Tone::good);
    const float said = text_height(ui, Role::row, view.done, inner.width);
    draw_text(ui, inner.take_top(said, 12), Role::row, ui.colours().text, view.done);
    if (!view.words.empty()) {
        const float words = text_height(ui, Role::body, view.words, inner.width - 40) + 28;
        const Box box = inner.take_top(words, 12);
        inset(ui, box);
        draw_text(ui, box.inset(20, 14), Role::body, ui.colours().text, view.words);
    }
    draw_text(ui, inner, Role::body, ui.colours().text_soft, page.words("change.asked_next"));
}

Action give_pin(const ChangeView& view, Page& page, Box body)
{
    Answer answer;
    TwoColumns columns = beside_pin_card(page, body);
    say_failure(page, columns.main, view.failure);
    what_next(view, page, columns.main);
    card(page.ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {view.main, Icon::send, view.busy});
    return answer;
}

} // namespace

Action draw(const ChangeView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("change.title"), view.line, {}, false);
    Box body = task_body(ui);
    if (view.typing) {
        body.height = keyboard_top(page) - 4 - body.y;
        answer = text_field(page, "words", body, TextField::change_words, view.words, words_look(page));
        answer = typing_keys(page);
        return answer;
    }
    if (view.asks_pin || !view.done.empty()) body.height = ui.screen().bottom() - 16 - body.y;
    if (!view.asks_pin) say_failure(page, body, view.failure);
    if (!view.done.empty()) {
        asked(view, page, body);
        return answer;
    }
    if (view.asks_pin) {
        answer = give_pin(view, page, body);
        return answer;
    }
    const TwoColumns columns = two_columns(page, body, 520);
    answer = reasons(view, page, columns.main);
    what_next(view, page, columns.side);
    TaskBarLook bar;
    bar.back = button_look(page.words("change.not_now"), ButtonStyle::plain);
    bar.sentence = page.words("change.nothing_here");
    bar.main =
        button_look(view.main, ButtonStyle::main, Icon::send, IconSide::before, view.can_send, view.why_not);
    switch (task_bar(ui, bar)) {
    case BarTap::main:
        answer = act::AskForChange{};
        break;
    case BarTap::back:
        answer = act::Back{};
        break;
    case BarTap::other:
    case BarTap::none:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
