#include "kiosk/screens/programmes.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

Action draw(const ProgrammesView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.title, {}, {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 24 - body.y;
    say_failure(page, body, view.failure);
    if (view.rows.empty()) {
        EmptyLook look;
        look.picture = page.art.island();
        look.heading = page.words("programmes.empty_heading");
        look.sentence = view.empty;
        look.main = page.words("common.back");
        look.main_icon = Icon::arrow_left;
        if (empty_state(ui, body, look) == EmptyTap::main) answer = act::Back{};
        return answer;
    }
    Scroll scroll(ui, "programmes", body, ScrollMark::beside);
    Box cards = scroll.content();
    for (const auto& each : view.rows) {
        const float width = cards.width - 2 * card_padding;
        const float height = text_height(ui, Role::heading, each.name, width - 48) +
                             text_height(ui, Role::small, each.detail, width) +
                             text_height(ui, Role::body, each.description, width - 48) + 60;
        const Box box = cards.take_top(height, 16);
        Box inner = card(ui, box);
        const Touched touched = touch(ui, "programme/" + std::to_string(each.index), box,
                                      {each.name, TargetKind::row, true, false, {}}, 14);
        if (touched.press > 0) fill(ui, box, blend(0, ui.colours().primary_soft, touched.press), card_radius);
        draw_icon(ui, {inner.right() - 14, inner.centre().y}, Icon::chevron_right, 28, ui.colours().primary);
        inner.width -= 48;
        draw_text(ui, inner.take_top(text_height(ui, Role::heading, each.name, inner.width)), Role::heading,
                  ui.colours().text, each.name);
        draw_text(ui, inner.take_top(text_height(ui, Role::small, each.detail, inner.width), 8), Role::small,
                  ui.colours().text_soft, each.detail);
        draw_text(ui, inner, Role::body, ui.colours().text, each.description);
        scroll.ends_at(box.bottom());
        if (touched) answer = act::ChooseProgramme{each.index};
    }
    return answer;
}

} // namespace northseal::kiosk
