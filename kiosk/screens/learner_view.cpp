#include "kiosk/screens/failure.h"
#include "kiosk/screens/learner.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/registration.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

LearnerView::UnderWay under_way(const station::Assessment& assessment, const AppState& state,
                                const Words& words)
{
    LearnerView::UnderWay row;
    row.id = assessment.id;
    const catalogue::Programme* programme = find_programme(state, assessment.programme_id);
    row.programme =
        programme == nullptr ? words("learner.programme_gone") : said(programme->name, words.language());
    for (const auto level : assessment.levels) row.levels.push_back(level > 0);
    if (assessment.state == station::AssessmentState::signed_off) {
        row.progress = words("learner.signed_waits");
        row.word = words("learner.open");
    } else {
        row.progress =
            words.count("rubric.progress", outcomes_with_level(assessment),
                        {{"all", words.number(static_cast<std::int64_t>(assessment.levels.size()))}});
        row.word = words("learner.continue");
    }
    return row;
}

// A day of a session, which is a day of the site's calendar, as sentences end.
std::string said_day(std::int64_t day, const AppState& state, const Words& words)
{
    constexpr std::int64_t seconds = 86400;
    const std::int64_t today = (state.now + std::int64_t{state.offset} * 60) / seconds;
    if (day == today) return words("date.today");
    if (day == today - 1) return words("date.yesterday");
    return words("date.on", {{"date", date_in_words(words, day * seconds, 0)}});
}

std::string sessions_line(const station::Learner& learner, const AppState& state, const Words& words)
{
    if (learner.sessions == 0) return {};
    return words.count("learner.sessions", learner.sessions,
                       {{"first", date_in_words(words, learner.first_session * 86400, 0)},
                        {"when", said_day(learner.last_session, state, words)}});
}

} // namespace

std::string identity_words(station::IdentityGrade grade, const Words& words)
{
    switch (grade) {
    case station::IdentityGrade::known_to_assessor:
        return words("identity.known");
    case station::IdentityGrade::document_seen:
        return words("identity.document");
    case station::IdentityGrade::not_checked:
        return words("identity.not_checked");
    }
    return {};
}

std::string age_words(station::AgeBand band, const Words& words)
{
    switch (band) {
    case station::AgeBand::adult:
        return words("age.adult");
    case station::AgeBand::youth_with_guardian:
        return words("age.guardian");
    case station::AgeBand::youth_alone:
        return words("age.alone");
    }
    return {};
}

std::string language_name(const AppState& state, const std::string& tag)
{
    for (const auto& language : state.languages) {
        if (language.tag == tag) return language.name;
    }
    return tag;
}

LearnerView learner_view(const AppState& state, const Words& words)
{
    LearnerView view;
    view.failure = failure_sentence(state, words);
    if (!state.personal.learner) return view;
    const LearnerPage& page = *state.personal.learner;
    const station::Learner& learner = page.learner;
    const std::string name = first_name(learner.row.name);
    view.name = learner.row.name;
    view.initial = initial(learner.row.name);
    view.detail = registered_line(learner.row, state, words);
    view.agreed =
        words("learner.agreed", {{"date", date_in_words(words, learner.row.registered, state.offset)}});
    view.sessions = sessions_line(learner, state, words);
    for (const auto& each : page.under_way) view.under_way.push_back(under_way(each, state, words));
    for (const auto& row : page.issued)
        view.issued.push_back(issued_line(row, row.programme_name, state, words));
    if (view.issued.empty()) view.nothing_issued = words("learner.nothing_issued");
    view.about_title = words("learner.about", {{"name", name}, {"of_name", of_name(words, name)}});
    view.facts = {
        {words("learner.identity"), identity_words(learner.identity, words)},
        {words("learner.age"), age_words(learner.age_band, words)},
        {words("learner.certificate_language"), language_name(state, learner.language)},
        {words("learner.shares"), words(learner.shares ? "learner.shares_yes" : "learner.shares_no")}};
    if (!learner.row.number.empty())
        view.facts.insert(view.facts.begin(), {words("learner.number"), learner.row.number});
    view.assess_label =
        words(page.under_way.empty() ? "learner.assess" : "learner.assess_again", {{"name", name}});
    view.assess = act::Assess{learner.row.id};
    view.ways = {{"put-right", Icon::pencil, words("learner.put_right"),
                  act::OpenRecord{learner.row.id, RecordStep::correct}},
                 {"record", Icon::file_text, words("record.open"), act::OpenRecord{learner.row.id}}};
    return view;
}

} // namespace northseal::kiosk
