#include "kiosk/screens/settings_frame.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

struct Item {
    const char* id;
    Icon icon;
    const char* words;
    Screen screen;
    bool in_practice; // practice shows nothing that would change the machine itself
};
constexpr Item items[] = {
    {"menu/screen", Icon::contrast, "settings.screen", Screen::settings, true},
    {"menu/about", Icon::info_circle, "settings.about", Screen::about, true},
    {"menu/languages", Icon::language, "languages.title", Screen::languages, false},
    {"menu/clock", Icon::clock, "settings.clock", Screen::clock, false},
    {"menu/renewal", Icon::certificate, "settings.renewal", Screen::renewal, false},
    {"menu/people", Icon::users, "people.title", Screen::people, false},
    {"menu/keys", Icon::key, "settings.keys", Screen::keys, false},
    {"menu/practice", Icon::school, "practice.title", Screen::practice, false},
    {"menu/diagnostics", Icon::tool, "diagnostics.title", Screen::diagnostics, false},
};

std::vector<Item> offered(const Page& page)
{
    std::vector<Item> out;
    for (const Item& item : items) {
        if (!page.practising || item.in_practice) out.push_back(item);
    }
    return out;
}

// At the left, one below the other; on a narrow screen above the page, as many beside one another as fit.
int items_across(const Ui& ui)
{
    if (!ui.portrait()) return 1;
    return ui.theme().grow() < 1.1F ? 3 : 2;
}

constexpr float item_gap = 8;

float narrow_height(const Ui& ui)
{
    return std::max(60.0F, ui.grown(56));
}

// All of them in sight where they can be.
float item_height(const Ui& ui, float room, std::size_t count)
{
    if (ui.portrait()) return narrow_height(ui);
    const float fits = std::floor((room + item_gap) / static_cast<float>(count) - item_gap);
    return std::clamp(fits, ui.grown(64), ui.grown(72));
}

float menu_height(const Page& page) // on a narrow screen
{
    const int across = items_across(page.ui);
    const int lines = (static_cast<int>(offered(page).size()) + across - 1) / across;
    return static_cast<float>(lines) * (narrow_height(page.ui) + item_gap) - item_gap + 16;
}

Action menu(Page& page, Box column, Screen here)
{
    Answer answer;
    Ui& ui = page.ui;
    fill(ui, column, ui.colours().surface);
    fill(ui, {column.right() - 1, column.y, 1, column.height}, ui.colours().line);
    const std::vector<Item> all = offered(page);
    Scroll scroll(ui, "menu", column);
    const Box inner = scroll.content().inset(12, 8);
    const auto cells = grid(inner, static_cast<int>(all.size()), items_across(ui),
                            item_height(ui, column.height - 16, all.size()), item_gap);
    for (std::size_t index = 0; index < all.size(); ++index) {
        const Item& item = all[index];
        if (menu_item(ui, item.id, cells[index], item.icon, page.words(item.words), here == item.screen))
            answer = act::Go{item.screen};
    }
    scroll.ends_at(cells.back().bottom() + 8);
    return answer;
}

} // namespace

SettingsFrame settings_frame(Page& page, std::string_view line, Screen here)
{
    Answer answer;
    Ui& ui = page.ui;
    Action action = task(page, page.words("settings.title"), line, {}, false);
    // From any page of the settings the way back leads home.
    if (std::holds_alternative<act::Back>(action)) action = act::Go{Screen::home};
    answer = std::move(action);
    const float top = task_head_height(ui);
    Box body{0, top, ui.screen().width, ui.screen().height - top};
    const Box column = ui.portrait() ? body.take_top(menu_height(page)) : body.take_left(332);
    answer = menu(page, column, here);
    return {std::move(answer), body.inset(32, 24)};
}

} // namespace northseal::kiosk
