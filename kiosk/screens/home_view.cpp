#include <algorithm>

#include "kiosk/screens/care.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/sessions.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t names_on_home = 8;

std::vector<bool> bars(const station::Assessment& assessment)
{
    std::vector<bool> out;
    for (const auto level : assessment.levels) out.push_back(level > 0);
    return out;
}

bool is_ready(const station::Assessment& assessment)
{
    return !assessment.levels.empty() &&
           outcomes_with_level(assessment) == static_cast<int>(assessment.levels.size());
}

std::string greeting(const AppState& state, const Words& words, int hour)
{
    const std::string name =
        state.personal.signed_in ? first_name(state.personal.signed_in->name) : std::string();
    const char* key = hour < 12 ? "home.morning" : hour < 18 ? "home.afternoon" : "home.evening";
    return words(key, {{"name", name}});
}

std::vector<std::string> first_names(const std::vector<station::Assessment>& assessments)
{
    std::vector<std::string> out;
    for (const auto& each : assessments) {
        if (out.size() == 3 && assessments.size() > 4) break;
        out.push_back(first_name(each.learner_name));
    }
    return out;
}

// "Rose, Elijah and Jade", or "Rose, Elijah, Jade and 4 more".
std::string people(const std::vector<station::Assessment>& assessments, const Words& words)
{
    auto names = first_names(assessments);
    const auto more = assessments.size() - names.size();
    if (more > 0) names.push_back(words.count("home.more_people", static_cast<std::int64_t>(more)));
    return words.list(names);
}

// The programme of the drafts stands in the heading when they all are in one.
std::string common_programme(const AppState& state, const Words& words)
{
    const auto& drafts = state.personal.home.drafts;
    const bool one = std::all_of(drafts.begin(), drafts.end(), [&](const auto& each) {
        return each.programme_id == drafts.front().programme_id;
    });
    const catalogue::Programme* programme =
        one ? find_programme(state, drafts.front().programme_id) : nullptr;
    if (programme == nullptr)
        return words.count("home.assessments", static_cast<std::int64_t>(drafts.size()));
    return said(programme->name, words.language());
}

// Today's session, where there is one: the group that is here.
void add_session(HomeView& view, const station::Session& session, const catalogue::Programme& programme,
                 const Words& words)
{
    view.label = words("home.session");
    view.detail = learners_counted(words, session.row.learners);
    view.heading = said(programme.name, words.language());
    int ready = 0;
    for (const auto& seat : session.seats) {
        std::vector<bool> levels(programme.outcomes.size(), false);
        if (seat.assessment) levels = bars(*seat.assessment);
        const bool whole = seat.assessment && is_ready(*seat.assessment);
        ready += whole ? 1 : 0;
        if (view.under_way.size() == names_on_home) continue;
        const Action open = seat.assessment && !seat.assessment->issued
                                ? Action{act::OpenAssessment{seat.assessment->id}}
                                : Action{act::OpenSession{session.row.id, Screen::marking}};
        view.under_way.push_back(
            {seat.name, levels, whole, "seat/" + std::to_string(seat.learner.value), open});
    }
    view.sentence = words.count("home.ready", ready, {{"all", words.number(session.row.learners)}});
    const bool counted = session.row.here > 0;
    view.main_label = words(counted ? "home.continue_session" : "sessions.who_is_here");
    view.main = act::OpenSession{session.row.id, counted ? Screen::marking : Screen::attendance};
    view.second_label = words("home.assess_another");
    view.second = act::Go{Screen::learners};
}

void add_under_way(HomeView& view, const AppState& state, const Words& words)
{
    const HomePage& home = state.personal.home;
    const Action another = act::Go{Screen::learners};
    if (home.session && !home.session->seats.empty()) {
        const auto* programme = find_programme(state, home.session->row.programme_id);
        if (programme != nullptr) return add_session(view, *home.session, *programme, words);
    }
    if (home.drafts.empty()) {
        view.label = words("home.today");
        view.detail = words.count("home.issued_today", home.counts.issued_today);
        view.heading = words("home.nothing_under_way");
        view.sentence = words(home.counts.learners == 0 ? "home.register_first" : "home.choose_person");
        view.main_label = words(home.counts.learners == 0 ? "home.register" : "home.assess");
        view.main = home.counts.learners == 0 ? Action{act::StartRegistration{}} : another;
        return;
    }
    view.label = words("home.under_way");
    view.detail = words.count("home.learners", static_cast<std::int64_t>(home.drafts.size()));
    view.heading = common_programme(state, words);
    int ready = 0;
    for (const auto& draft : home.drafts) {
        ready += is_ready(draft) ? 1 : 0;
        if (view.under_way.size() < names_on_home)
            view.under_way.push_back({draft.learner_name, bars(draft), is_ready(draft),
                                      "under-way/" + std::to_string(draft.id.value),
                                      act::OpenAssessment{draft.id}});
    }
    view.sentence = words.count("home.ready", ready,
                                {{"all", words.number(static_cast<std::int64_t>(home.drafts.size()))}});
    view.main_label = words("home.continue_with", {{"name", first_name(home.drafts.front().learner_name)}});
    view.main = act::OpenAssessment{home.drafts.front().id};
    view.second_label = words("home.assess_another");
    view.second = another;
}

