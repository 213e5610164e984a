#include "kiosk/screens/home.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

constexpr float bar_gap = 4;
constexpr float cell_gap = 12;
constexpr float person_height = 64;

// A person under way: the name, and one bar an outcome.
bool person(Page& page, Box cell, const HomeView::UnderWay& row, Role role)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Touched touched = touch(ui, row.id, cell.inset(0, touch_gap_least / 2),
                                  {row.name, TargetKind::row, true, false, {}}, 10);
    if (touched.press > 0) fill(ui, cell.inset(-8, 0), blend(0, colours.primary_soft, touched.press), 10);
    Box inner = cell;
    inner.take_top(3);
    draw_centred(ui, inner.take_top(cell.height - 26), role, colours.text, row.name);
    const auto count = static_cast<float>(std::max<std::size_t>(row.levels.size(), 1));
    const float width = (std::min(inner.width, 148.0F) - bar_gap * (count - 1)) / count;
    float x = inner.x;
    for (const bool filled : row.levels) {
        const Colour colour = !filled ? colours.line : row.ready ? colours.spruce : colours.primary;
        fill(ui, {x, inner.y + 2, width, 8}, colour, 3);
        x += width + bar_gap;
    }
    return touched.tapped;
}

// As many beside one another as leave each name on one line; eight names stand smaller before they take a
// third line of people.
struct PeopleGrid {
    int across{1};
    Role role{Role::row};
    float gap{cell_gap};
};
PeopleGrid grid_for(const HomeView& view, const Ui& ui, float width)
{
    constexpr float close_gap = touch_gap_least;
    const auto fits = [&](int across, Role role, float gap = cell_gap) {
        const float cell = width / static_cast<float>(across) - gap;
        const auto on_line = [&](const auto& row) { return text_width(ui, role, row.name) <= cell; };
        return (across == 2 || (width > 620 && ui.theme().grow() < 1.3F)) &&
               std::all_of(view.under_way.begin(), view.under_way.end(), on_line);
    };
    if (fits(4, Role::row)) return {4, Role::row};
    if (view.under_way.size() > 6 && fits(4, Role::body, close_gap)) return {4, Role::body, close_gap};
    if (fits(3, Role::row)) return {3, Role::row};
    if (fits(2, Role::row)) return {2, Role::row};
    return {1, Role::row};
}

Action people(const HomeView& view, Page& page, Box body)
{
    Answer answer;
    const auto [across, role, gap] = grid_for(view, page.ui, body.width);
    const float width = body.width / static_cast<float>(across) - gap;
    float height = person_height;
    for (const auto& row : view.under_way)
        height = std::max(height, text_height(page.ui, role, row.name, width) + 36);
    Scroll scroll(page.ui, "under-way", body.inset(-16, 0));
    const auto cells = grid({body.x, scroll.content().y, body.width, body.height},
                            static_cast<int>(view.under_way.size()), across, height, 0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& row = view.under_way[i];
        Box cell = cells[i];
        cell.width -= gap;
        if (person(page, cell, row, role)) answer = row.action;
        scroll.ends_at(cell.bottom());
    }
    return answer;
}

// Beside the buttons, or above them where it would take too many lines.
void progress_line(Page& page, const Box& foot, Box& inner, const std::string& sentence)
{
    Ui& ui = page.ui;
    const float height = text_height(ui, Role::body, sentence, inner.width);
    const bool beside = text_height(ui, Role::body, sentence, foot.width) <= foot.height;
    draw_centred(ui, beside ? foot : inner.take_bottom(height, 4), Role::body, ui.colours().text, sentence);
}

Action today_card(const HomeView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    Box top = inner.take_top(line_height(ui, Role::label), 4);
    const float label = draw_line(ui, {top.x, top.y}, Role::label, colours.ember, view.label);
    draw_line(ui, {top.x + label + 10, top.y}, Role::small, colours.text_soft, view.detail);
    // A long programme stands smaller, so that more of the people fit.
    card_title(page, inner, view.heading,
               fitting(ui, view.heading, inner.width, {Role::heading, Role::task, Role::button}));

    Box foot = inner.take_bottom(button_height(ui, ButtonStyle::main), 12);
    const ButtonLook main =
        button_look(view.main_label, ButtonStyle::main, Icon::arrow_right, IconSide::after);
    const float width = std::max(260.0F, button_width(ui, main));
    if (button(ui, "main", foot.take_right(width, 12), main)) answer = view.main;
    if (!view.second_label.empty()) {
        const ButtonLook second = button_look(view.second_label, ButtonStyle::plain, Icon::plus);
        const float second_width = button_width(ui, second);
        if (foot.width > second_width + 160 &&
            button(ui, "second", foot.take_right(second_width, 12).at_centre(second_width, 56), second))
            answer = view.second;
    }
    if (view.under_way.empty())
        draw_text(ui, inner, Role::row, colours.text_soft, view.sentence);
    else
        progress_line(page, foot, inner, view.sentence);
    answer = people(view, page, inner);
    return answer;
}

