#include "kiosk/screens/check.h"

#include <cmath>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

ButtonLook look_for_serial(const Page& page)
{
    return button_look(page.words("check.serial_go"), ButtonStyle::soft, Icon::search);
}

Action serial_line(const CheckView& view, Page& page, Box box)
{
    Answer answer;
    FieldLook look;
    look.label = page.words("check.serial_label");
    look.hint = page.words("check.serial_hint");
    look.icon = Icon::keyboard;
    look.clearable = !view.serial.empty();
    const float height = field_height(page.ui, box.width, look);
    answer = text_field(page, "serial", box.take_top(height, 12), TextField::serial, view.serial, look);
    const ButtonLook go = look_for_serial(page);
    if (!view.serial.empty() &&
        button(page.ui, "serial/go", box.take_top(button_height(page.ui, go, box.width)), go))
        answer = act::CheckSerial{};
    return answer;
}

float serial_height(const CheckView& view, Page& page, float width)
{
    FieldLook look;
    look.label = page.words("check.serial_label");
    const float button = view.serial.empty() ? 0 : button_height(page.ui, look_for_serial(page), width) + 12;
    return field_height(page.ui, width, look) + 24 + button;
}

Action ways(const CheckView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    const float title = text_height(ui, Role::heading, page.words("check.show"), inner.width);
    draw_text(ui, inner.take_top(title, 4), Role::heading, ui.colours().text, page.words("check.show"));
    const float other = text_height(ui, Role::body, page.words("check.show_detail"), inner.width);
    draw_text(ui, inner.take_top(other, 14), Role::body, ui.colours().text_soft,
              page.words("check.show_detail"));
    say_failure(page, inner, view.trouble);
    Scroll scroll(ui, "ways", {box.x, inner.y, box.width, box.bottom() - inner.y - 12});
    Box rows = scroll.content();
    const auto place_for = [&](const RowLook& look) {
        const Box place = rows.take_top(std::max(84.0F, row_height(ui, rows.width, look)));
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        return place;
    };
    answer = code_ways(page, rows, {view.closed, view.can_read_stick}, 84.0F);
    const Box serial = rows.take_top(serial_height(view, page, rows.width - 2 * card_padding));
    divider(ui, serial.x + card_padding, serial.y, serial.width - 2 * card_padding);
    answer = serial_line(view, page, serial.inset(card_padding, 12));
    RowLook paper;
    paper.title = page.words("check.no_code");
    paper.second = page.words("check.no_code_detail");
    paper.icon = Icon::certificate;
    const Box last = place_for(paper);
    if (row(ui, "no-code", last, paper)) answer = act::ExplainPaper{};
    scroll.ends_at(last.bottom());
    return answer;
}

Action ready(const CheckView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    Box body = task_body(ui);
    if (!view.camera.here) body.height = ui.screen().bottom() - 24 - body.y;
    if (view.typing) {
        body.height = keyboard_top(page) - 4 - body.y;
        say_failure(page, body, view.trouble);
        answer = serial_line(view, page, body);
        answer = typing_keys(page);
        return answer;
    }
    say_failure(page, body, view.failure);
    TwoColumns columns = two_columns(page, body, 456);
    if (ui.portrait()) {
        columns.main = body.take_top(body.height * 0.36F, card_gap);
        columns.side = body;
    }
    if (!view.camera.here) {
        const std::string& sentence =
            !view.busy.empty() ? view.busy : page.words(view.closed ? "check.closed" : "check.hold");
        scanner_panel(page, columns.main, view.closed ? Icon::lock : Icon::scan, sentence);
        answer = ways(view, page, columns.side);
        return answer;
    }
    camera_panel(view.camera, page, columns.main, view.busy);
    answer = ways(view, page, columns.side);
    TaskBarLook bar;
    add_camera(bar, view.camera);
    answer = camera_action(task_bar(ui, bar), view.camera);
    return answer;
}

