#include "kiosk/screens/failure.h"
#include "kiosk/screens/learners.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

std::string registered(const station::LearnerRow& row, SaidAt at, const Words& words)
{
    const std::string when = recently(words, row.registered, at.now, at.offset);
    if (row.number.empty()) return words("learners.registered", {{"when", when}});
    return words("learners.number_registered", {{"number", row.number}, {"when", when}});
}

std::string issued(const station::LearnerRow& row, SaidAt at, const Words& words)
{
    const std::string when = recently(words, row.last_issued, at.now, at.offset);
    if (row.number.empty()) return words("learners.issued", {{"when", when}});
    return words("learners.number_issued", {{"number", row.number}, {"when", when}});
}

} // namespace

std::string registered_line(const station::LearnerRow& row, const AppState& state, const Words& words)
{
    return registered(row, {state.now, state.offset}, words);
}

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
    line.detail = row.last_issued == 0 ? registered(row, at, words) : issued(row, at, words);
    if (row.ready > 0) {
        line.chip = words("learners.ready");
    } else if (row.signed_off > 0) {
        line.chip = words("learners.signed_off");
    } else if (row.drafts > 0) {
        line.chip = words("learners.under_way");
        line.chip_waits = true;
    } else if (row.issued > 1) { // of one, the line says it
        line.chip = words.count("learners.certificates", row.issued);
    }
    return line;
}

FoundPart found_in(std::string_view name, std::string_view query)
{
    std::string wanted = to_search_form(query);
    while (wanted.ends_with(' ')) wanted.pop_back();
    if (wanted.empty()) return {};
    // The name as the search reads it, and where each byte of that comes from.
    std::string read;
    std::vector<std::size_t> from;
    std::size_t at = 0;
    for (const char32_t letter : code_points(name)) {
        std::string written;
        append_utf8(written, letter);
        const std::string form = to_search_form(written);
        from.insert(from.end(), form.size(), at);
        read += form;
        at += written.size();
    }
    from.push_back(name.size());
    std::size_t found = read.find(wanted);
    // The beginning of a word is what a person looks at.
    if (const std::size_t word = read.find(" " + wanted); found != 0 && word != std::string::npos)
        found = word + 1;
    if (found == std::string::npos) return {};
    // Marks on the last letter belong to it.
    std::size_t end = found + wanted.size();
    while (end < from.size() - 1 && from[end] == from[end - 1]) ++end;
    return {from[found], from[end] - from[found]};
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
