#include "kiosk/screens/registration.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/registration_consent.h"

namespace northseal::kiosk {

namespace {

NameAndNumber typed_of(const RegistrationView& view)
{
    return {TextField::name, view.name, TextField::number, view.number};
}

Action likely_people(const RegistrationView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    card(ui, box);
    Box inner = box.inset(24, 20);
    if (view.likely.empty()) {
        const std::string nobody = page.words("register.no_likely");
        const float height = std::max(60.0F, text_height(ui, Role::body, nobody, inner.width - 80));
        icon_disc(ui, {inner.x + 30, inner.y + height / 2}, 60, Icon::user_check, Tone::good);
        draw_centred(ui, {inner.x + 80, inner.y, inner.width - 80, height}, Role::body,
                     ui.colours().text_soft, nobody);
        return answer;
    }
    card_title(page, inner, page.words("register.likely_title"), Role::button);
    draw_text(ui, inner.take_top(text_height(ui, Role::small, view.likely_sentence, inner.width), 8),
              Role::small, ui.colours().text_soft, view.likely_sentence);
    Scroll scroll(ui, "likely", {box.x, inner.y, box.width, box.bottom() - inner.y - 8});
    Box rows = scroll.content();
    for (const auto& line : view.likely) {
        RowLook look;
        look.title = line.name;
        look.second = line.detail;
        look.initial_of = line.name;
        const Box place = rows.take_top(std::max(76.0F, row_height(ui, rows.width, look)));
        divider(ui, place.x, place.y, place.width);
        if (row(ui, "likely/" + std::to_string(line.id.value), place, look))
            answer = act::OpenLearner{line.id};
        scroll.ends_at(place.bottom());
    }
    return answer;
}

// As a row where the keyboard leaves room: who it may be, or how many. Else as a sentence.
Action alike_while_typing(const RegistrationView& view, Page& page, Box body)
{
    Ui& ui = page.ui;
    RowLook look;
    if (view.likely.size() == 1) {
        look.title = view.likely.front().name;
        look.second = view.likely.front().detail;
        look.initial_of = look.title;
        look.action = page.words("register.is_this");
    } else {
        look.title = view.likely_sentence;
        look.icon = Icon::users;
        look.tone = Tone::second;
        look.action = page.words("register.see_likely");
    }
    const float height = row_height(ui, body.width, look);
    if (!view.likely.empty() && height <= body.height) {
        const Box place = body.take_top(height);
        card(ui, place);
        if (!row(ui, "alike", place, look)) return {};
        if (view.likely.size() == 1) return act::OpenLearner{view.likely.front().id};
        return act::Typing{{}, {}, true};
    }
    const std::string& line = view.likely_sentence.empty() ? view.missing : view.likely_sentence;
    if (body.height > 20) draw_text(ui, body, Role::body, ui.colours().ember, line);
    return {};
}

Action name_step(const RegistrationView& view, Page& page, Box body)
{
    Answer answer;
    if (view.typing != TextField::none) {
        // Both fields above the keyboard, and below them who is alike.
        body = {body.x, task_head_height(page.ui) + 12, body.width,
                keyboard_top(page) - task_head_height(page.ui) - 18};
        answer = name_and_number(page, body, typed_of(view));
        answer = alike_while_typing(view, page, body);
        answer = typing_keys(page);
        return answer;
    }
    const TwoColumns columns = two_columns(page, body, 480);
    Box inner = card(page.ui, columns.main);
    answer = name_and_number(page, inner, typed_of(view));
    const std::string nothing = page.words("register.nothing_else");
    draw_text(page.ui, inner.take_bottom(text_height(page.ui, Role::small, nothing, inner.width)),
              Role::small, page.ui.colours().text_soft, nothing);
    answer = likely_people(view, page, columns.side);
    return answer;
}

Action identity_choices(const RegistrationView& view, Page& page, Box& column)
{
    Answer answer;
    Ui& ui = page.ui;
    card_title(page, column, page.words("register.identity_title"), Role::label);
    for (const auto grade : {station::IdentityGrade::known_to_assessor, station::IdentityGrade::document_seen,
                             station::IdentityGrade::not_checked}) {
        const ChoiceLook look{identity_words(grade, page.words), {}, view.identity == grade, true};
        const std::string id = "identity/" + std::to_string(static_cast<int>(grade));
        if (choice_row(ui, id, column.take_top(choice_height(ui, column.width, look), 12), look))
            answer = act::SetIdentity{grade};
    }
    return answer;
}

Action age_choices(const RegistrationView& view, Page& page, Box& column)
{
    Answer answer;
    Ui& ui = page.ui;
    card_title(page, column, page.words("register.age_title"), Role::label);
    for (const auto band :
         {station::AgeBand::adult, station::AgeBand::youth_with_guardian, station::AgeBand::youth_alone}) {
        const ChoiceLook look{age_words(band, page.words), {}, view.age == band, true};
        const std::string id = "age/" + std::to_string(static_cast<int>(band));
        if (choice_row(ui, id, column.take_top(choice_height(ui, column.width, look), 12), look))
            answer = act::SetAge{band};
    }
    return answer;
}

Action guardian_field(const RegistrationView& view, Page& page, Box box)
{
    FieldLook look;
    look.label = page.words("register.guardian_label");
    look.hint = page.words("register.guardian_hint");
    return text_field(page, "guardian", box, TextField::guardian, view.guardian, look);
}

Action facts_step(const RegistrationView& view, Page& page, Box body)
{
    Answer answer;
    Ui& ui = page.ui;
    if (view.typing == TextField::guardian) {
        body = {body.x, task_head_height(ui) + 24, body.width, 140};
        answer = guardian_field(view, page, body);
        answer = typing_keys(page);
        return answer;
    }
    card(ui, body);
    Scroll scroll(ui, "facts", body.inset(0, 4));
    Box inner = scroll.content().inset(24, 20);
    if (ui.portrait()) {
        answer = identity_choices(view, page, inner);
        inner.take_top(8);
        answer = age_choices(view, page, inner);
    } else {
        auto halves = columns(inner, 2, 32);
        answer = identity_choices(view, page, halves[0]);
        answer = age_choices(view, page, halves[1]);
        inner.take_top(std::max(halves[0].y, halves[1].y) - inner.y);
    }
    if (view.asks_guardian) {
        FieldLook look;
        look.label = page.words("register.guardian_label");
        answer = guardian_field(view, page, inner.take_top(field_height(ui, inner.width, look), 16));
    }
    inner.take_top(8);
    if (const auto tag = certificate_language(page, inner.take_top(tap_height(ui)), view.languages);
        !tag.empty())
        answer = act::SetCertificateLanguage{tag};
    scroll.ends_at(inner.y + 20);
    return answer;
}

Action bar(const RegistrationView& view, Page& page)
{
    TaskBarLook look;
    look.back = button_look(page.words("register.not_now"), ButtonStyle::plain);
    if (!view.drop_label.empty())
        look.other =
            button_look(view.drop_label, ButtonStyle::outline, Icon::trash, IconSide::before, !view.busy);
    look.sentence = view.busy ? page.words("busy.registering") : view.sentence;
    const bool last = view.step == RegistrationStep::consent;
    look.main = button_look(view.main_label, ButtonStyle::main, last ? Icon::check : Icon::arrow_right,
                            last ? IconSide::before : IconSide::after, view.can_go_on,
                            view.busy ? look.sentence : view.missing);
    switch (task_bar(page.ui, look)) {
    case BarTap::main:
        return act::RegistrationNext{};
    case BarTap::back:
        return act::Go{Screen::learners};
    case BarTap::other:
        return act::AskToDrop{true};
    case BarTap::none:
        break;
    }
    return {};
}

} // namespace

std::string certificate_language(Page& page, Box line, const std::vector<LanguageTap>& languages)
{
    std::string tapped;
    Ui& ui = page.ui;
    const std::string title = page.words("register.language_title");
    const float width = text_width(ui, Role::label, title);
    draw_centred(ui, {line.x, line.y, width + 4, tap_height(ui)}, Role::label, ui.colours().text, title);
    float x = line.x + width + 24;
    for (const auto& each : languages) {
        TapLook look;
        look.label = each.label;
        look.chosen = each.chosen;
        if (tap(ui, "certificate/" + each.tag, {x, line.y}, look)) tapped = each.tag;
        x += tap_width(ui, look) + 10;
    }
    return tapped;
}

Action name_and_number(Page& page, Box& body, const NameAndNumber& typed)
{
    Answer answer;
    FieldLook name;
    name.label = page.words("register.label_name");
    name.hint = page.words("register.hint_name");
    name.lines = page.ui.portrait(); // a long name needs two there
    FieldLook number;
    number.label = page.words("register.label_number");
    number.hint = page.words("register.hint_number");
    const float height = name.lines ? 140.0F : field_height(page.ui, body.width, name);
    const float number_height = field_height(page.ui, body.width, number);
    const float gap = page.typing == TextField::none ? 20 : 10; // beside the keyboard there is less room
    // Large words and the keyboard leave room for the one that is being typed.
    const bool both = page.typing == TextField::none ||
                      height + number_height + 2 * gap + 4 + line_height(page.ui, Role::body) <= body.height;
    if (both || page.typing == typed.name_field)
        answer = text_field(page, "name", body.take_top(height, gap), typed.name_field, typed.name, name);
    if (both || page.typing == typed.number_field)
        answer = text_field(page, "number", body.take_top(number_height, gap), typed.number_field,
                            typed.number, number);
    return answer;
}

// It cannot be undone.
Action ask_to_drop(const RegistrationView& view, Page& page)
{
    DialogLook look;
    look.title = page.words("register.throw_title");
    look.words = page.words("register.throw_words");
    look.safe = page.words("register.throw_keep");
    look.act = view.drop_label;
    look.danger = true;
    switch (dialog(page.ui, look)) {
    case DialogTap::safe:
        return act::AskToDrop{false};
    case DialogTap::act:
        return act::DropRegistration{};
    case DialogTap::none:
        break;
    }
    return {};
}

Action draw(const RegistrationView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, view.title, {}, {}, false, HeadMark::by_the_page);
    const float middle = task_head_height(ui) / 2;
    const std::vector<std::string> steps{page.words("register.step_name"), page.words("register.step_facts"),
                                         page.words("register.step_consent")};
    const float title = 88 + text_width(ui, Role::task, view.title) + 24;
    const float left =
        stepper(ui, {ui.screen().width - 32, middle}, steps, static_cast<int>(view.step), title);
    if (left - specimen_width(page) - 28 > title)
        mark_specimen(page, {left - 28, middle - chip_height(ui) / 2});
    Box body = task_body(ui);
    if (view.typing == TextField::none) say_failure(page, body, view.failure);
    switch (view.step) {
    case RegistrationStep::name:
        answer = name_step(view, page, body);
        break;
    case RegistrationStep::facts:
        answer = facts_step(view, page, body);
        break;
    case RegistrationStep::consent:
        answer = consent_step(view, page, body);
        break;
    }
    if (view.typing == TextField::none) answer = bar(view, page);
    if (view.asks_to_drop) answer = ask_to_drop(view, page);
    return answer;
}

} // namespace northseal::kiosk
