// What this kiosk is, and where its log stands: the signed head of it as a code. Whoever photographs the code
// can prove later what the log held.

#include <algorithm>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/settings.h"
#include "kiosk/screens/settings_frame.h"

namespace northseal::kiosk {

namespace {

constexpr float code_most = 320;

// Returns where it ends.
float log_card(const AboutView& view, Page& page, Box side)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const float width = side.width - 48;
    const float code = view.checkpoint == nullptr ? 0 : std::min(width, code_most);
    const float title = text_height(ui, Role::button, view.log_title, width);
    const float words = text_height(ui, Role::body, view.log_sentence, width);
    const float head = text_height(ui, Role::small, view.log_head, width);
    const float gap = code > 0 ? 16 : 0;
    Box log = card(ui, side.take_top(code + gap + title + 8 + words + 16 + head + 48));
    if (view.checkpoint != nullptr)
        qr_code(ui, log.take_top(code, gap).at_centre(code, code), view.checkpoint->dark,
                view.checkpoint->side);
    draw_text(ui, log.take_top(title, 8), Role::button, colours.text, view.log_title, Align::centre);
    draw_text(ui, log.take_top(words, 16), Role::body, colours.text_soft, view.log_sentence, Align::centre);
    draw_text(ui, log.take_top(head), Role::small, colours.text, view.log_head, Align::centre);
    return side.y;
}

} // namespace

Action draw(const AboutView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    auto [action, body] = settings_frame(page, page.words("settings.about"), Screen::about);
    answer = std::move(action);
    Scroll scroll(ui, "about", body, ScrollMark::beside);
    TwoColumns columns = two_columns(page, scroll.content(), 340);
    if (ui.portrait()) columns.main = scroll.content();
    Box main = columns.main;
    const float sentence = text_height(ui, Role::body, view.class_sentence, main.width - 48);
    const float head = std::max(64.0F, text_height(ui, Role::heading, view.class_title, main.width - 130) +
                                           text_height(ui, Role::body, view.class_line, main.width - 130));
    Box protection = card(ui, main.take_top(head + 16 + sentence + 48, 20));
    Box top = protection.take_top(head, 16);
    glyph(ui, {top.x, top.y, 64, 64}, Icon::shield_lock, Tone::good);
    top.take_left(64, 18);
    draw_text(ui, top.take_top(text_height(ui, Role::heading, view.class_title, top.width)), Role::heading,
              colours.text, view.class_title);
    draw_text(ui, top, Role::body, colours.text_soft, view.class_line);
    draw_text(ui, protection, Role::body, colours.text, view.class_sentence);
    float height = 0;
    for (const auto& [name, value] : view.facts)
        height += std::max(text_height(ui, Role::body, value, (main.width - 48) * 0.55F - 16),
                           line_height(ui, Role::body)) +
                  18;
    const Box list = main.take_top(height + 32);
    Box rows = card(ui, list).inset(0, -8);
    facts_across(page, rows, view.facts);

    Box side = ui.portrait() ? main.moved(0, 20) : columns.side;
    scroll.ends_at(std::max(main.y, log_card(view, page, side)));
    return answer;
}

} // namespace northseal::kiosk
