#include "storage/base/text.h"
#include "tests/simulation/community.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

using station::AssessmentState;
using station::PinAnswer;

constexpr const char* names[] = {"Ada Northwater", "Per Sund",       "Élodie Bûcheron", "Zoë Ångström",
                                 "Sample Learner", "Another Sample", "Third Person",    "O'Neil-Smith Jr."};

std::string name_of(const std::string& what, std::int64_t number)
{
    return what + " " + std::to_string(number);
}

} // namespace

void Community::play_action()
{
    const auto counts = m_kiosk.site().counts();
    const bool few_left = counts.ok() && counts.value().may_still_issue < 3;
    if (m_dice.one_in(few_left ? 3 : 200)) return install_renewal();
    if (m_dice.one_in(60)) return back_up();
    if (m_dice.one_in(16)) return play_owning();
    if (m_dice.one_in(40)) return play_people();
    const auto chance = m_dice.below(100);
    if (chance < 12) return register_learner();
    if (chance < 26) return begin_draft();
    if (chance < 42) return save_draft();
    if (chance < 68) return sign_one();
    if (chance < 84) return issue_group();
    if (chance < 91) return print_one();
    if (chance < 94) return leave_checkpoint();
    if (chance < 97) return lock_and_unlock();
    rest();
}

// Tries one verb. What it does is known beforehand, so an answer of either kind can be held against the
// kiosk.
void Community::act(const std::string& name, const Change& change, const std::function<Result<>()>& verb,
                    const std::function<bool()>& may_be_refused)
{
    ++m_played.actions[name];
    const auto before = faults_so_far();
    const auto outcome = verb();
    if (outcome.ok()) {
        say(name + ": done");
        m_model.done(change);
        return;
    }
    say(name + ": " + outcome.error().detail);
    if (!is_undisturbed(before)) {
        ++m_played.doubts;
        m_model.in_doubt(change);
        return;
    }
    // A disk that is nearly full refuses new work before a write fails.
    const bool no_room = outcome.error().fault == Fault::full && m_kiosk.is_open() &&
                         !m_kiosk.site().disk_room().takes_new_work;
    if (no_room || is_about_clock(outcome.error()) || (may_be_refused && may_be_refused())) return;
    breaks(Law::goes_on, name + " was refused without a fault: " + outcome.error().detail);
}

Change Community::with_log(Change change) const
{
    change["log"] = std::to_string(m_model.next_entry());
    return change;
}

// Somebody opens a list and taps a line. A fault while reading it shows an error and changes nothing.
std::optional<station::Assessment>
Community::pick(AssessmentState state, const std::function<bool(const station::Assessment&)>& fits)
{
    const auto before = faults_so_far();
    const auto listed = m_kiosk.site().assessments(state, 1000);
    if (!listed.ok()) {
        say("a list cannot be read: " + listed.error().detail);
        if (is_undisturbed(before)) breaks(Law::goes_on, "a list cannot be read: " + listed.error().detail);
        return {};
    }
    const auto& rows = listed.value();
    const auto from = m_dice.below(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) { // from a line somewhere, the first that fits
        const auto& row = rows[(from + i) % rows.size()];
        if (fits(row)) return row;
    }
    return {};
}

void Community::register_learner()
{
    std::int64_t id = 1;
    while (m_model.facts().contains(name_of("learner", id))) ++id;
    const std::string name = names[m_dice.below(std::size(names))];
    const auto number = m_dice.one_in(2) ? "N-" + std::to_string(id) : std::string();
    const Change change = with_log({{name_of("learner", id), learner_fact(name, number)}});
    act("register", change, [&]() -> Result<> {
        TRY(m_kiosk.site().register_learner(test::learner_named(name, number), assessor));
        return {};
    });
}

void Community::begin_draft()
{
    const auto learners = m_kiosk.site().find_learners("", 1000);
    if (!learners.ok() || learners.value().empty()) return;
    const auto& row = learners.value()[m_dice.below(learners.value().size())];
    station::Assessment begun;
    begun.learner = row.id;
    begun.programme_id = demo_programme_id;
    begun.language = m_dice.one_in(3) ? "fr" : "en";
    begun.levels.resize(5);
    begun.notes.resize(5);
    // What an erased person had begun keeps its number: which comes next stands in no fact.
    const auto id = station::StationProbe::parts(m_kiosk.site()).ledger->assessments().next_id();
    if (!id.ok()) return;
    const auto name = name_of("assessment", id.value());
    if (m_model.facts().contains(name)) return breaks(Law::done_is_there, name + " would be begun twice");
    const Change change{{name, assessment_fact(begun)}};
    act("begin a draft", change, [&]() -> Result<> {
        TRY(m_kiosk.site().begin_assessment(row.id, demo_programme_id, begun.language, assessor));
        return {};
    });
}

