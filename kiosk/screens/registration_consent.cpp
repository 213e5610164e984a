#include "kiosk/screens/registration_consent.h"

#include <algorithm>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

void who_column(const RegistrationView& view, Page& page, Box box)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = card(ui, box);
    const float name = text_height(ui, Role::name_strong, view.name, inner.width - 74);
    const Box head = inner.take_top(std::max(60.0F, name), 16);
    initial_disc(ui, {head.x + 30, head.y + 30}, 60, view.name);
    draw_centred(ui, {head.x + 74, head.y, head.width - 74, head.height}, Role::name_strong, colours.text,
                 view.name);
    const std::string nothing = page.words("register.nothing_else");
    draw_text(ui, inner.take_bottom(text_height(ui, Role::small, nothing, inner.width), 8), Role::small,
              colours.text_soft, nothing);
    Scroll scroll(ui, "who", inner, ScrollMark::beside);
    scroll.ends_at(scroll.content().y + facts(page, scroll.content(), view.facts));
}

Action consent_rows(const RegistrationView& view, Page& page, Box& rows)
{
    Answer answer;
    Ui& ui = page.ui;
    for (const auto& each : view.consent) {
        SwitchLook look;
        look.title = each.line;
        look.second = each.detail;
        look.icon = each.icon;
        look.on = each.on;
        const float width = rows.width - 56;
        const Box place =
            rows.take_top(std::max(100.0F, each.needed ? needed_row_height(ui, width, look, view.needed)
                                                       : switch_row_height(ui, width, look)));
        divider(ui, place.x + 28, place.y, place.width - 56);
        if (each.needed)
            needed_row(ui, place.inset(28, 0), look, view.needed);
        else if (switch_row(ui, "consent/share", place.inset(28, 0), look))
            answer = act::SetShare{!each.on};
    }
    return answer;
}

// The languages it can be put in, and a voice at the right; on a line of its own where both do not fit.
Action ways_to_hear(const RegistrationView& view, Page& page, Box& inner)
{
    Answer answer;
    Ui& ui = page.ui;
    if (view.consent_languages.empty()) return answer;
    constexpr float gap = 10;
    const float height = tap_height(ui);
    Box line = inner.take_top(height, 12);
    for (const auto& each : view.consent_languages) {
        TapLook look;
        look.label = each.label;
        look.chosen = each.chosen;
        const float width = tap_width(ui, look);
        if (width > line.width) line = inner.take_top(height, 12);
        ui.registry().speak_in(each.tag);
        if (tap(ui, "consent/in/" + each.tag, {line.x, line.y}, look)) answer = act::ShowConsentIn{each.tag};
        ui.registry().speak_in({});
        line.take_left(width, gap);
    }
    return answer;
}

// The question, and at its right the voice that reads it; below it where a long name needs the line.
Action consent_head(const RegistrationView& view, Page& page, Box& inner)
{
    Answer answer;
    Ui& ui = page.ui;
    const ButtonLook look =
        button_look(view.read_label, ButtonStyle::soft, view.reading ? Icon::player_stop : Icon::volume);
    const bool voice = !view.read_label.empty();
    const float width = voice ? button_width(ui, look) : 0;
    const bool beside =
        voice && text_width(ui, Role::heading, view.question) <= inner.width - width - card_gap;
    const float height = voice ? button_height(ui, ButtonStyle::soft) : 0;
    const float words =
        text_height(ui, Role::heading, view.question, beside ? inner.width - width - card_gap : inner.width);
    Box head = inner.take_top(beside ? std::max(height, words) : words, 12);
    const Box button_box = beside  ? head.take_right(width, card_gap).at_centre(width, height)
                           : voice ? inner.take_top(height, 12)
                                   : Box{};
    ui.registry().speak_in(view.consent_language);
    draw_centred(ui, head, Role::heading, ui.colours().text, view.question);
    ui.registry().speak_in({});
    if (voice && button(ui, "consent/read", {button_box.x, button_box.y, width, height}, look))
        answer = act::ReadConsent{};
    answer = ways_to_hear(view, page, inner);
    return answer;
}

} // namespace

Action consent_step(const RegistrationView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box right = body;
    if (!ui.portrait())
        who_column(view, page, right.take_left(std::min(344.0F, body.width * 0.3F), card_gap));
    card(ui, right);
    // All of it moves: where the words are large and a message stands above, little of the card is in sight.
    Scroll scroll(ui, "consent", right.inset(0, 8));
    Box inner = scroll.content().inset(28, 14);
    answer = consent_head(view, page, inner);
    ui.registry().speak_in(view.consent_language);
    Box rows{right.x, inner.y, right.width, 0};
    answer = consent_rows(view, page, rows);
    const float foot = text_height(ui, Role::small, view.change_mind, inner.width - 44) + 8;
    const float lowest = scroll.content().y + right.height - 16 - 14 - foot;
    const Box below{inner.x, std::max(rows.y + 12, lowest), inner.width, foot};
    scroll.ends_at(below.bottom() + 14);
    draw_icon(ui, {below.x + 18, below.centre().y}, Icon::arrow_back_up, 28, colours.text_soft);
    draw_centred(ui, {below.x + 40, below.y, below.width - 40, below.height}, Role::small, colours.text_soft,
                 view.change_mind);
    ui.registry().speak_in({});
    return answer;
}

} // namespace northseal::kiosk
