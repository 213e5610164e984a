#include "kiosk/screens/learners.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"
#include "kiosk/widgets/long_list.h"

namespace northseal::kiosk {

namespace {

RowLook row_look(const LearnerLine& line)
{
    RowLook look;
    look.title = line.name;
    look.second = line.detail;
    look.initial_of = line.name;
    look.chip = line.chip;
    look.chip_tone = line.chip_waits ? Tone::waits : Tone::good;
    return look;
}

RowLook nothing_look(const LearnersView& view)
{
    RowLook look;
    look.title = view.nothing_found;
    look.icon = Icon::search;
    look.chevron = false;
    return look;
}

RowLook add_look(const LearnersView& view, const Page& page)
{
    RowLook look;
    look.title = view.add_line;
    look.second = page.words("learners.add_detail");
    look.icon = Icon::user_plus;
    look.tone = Tone::waits;
    return look;
}

// The card ends with its last row, where all of them are in sight.
float list_height(const LearnersView& view, const Page& page, const Box& body)
{
    constexpr std::size_t in_sight_most = 16;
    if (view.rows.size() > in_sight_most) return body.height;
    const Ui& ui = page.ui;
    const auto height = [&](const RowLook& look) {
        return std::max(72.0F, row_height(ui, body.width, look));
    };
    float sum = 0;
    for (const auto& each : view.rows) sum += height(row_look(learner_line(each, view.said_at, page.words)));
    if (!view.nothing_found.empty()) sum += height(nothing_look(view));
    if (!view.add_line.empty()) sum += height(add_look(view, page));
    return std::min(sum, body.height);
}

Action list(const LearnersView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    body.height = list_height(view, page, body);
    shadow(ui, body, Elevation::card);
    fill(ui, body, ui.colours().surface, card_radius);
    Scroll scroll(ui, "learners", body);
    Box rows = scroll.content();
    bool first = true;
    const auto place_for = [&](const RowLook& look) {
        const Box box = rows.take_top(std::max(72.0F, row_height(ui, rows.width, look)));
        if (!first) divider(ui, box.x, box.y, box.width);
        first = false;
        scroll.ends_at(box.bottom());
        return box;
    };
    const auto look_at = [&](std::size_t at) {
        return row_look(learner_line(view.rows[at], view.said_at, page.words));
    };
    LongList people{view.rows.size(), view.version, {}, {}};
    people.height = [&](std::size_t at) { return std::max(72.0F, row_height(ui, rows.width, look_at(at))); };
    people.draw = [&](std::size_t at, Box box) {
        const auto id = view.rows[at].id;
        if (at > 0) divider(ui, box.x, box.y, box.width);
        RowLook look = look_at(at);
        const FoundPart found = found_in(view.rows[at].name, view.query);
        look.found_at = found.at;
        look.found_length = found.length;
        if (row(ui, "learner/" + std::to_string(id.value), box, look)) answer = act::OpenLearner{id};
    };
    // Nobody has to ask for the next people: they are there before the finger is.
    const bool near_end = long_list(ui, scroll, "learners", rows, people);
    if (near_end && view.may_have_more && !answer.given()) answer = act::ShowMore{};
    first = view.rows.empty();
    if (!view.nothing_found.empty()) {
        const RowLook look = nothing_look(view);
        plain_row(ui, place_for(look), look);
    }
    if (!view.add_line.empty()) {
        const RowLook look = add_look(view, page);
        if (row(ui, "add", place_for(look), look)) answer = act::StartRegistration{true};
    }
    return answer;
}

Action nobody_yet(Page& page, Box body)
{
    EmptyLook look;
    look.picture = page.art.island();
    look.heading = page.words("learners.empty_heading");
    look.sentence = page.words("learners.empty_sentence");
    look.main = page.words("learners.empty_main");
    look.main_icon = Icon::user_plus;
    if (empty_state(page.ui, body, look) == EmptyTap::main) return act::StartRegistration{false};
    return {};
}

} // namespace

Action draw(const LearnersView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    PlaceHead head = place(page, Screen::learners, page.words("learners.title"), {}, "new",
                           button_look(page.words("learners.new"), ButtonStyle::outline, Icon::user_plus));
    answer = std::move(head.action);
    if (head.begun) answer = act::StartRegistration{false};
    Box body = place_body(ui);
    const Box screen = ui.screen();

    if (view.nobody_yet && !view.typing) {
        say_failure(page, body, view.failure);
        answer = nobody_yet(page, body);
        return answer;
    }
    // Closer to the title than elsewhere: the keyboard takes half of the screen.
    body.y = (ui.portrait() ? 82.0F : 74.0F) + std::floor(button_height(ui, ButtonStyle::outline) / 2);
    body.height =
        (view.typing ? keyboard_top(page) - 4 : screen.height - (ui.portrait() ? 132.0F : 32.0F)) - body.y;
    FieldLook look;
    look.hint = page.words("learners.search_hint");
    look.icon = Icon::search;
    look.note = view.counted;
    look.clearable = !view.query.empty();
    answer = text_field(page, "search", body.take_top(std::max(64.0F, ui.grown(64)), 12),
                        TextField::learner_query, view.query, look);
    say_failure(page, body, view.failure);
    answer = list(view, page, body);
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