void Community::save_draft()
{
    auto draft = pick(AssessmentState::draft, [](const station::Assessment&) { return true; });
    if (!draft) return;
    *draft = with_levels(std::move(*draft), m_dice.one_in(6) ? 2 : 3);
    draft->notes[m_dice.below(draft->notes.size())] = "Seen on day " + std::to_string(m_day) + ".";
    if (m_dice.one_in(3)) draft->narrative = "Worked with care.";
    draft->supervision = static_cast<std::uint32_t>(1 + m_dice.below(3));
    const Change change{{name_of("assessment", draft->id.value), assessment_fact(*draft)}};
    act("save a draft", change, [&] { return m_kiosk.site().save_draft(*draft); });
}

void Community::sign_one()
{
    const bool as_witness = m_dice.one_in(2);
    const auto chosen = pick(as_witness ? AssessmentState::signed_off : AssessmentState::draft,
                             [&](const station::Assessment& each) {
                                 if (as_witness) return each.witness.empty();
                                 const auto missing = m_kiosk.site().missing(each.id);
                                 return missing.ok() && missing.value().empty();
                             });
    if (!chosen) return;
    const auto who = as_witness ? witness : assessor;
    const std::string right = as_witness ? test::witness_pin : test::assessor_pin;
    if (m_dice.one_in(6)) {
        for (auto left = 1 + m_dice.below(4); left > 0; --left) {
            const auto before = faults_so_far();
            try_pin(*chosen, who, "000000");
            if (!is_undisturbed(before) || !m_played.broken.empty()) return;
        }
    }
    try_pin(*chosen, who, right);
}

void Community::try_pin(const station::Assessment& chosen, station::FacilitatorId who, const std::string& pin)
{
    const bool right = pin != "000000";
    auto signed_one = chosen;
    signed_one.state = AssessmentState::signed_off;
    (who == assessor ? signed_one.assessor : signed_one.witness) =
        who == assessor ? test::assessor_name : test::witness_name;
    const Change if_accepted =
        right ? with_log({{name_of("assessment", chosen.id.value), assessment_fact(signed_one)}}) : Change();
    std::optional<Result<station::PinOutcome>> answer;
    bool accepted = false;
    // What a wrong PIN changes stands in no fact: an answer that is not "accepted" leaves all as it was.
    const auto name = right ? "sign off" : "sign off with a wrong PIN";
    ++m_played.actions[name];
    const auto before = faults_so_far();
    answer = m_kiosk.site().sign_off(chosen.id, who, pin);
    accepted = answer->ok() && answer->value().answer == PinAnswer::accepted;
    hear(who, right, *answer);
    if (accepted) {
        say(std::string(name) + ": accepted");
        m_model.done(if_accepted);
    } else if (answer->ok()) {
        say(std::string(name) + ": not accepted, wait " + std::to_string(answer->value().wait_seconds) +
            " s");
        m_kiosk.clock.pass(m_dice.one_in(3) ? answer->value().wait_seconds + 1 : 1);
    } else {
        say(std::string(name) + ": " + answer->error().detail);
        if (is_undisturbed(before)) breaks(Law::goes_on, std::string(name) + ": " + answer->error().detail);
        ++m_played.doubts;
        m_model.in_doubt(if_accepted);
    }
}

void Community::hear(station::FacilitatorId who, bool right, const Result<station::PinOutcome>& heard)
{
    auto& pins = m_pins[who.value];
    if (!heard.ok()) { // counted or not, taken back or not
        ++pins.most_wrong;
        if (right) pins.least_wrong = 0;
        if (right) pins.heard_at = 0;
        return;
    }
    const auto answer = heard.value().answer;
    if (answer == PinAnswer::must_wait) {
        if (pins.most_wrong < 3) breaks(Law::pin_counts, "somebody waits who mistyped less than three times");
        return;
    }
    if (!right && answer == PinAnswer::accepted) breaks(Law::pin_counts, "a wrong PIN was accepted");
    if (right && answer == PinAnswer::wrong) breaks(Law::pin_counts, "the right PIN was refused");
    if (m_kiosk.clock.ticks() < pins.heard_at) breaks(Law::pin_counts, "a try was heard before its time");
    if (right) {
        pins = {};
        return;
    }
    ++pins.least_wrong;
    ++pins.most_wrong;
    pins.heard_at = m_kiosk.clock.ticks() + std::int64_t{1000} * vault::wait_after(pins.least_wrong) - 1000;
}

void Community::issue_group()
{
    const auto ready = m_kiosk.site().assessments(AssessmentState::signed_off, 1000);
    if (!ready.ok()) return;
    auto most = m_dice.one_in(3) ? 4 : 1;
    for (const auto& each : ready.value()) {
        if (each.witness.empty()) continue;
        const auto before = faults_so_far();
        issue(each);
        if (--most == 0 || !is_undisturbed(before) || !m_played.broken.empty()) return;
    }
}

