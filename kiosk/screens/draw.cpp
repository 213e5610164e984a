#include "kiosk/screens/draw.h"

#include <cmath>

namespace northseal::kiosk {

namespace {

struct Place {
    Screen screen;
    Icon icon;
    const char* words;
    const char* id;
};
constexpr Place places[] = {
    {Screen::home, Icon::home, "nav.home", "nav/home"},
    {Screen::sessions, Icon::calendar_event, "nav.sessions", "nav/sessions"},
    {Screen::learners, Icon::users, "nav.learners", "nav/learners"},
    {Screen::issued_list, Icon::certificate, "nav.issued", "nav/issued"},
    {Screen::sharing, Icon::refresh, "nav.sharing", "nav/sharing"},
};

Action draw_rail(Page& page, Screen here)
{
    RailLook look;
    for (const Place& each : places)
        look.items.push_back({each.id, each.icon, page.words(each.words), 0, each.screen == here});
    look.foot = RailItem{"nav/lock", Icon::lock, page.words("nav.lock"), 0, false};
    look.practice = page.specimen;
    look.ridges = page.art.rail(page.specimen);
    if (page.typing != TextField::none) look.until = keyboard_top(page);
    const std::string tapped = rail(page.ui, look);
    if (tapped == "nav/lock") return act::Lock{};
    for (const Place& each : places) {
        if (tapped == each.id) return act::Go{each.screen};
    }
    return {};
}

} // namespace

ButtonLook button_look(std::string label, ButtonStyle style, Icon icon, IconSide side, bool enabled,
                       std::string why_not)
{
    return {std::move(label), style, icon, side, enabled, std::move(why_not)};
}

Action place(Page& page, Screen here, std::string_view title, std::string_view second)
{
    page_ground(page.ui);
    Action action;
    if (page.signed_in) action = draw_rail(page, here);
    const float mark = shows_mark(page) ? specimen_width(page) + 24 : 0;
    if (!title.empty()) page_title(page.ui, title, second, mark);
    return action;
}

PlaceHead place(Page& page, Screen here, std::string_view title, std::string_view second, std::string_view id,
                const ButtonLook& look)
{
    Ui& ui = page.ui;
    PlaceHead out;
    out.action = place(page, here, {}, {});
    const float width = button_width(ui, look);
    const float height = button_height(ui, look.style);
    const float right = place_body(ui).right();
    const float middle = second.empty() ? 66 : 60; // of the title, alone or with its second line
    const float top = std::floor(middle + (ui.portrait() ? 8.0F : 0.0F) - height / 2);
    const float reserve = width + 24;
    const float mark = specimen_width(page) + 24;
    const bool marked =
        page.specimen && text_width(ui, Role::heading, title) <= place_body(ui).width - reserve - mark;
    page_title(ui, title, second, reserve + (marked ? mark : 0));
    if (marked) mark_specimen(page, {right - reserve, std::floor(top + (height - chip_height(ui)) / 2)});
    out.begun = button(ui, id, {right - width, top, width, height}, look);
    return out;
}

Action task(Page& page, std::string_view title, std::string_view line, std::string_view saved,
            bool title_is_name, HeadMark mark)
{
    Ui& ui = page.ui;
    page_ground(ui);
    TaskHeadLook look;
    look.back = page.words("common.back");
    look.title = title;
    look.line = line;
    look.saved = saved;
    look.title_is_name = title_is_name;
    if (shows_mark(page) && mark == HeadMark::drawn) look.reserve = specimen_width(page);
    // Where a title needs all of the head, the frame alone says that nothing here is real.
    const bool marked = look.reserve > 0 && task_head_fits(ui, look);
    if (!marked) look.reserve = 0;
    const bool back = task_head(ui, look);
    const float kept = saved.empty() ? 0.0F : text_width(ui, Role::small, saved) + icon_size(ui, 28) + 34;
    const float middle = (task_head_height(ui) - chip_height(ui)) / 2;
    if (marked) mark_specimen(page, {ui.screen().width - page_padding - kept, middle});
    if (back) return act::Back{};
    return {};
}

void door(Page& page)
{
    const Box screen = page.ui.screen();
    if (page.ui.theme().high_contrast()) {
        fill(page.ui, screen, page.ui.colours().rail);
        return;
    }
    picture(page.ui, screen, page.art.horizon(screen.width, screen.height));
}

namespace {

constexpr float door_gap = 12;

// From the lowest line up: the first buttons stand lowest.
std::vector<Box> door_places(const Page& page, Box foot, const std::vector<DoorButton>& buttons)
{
    const float height = button_height(page.ui, ButtonStyle::on_dark);
    std::vector<Box> out;
    float x = foot.x;
    float y = foot.y;
    for (const auto& each : buttons) {
        const float width = button_width(page.ui, each.look);
        if (x + width > foot.right() && x > foot.x) {
            x = foot.x;
            y -= height + door_gap;
        }
        out.push_back({x, y, width, height});
        x += width + door_gap;
    }
    return out;
}

} // namespace

float door_buttons(Page& page, Box foot, const std::vector<DoorButton>& buttons, Answer& answer)
{
    const auto places = door_places(page, foot, buttons);
    float lowest = foot.x;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (button(page.ui, buttons[i].id, places[i], buttons[i].look)) answer = buttons[i].action;
        if (places[i].y == foot.y) lowest = places[i].right() + door_gap;
    }
    return lowest;
}

