#include "kiosk/screens/diagnostics.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/settings_frame.h"

namespace northseal::kiosk {

namespace {

float facts_height(const Page& page, float width,
                   const std::vector<std::pair<std::string, std::string>>& rows)
{
    float height = 0;
    for (const auto& [name, value] : rows) {
        const float name_width = std::min(text_width(page.ui, Role::small, name), width * 0.45F);
        height += std::max(text_height(page.ui, Role::body, value, width - name_width - 16),
                           text_height(page.ui, Role::small, name, name_width + 2)) +
                  18;
    }
    return height;
}

// To the stick, and out of the program: each with what it does.
Action deeds(const DiagnosticsView& view, Page& page, Box& body)
{
    Answer answer;
    Ui& ui = page.ui;
    const std::string& sentence = view.copied.empty() ? page.words("diagnostics.sentence") : view.copied;
    const ButtonLook copy =
        button_look(page.words("diagnostics.copy"), ButtonStyle::outline, Icon::device_usb, IconSide::before,
                    view.can_copy, page.words("diagnostics.no_stick"));
    const ButtonLook stop = button_look(page.words("stop.open"), ButtonStyle::outline, Icon::door_exit);
    const float width = body.width - 48;
    const bool beside = button_width(ui, copy) + button_width(ui, stop) + 16 <= width;
    const float words = text_height(ui, Role::body, sentence, width);
    Box inner = card(ui, body.take_top(words + (beside ? 64.0F : 144.0F) + 64, card_gap));
    draw_text(ui, inner.take_top(words, 16), Role::body, ui.colours().text_soft, sentence);
    Box line = inner.take_top(64, 16);
    if (button(ui, "copy", line.take_left(button_width(ui, copy), 16), copy)) answer = act::CopyDiagnostics{};
    if (!beside) line = inner.take_top(64);
    if (button(ui, "stop", line.take_left(button_width(ui, stop)), stop)) answer = act::Go{Screen::stop};
    return answer;
}

void lines(Page& page, Box& body, std::string_view title, const std::vector<std::string>& all)
{
    Ui& ui = page.ui;
    const float width = body.width - 48;
    const float head = text_height(ui, Role::button, title, width);
    float height = 0;
    for (const auto& line : all) height += text_height(ui, Role::small, line, width) + 6;
    Box inner = card(ui, body.take_top(head + 12 + height + 48, card_gap));
    card_title(page, inner, title, Role::button);
    for (const auto& line : all)
        draw_text(ui, inner.take_top(text_height(ui, Role::small, line, width), 6), Role::small,
                  ui.colours().text, line);
}

} // namespace

Action draw(const DiagnosticsView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    auto [action, body] = settings_frame(page, page.words("diagnostics.title"), Screen::diagnostics);
    answer = std::move(action);
    Scroll scroll(ui, "diagnostics", body);
    Box content = scroll.content();
    answer = deeds(view, page, content);
    const float height = facts_height(page, content.width - 48, view.facts);
    Box rows = card(ui, content.take_top(height + 32, card_gap)).inset(0, -8);
    facts_across(page, rows, view.facts);
    std::vector<std::string> failures;
    for (const auto& [when, code] : view.failures) failures.push_back(when + "  " + code);
    if (failures.empty()) failures.push_back(page.words("diagnostics.no_failures"));
    lines(page, content, page.words("diagnostics.failures"), failures);
    lines(page, content, page.words("diagnostics.log"),
          view.log.empty() ? std::vector<std::string>{page.words("diagnostics.no_log")} : view.log);
    scroll.ends_at(content.y - card_gap);
    return answer;
}

} // namespace northseal::kiosk
