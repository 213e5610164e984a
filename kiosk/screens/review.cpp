#include "kiosk/screens/review.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

// What is missing is on ember ground, with the one button that mends it.
Action missing_row(const ReviewView::Row& row, Page& page, Box box, bool first_missing)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    fill(ui, box.inset(-28, 0), colours.ember_soft);
    const ButtonLook choose =
        button_look(page.words("review.choose_level"), first_missing ? ButtonStyle::main : ButtonStyle::soft,
                    Icon::arrow_right, IconSide::after);
    Box rest = box;
    const float width = button_width(ui, choose);
    const Box right = rest.take_right(width, 16);
    draw_centred(ui, rest.take_left(44), Role::label, colours.text_soft, std::to_string(row.number));
    const float name = text_height(ui, Role::row, row.name, rest.width);
    const float sentence = text_height(ui, Role::small, row.sentence, rest.width);
    rest = rest.inset(0, std::max(0.0F, (rest.height - name - sentence) / 2));
    draw_text(ui, rest.take_top(name), Role::row, colours.text, row.name);
    draw_text(ui, rest.take_top(sentence), Role::small, colours.ember, row.sentence);
    if (button(ui, "choose/" + std::to_string(row.number), right.at_centre(width, 60), choose))
        answer = act::ChooseOutcome{static_cast<std::size_t>(row.number - 1)};
    return answer;
}

Action outcome_row(const ReviewView::Row& row, Page& page, Box box, bool editable)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box rest = box;
    if (editable) {
        const std::string label = page.words("review.change", {{"outcome", row.name}});
        const Box pencil = rest.take_right(64);
        if (icon_button(ui, "change/" + std::to_string(row.number), pencil.at_centre(64, 56).moved(14, 0),
                        Icon::pencil, label, colours.primary))
            answer = act::ChooseOutcome{static_cast<std::size_t>(row.number - 1)};
    }
    draw_centred(ui, rest.take_left(44), Role::label, colours.text_soft, std::to_string(row.number));
    const Box level = rest.take_right(std::max(120.0F, text_width(ui, Role::body, row.level_name) + 2), 16);
    draw_centred(ui, level, Role::body, colours.text, row.level_name);
    if (rest.width > 260)
        meter(ui, rest.take_right(84, 16).at_centre(84, 9), static_cast<int>(row.level), row.levels);
    draw_centred(ui, rest, Role::row, colours.text, row.name);
    return answer;
}

// As high as its name needs beside what stands at its right. `close`: with as little around it as fingers
// need.
float needed(const ReviewView::Row& row, const Page& page, float width, bool editable, bool close)
{
    const Ui& ui = page.ui;
    const float number = 44;
    if (row.missing) {
        const float choose =
            button_width(ui, button_look(page.words("review.choose_level"), ButtonStyle::main,
                                         Icon::arrow_right, IconSide::after));
        const float room = width - number - choose - 16;
        return std::max(close ? 80.0F : 92.0F, text_height(ui, Role::row, row.name, room) +
                                                   text_height(ui, Role::small, row.sentence, room) +
                                                   (close ? 12 : 24));
    }
    const float level = std::max(120.0F, text_width(ui, Role::body, row.level_name) + 2) + 16;
    float room = width - number - level - (editable ? 64.0F : 0.0F);
    if (room > 260) room -= 100;
    return std::max(close ? 64.0F : 72.0F, text_height(ui, Role::row, row.name, room) + (close ? 10 : 20));
}

Action narrative_row(const ReviewView& view, Page& page, Box box)
{
    Answer answer;
    RowLook look;
    look.title = page.words("review.narrative");
    look.second = view.narrative;
    look.icon = Icon::message_2;
    look.tone = Tone::neutral;
    look.chevron = view.editable;
    if (!view.editable) {
        plain_row(page.ui, box, look);
        return answer;
    }
    if (row(page.ui, "narrative", box, look)) answer = act::Go{Screen::narrative};
    return answer;
}

// A name that the head has no room for stands here whole, above what is said of the outcomes.
void name_head(const ReviewView& view, Page& page, Box& inner)
{
    Ui& ui = page.ui;
    const float room = inner.width - 76;
    const float name = text_height(ui, Role::name_strong, view.learner, room);
    const float said = text_height(ui, Role::small, view.heading, room);
    Box head = inner.take_top(std::max(60.0F, name + said), 12);
    initial_disc(ui, {head.x + 30, head.y + 30}, 60, view.learner);
    head.take_left(76);
    draw_text(ui, head.take_top(name), Role::name_strong, ui.colours().text, view.learner);
    draw_text(ui, head.take_top(said), Role::small, ui.colours().text_soft, view.heading);
}