// Where a name and its level stand in a width: beside one another, or one below the other.
struct OutcomeLine {
    float level{0}; // wide
    float right{0}; // what the level and its bars take
    bool beside{true};
    float name{0}; // high
    float words{0};
};

OutcomeLine outcome_line(const CheckView::Outcome& outcome, const Ui& ui, float width)
{
    OutcomeLine line;
    line.level = text_width(ui, Role::body, outcome.level) + 2;
    line.right = std::max(186.0F, line.level + 100);
    line.beside = width - line.right > 160;
    line.words = line.beside ? width - line.right - 12 : width;
    line.name = text_height(ui, Role::body, outcome.name, line.words);
    return line;
}

// Rows closer to one another before any of them is out of sight.
void outcome_rows(const CheckView& view, Page& page, Box& rest, float bottom)
{
    Ui& ui = page.ui;
    const auto height = [&](const OutcomeLine& line, bool close) {
        const float below = line.beside ? 0 : line_height(ui, Role::body);
        return std::max(close ? 44.0F : 52.0F, line.name + below + (close ? 10.0F : 20.0F));
    };
    float sum = 0;
    for (const auto& each : view.outcomes) sum += height(outcome_line(each, ui, rest.width), false);
    const bool close = rest.y + sum > bottom;
    float tight = 0;
    for (const auto& each : view.outcomes) tight += height(outcome_line(each, ui, rest.width), true);
    // What is left over goes between them.
    const auto count = static_cast<float>(std::max<std::size_t>(1, view.outcomes.size()));
    const float more = close ? std::clamp(std::floor((bottom - rest.y - tight) / count), 0.0F, 8.0F) : 0;
    for (const auto& outcome : view.outcomes) {
        divider(ui, rest.x, rest.y, rest.width);
        const OutcomeLine at = outcome_line(outcome, ui, rest.width);
        const Box line = rest.take_top(height(at, close) + more);
        const float top = at.beside ? (line.height - at.name) / 2 : (close ? 4.0F : 8.0F);
        draw_text(ui, {line.x, line.y + top, at.words, at.name}, Role::body, ui.colours().text, outcome.name);
        const float middle =
            at.beside ? line.centre().y : line.y + top + at.name + line_height(ui, Role::body) / 2;
        const float x = at.beside ? line.right() - at.right : line.x;
        meter(ui, {x, middle - 6, 84, 12}, outcome.bars, outcome.of);
        draw_centred(ui, {x + 100, middle - 20, at.level, 40}, Role::body, ui.colours().text, outcome.level);
    }
}

void paper_card(const CheckView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    Scroll scroll(ui, "paper", {box.x, inner.y, box.width, inner.height});
    Box rest = scroll.content().inset(card_padding, 0);
    if (!view.vouched) {
        const std::string title = page.words("check.unvouched");
        draw_text(ui, rest.take_top(text_height(ui, Role::button, title, rest.width), 14), Role::button,
                  colours.text, title);
        float height = 16;
        for (const auto& [name, value] : view.unvouched)
            height += 25 + text_height(ui, Role::small, name, rest.width - 40) +
                      text_height(ui, Role::row, value, rest.width - 40);
        const Box sunken = rest.take_top(height, 14);
        inset(ui, sunken);
        facts(page, sunken.inset(20, 4), view.unvouched);
        const std::string why = page.words("check.unvouched_why");
        const float said = text_height(ui, Role::small, why, rest.width);
        draw_text(ui, rest.take_top(said), Role::small, colours.text_soft, why);
        scroll.ends_at(rest.y);
        return;
    }
    const std::string issued_label = page.words("check.issued");
    const float issued =
        std::max(text_width(ui, Role::body, view.issued), text_width(ui, Role::small, issued_label)) + 2;
    const bool beside = rest.width - issued > 220;
    const float room = beside ? rest.width - issued - 24 : rest.width;
    const Box labels = rest.take_top(line_height(ui, Role::small));
    draw_text(ui, labels, Role::small, colours.text_soft, page.words("check.held_by"));
    if (beside)
        draw_text(ui, {labels.right() - issued, labels.y, issued, labels.height}, Role::small,
                  colours.text_soft, issued_label, Align::right);
    const float name = text_height(ui, Role::name_strong, view.holder, room);
    const Box holder = rest.take_top(name, 6);
    draw_text(ui, {holder.x, holder.y, room, name}, Role::name_strong, colours.text, view.holder);
    if (beside)
        draw_text(ui, {holder.right() - issued, holder.y + 4, issued, line_height(ui, Role::body)},
                  Role::body, colours.text, view.issued, Align::right);
    else
        rest.take_top(fact(ui, {rest.x, rest.y}, rest.width, issued_label, view.issued), 6);
    const float programme = text_height(ui, Role::button, view.programme, rest.width);
    draw_text(ui, rest.take_top(programme, 12), Role::button, colours.primary, view.programme);
    outcome_rows(view, page, rest, inner.bottom());
    scroll.ends_at(rest.y);
}