float door_buttons_top(const Page& page, Box foot, const std::vector<DoorButton>& buttons)
{
    const auto places = door_places(page, foot, buttons);
    return places.empty() ? foot.y : places.back().y;
}

void note_on_sky(Page& page, Box& box, const std::string& sentence, Tone tone)
{
    Ui& ui = page.ui;
    const ToneColours paint = tone_colours(ui.colours(), tone);
    const float width = std::min(box.width - 40, text_width(ui, Role::body, sentence));
    Box place = box.take_top(text_height(ui, Role::body, sentence, width) + 20, 16);
    place.width = width + 40;
    fill(ui, place, paint.ground, 12);
    if (ui.theme().high_contrast()) ring(ui, place, paint.mark, 2, 12);
    draw_text(ui, place.inset(20, 10), Role::body, paint.mark, sentence);
}

void product_mark(Page& page)
{
    const Colours& colours = page.ui.colours();
    seal_mark(page.ui, {78, 66}, 52, colours.on_rail, colours.toast_mark);
    const float line = line_height(page.ui, Role::heading);
    draw_line(page.ui, {124, 66 - line / 2}, Role::heading, colours.on_rail, page.words("common.product"));
}

float specimen_width(const Page& page)
{
    return chip_width(page.ui, Icon::school, page.words("practice.mark"));
}

void mark_specimen(Page& page, Point right_top)
{
    if (shows_mark(page)) specimen_mark(page.ui, right_top, page.words("practice.mark"));
}

float keyboard_top(const Page& page)
{
    const Box screen = page.ui.screen();
    if (page.typing == TextField::none) return screen.bottom();
    return screen.bottom() - keyboard_height(page.ui);
}

TextEntry entry_for(const Page& page, TextField field, const std::string& text)
{
    if (page.typing == field) return page.entry;
    TextEntry entry;
    entry.most = 1000;
    entry.set(text);
    return entry;
}

Action typing_keys(Page& page)
{
    if (page.typing == TextField::none) return {};
    KeyboardLook look;
    look.done = page.words("keyboard.done");
    look.backspace = page.words("keyboard.backspace");
    look.shift = page.words("keyboard.shift");
    look.space = page.words("keyboard.space");
    look.signs = page.words("keyboard.signs");
    look.letters = page.words("keyboard.letters");
    look.lengthen = page.words("keyboard.lengthen");
    look.add_w = page.words("keyboard.add_w");
    look.layouts = page.words("keyboard.layouts");
    look.close = page.words("keyboard.close_layouts");
    look.language = page.words.language();
    look.hint = page.words("keyboard.hint");
    const KeyboardTap tapped = keyboard(page.ui, page.keyboards, page.keyboard, page.entry, look);
    act::Typing typing{tapped.edits, tapped.state, tapped.done};
    const auto& desk = page.ui.edits();
    typing.edits.insert(typing.edits.end(), desk.begin(), desk.end());
    if (typing.edits.empty() && !typing.keyboard && !typing.done) return {};
    return typing;
}

Action text_field(Page& page, std::string_view id, Box box, TextField field_name, const std::string& text,
                  FieldLook look)
{
    look.focused = page.typing == field_name;
    look.clear = page.words("pin.clear");
    const FieldTap tapped = field(page.ui, id, box, entry_for(page, field_name, text), look);
    if (tapped.cleared) return act::ClearText{field_name};
    if (tapped.caret) return act::Focus{field_name, *tapped.caret};
    return {};
}