Action outcomes_card(const ReviewView& view, Page& page, Box box, bool named)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Box inner = box.inset(28, 20);
    if (named)
        name_head(view, page, inner);
    else
        card_title(page, inner, view.heading, Role::heading);
    Scroll scroll(ui, "outcomes", {box.x, inner.y, box.width, box.bottom() - inner.y - 4});
    Box rows = scroll.content().inset(28, 0);
    bool first_missing = true;
    RowLook look;
    look.title = page.words("review.narrative");
    look.second = view.narrative;
    look.icon = Icon::message_2;
    RowLook files;
    files.title = page.words("evidence.title");
    files.second = view.evidence;
    files.icon = Icon::photo;
    // Closer to one another before the last of them is out of sight.
    float sum = std::max(84.0F, row_height(ui, box.width, look));
    if (!view.evidence.empty()) sum += std::max(84.0F, row_height(ui, box.width, files));
    for (const auto& each : view.rows) sum += needed(each, page, rows.width, view.editable, false);
    const bool close = sum > box.bottom() - inner.y - 4;
    const float least = close ? 72 : 84;
    for (const auto& each : view.rows) {
        const Box place = rows.take_top(needed(each, page, rows.width, view.editable, close));
        divider(ui, place.x, place.y, place.width);
        if (each.missing) {
            answer = missing_row(each, page, place, first_missing);
            first_missing = false;
        } else {
            answer = outcome_row(each, page, place, view.editable);
        }
    }
    divider(ui, rows.x, rows.y, rows.width);
    const float height = std::max(least, row_height(ui, box.width, look));
    answer = narrative_row(view, page, {box.x, rows.y, box.width, height});
    scroll.ends_at(rows.y + height);
    if (view.evidence.empty()) return answer;
    const Box last{box.x, rows.y + height, box.width, std::max(least, row_height(ui, box.width, files))};
    divider(ui, last.x + 28, last.y, last.width - 56);
    if (row(ui, "evidence", last, files)) answer = act::Go{Screen::evidence};
    scroll.ends_at(last.bottom());
    return answer;
}

RowLook signer_look(const ReviewView::Signer& each)
{
    RowLook look;
    look.title = each.name;
    look.second = each.role;
    look.initial_of = each.name;
    look.chip = each.chip;
    look.chip_icon = each.signed_already ? Icon::check : each.second ? Icon::none : Icon::key;
    look.chip_tone = each.signed_already ? Tone::good
                     : each.may_choose   ? Tone::quiet
                     : each.second       ? Tone::second
                                         : Tone::neutral;
    look.chevron = false;
    return look;
}

Action signer(const ReviewView::Signer& each, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const RowLook look = signer_look(each);
    if (!each.may_choose)
        plain_row(ui, box, look);
    else if (row(ui, "witness/" + std::to_string(each.id.value), box, look))
        answer = act::ChooseWitness{each.id};
    return answer;
}

Action signers_card(const ReviewView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    card(ui, box);
    Box inner = box.inset(24, 20);
    card_title(page, inner, page.words("review.who_signs"), Role::heading);
    const float after_height = text_height(ui, Role::small, view.after, inner.width - 84) + 28;
    const Box after = inner.take_bottom(after_height, 16);
    inset(ui, after);
    draw_icon(ui, {after.x + 30, after.centre().y}, Icon::printer, 28, colours.text_soft);
    draw_centred(ui, {after.x + 58, after.y, after.width - 72, after.height}, Role::small, colours.text_soft,
                 view.after);
    Scroll scroll(ui, "signers", {box.x, inner.y, box.width, inner.height});
    Box rest = scroll.content();
    for (const auto& each : view.signers) {
        const Box place = rest.take_top(std::max(88.0F, row_height(ui, rest.width, signer_look(each))));
        answer = signer(each, page, place);
        divider(ui, place.x + 24, place.bottom() - 1, place.width - 48);
    }
    rest = rest.inset(24, 0);
    rest.take_top(14);
    const std::string says = page.words("review.what_pin_says");
    draw_text(ui, rest.take_top(text_height(ui, Role::small, says, rest.width), 4), Role::small,
              colours.text_soft, says);
    const float words = text_height(ui, Role::body, view.declaration, rest.width);
    draw_text(ui, rest.take_top(words), Role::body, colours.text, view.declaration);
    scroll.ends_at(rest.y);
    return answer;
}

} // namespace

Action draw(const ReviewView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const float kept = text_width(ui, Role::small, view.saved) + specimen_width(page) + 120;
    const bool named = text_width(ui, Role::small, view.line) > ui.screen().width - 88 - page_padding - kept;
    answer = task(page, page.words("review.title"), named ? view.programme : view.line, view.saved, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    const TwoColumns columns = two_columns(page, body, 420);
    answer = outcomes_card(view, page, columns.main, named);
    answer = signers_card(view, page, columns.side);

    const bool something_missing =
        std::any_of(view.rows.begin(), view.rows.end(), [](const auto& each) { return each.missing; });
    TaskBarLook look;
    look.back = button_look(page.words(view.editable ? "review.back" : "common.back"), ButtonStyle::plain,
                            Icon::chevron_left);
    look.main =
        button_look(view.busy ? page.words("busy.issuing") : view.main_label, ButtonStyle::main,
                    Icon::signature, IconSide::before, view.can_sign && !something_missing, view.why_not);
    look.sentence = view.why_not;
    switch (task_bar(ui, look)) {
    case BarTap::back:
        answer = view.editable ? Action{act::Go{Screen::rubric}} : Action{act::Back{}};
        break;
    case BarTap::main:
        answer = view.main;
        break;
    case BarTap::none:
    case BarTap::other:
        break;
    }
    return answer;
}

} // namespace northseal::kiosk