// What the coordinator should hear of, as long as there is time.
void add_notices(HomeView& view, const AppState& state, const Words& words)
{
    using station::DelegationWarning;
    const auto& notice = state.personal.home.notice;
    const auto date = date_in_words(words, notice.until, state.offset);
    const auto add = [&](const char* detail_key, std::string line) {
        view.waiting.push_back({Icon::certificate, Tone::waits, std::move(line), words(detail_key),
                                words("home.open"), act::Go{Screen::renewal}});
    };
    if (state.recovering) {
        view.waiting.push_back({Icon::key, Tone::waits, words("home.recovering"),
                                words("home.recovering_detail"), words("home.open"), act::Go{Screen::keys}});
    }
    if (state.personal.home.clock.trust != station::ClockTrust::sound) {
        view.waiting.push_back({Icon::clock, Tone::waits, words("home.set_clock"),
                                words("home.set_clock_detail"), words("home.open"), act::Go{Screen::clock}});
    }
    if (!state.practising && (disk_needs_care(state) || copy_needs_care(state))) {
        view.waiting.push_back(
            {Icon::database, Tone::waits, words("home.needs_care"),
             disk_needs_care(state) ? words("home.needs_care_disk") : copy_sentence(state, words),
             words("home.open"), act::Go{Screen::care}});
    }
    switch (notice.warning) {
    case DelegationWarning::none:
        break;
    case DelegationWarning::ends_soon:
    case DelegationWarning::ends_very_soon:
        add("home.renew_soon", words.count("home.ends_in", notice.days));
        break;
    case DelegationWarning::few_left:
        add("home.renew_soon", words.count("home.few_left", notice.left));
        break;
    case DelegationWarning::used_up:
        add("home.renew_now", words("home.used_up"));
        break;
    case DelegationWarning::ended:
        add("home.renew_now", words("home.ended", {{"date", date}}));
        break;
    }
}

StatusLine clock_line(const AppState& state, const Words& words)
{
    const auto& clock = state.personal.home.clock;
    const auto title = words("home.clock");
    if (clock.trust != station::ClockTrust::sound) {
        return {Icon::clock, Tone::waits, title,
                words("home.clock_doubt", {{"date", date_in_words(words, clock.last_entry, state.offset)}})};
    }
    return {Icon::clock, Tone::neutral, title, words(clock.set_by_two ? "home.clock_set" : "home.clock_own")};
}

// What somebody typed and left, or what the power took.
void add_kept(HomeView& view, const AppState& state, const Words& words)
{
    for (const auto& form : state.personal.home.kept) {
        const std::string name = first_name(form.learner.name);
        const std::string line =
            name.empty() ? words("home.kept_nameless")
                         : words("home.kept", {{"name", name}, {"of_name", of_name(words, name)}});
        const std::string when = recently(words, form.saved, state.now, state.offset);
        view.waiting.push_back({Icon::user_plus, Tone::waits, line,
                                words("home.kept_detail", {{"when", when}}), words("home.go_on"),
                                act::ResumeRegistration{form.learner.kept}});
    }
}

void add_waiting(HomeView& view, const AppState& state, const Words& words)
{
    const HomePage& home = state.personal.home;
    std::vector<station::Assessment> ready;
    for (const auto& draft : home.drafts) {
        if (is_ready(draft)) ready.push_back(draft);
    }
    if (!ready.empty()) {
        view.waiting.push_back(
            {Icon::signature, Tone::waits, words("home.sign_off", {{"people", people(ready, words)}}),
             words("home.all_have_level"), words("home.review"), act::OpenAssessment{ready.front().id}});
    }
    if (!home.signed_off.empty()) {
        view.waiting.push_back({Icon::certificate, Tone::waits,
                                words.count("home.issue", static_cast<std::int64_t>(home.signed_off.size())),
                                people(home.signed_off, words), words("home.open"),
                                act::OpenAssessment{home.signed_off.front().id}});
    }
    if (!home.not_printed.empty()) {
        const auto& first = home.not_printed.front();
        view.waiting.push_back({Icon::printer, Tone::neutral,
                                words.count("home.print", static_cast<std::int64_t>(home.not_printed.size())),
                                words("home.not_printed", {{"name", first.learner_name}}), words("home.open"),
                                act::OpenIssued{first.id}});
    }
    add_kept(view, state, words);
    if (const auto& notice = state.backup.notice; notice && notice->needs_delegation) {
        view.waiting.push_back(
            {Icon::database, Tone::waits, words("home.restored"),
             words("home.restored_detail", {{"date", date_in_words(words, notice->from, state.offset)}}),
             words("home.read"), act::Go{Screen::about}});
    }
    if (const auto& due = home.due_for_erasure; !due.empty()) {
        view.waiting.push_back({Icon::eraser, Tone::waits,
                                words.count("home.erasures_due", static_cast<std::int64_t>(due.size())),
                                words("home.erasure_of", {{"name", due.front().name}}), words("home.open"),
                                act::OpenRecord{due.front().id}});
    }
    add_notices(view, state, words);
    if (view.waiting.empty()) view.nothing_waits = words("home.nothing_waits");
}

