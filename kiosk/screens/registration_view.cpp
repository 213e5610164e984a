#include <algorithm>
#include <iterator>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/registration.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

RegistrationView::ConsentRow consent_row(Icon icon, std::string line, std::string detail, bool needed,
                                         bool on)
{
    return {icon, std::move(line), std::move(detail), needed, on};
}

std::vector<RegistrationView::ConsentRow> consent_rows(const AppState& state, const Words& words)
{
    const auto& consent = state.personal.registration.learner.consent;
    const std::string institution = said(state.facts.institution, words.language());
    return {
        consent_row(Icon::home, words("consent.keep"), words("consent.keep_detail"), true, false),
        consent_row(Icon::certificate, words("consent.sign"), words("consent.sign_detail"), true, false),
        consent_row(Icon::school, words("consent.share", {{"institution", institution}}),
                    words("consent.share_detail"), false, consent.share_with_institution),
    };
}

std::string question(const AppState& state, const Words& words)
{
    const auto& learner = state.personal.registration.learner;
    const std::string name = first_name(learner.name);
    if (learner.age_band == station::AgeBand::youth_with_guardian)
        return words("consent.question_guardian", {{"guardian", learner.consent.guardian}, {"name", name}});
    return words("consent.question", {{"name", name}});
}

void add_step(RegistrationView& view, const AppState& state, const Words& words)
{
    const Registration& form = state.personal.registration;
    switch (form.step) {
    case RegistrationStep::name:
        view.main_label =
            words(form.likely.empty() ? "register.next" : "register.is_new", {{"name", view.first_name}});
        view.sentence = form.likely.empty() ? std::string() : words("register.if_none");
        break;
    case RegistrationStep::facts:
        view.main_label = words("register.next_consent");
        break;
    case RegistrationStep::consent:
        view.main_label = form.learner.age_band == station::AgeBand::youth_with_guardian
                              ? words("consent.guardian_agrees")
                              : words("consent.agrees", {{"name", view.first_name}});
        view.sentence = words("consent.kept_with_answer");
        break;
    }
    if (!view.missing.empty()) view.sentence = view.missing;
    if (view.sentence.empty() && form.saved != 0)
        view.sentence = words("register.kept", {{"time", time_of_day(words, form.saved, state.offset)}});
    if (form.resumed) view.drop_label = words("register.throw_away");
    view.asks_to_drop = form.asks_to_drop;
    view.can_go_on = view.missing.empty() && !view.busy;
}

void add_facts(RegistrationView& view, const AppState& state, const Words& words)
{
    const auto& learner = state.personal.registration.learner;
    view.facts = {{words("learner.number"), learner.number.empty() ? words("register.none") : learner.number},
                  {words("learner.identity"), identity_words(learner.identity, words)},
                  {words("learner.age"), age_words(learner.age_band, words)},
                  {words("learner.certificate_language"), language_name(state, learner.language)}};
    for (const auto& language : state.languages) {
        if (language.tag == "en" || language.tag == "fr")
            view.languages.push_back({language.name, language.tag, learner.language == language.tag});
    }
}

// In another language, or aloud: of what is put to the learner, not of the kiosk.
void add_ways_to_hear(RegistrationView& view, const AppState& state, const Words& words)
{
    for (const auto& language : state.languages) {
        if (language.asks_consent)
            view.consent_languages.push_back(
                {language.name, language.tag, language.tag == view.consent_language});
    }
    if (view.consent_languages.size() < 2) view.consent_languages.clear();
    // Where the whole kiosk is read aloud, this is read as it is come upon.
    if (state.voice != VoiceTrouble::none || state.preferences.read_aloud) return;
    const auto heard = [&](const LanguageChoice& each) {
        return each.tag == view.consent_language && each.is_heard;
    };
    if (std::none_of(state.languages.begin(), state.languages.end(), heard)) return;
    view.reading = state.reads_consent;
    view.read_label = words(view.reading ? "consent.stop_reading" : "consent.read_aloud");
}

} // namespace

std::string registration_missing(const Registration& form, const Words& words)
{
    switch (form.step) {
    case RegistrationStep::name:
        if (form.learner.name.find_first_not_of(' ') == std::string::npos)
            return words("register.name_missing");
        return {};
    case RegistrationStep::facts:
        if (form.learner.age_band == station::AgeBand::youth_with_guardian &&
            form.learner.consent.guardian.find_first_not_of(' ') == std::string::npos)
            return words("register.guardian_missing");
        return {};
    case RegistrationStep::consent:
        return {};
    }
    return {};
}

std::string consent_as_shown(const Words& words, const AppState& state)
{
    std::string out = question(state, words);
    for (const auto& row : consent_rows(state, words)) {
        const char* answer = row.needed || row.on ? "consent.answer_yes" : "consent.answer_no";
        out += "\n" + row.line + " " + row.detail + " — " + words(answer);
    }
    return out + "\n" + words("consent.change_mind");
}

std::vector<std::string> consent_as_said(const Words& words, const AppState& state)
{
    std::vector<std::string> out{question(state, words)};
    for (const auto& row : consent_rows(state, words)) {
        out.push_back(row.line);
        out.push_back(row.detail);
        if (row.needed) out.push_back(words("consent.needed"));
    }
    out.push_back(words("consent.change_mind"));
    return out;
}

bool has_consent(const Words& words)
{
    constexpr const char* keys[] = {
        "consent.question", "consent.question_guardian", "consent.keep",       "consent.keep_detail",
        "consent.sign",     "consent.sign_detail",       "consent.share",      "consent.share_detail",
        "consent.needed",   "consent.change_mind",       "consent.answer_yes", "consent.answer_no"};
    return std::all_of(std::begin(keys), std::end(keys), [&](const char* key) { return words.has(key); });
}

std::string consent_language(const Registration& form)
{
    return form.shown_in.empty() ? form.learner.language : form.shown_in;
}

RegistrationView registration_view(const AppState& state, const Words& words, const Words& consent_words)
{
    const Registration& form = state.personal.registration;
    RegistrationView view;
    view.step = form.step;
    view.title = words("register.title");
    view.first_name = first_name(form.learner.name);
    view.name = form.learner.name;
    view.number = form.learner.number;
    view.guardian = form.learner.consent.guardian;
    view.typing = state.typing;
    view.identity = form.learner.identity;
    view.age = form.learner.age_band;
    view.asks_guardian = form.learner.age_band == station::AgeBand::youth_with_guardian;
    view.busy = state.busy == Busy::registering;
    for (const auto& row : form.likely) view.likely.push_back(learner_line(row, state, words));
    if (!view.likely.empty())
        view.likely_sentence = words.count("register.likely", static_cast<std::int64_t>(view.likely.size()));
    view.missing = registration_missing(form, words);
    view.consent_language = consent_words.language();
    view.question = question(state, consent_words);
    view.consent = consent_rows(state, consent_words);
    view.change_mind = consent_words("consent.change_mind");
    view.needed = consent_words("consent.needed");
    add_ways_to_hear(view, state, words);
    add_facts(view, state, words);
    add_step(view, state, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