void meaning_card(const CheckView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    const std::string title = page.words("check.means");
    draw_text(ui, inner.take_top(text_height(ui, Role::button, title, inner.width), 14), Role::button,
              ui.colours().text, title);
    Scroll scroll(ui, "means", {box.x, inner.y, box.width, inner.height});
    float y = scroll.content().y;
    for (const auto& line : view.means)
        y += status(ui, {inner.x, y}, inner.width, {line.icon, line.tone, line.title, line.sentence}) + 18;
    scroll.ends_at(y - 18);
}

Action finding(const CheckView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    Box body = task_body(ui);
    const float band = verdict_height(ui, body.width, view.verdict);
    verdict_band(ui, body.take_top(band, card_gap), view.verdict);
    if (view.says_something) {
        TwoColumns columns = two_columns(page, body, 520);
        if (ui.portrait()) {
            columns.main = body;
            columns.side = columns.main.take_bottom(body.height * 0.45F, card_gap);
        }
        paper_card(view, page, columns.main);
        meaning_card(view, page, columns.side);
    } else {
        meaning_card(view, page, body);
    }
    TaskBarLook bar;
    bar.sentence = view.closes;
    bar.main = button_look(page.words("check.another"), ButtonStyle::main, Icon::qrcode);
    if (task_bar(ui, bar) == BarTap::main) answer = act::CheckAnother{};
    return answer;
}

void explanation(Page& page)
{
    Ui& ui = page.ui;
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 24 - body.y;
    Box inner = card(ui, body);
    Scroll scroll(ui, "explains", {body.x, inner.y, body.width, inner.height});
    Box rest = scroll.content().inset(card_padding, 0);
    const std::string title = page.words("check.paper_title");
    draw_text(ui, rest.take_top(text_height(ui, Role::heading, title, rest.width), 20), Role::heading,
              ui.colours().text, title);
    int number = 0;
    for (const char* key : {"check.paper_1", "check.paper_2", "check.paper_3"}) {
        ++number;
        const float used = numbered_step(ui, {rest.x, rest.y}, rest.width, number, page.words(key));
        rest.take_top(used, 16);
    }
    scroll.ends_at(rest.y);
}

} // namespace

Action draw(const CheckView& view, Page& page)
{
    Answer answer;
    answer = task(page, page.words("check.title"), view.found ? view.read_by : page.words("check.anyone"),
                  page.words(view.found ? "check.nothing_kept" : "check.offline"), false);
    if (const auto& code = page.ui.scanned()) answer = act::Scanned{*code, CheckWay::scanner};
    if (view.found)
        answer = finding(view, page);
    else if (view.explains)
        explanation(page);
    else
        answer = ready(view, page);
    return answer;
}

} // namespace northseal::kiosk