float failure_height(const Page& page, float width, const std::string& sentence)
{
    if (sentence.empty()) return 0;
    return text_height(page.ui, Role::body, sentence, width - 80) + 32 + 16;
}

Action more_row(Page& page, Box& rows, Scroll& scroll)
{
    RowLook look;
    look.title = page.words("learners.more");
    look.icon = Icon::dots;
    const Box place = rows.take_top(std::max(72.0F, row_height(page.ui, rows.width, look)));
    scroll.ends_at(place.bottom());
    return row(page.ui, "more", place, look) ? Action{act::ShowMore{}} : Action{};
}

Action code_ways(Page& page, Box& rows, const CodeWays& ways, float least_height)
{
    Ui& ui = page.ui;
    const auto place_for = [&](const RowLook& look) {
        const Box place = rows.take_top(std::max(least_height, row_height(ui, rows.width, look)));
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        return place;
    };
    RowLook scanner;
    scanner.title = page.words("check.scanner");
    scanner.second = page.words("check.scanner_detail");
    scanner.icon = Icon::scan;
    scanner.tone = Tone::good;
    scanner.chevron = false;
    plain_row(ui, place_for(scanner), scanner);
    RowLook picture;
    picture.title = page.words("check.picture");
    picture.second = page.words("check.picture_detail");
    picture.icon = Icon::photo;
    picture.enabled = ways.can_read_stick && !ways.closed;
    picture.why_not = page.words(ways.closed ? "check.closed_short" : "check.no_stick");
    return row(ui, "picture", place_for(picture), picture) ? Action{act::ReadPicture{}} : Action{};
}

void say_failure(Page& page, Box& box, const std::string& sentence)
{
    if (sentence.empty()) return;
    const Colours& colours = page.ui.colours();
    const float words_width = box.width - 80;
    const float height = text_height(page.ui, Role::body, sentence, words_width) + 32;
    const Box band = box.take_top(height, 16);
    fill(page.ui, band, colours.berry_soft, 12);
    draw_icon(page.ui, {band.x + 32, band.centre().y}, Icon::alert_triangle, 28, colours.berry);
    draw_text(page.ui, {band.x + 60, band.y + 16, words_width, height - 32}, Role::body, colours.text,
              sentence);
}

void card_title(Page& page, Box& box, std::string_view title, Role role)
{
    const float height = text_height(page.ui, role, title, box.width);
    draw_text(page.ui, box.take_top(height, 12), role, page.ui.colours().text, title);
}

float facts(Page& page, Box box, const std::vector<std::pair<std::string, std::string>>& rows)
{
    float y = box.y;
    for (const auto& [name, value] : rows) {
        divider(page.ui, box.x, y, box.width);
        y += 12;
        y += fact(page.ui, {box.x, y}, box.width, name, value);
        y += 12;
    }
    return y - box.y;
}

float facts_across(Page& page, Box box, const std::vector<std::pair<std::string, std::string>>& rows)
{
    const Colours& colours = page.ui.colours();
    float y = box.y;
    bool first = true;
    for (const auto& [name, value] : rows) {
        if (!first) divider(page.ui, box.x, y, box.width);
        first = false;
        const float name_width = std::min(text_width(page.ui, Role::small, name), box.width * 0.45F);
        const float value_width = box.width - name_width - 16;
        const float height = std::max(text_height(page.ui, Role::body, value, value_width),
                                      text_height(page.ui, Role::small, name, name_width + 2)) +
                             18;
        draw_centred(page.ui, {box.x, y, name_width + 2, height}, Role::small, colours.text_soft, name);
        draw_centred(page.ui, {box.right() - value_width, y, value_width, height}, Role::body, colours.text,
                     value, Align::right);
        y += height;
    }
    return y - box.y;
}

TwoColumns two_columns(const Page& page, Box body, float side_width)
{
    if (page.ui.portrait()) {
        TwoColumns columns;
        columns.main = body;
        columns.side = columns.main.take_bottom(body.height * 0.36F, card_gap);
        return columns;
    }
    TwoColumns columns;
    columns.main = body;
    columns.side = columns.main.take_right(std::min(page.ui.grown(side_width), body.width * 0.42F), card_gap);
    return columns;
}

} // namespace northseal::kiosk
