#include "kiosk/screens/learner.h"

#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/screens/issued_list.h"

namespace northseal::kiosk {

namespace {

float title_strip(Page& page, Box& inner, std::string_view title)
{
    const float height = std::max(60.0F, line_height(page.ui, Role::button) + 28);
    draw_centred(page.ui, inner.take_top(height).inset(card_padding, 0), Role::button, page.ui.colours().text,
                 title);
    return height;
}

// Beside the button of the first one the glyph gives way before a word is broken.
RowLook under_way_row(const LearnerView& view, const Ui& ui, std::size_t index, float width)
{
    RowLook look;
    look.title = view.under_way[index].programme;
    look.second = view.under_way[index].progress;
    look.icon = Icon::pencil;
    look.tone = Tone::waits;
    look.chevron = index > 0;
    const float glyph_and_padding = 64 + 2 * card_padding;
    if (widest_word(ui, Role::row, look.title) > width - glyph_and_padding) look.icon = Icon::none;
    return look;
}

ButtonLook go_on(const LearnerView& view)
{
    return button_look(view.under_way.front().word, ButtonStyle::main, Icon::arrow_right, IconSide::after);
}

// Room for the first thing under way, whole, and for some of the next.
float under_way_height(const LearnerView& view, const Page& page, float width)
{
    const Ui& ui = page.ui;
    const float strip = std::max(60.0F, line_height(ui, Role::button) + 28);
    if (view.under_way.empty()) return strip + 88;
    const float beside = width - button_width(ui, go_on(view)) - 20;
    const float first = std::max(88.0F, row_height(ui, beside, under_way_row(view, ui, 0, beside)));
    return strip + first + (view.under_way.size() > 1 ? 88.0F : 0.0F);
}

// The first thing under way is the main action of the page; the others are rows.
Action under_way(const LearnerView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Box inner = box;
    title_strip(page, inner, page.words("learner.under_way_title"));
    if (view.under_way.empty()) {
        divider(ui, inner.x, inner.y, inner.width);
        draw_centred(ui, inner.inset(card_padding, 0), Role::body, ui.colours().text_soft,
                     page.words("learner.nothing_under_way"));
        return answer;
    }
    Scroll scroll(ui, "under-way", inner);
    Box rows = scroll.content();
    for (std::size_t i = 0; i < view.under_way.size(); ++i) {
        const auto& each = view.under_way[i];
        const ButtonLook main = go_on(view);
        const float width = button_width(ui, main);
        const RowLook look = under_way_row(view, ui, i, rows.width - (i == 0 ? width + 20 : 0));
        Box place =
            rows.take_top(std::max(88.0F, row_height(ui, rows.width - (i == 0 ? width + 20 : 0), look)));
        scroll.ends_at(place.bottom());
        divider(ui, place.x, place.y, place.width);
        if (i > 0) {
            if (row(ui, "under-way/" + std::to_string(i), place, look)) answer = act::OpenAssessment{each.id};
            continue;
        }
        Box right = place.take_right(width + 20);
        plain_row(ui, place, look);
        if (button(ui, "continue", right.at_centre(width, 64).moved(-10, 0), main))
            answer = act::OpenAssessment{each.id};
    }
    return answer;
}

// How often they were there, below what came of it.
void sessions_foot(const LearnerView& view, Page& page, Box& inner)
{
    Ui& ui = page.ui;
    const float room = inner.width - 2 * card_padding - 40;
    const float height = std::max(60.0F, text_height(ui, Role::small, view.sessions, room) + 24);
    const Box foot = inner.take_bottom(height);
    divider(ui, foot.x, foot.y, foot.width);
    draw_icon(ui, {foot.x + card_padding + 14, std::floor(foot.centre().y)}, Icon::history, 28,
              ui.colours().text_soft);
    draw_centred(ui, {foot.x + card_padding + 40, foot.y, room, foot.height}, Role::small,
                 ui.colours().text_soft, view.sessions);
}

Action issued_card(const LearnerView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Box inner = box;
    title_strip(page, inner, page.words("learner.issued_title"));
    if (!view.sessions.empty()) sessions_foot(view, page, inner);
    if (view.issued.empty()) {
        divider(ui, inner.x, inner.y, inner.width);
        draw_text(ui, inner.inset(card_padding, 20), Role::body, ui.colours().text_soft, view.nothing_issued);
        return answer;
    }
    Scroll scroll(ui, "issued", inner);
    Box rows = scroll.content();
    for (const auto& each : view.issued) {
        const RowLook look = issued_row(each);
        const Box place = rows.take_top(std::max(84.0F, row_height(ui, rows.width, look)));
        divider(ui, place.x, place.y, place.width);
        if (row(ui, "issued/" + std::to_string(each.id.value), place, look))
            answer = act::OpenIssued{each.id};
        scroll.ends_at(place.bottom());
    }
    return answer;
}

ButtonLook way_look(const LearnerView::Way& way)
{
    return button_look(way.label, ButtonStyle::soft, way.icon);
}

Action about_card(const LearnerView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    card_title(page, inner, view.about_title, Role::button);
    const bool main = view.under_way.empty();
    const ButtonLook assess =
        button_look(view.assess_label, main ? ButtonStyle::main : ButtonStyle::soft, Icon::plus);
    const float needed = button_width(ui, assess);
    // A long first name needs the sentence without its icon before it needs a smaller one.
    const ButtonLook plain = button_look(view.assess_label, assess.style);
    const ButtonLook& fitted = needed > inner.width ? plain : assess;
    if (button(ui, "assess", inner.take_bottom(button_height(ui, fitted, inner.width), 12), fitted))
        answer = view.assess;
    // The last way stays in sight, and the others where they leave the facts room; else they scroll with
    // them.
    constexpr float gap = 12;
    constexpr float room_for_facts = 200;
    std::size_t scrolled = view.ways.size();
    while (scrolled > 0) {
        const auto& way = view.ways[scrolled - 1];
        const ButtonLook look = way_look(way);
        const float height = button_height(ui, look, inner.width);
        if (scrolled < view.ways.size() && inner.height - height - gap < room_for_facts) break;
        if (button(ui, way.id, inner.take_bottom(height, gap), look)) answer = way.action;
        --scrolled;
    }
    Scroll scroll(ui, "facts", inner, ScrollMark::beside);
    Box below = scroll.content();
    below.take_top(facts(page, below, view.facts));
    for (std::size_t i = 0; i < scrolled; ++i) {
        const auto& way = view.ways[i];
        const ButtonLook look = way_look(way);
        const Box place = below.take_top(button_height(ui, look, below.width), gap);
        if (button(ui, way.id, place, look)) answer = way.action;
    }
    scroll.ends_at(below.y);
    return answer;
}

// A long name stands smaller, then takes the room of the mark, then that of the second line.
void head_of(const LearnerView& view, Page& page, Box place)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const auto role_in = [&](float width) {
        return fitting(ui, view.name, width, {Role::name_strong, Role::row_strong, Role::body_strong});
    };
    const float detail = text_height(ui, Role::small, view.detail, place.width);
    const float beside = place.width - specimen_width(page) - 24;
    const bool marked =
        page.specimen && text_height(ui, role_in(beside), view.name, beside) + detail <= place.height;
    if (marked) {
        mark_specimen(page, {place.right(), 46});
        place.width = beside;
    }
    const float agreed = chip_width(ui, Icon::check, view.agreed) + 24;
    const float rest = place.width - agreed;
    if (text_width(ui, Role::name_strong, view.name) <= rest &&
        text_width(ui, Role::small, view.detail) <= rest) {
        const float gap = marked ? 12 : 0; // beside the other chip; the gap to the name is the larger one
        chip_right(ui, {place.right() + gap, 46 + chip_height(ui) / 2}, Icon::check, view.agreed, Tone::good);
        place.width = rest;
    }
    const Role role = role_in(place.width);
    const float name = text_height(ui, role, view.name, place.width);
    const bool both = name + detail <= place.height;
    const float top = std::max(place.y, 64 - (name + (both ? detail : 0)) / 2);
    draw_text(ui, {place.x, top, place.width, name}, role, colours.text, view.name);
    if (both)
        draw_text(ui, {place.x, top + name, place.width, detail}, Role::small, colours.text_soft,
                  view.detail);
}

} // namespace

Action draw(const LearnerView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    answer = place(page, Screen::learners, {}, {});
    const Box screen = ui.screen();
    Box body = place_body(ui);
    if (icon_button(ui, "back", {body.x - 20, 32, 64, 64}, Icon::arrow_left, page.words("common.back"),
                    colours.primary))
        answer = act::Back{};
    initial_disc(ui, {body.x + 90, 64}, 60, view.name);
    head_of(view, page, {body.x + 136, 8, screen.width - 32 - (body.x + 136), body.y - 16});

    say_failure(page, body, view.failure);
    TwoColumns columns = two_columns(page, body, 356);
    const float under = under_way_height(view, page, columns.main.width);
    answer = under_way(view, page, columns.main.take_top(under, card_gap));
    answer = issued_card(view, page, columns.main);
    answer = about_card(view, page, columns.side);
    return answer;
}

} // namespace northseal::kiosk