void Community::issue(const station::Assessment& ready)
{
    const auto entry = static_cast<std::int64_t>(m_model.next_entry());
    auto issued = ready;
    issued.state = AssessmentState::issued;
    issued.issued = station::IssuedId{entry};
    Change change = with_log({{name_of("assessment", ready.id.value), assessment_fact(issued)},
                              {name_of("certificate", entry), unseen},
                              {name_of("prints of", entry), "0"}});
    const auto verb = [&]() -> Result<> {
        const auto id = TRY(m_kiosk.site().issue(ready.id, assessor));
        if (id.value != entry) return corrupt("it is entry " + std::to_string(id.value));
        const auto index = TRY(status_index_of(m_kiosk.site(), id));
        if (!m_used_indexes.insert(index).second) {
            breaks(Law::index_once, "status index " + std::to_string(index) + ", after a restore");
        }
        // What the screen shows now is held against every later look.
        const auto shown = m_kiosk.site().issued(id);
        if (!shown.ok() || !shown.value()) return {};
        m_shown[entry] = shown_certificate(*shown.value());
        const auto fact = certificate_fact(m_kiosk.site(), shown.value()->row);
        if (fact.ok()) change[name_of("certificate", entry)] = fact.value();
        return {};
    };
    act("issue", change, verb, [&] {
        const auto counts = m_kiosk.site().counts();
        return counts.ok() && counts.value().may_still_issue == 0;
    });
}

void Community::print_one()
{
    const auto rows = m_kiosk.site().issued_rows(1000, 0);
    if (!rows.ok() || rows.value().empty()) return;
    const auto& row = rows.value()[m_dice.below(rows.value().size())];
    const auto shown = m_kiosk.site().issued(row.id);
    if (!shown.ok() || !shown.value()) return;
    ++m_played.actions["print"];
    const auto job = m_printer.submit(row.serial, view(shown.value()->slip_url));
    auto state = kiosk::JobState::none;
    for (int polls = 0; job.ok() && polls < 6 && state != kiosk::JobState::done; ++polls) {
        state = m_printer.poll(job.value()).job;
        if (state == kiosk::JobState::stopped) break;
    }
    if (state != kiosk::JobState::done) {
        say("print: the printer fails; nothing is said to be printed");
        if (job.ok()) static_cast<void>(m_printer.cancel(job.value()));
        return;
    }
    const auto name = name_of("prints of", row.id.value);
    const Change change = with_log({{name, std::to_string(row.times_printed + 1)}});
    act("record a print", change, [&] { return m_kiosk.site().record_print(row.id, assessor); });
}

void Community::leave_checkpoint()
{
    act("checkpoint", {}, [&]() -> Result<> {
        m_left.push_back(TRY(m_kiosk.site().checkpoint()));
        return {};
    });
}

void Community::install_renewal()
{
    const auto pack = m_start.renewals.find(m_next_renewal);
    if (pack == m_start.renewals.end()) return;
    m_kiosk.close();
    const auto name = "delegation " + std::to_string(m_next_renewal);
    // Where an interrupted install stands, the same file once more changes nothing.
    const Change change = m_model.facts().contains(name) ? Change() : with_log({{name, unseen}});
    // What was lost may have issued under it: its file counts no more.
    const auto is_lost = [&] { return m_lost_renewals.contains(m_next_renewal); };
    const auto install = [&] {
        return station::Station::install(kiosk_folder, pack->second, test::demo_words, m_kiosk.around());
    };
    act("install a renewal", change, install, is_lost);
    if (m_model.facts().contains(name) || is_lost()) ++m_next_renewal;
}

void Community::lock_and_unlock()
{
    m_kiosk.site().lock();
    const auto locked = m_kiosk.site().counts();
    if (locked.ok()) breaks(Law::goes_on, "a locked kiosk shows its counts");
    act("lock, wrong words", {}, [&]() -> Result<> {
        const auto wrong = m_kiosk.site().unlock("river stone kettle lantern birch heron");
        return wrong.ok() ? Result<>(refused("wrong words unlocked it")) : Result<>();
    });
    const auto before = faults_so_far();
    const auto opened = m_kiosk.site().unlock(test::demo_words);
    ++m_played.actions["unlock"];
    say(opened.ok() ? "unlock: done" : "unlock: " + opened.error().detail);
    if (!opened.ok()) {
        if (is_undisturbed(before)) breaks(Law::opens_again, "unlocking: " + opened.error().detail);
        m_kiosk.close();
        return;
    }
    if (is_undisturbed(before)) settle(false);
}

void Community::rest()
{
    act("rest", {}, [&] { return m_kiosk.site().rest(); });
}

} // namespace northseal::simulation
