#include "kiosk/screens/renewal.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

// How much is used; ember where it runs out.
void used_bar(Page& page, Box& rows, const RenewalView::Bar& bar)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const float height =
        std::max(line_height(ui, Role::body), text_height(ui, Role::body, bar.left, rows.width * 0.6F));
    const Box line = rows.take_top(height, 8);
    draw_text(ui, line, Role::body, colours.text, bar.label);
    Box right = line;
    draw_text(ui, right.take_right(line.width * 0.6F), Role::body, colours.text, bar.left, Align::right);
    const Box place = rows.take_top(14, 16);
    progress(ui, place, bar.used);
    const float width = std::round(place.width * std::clamp(bar.used, 0.0F, 1.0F));
    if (bar.runs_out && width >= place.height)
        fill(ui, {place.x, place.y, width, place.height}, colours.ember_mark, place.height / 2);
}

void what_is_left(const RenewalView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    const Box inner = card(ui, box);
    Scroll scroll(ui, "left", inner, ScrollMark::beside);
    Box rows = scroll.content();
    const float words = rows.width - 82;
    const float heading = text_height(ui, Role::heading, view.heading, words);
    const float on = text_height(ui, Role::body, view.on, words);
    Box head = rows.take_top(std::max(64.0F, heading + on), 20);
    glyph(ui, head.take_left(64, 18).at_centre(64, 64), Icon::hourglass, view.tone);
    head = head.at_centre(head.width, heading + on);
    draw_text(ui, head.take_top(heading), Role::heading, colours.text, view.heading);
    draw_text(ui, head, Role::body, colours.text_soft, view.on);
    for (const auto& bar : view.bars) used_bar(page, rows, bar);
    rows.take_top(4);
    for (const auto& each : view.says)
        rows.take_top(
            status(ui, {rows.x, rows.y}, rows.width, {each.icon, each.tone, each.title, each.sentence}), 16);
    const float scope = text_height(ui, Role::small, view.scope, rows.width - 40);
    // At the foot, where there is room above it.
    rows.take_top(std::max(0.0F, inner.bottom() - rows.y - 14 - std::max(28.0F, scope)));
    divider(ui, rows.x, rows.y, rows.width);
    rows.take_top(14);
    Box foot = rows.take_top(std::max(28.0F, scope));
    draw_icon(ui, foot.take_left(28, 12).centre(), Icon::shield_check, 28, colours.text_soft);
    draw_centred(ui, foot, Role::small, colours.text_soft, view.scope);
    scroll.ends_at(rows.y);
}

RowLook way_look(const RenewalView::Way& way)
{
    RowLook look;
    look.title = way.title;
    look.second = way.second;
    look.icon = way.icon;
    look.chevron = !std::holds_alternative<std::monostate>(way.action);
    look.enabled = way.enabled;
    look.why_not = way.second;
    return look;
}

Action how_it_comes(const RenewalView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Scroll scroll(ui, "ways", box, ScrollMark::beside);
    Box rows = scroll.content();
    const std::string& title = view.done.empty() ? page.words("renewal.how") : page.words("renewal.renewed");
    draw_text(ui, rows.take_top(text_height(ui, Role::heading, title, rows.width), 16), Role::heading,
              ui.colours().text, title);
    if (!view.done.empty() || !view.busy.empty()) {
        const StatusLook done{Icon::circle_check, Tone::good, page.words("renewal.goes_on"), view.done};
        const BusyLook working{view.busy, {}, {}, 0.5F};
        const bool is_busy = !view.busy.empty();
        const float height =
            is_busy ? busy_height(ui, rows.width - 48, working) : status_height(ui, rows.width - 48, done);
        const Box inner = card(ui, rows.take_top(height + 48));
        if (is_busy)
            busy(ui, inner, working);
        else
            status(ui, {inner.x, inner.y}, inner.width, done);
        scroll.ends_at(rows.y);
        return answer;
    }
    for (const auto& way : view.ways) {
        const RowLook look = way_look(way);
        const Box place = rows.take_top(std::max(104.0F, row_height(ui, rows.width, look)), 16);
        card(ui, place);
        if (!look.chevron)
            plain_row(ui, place, look);
        else if (row(ui, way.id, place, look))
            answer = way.action;
    }
    const float height = text_height(ui, Role::body, view.stick, rows.width);
    if (!view.stick.empty()) draw_text(ui, rows.take_top(height), Role::body, ui.colours().ember, view.stick);
    scroll.ends_at(rows.y);
    return answer;
}

Action ways_page(const RenewalView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    if (const auto& code = ui.scanned()) answer = act::Scanned{*code, CheckWay::scanner};
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    Box left = body, right = body;
    if (ui.portrait()) {
        left = right.take_top(body.height * 0.46F, card_gap);
    } else {
        left = right.take_left(std::floor((body.width - card_gap) / 2), card_gap);
    }
    if (view.camera.on)
        camera_panel(view.camera, page, left, view.busy);
    else
        what_is_left(view, page, left);
    answer = how_it_comes(view, page, right);
    TaskBarLook bar;
    if (view.done.empty()) {
        if (!view.camera.on)
            bar.back = button_look(page.words("renewal.later"), ButtonStyle::plain, Icon::clock);
        if (view.busy.empty())
            bar.main = button_look(page.words("renewal.type"), ButtonStyle::main, Icon::arrow_right,
                                   IconSide::after);
        if (view.camera.on) add_camera(bar, view.camera);
    } else {
        bar.main = button_look(page.words("renewal.home"), ButtonStyle::main, Icon::check);
    }
    const BarTap tapped = task_bar(ui, bar);
    if (tapped == BarTap::back) answer = act::Go{Screen::home};
    answer = camera_action(tapped, view.camera);
    if (tapped == BarTap::main)
        answer = view.done.empty() ? Action{act::GoToRenewalStep{RenewalStep::words}}
                                   : Action{act::Go{Screen::home}};
    return answer;
}

