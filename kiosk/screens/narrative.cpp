#include "kiosk/screens/narrative.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

Action text(const NarrativeView& view, Page& page, Box box)
{
    FieldLook look;
    look.label = page.words("narrative.title");
    look.hint = page.words("narrative.hint");
    look.lines = true;
    return text_field(page, "narrative", box, TextField::narrative, view.text, look);
}

} // namespace

Action draw(const NarrativeView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.learner, view.programme, view.saved, true);
    const std::string explain = page.words("narrative.explain");
    if (view.typing) {
        const float top = task_head_height(ui);
        Box body{32, top + 16, ui.screen().width - 64, keyboard_top(page) - top - 24};
        const Box line = body.take_bottom(tap_height(ui));
        body.take_bottom(12);
        answer = text(view, page, body);
        answer = phrase_taps(view.phrases, page, line);
        answer = typing_keys(page);
        return answer;
    }
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    Box inner = card(ui, body);
    Box foot = inner.take_bottom(text_height(ui, Role::body, explain, inner.width - 260) + 4);
    draw_centred(ui, foot.take_right(200, 16), Role::small, ui.colours().text_soft, view.counted,
                 Align::right);
    draw_icon(ui, {foot.x + 14, foot.centre().y}, Icon::eye, 28, ui.colours().text_soft);
    draw_centred(ui, {foot.x + 40, foot.y, foot.width - 40, foot.height}, Role::body, ui.colours().text_soft,
                 explain);
    inner.take_bottom(16);
    const Box line = inner.take_bottom(tap_height(ui));
    inner.take_bottom(16);
    answer = text(view, page, inner);
    answer = phrase_taps(view.phrases, page, line);
    TaskBarLook look;
    look.main = button_look(page.words("narrative.done"), ButtonStyle::main, Icon::check);
    if (task_bar(ui, look) == BarTap::main) answer = act::Back{};
    return answer;
}

} // namespace northseal::kiosk
