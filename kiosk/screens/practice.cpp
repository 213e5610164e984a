#include "kiosk/screens/practice.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/settings_frame.h"

namespace northseal::kiosk {

Action draw(const PracticeView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    auto [action, body] = settings_frame(page, page.words("practice.title"), Screen::practice);
    answer = std::move(action);
    say_failure(page, body, view.failure);
    Scroll scroll(ui, "practice", body);
    Box content = scroll.content();
    const float width = content.width - 48;
    const std::string heading = page.words("practice.heading");
    const float head = std::max(64.0F, text_height(ui, Role::heading, heading, width - 82));
    float height = head + 20 + 64;
    for (const auto& sentence : view.sentences) height += text_height(ui, Role::body, sentence, width) + 12;
    Box inner = card(ui, content.take_top(height + 64));
    Box top = inner.take_top(head, 20);
    glyph(ui, {top.x, top.y, 64, 64}, Icon::school, Tone::second);
    top.take_left(64, 18);
    draw_centred(ui, top, Role::heading, ui.colours().text, heading);
    for (const auto& sentence : view.sentences)
        draw_text(ui, inner.take_top(text_height(ui, Role::body, sentence, width), 12), Role::body,
                  ui.colours().text, sentence);
    inner.take_top(12);
    if (!view.busy.empty()) {
        busy(ui, inner.take_top(64), {view.busy, {}, {}, 0.5F});
    } else {
        const ButtonLook main = button_look(page.words("practice.open"), ButtonStyle::main, Icon::school);
        if (button_at(ui, "practice", {inner.x, inner.y}, main)) answer = act::StartPractice{};
        inner.take_top(64);
    }
    scroll.ends_at(inner.y + 24);
    return answer;
}

} // namespace northseal::kiosk