StatusLine printer_line(const AppState& state, const Words& words)
{
    const bool well = state.printer == PrintState::idle || state.printer == PrintState::done ||
                      state.printer == PrintState::sent || state.printer == PrintState::printing;
    const bool waits = state.has_printer && !well && state.printer != PrintState::unknown;
    return {state.has_printer ? Icon::printer : Icon::printer_off,
            well    ? Tone::good
            : waits ? Tone::waits
                    : Tone::neutral,
            words("home.printer"), printer_sentence(state, words)};
}

} // namespace

std::string printer_sentence(const AppState& state, const Words& words)
{
    if (!state.has_printer) return words("printer.none");
    switch (state.printer) {
    case PrintState::idle:
    case PrintState::done:
        return words(state.facts.specimen ? "printer.ready_specimen" : "printer.ready");
    case PrintState::sent:
    case PrintState::printing:
        return words("printer.printing");
    case PrintState::out_of_paper:
        return words("printer.out_of_paper");
    case PrintState::jam:
        return words("printer.jam");
    case PrintState::low_ink:
        return words("printer.low_ink");
    case PrintState::offline:
        return words("printer.offline");
    case PrintState::unknown:
        return words("printer.unknown");
    }
    return {};
}

std::string copy_sentence(const AppState& state, const Words& words)
{
    const auto& backup = state.backup;
    if (!backup.has_medium) return words("copy.no_medium");
    if (!backup.latest) return words("copy.none");
    return words(backup.failed ? "copy.failed" : "copy.latest",
                 {{"date", date_in_words(words, backup.latest->made, state.offset)}});
}

std::int64_t rounded_room(std::uint64_t certificates)
{
    // Half of the disk stays free, as far as this sentence goes.
    std::uint64_t room = std::min<std::uint64_t>(certificates / 2, 1000000);
    std::uint64_t step = 1;
    while (room / step >= 100) step *= 10;
    return static_cast<std::int64_t>(room / step * step);
}

std::vector<StatusLine> kiosk_lines(const AppState& state, const Words& words)
{
    std::vector<StatusLine> lines;
    lines.push_back(printer_line(state, words));
    if (state.practising) {
        lines.push_back({Icon::cloud_off, Tone::neutral, words("home.sync"), words("practice.sync")});
        lines.push_back({Icon::lock, Tone::good, words("practice.real"), words("practice.real_away")});
        return lines;
    }
    lines.push_back({Icon::cloud_off, Tone::neutral, words("home.sync"),
                     words.count("home.no_connection", state.personal.home.counts.waiting_to_sync)});
    lines.push_back(clock_line(state, words));
    const auto& disk = state.personal.home.room;
    const std::int64_t room = rounded_room(disk.certificates);
    // The copy is spoken of here only where somebody should do something about it.
    const bool old_copy = copy_needs_care(state);
    const bool waits = old_copy || disk_needs_care(state);
    const std::string sentence =
        !disk.takes_new_work ? words.count("home.room_last", static_cast<std::int64_t>(disk.certificates))
        : old_copy           ? copy_sentence(state, words)
                             : words.count("home.room", room);
    lines.push_back({Icon::database, waits ? Tone::waits : Tone::good, words("home.disk"), sentence});
    return lines;
}

HomeView home_view(const AppState& state, const Words& words)
{
    HomeView view;
    view.hour = static_cast<int>(civil_date(state.now, state.offset).hour);
    view.greeting = greeting(state, words, view.hour);
    view.date_line =
        sentence_start(words("home.date_line", {{"date", weekday_and_day(words, state.now, state.offset)},
                                                {"site", said(state.facts.site, words.language())}}));
    view.clock = time_of_day(words, state.now, state.offset);
    view.waits_title = words("home.waits_title");
    add_under_way(view, state, words);
    add_waiting(view, state, words);
    if (state.practising) practise(view, state, words);
    view.kiosk = kiosk_lines(state, words);
    if (state.personal.signed_in) {
        view.who = state.personal.signed_in->name;
        view.initial = initial(view.who);
    }
    view.until =
        words("home.until", {{"date", date_in_words(words, state.facts.delegation_until, state.offset)}});
    return view;
}

} // namespace northseal::kiosk
