#include "kiosk/screens/languages.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/settings_frame.h"

namespace northseal::kiosk {

namespace {

void list(const LanguagesView& view, Page& page, Box& content)
{
    Ui& ui = page.ui;
    const float width = content.width - 48;
    std::vector<float> heights;
    float height = 0;
    for (const auto& line : view.lines) {
        heights.push_back(std::max(72.0F, text_height(ui, Role::row, line.name, width - 64) +
                                              text_height(ui, Role::small, line.detail, width - 64) + 20));
        height += heights.back();
    }
    Box rows = card(ui, content.take_top(height + 24, card_gap)).inset(0, -12);
    for (std::size_t index = 0; index < view.lines.size(); ++index) {
        const auto& line = view.lines[index];
        const Box row = rows.take_top(heights[index]);
        if (index > 0) divider(ui, row.x, row.y, row.width);
        const float name = text_height(ui, Role::row, line.name, width - 64);
        const float detail = text_height(ui, Role::small, line.detail, width - 64);
        glyph(ui, {row.x, row.y + (row.height - 48) / 2, 48, 48}, Icon::language, Tone::neutral);
        const float top = row.y + (row.height - name - detail) / 2;
        draw_text(ui, {row.x + 64, top, width - 64, name}, Role::row, ui.colours().text, line.name);
        draw_text(ui, {row.x + 64, top + name, width - 64, detail}, Role::small, ui.colours().text_soft,
                  line.detail);
    }
}

} // namespace

Action draw(const LanguagesView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    auto [action, body] = settings_frame(page, page.words("languages.title"), Screen::languages);
    answer = std::move(action);
    Scroll scroll(ui, "languages", body);
    Box content = scroll.content();
    list(view, page, content);
    const float width = content.width - 48;
    const std::string& sentence = view.outcome.empty() ? page.words("languages.how") : view.outcome;
    const float words = text_height(ui, Role::body, sentence, width);
    Box inner = card(ui, content.take_top(words + 16 + 64 + 48));
    draw_text(ui, inner.take_top(words, 16), Role::body,
              view.refused ? ui.colours().berry : ui.colours().text, sentence);
    const Box place = inner.take_top(64);
    if (!view.busy.empty()) {
        busy(ui, place, {view.busy, {}, {}, 0.5F});
    } else {
        const ButtonLook read =
            button_look(page.words("languages.read"), ButtonStyle::outline, Icon::device_usb,
                        IconSide::before, view.can_read, page.words("languages.no_stick"));
        if (button_at(ui, "read", {place.x, place.y}, read)) answer = act::ReadLanguage{};
    }
    scroll.ends_at(content.y);
    return answer;
}

} // namespace northseal::kiosk
