#include <algorithm>

#include "kiosk/screens/after_cut.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

using Found = AfterCutView::Found;

Found safe(Icon icon, std::string title, std::string detail, const Words& words)
{
    return {{}, icon, Tone::good, std::move(title), std::move(detail), words("cut.safe"), {}};
}

void add_certificates(AfterCutView& view, const AppState& state, const Words& words)
{
    const auto& home = state.personal.home;
    const auto& rows = state.personal.issued_rows;
    if (home.counts.issued_today > 0 && !rows.empty())
        view.found.push_back(safe(Icon::certificate,
                                  words.count("cut.certificates", home.counts.issued_today),
                                  words("cut.last_certificate",
                                        {{"name", first_name(rows.front().learner_name)},
                                         {"time", time_of_day(words, rows.front().issued_at, state.offset)}}),
                                  words));
}

void add_session(AfterCutView& view, const AppState& state, const Words& words)
{
    const auto& session = state.personal.home.session;
    if (!session) return;
    std::int64_t levels = 0;
    for (const auto& seat : session->seats) {
        if (seat.assessment) levels += outcomes_with_level(*seat.assessment);
    }
    if (levels > 0)
        view.found.push_back(
            safe(Icon::users, words.count("cut.levels", levels), words("cut.levels_detail"), words));
}

// A page that was on its way when the power went: only somebody who looks knows.
void add_page(AfterCutView& view, const AppState& state, const Words& words)
{
    const auto& not_printed = state.personal.home.not_printed;
    if (!state.has_printer || not_printed.empty()) return;
    const auto& first = not_printed.front();
    view.found.push_back({"found/page",
                          Icon::printer,
                          Tone::waits,
                          words("cut.page"),
                          words("cut.page_detail", {{"name", first_name(first.learner_name)}}),
                          {},
                          act::OpenIssued{first.id}});
}

void add_form(AfterCutView& view, const AppState& state, const Words& words)
{
    const auto& kept = state.personal.home.kept;
    if (kept.empty()) return;
    const std::string name = first_name(kept.front().learner.name);
    view.found.push_back({"found/form",
                          Icon::user_plus,
                          Tone::good,
                          name.empty()
                              ? words("home.kept_nameless")
                              : words("home.kept", {{"name", name}, {"of_name", of_name(words, name)}}),
                          words("cut.form_detail"),
                          {},
                          act::ResumeRegistration{kept.front().learner.kept}});
}

const station::Assessment* latest_draft(const AppState& state)
{
    const auto& drafts = state.personal.home.drafts;
    const auto latest = std::max_element(drafts.begin(), drafts.end(),
                                         [](const auto& a, const auto& b) { return a.saved < b.saved; });
    return latest == drafts.end() ? nullptr : &*latest;
}

void add_draft(AfterCutView& view, const AppState& state, const Words& words)
{
    const auto* draft = latest_draft(state);
    const auto* programme = draft == nullptr ? nullptr : find_programme(state, draft->programme_id);
    if (programme == nullptr) return;
    const std::string name = first_name(draft->learner_name);
    const std::string of = of_name(words, name);
    AfterCutView::Draft out{draft->learner_name, said(programme->name, words.language()), {}, {}};
    std::string open;
    for (std::size_t at = 0; at < programme->outcomes.size(); ++at) {
        const auto& outcome = programme->outcomes[at];
        const auto level = at < draft->levels.size() ? draft->levels[at] : 0;
        const bool first_open = level == 0 && open.empty();
        const std::string title = said(outcome.name, words.language());
        if (first_open) open = title;
        out.outcomes.push_back({title, static_cast<int>(level), static_cast<int>(outcome.levels.size()),
                                first_open, words(first_open ? "cut.open" : "cut.no_level")});
        if (at < draft->notes.size() && !draft->notes[at].empty()) out.words = draft->notes[at];
    }
    if (!draft->narrative.empty()) out.words = draft->narrative;
    view.found.push_back(
        safe(Icon::pencil, words("cut.draft", {{"name", name}, {"of_name", of}}),
             open.empty() ? words("home.all_have_level") : words("cut.open_at", {{"outcome", open}}), words));
    view.draft = std::move(out);
    view.main = words("cut.go_on", {{"name", name}, {"of_name", of}});
    view.go_on = act::OpenAssessment{draft->id};
}

} // namespace

AfterCutView after_cut_view(const AppState& state, const Words& words)
{
    AfterCutView view;
    const auto& about = state.about;
    const bool whole = about.log_checked && about.log_whole;
    view.line =
        state.cut.began == 0
            ? words("cut.line")
            : words("cut.line_since", {{"when", recently(words, state.cut.began, state.now, state.offset)}});
    view.tone = whole ? Tone::good : Tone::waits;
    view.heading = words(whole ? "cut.nothing_lost" : "cut.not_whole");
    std::int64_t entries = 0;
    for (const char digit : about.entries) entries = entries * 10 + (digit - '0'); // as the checkpoint has it
    view.sentence = words(whole ? "cut.read_all" : "cut.call", {{"entries", words.number(entries)}});
    add_certificates(view, state, words);
    add_session(view, state, words);
    add_draft(view, state, words);
    add_form(view, state, words);
    add_page(view, state, words);
    if (view.main.empty()) {
        view.main = words("cut.home");
        view.go_on = act::Go{Screen::home};
    }
    return view;
}

} // namespace northseal::kiosk