// What the card needs to show so many lines of people, or all of them.
float today_height(const HomeView& view, const Ui& ui, float width, float most)
{
    const float inner = width - 2 * card_padding;
    const Role role = fitting(ui, view.heading, inner, {Role::heading, Role::task, Role::button});
    const auto across = static_cast<float>(grid_for(view, ui, inner).across);
    const float lines = std::clamp(std::ceil(static_cast<float>(view.under_way.size()) / across), 1.0F, most);
    return 2 * card_padding + line_height(ui, Role::label) + 4 + text_height(ui, role, view.heading, inner) +
           12 + lines * person_height + 12 + button_height(ui, ButtonStyle::main);
}

Action waits_card(const HomeView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Box inner = box;
    const float head = std::max(66.0F, line_height(ui, Role::button) + 32);
    draw_centred(ui, inner.take_top(head).inset(card_padding, 0), Role::button, ui.colours().text,
                 view.waits_title);
    if (view.waiting.empty()) {
        divider(ui, inner.x, inner.y, inner.width);
        draw_text(ui, inner.inset(card_padding, 20), Role::body, ui.colours().text_soft, view.nothing_waits);
        return answer;
    }
    Scroll scroll(ui, "waits", inner);
    Box rows = scroll.content();
    const float part = std::floor(inner.height / static_cast<float>(view.waiting.size()));
    const float least = std::clamp(part, 72.0F, 81.0F);
    for (std::size_t i = 0; i < view.waiting.size(); ++i) {
        const auto& waiting = view.waiting[i];
        RowLook look;
        look.title = waiting.line;
        look.second = waiting.detail;
        look.icon = waiting.icon;
        look.tone = waiting.tone;
        look.action = waiting.word;
        const Box place = rows.take_top(std::max(least, row_height(ui, rows.width, look)));
        divider(ui, place.x, place.y, place.width);
        if (row(ui, "waits/" + std::to_string(i), place, look)) answer = waiting.action;
        scroll.ends_at(place.bottom());
    }
    return answer;
}

// On an upright screen what is known of the kiosk stands two by two.
constexpr float pair_gap = 16;

float pairs_height(const HomeView& view, const Ui& ui, float width)
{
    float sum = 0;
    float high = 0;
    for (std::size_t i = 0; i < view.kiosk.size(); ++i) {
        const auto& line = view.kiosk[i];
        const float height =
            status_height(ui, (width - card_gap) / 2, {line.icon, line.tone, line.title, line.sentence});
        high = i % 2 == 0 ? height : std::max(high, height);
        if (i % 2 == 1 || i + 1 == view.kiosk.size()) sum += high + (sum > 0 ? pair_gap : 0);
    }
    return sum;
}

void status_pairs(const HomeView& view, Ui& ui, Box inner)
{
    const auto halves = columns(inner, 2, card_gap);
    float y = inner.y;
    float high = 0;
    for (std::size_t i = 0; i < view.kiosk.size(); ++i) {
        const auto& line = view.kiosk[i];
        const float height = status(ui, {halves[i % 2].x, y}, halves[i % 2].width,
                                    {line.icon, line.tone, line.title, line.sentence});
        high = i % 2 == 0 ? height : std::max(high, height);
        if (i % 2 == 1) y += high + pair_gap;
    }
}

