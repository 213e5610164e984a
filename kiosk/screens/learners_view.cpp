#include "kiosk/screens/failure.h"
#include "kiosk/screens/learners.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

LearnerLine learner_line(const station::LearnerRow& row, const AppState& state, const Words& words)
{
    return learner_line(row, SaidAt{state.now, state.offset}, words);
}

LearnerLine learner_line(const station::LearnerRow& row, SaidAt at, const Words& words)
{
    LearnerLine line;
    line.id = row.id;
    line.name = row.name;
    line.initial = initial(row.name);
    line.disc = disc_colour(row.name);
    const std::string since = recently(words, row.registered, at.now, at.offset);
    line.detail = row.number.empty()
                      ? words("learners.registered", {{"when", since}})
                      : words("learners.number_registered", {{"number", row.number}, {"when", since}});
    if (row.drafts > 0) {
        line.chip = words("learners.under_way");
        line.chip_waits = true;
    } else if (row.issued > 0) {
        line.chip = words.count("learners.certificates", row.issued);
    }
    return line;
}

LearnersView learners_view(const AppState& state, const Words& words)
{
    const LearnersPage& page = state.personal.learners;
    LearnersView view;
    view.query = page.query;
    view.rows = page.rows;
    view.said_at = {state.now, state.offset};
    view.version = std::to_string(page.list);
    const auto found = static_cast<std::int64_t>(page.rows.size());
    view.counted = page.query.empty()
                       ? words.count("learners.people", page.people)
                       : words.count(page.may_have_more ? "learners.first_of" : "learners.found_of",
                                     page.people, {{"found", words.number(found)}});
    if (!page.query.empty()) {
        view.add_line = words("learners.add", {{"name", page.query}});
        if (page.rows.empty()) view.nothing_found = words("learners.nothing_found");
    }
    view.nobody_yet = page.people == 0 && page.query.empty();
    view.may_have_more = page.may_have_more;
    view.typing = state.typing == TextField::learner_query;
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
