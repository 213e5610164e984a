#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/rubric.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

RubricView::Outcome outcome_row(const AssessmentPage& page, std::size_t index, const Words& words)
{
    const auto& outcome = page.programme->outcomes[index];
    const std::uint32_t level = index < page.assessment.levels.size() ? page.assessment.levels[index] : 0;
    return {static_cast<int>(index) + 1,
            said(outcome.name, words.language()),
            level_name(outcome, level, words.language(), words),
            level,
            static_cast<int>(outcome.levels.size()),
            index == page.outcome};
}

void add_levels(RubricView& view, const AssessmentPage& page, const Words& words)
{
    const auto& outcome = page.programme->outcomes[page.outcome];
    const std::uint32_t chosen =
        page.outcome < page.assessment.levels.size() ? page.assessment.levels[page.outcome] : 0;
    for (std::size_t i = 0; i < outcome.levels.size(); ++i) {
        const auto& level = outcome.levels[i];
        view.levels.push_back({said(level.name, words.language()), said(level.words, words.language()),
                               i + 1 >= outcome.required_level, chosen == i + 1});
    }
}

void add_ways(RubricView& view, const AssessmentPage& page, const Words& words)
{
    const std::size_t count = page.programme->outcomes.size();
    if (page.outcome > 0) {
        view.back_to = page.outcome - 1;
        view.back_label = words("rubric.outcome", {{"number", std::to_string(page.outcome)}});
    }
    // With a level for each, the way on is the review, whichever outcome is looked at again.
    const bool all = outcomes_with_level(page.assessment) == static_cast<int>(count);
    if (!all && page.outcome + 1 < count) {
        view.next_label =
            words("rubric.next",
                  {{"outcome", said(page.programme->outcomes[page.outcome + 1].name, words.language())}});
        view.next_short =
            words("rubric.next",
                  {{"outcome", words("rubric.outcome", {{"number", std::to_string(page.outcome + 2)}})}});
        view.next = act::ChooseOutcome{page.outcome + 1};
        return;
    }
    // The last one leads to the review, which names what was left out.
    view.next_label = words("rubric.review");
    view.next = act::Go{Screen::review};
}

} // namespace

std::string saved_line(const AppState& state, Instant saved, const Words& words)
{
    if (saved == 0) return {};
    const auto day = [&](Instant instant) { return weekday_and_date(words, instant, state.offset); };
    if (day(saved) == day(state.now))
        return words("saved.at", {{"time", time_of_day(words, saved, state.offset)}});
    return words("saved.on", {{"date", date_in_words(words, saved, state.offset)}});
}

RubricView rubric_view(const AppState& state, const Words& words)
{
    RubricView view;
    view.failure = failure_sentence(state, words);
    if (!state.personal.assessment || state.personal.assessment->programme == nullptr) return view;
    const AssessmentPage& page = *state.personal.assessment;
    const auto& outcomes = page.programme->outcomes;
    if (page.outcome >= outcomes.size()) return view;
    view.learner = page.assessment.learner_name;
    view.programme = said(page.programme->name, words.language());
    view.saved = saved_line(state, page.assessment.saved, words);
    for (std::size_t i = 0; i < outcomes.size(); ++i) view.outcomes.push_back(outcome_row(page, i, words));
    view.heading = said(outcomes[page.outcome].name, words.language());
    view.statement = said(outcomes[page.outcome].statement, words.language());
    add_levels(view, page, words);
    if (page.outcome < page.assessment.notes.size()) view.note = page.assessment.notes[page.outcome];
    for (const auto& phrase : page.programme->phrases)
        view.phrases.push_back(said(phrase.words, page.assessment.language));
    if (page.programme->evidence_files && page.assessment.state == station::AssessmentState::draft) {
        const auto files = static_cast<std::int64_t>(page.assessment.evidence.size());
        view.evidence = files == 0 ? words("rubric.add_evidence") : words.count("rubric.evidence", files);
    }
    view.progress = words.count("rubric.progress", outcomes_with_level(page.assessment),
                                {{"all", words.number(static_cast<std::int64_t>(outcomes.size()))}});
    add_ways(view, page, words);
    view.typing = state.typing == TextField::note;
    return view;
}

} // namespace northseal::kiosk