Action word_cells(const RenewalView& view, Page& page, Box box)
{
    CellsLook look;
    look.label = page.words("renewal.label");
    look.cells = view.cells;
    look.shape = CellShape::word;
    look.across = page.ui.portrait() ? 3 : 6;
    look.focused = view.typing;
    const auto cell = cells_field(page.ui, "renewal", box, look);
    if (!cell) return {};
    return act::Focus{TextField::renewal, *cell < view.ends.size() ? view.ends[*cell] : view.words.size()};
}

// What the word that was begun may become, on the keyboard's own ground.
Action offered_words(const RenewalView& view, Page& page, Box strip)
{
    Answer answer;
    Ui& ui = page.ui;
    fill(ui, strip, ui.colours().keyboard);
    Box line = strip.inset(12, 8);
    for (const auto& word : view.offered) {
        const TapLook look{word, Icon::none, false, true, false, Role::row};
        if (tap_width(ui, look) > line.width) break;
        const Box place = line.take_left(tap_width(ui, look), 10);
        if (!tap(ui, "word/" + word, {place.x, place.y}, look)) continue;
        act::Typing typing{};
        for (std::size_t letter = 0; letter < view.begun; ++letter)
            typing.edits.push_back({Edit::Kind::backspace, {}});
        typing.edits.push_back({Edit::Kind::insert, word + " "});
        answer = typing;
    }
    if (text_height(ui, Role::small, view.offered_hint, line.width) <= line.height && line.width > 160)
        draw_centred(ui, line, Role::small, ui.colours().text, view.offered_hint, Align::right);
    return answer;
}

// How many there are, and what is wrong with them.
void words_foot(const RenewalView& view, Page& page, Box line)
{
    Ui& ui = page.ui;
    const Box right = line.take_right(180, 16);
    progress(ui, right.at_centre(180, 14), view.part);
    const Box count = line.take_right(text_width(ui, Role::body, view.counted), 24);
    draw_centred(ui, count, Role::body, ui.colours().text_soft, view.counted);
    draw_centred(ui, line, Role::body, view.problem.empty() ? ui.colours().text_soft : ui.colours().berry,
                 view.problem.empty() ? page.words("renewal.read_back") : view.problem);
}

float foot_height(const RenewalView& view, const Page& page, float width)
{
    const std::string& words = view.problem.empty() ? page.words("renewal.read_back") : view.problem;
    const float room = width - 220 - text_width(page.ui, Role::body, view.counted);
    return std::max(28.0F, text_height(page.ui, Role::body, words, room));
}

Action words_page(const RenewalView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    if (view.typing) {
        const float strip = tap_height(ui) + 16;
        const float top = task_head_height(ui);
        Box body{32, top + 12, ui.screen().width - 64, keyboard_top(page) - top - 12 - strip - 8};
        words_foot(view, page, body.take_bottom(foot_height(view, page, body.width), 10));
        answer = word_cells(view, page, body);
        answer = offered_words(view, page, {0, keyboard_top(page) - strip, ui.screen().width, strip});
        answer = typing_keys(page);
        return answer;
    }
    if (const auto& code = ui.scanned()) answer = act::Scanned{*code, CheckWay::scanner};
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    Box inner = card(ui, body);
    const std::string& explain = page.words("renewal.explain");
    draw_text(ui, inner.take_top(text_height(ui, Role::body, explain, inner.width), 20), Role::body,
              ui.colours().text_soft, explain);
    Box foot = inner.take_bottom(
        std::max(foot_height(view, page, inner.width),
                 view.busy.empty() ? 0.0F : busy_height(ui, inner.width, {view.busy, {}, {}, 0.5F})),
        16);
    if (view.busy.empty())
        words_foot(view, page, foot);
    else
        busy(ui, foot, {view.busy, {}, {}, 0.5F});
    answer = word_cells(view, page, inner);
    TaskBarLook bar;
    bar.back = button_look(page.words("renewal.other_way"), ButtonStyle::plain);
    if (view.busy.empty())
        bar.main = button_look(page.words("renewal.renew"), ButtonStyle::main, Icon::check, IconSide::before,
                               view.can_renew, view.why_not);
    const BarTap tapped = task_bar(ui, bar);
    if (tapped == BarTap::back) answer = act::GoToRenewalStep{RenewalStep::ways};
    if (tapped == BarTap::main) answer = act::Renew{};
    return answer;
}

} // namespace

Action draw(const RenewalView& view, Page& page)
{
    Answer answer;
    const bool words = view.step == RenewalStep::words && view.done.empty();
    answer = task(page, page.words(words ? "renewal.words_title" : "renewal.title"),
                  words ? page.words("renewal.words_line") : view.line, {}, false);
    answer = words ? words_page(view, page) : ways_page(view, page);
    return answer;
}

} // namespace northseal::kiosk