Action kiosk_card(const HomeView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    card_title(page, inner, page.words("home.this_kiosk"), Role::button);
    const float name = text_height(ui, Role::body, view.who, inner.width - 126);
    const float until = text_height(ui, Role::small, view.until, inner.width - 126);
    Box foot = inner.take_bottom(std::max(72.0F, name + until + 20));
    divider(ui, foot.x, foot.y, foot.width);
    initial_disc(ui, {foot.x + 26, foot.bottom() - 28}, 52, view.who, true);
    const Box wheel{foot.right() - 56, foot.bottom() - 56, 56, 56};
    if (icon_button(ui, "settings", wheel, Icon::settings, page.words("home.settings"), colours.primary))
        answer = act::Go{Screen::settings};
    Box who{foot.x + 66, foot.y + 14, foot.width - 66 - 60, foot.height - 14};
    draw_text(ui, who.take_top(name), Role::body, colours.text, view.who);
    draw_text(ui, who.take_top(until), Role::small, colours.text_soft, view.until);

    inner.take_top(8);
    inner.take_bottom(8);
    float needed = 0;
    for (const auto& line : view.kiosk)
        needed += status_height(ui, inner.width, {line.icon, line.tone, line.title, line.sentence});
    const float gap =
        std::clamp((inner.height - needed) / static_cast<float>(view.kiosk.size()), 12.0F, 24.0F);
    if (!view.again.title.empty()) {
        RowLook look;
        look.title = view.again.title;
        look.second = view.again.sentence;
        look.icon = view.again.icon;
        look.chevron = false;
        const Box whole{box.x, inner.y, box.width, inner.height};
        const float height = row_height(ui, whole.width, look);
        if (row(ui, "practice/again", {box.x, inner.bottom() - height, box.width, height}, look))
            answer = act::StartPractice{};
        inner.take_bottom(height, 8);
    }
    if (ui.portrait() && ui.theme().grow() < 1.1F) {
        status_pairs(view, ui, inner);
        return answer;
    }
    Scroll scroll(ui, "kiosk", inner, ScrollMark::beside);
    float y = scroll.content().y;
    for (const auto& line : view.kiosk)
        y += status(ui, {inner.x, y}, inner.width, {line.icon, line.tone, line.title, line.sentence}) + gap;
    scroll.ends_at(y - gap);
    return answer;
}

} // namespace

Action draw(const HomeView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    answer = place(page, Screen::home, {}, {});
    const Box screen = ui.screen();
    const float left = rail_width(ui);
    const Box sky{left, 0, screen.width - left, 150};
    if (!ui.theme().high_contrast())
        picture(ui, sky, page.art.sky(sky.width, sky.height, view.hour, page.practising));
    const Box body = place_body(ui);
    // Where a long name needs the room, the frame alone says that nothing here is real.
    const float clock = text_width(ui, Role::title, view.clock);
    const float mark = specimen_width(page) + 24;
    const bool marked =
        page.specimen && text_width(ui, Role::heading, view.greeting) + clock + mark < body.width - 24;
    page_title(ui, view.greeting, view.date_line, clock + 24 + (marked ? mark : 0));
    const float top = ui.portrait() ? 48.0F : 40.0F;
    if (marked) mark_specimen(page, {screen.width - 32 - clock - 24, top + 4});
    draw_line(ui, {screen.width - 32 - clock, top}, Role::title, colours.text, view.clock);
    if (ui.portrait()) {
        Scroll scroll(ui, "home", body, ScrollMark::beside);
        Box rest = scroll.content();
        const float top_card = std::max(ui.grown(304), today_height(view, ui, rest.width, 3));
        const auto count = static_cast<float>(view.waiting.size());
        const float waits = std::clamp(66 + 81 * count, 150.0F, 309.0F);
        // With large words each card keeps its height, and the page is scrolled.
        const bool large = ui.theme().grow() > 1.1F;
        const float again = view.again.title.empty() ? 0.0F : 80.0F;
        const float pairs = pairs_height(view, ui, rest.width - 2 * card_padding) + 220 + again;
        answer = today_card(view, page, rest.take_top(large ? ui.grown(340) : top_card, card_gap));
        answer = waits_card(view, page, rest.take_top(large ? ui.grown(320) : waits, card_gap));
        const Box last = rest.take_top(large ? ui.grown(540) : pairs);
        answer = kiosk_card(view, page, last);
        scroll.ends_at(last.bottom());
        return answer;
    }
    const TwoColumns columns = two_columns(page, body, 356);
    Box main = columns.main;
    const float least = 304 + std::round((ui.theme().grow() - 1) * 200);
    // High enough for two lines of people where enough is left for what waits.
    const float waits = 66 + 72 * std::min<float>(2, static_cast<float>(view.waiting.size())) + card_gap;
    const float wanted =
        std::min(today_height(view, ui, main.width, 2), main.height - std::max(170.0F, waits));
    const float first = std::max({least, (main.height - card_gap) / 2, wanted});
    answer = today_card(view, page, main.take_top(first, card_gap));
    answer = waits_card(view, page, main);
    answer = kiosk_card(view, page, columns.side);
    return answer;
}

} // namespace northseal::kiosk
