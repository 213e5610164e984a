#include "tests/kiosk/support/component_sheets.h"

#include "kiosk/theme/files.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/frame.h"
#include "kiosk/widgets/keyboard.h"
#include "kiosk/widgets/message.h"
#include "kiosk/widgets/pin_pad.h"
#include "kiosk/widgets/row.h"
#include "kiosk/widgets/rubric.h"

namespace northseal::kiosk {

namespace {

constexpr const char* syllabic_name = "ᒪᕆ ᐊᓂᔑᓈᐯ"; // as in the reference credentials

void caption(Ui& ui, float x, float y, std::string_view title, std::string_view about)
{
    const float width = draw_line(ui, {x, y}, Role::label, ui.colours().text, title);
    draw_line(ui, {x + width + 12, y}, Role::small, ui.colours().text_soft, about);
}

void buttons(Ui& ui)
{
    caption(ui, 32, 90, "Buttons", "main and outline 64 high, soft and plain 56");
    float x = 32;
    const auto one = [&](const char* id, ButtonLook look) {
        const float width = button_width(ui, look);
        const float y = 126 + (64 - button_height(ui, look.style)) / 2;
        button(ui, id, {x, y, width, button_height(ui, look.style)}, look);
        x += width + 16;
    };
    one("b/1", {.label = "Issue certificate", .icon = Icon::signature});
    one("b/2", {.label = "Try now", .style = ButtonStyle::outline, .icon = Icon::refresh});
    one("b/3", {.label = "Change", .style = ButtonStyle::soft, .icon = Icon::pencil});
    one("b/4", {.label = "Not now", .style = ButtonStyle::plain});
    one("b/5", {.label = "Sign and issue", .enabled = false, .why_not = "Outcome 4 has no level yet."});
    one("b/6", {.label = "Pressed"});
}

void left_column(Ui& ui)
{
    caption(ui, 32, 220, "Status sentence", "glyph 48, radius 12; gap 16");
    Box inside = card(ui, {32, 256, 592, 230});
    inside.y -= 2;
    inside.y += status(ui, {inside.x, inside.y}, inside.width,
                       {Icon::printer, Tone::good, "Printer", "Ready, with Letter paper."}) +
                20;
    inside.y += status(ui, {inside.x, inside.y}, inside.width,
                       {Icon::cloud_off, Tone::neutral, "Sync", "14 records wait for a connection."}) +
                20;
    status(ui, {inside.x, inside.y}, inside.width,
           {Icon::printer, Tone::waits, "Printer", "Out of paper. Tray 1 is empty."});
    caption(ui, 32, 524, "Level card", "210 by 280; ring 2, chosen 4; meter 96 by 12");
    level_card(ui, "l/1", {32, 560, 210, 280},
               {.name = "Developing",
                .words = "Measures correctly. Converts between metric and imperial with a chart.",
                .number = 2});
    level_card(ui, "l/2", {256, 560, 210, 280},
               {.name = "Proficient",
                .words = "Measures to the tolerance given and converts units without help.",
                .number = 3,
                .chosen = true,
                .meets_standard = true,
                .standard = "Meets standard"});
    caption(ui, 32, 868, "Busy (skeleton)", "flat, does not move");
    skeleton(ui, card(ui, {32, 904, 592, 132}));
    caption(ui, 32, 1064, "Outcome list", "row 84, disc 40");
    fill(ui, {32, 1100, 332, 276}, ui.colours().surface);
    outcome_list(ui, "outcome", {44, 1100, 307, 276},
                 {{"Numbers at work", "Proficient", 3, 4, false},
                  {"Measurement and units", "Proficient", 3, 4, true},
                  {"Ratio and rate", "Needs a level", 0, 4, false}});
}

void right_column(Ui& ui)
{
    caption(ui, 656, 220, "List row", "72 to 84 high; disc 48; chevron 28");
    card(ui, {656, 256, 592, 80});
    row(ui, "r/1", {656, 256, 592, 80},
        {.title = syllabic_name,
         .second = "Learner 0212",
         .initial_of = syllabic_name,
         .chip = "Ready to sign"});
    caption(ui, 656, 356, "Stepper", "disc 34; gap 28; done, here, ahead");
    card(ui, {656, 392, 592, 82});
    stepper(ui, {1046, 433}, {"Name", "Consent", "Finish"}, 1);
    caption(ui, 656, 496, "Chips and taps", "chip 36 (says), tap 56 (does)");
    float x = 656;
    const auto say = [&](Icon icon, const char* text, Tone tone) {
        chip(ui, {x, 532}, icon, text, tone);
        x += chip_width(ui, icon, text) + 8;
    };
    say(Icon::check, "Ready", Tone::good);
    say(Icon::alert_triangle, "No level", Tone::waits);
    say(Icon::key, "PIN next", Tone::second);
    say(Icon::x, "Revoked", Tone::refused);
    const TapLook first{.label = "Worked alone", .icon = Icon::plus};
    tap(ui, "t/1", {656, 582}, first);
    tap(ui, "t/2", {656 + tap_width(ui, first) + 10, 582}, {.label = "Checked the answer", .chosen = true});
    caption(ui, 656, 668, "Field and switch", "64 high, ring 2, focus 3; switch 84 by 48");
    field(ui, "f/1", {656, 704, 392, 64}, {"Beardy", 6, 120}, {.hint = "Family name", .focused = true});
    draw_switch(ui, {1064, 712, 84, 48}, true, true, 1);
    draw_switch(ui, {1164, 712, 84, 48}, false, true, 0);
    caption(ui, 656, 790, "Progress", "bar 14, from half a second on");
    busy(ui, card(ui, {656, 826, 592, 140}),
         {"Signing 5 of 8: Thomas Nate", "about 4 seconds", "You can turn away; it goes on by itself.",
          0.58F});
    caption(ui, 656, 988, "Level meter", "four bars of one colour: a distance, never a verdict");
    card(ui, {656, 1024, 592, 72});
    for (int level = 1; level <= 4; ++level)
        meter(ui, {680 + 120 * static_cast<float>(level - 1), 1056, 84, 9}, level, 4);
    caption(ui, 656, 1118, "Choice row", "84 high, ring 2, chosen 4; disc 34");
    choice_row(
        ui, "c/1", {656, 1154, 592, 84},
        {.title = "The work was not the learner’s own", .second = "Found after signing", .chosen = true});
    choice_row(ui, "c/2", {656, 1250, 592, 84},
               {.title = "The learner asks for it", .second = "She owns it and may give it up"});
}

void first_sheet(Ui& ui)
{
    page_ground(ui);
    draw_line(ui, {32, 22}, Role::title, ui.colours().text, "Components");
    buttons(ui);
    left_column(ui);
    right_column(ui);
}

void second_sheet(Ui& ui)
{
    page_ground(ui);
    draw_line(ui, {32, 22}, Role::title, ui.colours().text, "Components, second sheet");
    verdict_band(ui, {32, 126, 596, 112},
                 {VerdictTone::good, Icon::check, "This certificate is genuine",
                  "Signed, received, and nothing changed."});
    verdict_band(ui, {652, 126, 596, 112},
                 {VerdictTone::refused, Icon::ban, "Not accepted: key closed, never received",
                  "Its date proves nothing."});
    verdict_band(ui, {32, 262, 596, 112},
                 {VerdictTone::specimen, Icon::school, "Specimen",
                  "It shows how a certificate looks, and awards nothing."});
    verdict_band(ui, {652, 262, 596, 112},
                 {VerdictTone::unknown, Icon::info_circle, "Cannot tell yet",
                  "This programme is not known here yet."});
    card(ui, {32, 398, 596, 168});
    menu_item(ui, "m/1", {44, 410, 572, 72}, Icon::users, "Facilitators", true);
    menu_item(ui, "m/2", {44, 490, 572, 72}, Icon::printer, "Printer", false);
    Box consent = card(ui, {652, 398, 596, 250});
    const SwitchLook send{"Send your results to Lakehead University",
                          "So that they count on a transcript. You can say no.",
                          Icon::school,
                          true,
                          true,
                          {}};
    switch_row(ui, "s/1", consent.take_top(switch_row_height(ui, consent.width, send)), send);
    divider(ui, consent.x, consent.y, consent.width);
    needed_row(ui, consent.take_top(84),
               {"Sign and print your certificate",
                "Anyone you show it to can check it.",
                Icon::certificate,
                false,
                true,
                {}},
               "Needed");
    inset(ui, {32, 590, 596, 84});
    numbered_step(ui, {56, 604}, 548, 1, "Open tray 1 and lay in Letter paper.");
    Box facts = card(ui, {32, 698, 596, 160});
    facts.y += fact(ui, {facts.x, facts.y}, facts.width, "Languages", "English, Anishinaabemowin") + 12;
    tile(ui, "tile/1", {652, 698, 290, 116}, {"Lena Baxter", "Facilitator", Icon::none, true, false});
    tile(ui, "tile/2", {958, 698, 290, 116}, {"Kwak̓wala X̱wis", "Facilitator", Icon::none, false, false});
    pin_dots(ui, {212, 900}, {.typed = 3});
    pin_pad(ui, pin_pad_box(ui, {32, 930}), {.typed = 3, .clear = "Clear", .backspace = "Erase one"});
    field(ui, "f/2", {428, 890, 400, 130}, {"Rose", 4, 120},
          {.label = "First name, as she writes it", .problem = "Another learner has this number."});
    field(ui, "f/3", {428, 1040, 820, 120},
          {"Laid out a stair stringer by herself. Checked the rise twice, with a tape and with a square. "
           "Then explained it.",
           40, 500},
          {.label = "What did you see?", .focused = true, .lines = true});
    field(ui, "f/4", {848, 920, 400, 64}, {"", 0, 120}, {.hint = "Find a learner", .icon = Icon::search});
    toast(ui, {.words = "Level saved for Rose Beardy.", .action = "Undo", .above = 16});
}

void rubric_sheet(Ui& ui)
{
    page_ground(ui);
    task_head(ui, {.back = "Back",
                   .title = "Rose Beardy",
                   .line = "Mathematics for Trades and Technology",
                   .saved = "Saved at 10:44",
                   .title_is_name = true});
    Box list{0, 88, 332, 616};
    fill(ui, list, ui.colours().surface);
    fill(ui, {331, 88, 1, 616}, ui.colours().line);
    outcome_list(ui, "outcome", {12, 104, 307, 560},
                 {{"Numbers at work", "Proficient", 3, 4, false},
                  {"Measurement and units", "Proficient", 3, 4, true},
                  {"Ratio and rate", "Needs a level", 0, 4, false},
                  {"Area and volume", "Needs a level", 0, 4, false},
                  {"Formulas and graphs", "Needs a level", 0, 4, false}});
    draw_text(ui, {28, 656, 280, 24}, Role::small, ui.colours().text_soft, "2 of 5 outcomes have a level.");
    Box body{364, 112, 884, 592};
    draw_text(ui, body.take_top(35), Role::heading, ui.colours().text, "Measurement and units");
    draw_text(ui, body.take_top(49), Role::body, ui.colours().text_soft,
              "Measures lengths, areas and masses on a real job, in metric and imperial.");
    const std::vector<Box> cards = columns(body.take_top(278, 22), 4, 14);
    level_card(ui, "level/1", cards[0],
               {.name = "Emerging",
                .words = "Reads a tape or gauge with help. Units are sometimes mixed.",
                .number = 1});
    level_card(ui, "level/2", cards[1],
               {.name = "Developing",
                .words = "Measures correctly. Converts between metric and imperial with a chart.",
                .number = 2});
    level_card(ui, "level/3", cards[2],
               {.name = "Proficient",
                .words = "Measures to the tolerance given and converts units without help.",
                .number = 3,
                .chosen = true,
                .meets_standard = true,
                .standard = "Meets standard"});
    level_card(ui, "level/4", cards[3],
               {.name = "Extending",
                .words = "Chooses tool and tolerance, checks another way and explains why.",
                .number = 4,
                .meets_standard = true,
                .standard = "Meets standard"});
    field(ui, "note", body.take_top(114, 16),
          {"Laid out a stair stringer by herself. Checked the rise twice, with a tape and with a square.", 0,
           500},
          {.label = "What did you see?", .lines = true});
    float x = body.x;
    int index = 0;
    for (const char* phrase : {"Worked alone", "Explained steps", "Checked the answer"}) {
        const TapLook look{.label = phrase, .icon = Icon::plus};
        tap(ui, "phrase/" + std::to_string(index++), {x, body.y}, look);
        x += tap_width(ui, look) + 10;
    }
    task_bar(
        ui,
        {.back = ButtonLook{.label = "Outcome 1", .style = ButtonStyle::plain, .icon = Icon::chevron_left},
         .main = ButtonLook{
             .label = "Next: Ratio and rate", .icon = Icon::arrow_right, .side = IconSide::after}});
}

void home_sheet(Ui& ui)
{
    page_ground(ui);
    practice_band(ui, "Practice", "No record, no certificate and no name here is real.", "Leave practice");
    rail(ui, {.items = {{"home", Icon::home, "Home", 0, true},
                        {"sessions", Icon::calendar_event, "Sessions"},
                        {"learners", Icon::users, "Learners"},
                        {"issued", Icon::certificate, "Issued"},
                        {"sharing", Icon::refresh, "Sharing", 14}},
              .foot = RailItem{"lock", Icon::lock, "Lock"},
              .practice = true});
    page_title(ui, "Good morning, Lena", "Tuesday 24 November, Demonstration learning centre");
    Box body = place_body(ui);
    empty_state(ui, body,
                {.heading = "No session yet",
                 .sentence = "A session is one programme, taught to one group on one day. Choose the "
                             "programme first; learners can join later.",
                 .main = "Start a session",
                 .other = "Assess one learner without a session"});
    practice_frame(ui);
}

void keyboard_page(Ui& ui, const char* layout, const TextEntry& entry, bool choosing = false)
{
    RealDisk disk;
    auto layouts = load_keyboards(assets_folder() + "/keyboards", disk);
    if (!layouts.ok()) return;
    KeyboardState state;
    state.layout = layout;
    state.choosing = choosing;
    page_ground(ui);
    task_head(ui, {.back = "Back", .title = "New learner", .saved = "Draft saved"});
    field(ui, "name", {32, 104, 596, 94}, entry,
          {.label = "First name, as the person writes it", .focused = true});
    keyboard(ui, layouts.value(), state, entry,
             {.done = "Done",
              .backspace = "Erase",
              .shift = "Capitals",
              .space = "Space",
              .lengthen = "long",
              .layouts = "Other keyboards",
              .close = "Back to the keys",
              .language = "en",
              .hint = "Hold a key to see its accents, slide, then lift your finger."});
}

void french_keyboard(Ui& ui)
{
    keyboard_page(ui, "fr-CA", {"No", 2, 120});
}
void inuktitut_keyboard(Ui& ui)
{
    keyboard_page(ui, "syllabics-inuktitut", {"ᐃᓄ", 6, 120});
}
void keyboard_list(Ui& ui)
{
    keyboard_page(ui, "syllabics-eastern", {"ᒪᕆ", 6, 120}, true);
}
void syllabic_keyboard(Ui& ui)
{
    keyboard_page(ui, "syllabics-western", {"ᒪᕆ", 6, 120});
}

// As in the picture of a rubric at the largest text: cards two by two, outcomes as discs.
void large_rubric(Ui& ui)
{
    page_ground(ui);
    task_head(ui, {.back = "Retour",
                   .title = "Émilie Gagnon",
                   .line = "Mathématiques pour les métiers et la technologie",
                   .saved = "Enregistré à 10 h 44",
                   .title_is_name = true});
    Box body = task_body(ui).inset(0, -8);
    Box head = body.take_top(56, 16);
    outcome_discs(ui, "outcome", {head.right(), head.y},
                  {{"Nombres au travail", "Maîtrisé", 3, 4, false},
                   {"Mesure et unités", "Maîtrisé", 3, 4, true},
                   {"Rapports et taux", "", 0, 4, false},
                   {"Aire et volume", "", 0, 4, false},
                   {"Formules", "", 0, 4, false}});
    draw_centred(ui, head, Role::heading, ui.colours().text, "2. Mesure et unités");
    const LevelLook levels[] = {
        {.name = "Émergent", .words = "Lit un ruban avec de l’aide; mêle parfois les unités.", .number = 1},
        {.name = "En progression", .words = "Mesure juste; convertit avec un tableau.", .number = 2},
        {.name = "Maîtrisé",
         .words = "Mesure à la tolérance demandée et convertit sans aide.",
         .number = 3,
         .chosen = true},
        {.name = "Approfondi",
         .words = "Choisit l’outil, vérifie autrement et explique pourquoi.",
         .number = 4}};
    const std::vector<Box> cells = grid(body, 4, 2, 186, 16);
    for (std::size_t index = 0; index < 4; ++index)
        level_card(ui, "level/" + std::to_string(index), cells[index], levels[index]);
    button_at(ui, "note", {body.x, cells[3].bottom() + 16},
              {.label = "Noter ce que j’ai vu", .style = ButtonStyle::outline, .icon = Icon::writing_sign});
    task_bar(
        ui,
        {.back = ButtonLook{.label = "Résultat 1", .style = ButtonStyle::plain, .icon = Icon::chevron_left},
         .main = ButtonLook{
             .label = "Suivant : Rapports et taux", .icon = Icon::arrow_right, .side = IconSide::after}});
}

void dialog_sheet(Ui& ui)
{
    rubric_sheet(ui);
    dialog(ui, {"Leave this assessment?", "Nothing is lost. The draft opens again exactly here.", "Stay",
                "Leave", false});
}

} // namespace

std::vector<Sheet> component_sheets()
{
    return {{"first", 1280, 1400, first_sheet, "b/6"},
            {"second", 1280, 1340, second_sheet, "pin/5"},
            {"rubric", 1280, 800, rubric_sheet},
            {"large-rubric", 1280, 800, large_rubric, nullptr, true},
            {"home", 1280, 800, home_sheet, nullptr, true},
            {"keyboard", 1280, 800, french_keyboard, "key/e", true},
            {"syllabics", 1280, 800, syllabic_keyboard, "key/ᕆ", true},
            {"inuktitut", 1280, 800, inuktitut_keyboard, "key/ᓯ", true},
            {"accents", 800, 1280, french_keyboard, "key/a", true},
            {"keyboards", 1280, 800, keyboard_list, nullptr, true},
            {"keyboards-narrow", 800, 1280, keyboard_list, nullptr, true},
            {"dialog", 1280, 800, dialog_sheet}};
}

} // namespace northseal::kiosk
