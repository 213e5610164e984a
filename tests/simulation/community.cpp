#include "tests/simulation/community.h"

#include <numeric>

#include "tests/simulation/simulated_vfs.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

constexpr int days = 30;
constexpr std::int64_t day_seconds = 86400;
constexpr std::uint64_t most_renewals = 9;

} // namespace

CommunityStart::CommunityStart()
{
    make_sqlite_repeatable(1);
    SimulatedKiosk kiosk(beginning, beginning.installed, 1);
    if (!kiosk.open().ok()) std::abort();
    facts = observe(kiosk.site()).value();
    for (std::uint64_t number = 2; number <= most_renewals; ++number) {
        const auto until = test::demo_day + (number < 5 ? 180 : 20'000) * day_seconds;
        renewals[number] = beginning.renewal(number, 25, test::demo_day - day_seconds, until);
    }
}

Community::Community(const CommunityStart& start, std::uint64_t seed, std::vector<std::string>* trace)
    : m_start(start), m_seed(seed), m_dice(seed * 0x9e3779b97f4a7c15ULL + 99),
      m_kiosk(start.beginning, start.beginning.installed, seed + 1000), m_printer(seed), m_model(start.facts),
      m_trace(trace), m_roughness(6 + m_dice.below(24))
{
    m_kiosk.trace_to(trace);
}

Played Community::play()
{
    make_sqlite_repeatable(static_cast<int>(m_seed % 1'000'000) + 1);
    for (m_day = 1; m_day <= days && m_played.broken.empty(); ++m_day) {
        play_day();
        m_kiosk.clock.pass(day_seconds);
    }
    if (m_played.broken.empty()) end_month();
    m_kiosk.close();
    m_played.faults = m_kiosk.faults();
    return std::move(m_played);
}

bool Community::is_about_clock(ledger::EntryKind kind)
{
    return kind == ledger::EntryKind::clock_noted || kind == ledger::EntryKind::clock_settled;
}

// Everything that any screen ever showed as issued, whole; and the kiosk still works.
void Community::end_month()
{
    m_kiosk.disk().heal();
    if (!open_and_look()) return;
    auto& site = m_kiosk.site();
    for (const auto& [number, shown] : m_shown) {
        const auto issued = site.issued({number});
        if (is_erased_certificate(number)) {
            if (!issued.ok() || issued.value()) breaks(Law::erased_is_gone, "an erased certificate is shown");
            continue;
        }
        const bool same = issued.ok() && issued.value() && shown_certificate(*issued.value()) == shown;
        if (!same)
            breaks(Law::done_is_there, "certificate " + std::to_string(number) + " is not as it was shown");
    }
    BrokenLaws broken;
    check_credentials_verify(site, 1000, broken);
    for (auto& each : broken) breaks(each.law, std::move(each.what));
    const auto again = issue_to(site, "The Last of the Month");
    const auto counts = site.counts();
    const bool used_up = counts.ok() && counts.value().may_still_issue == 0;
    const bool clock_doubted = !again.ok() && is_about_clock(again.error());
    const bool must_wait = m_pins[assessor.value].most_wrong > 2 || m_pins[witness.value].most_wrong > 2;
    if (!again.ok() && !used_up && !must_wait && !clock_doubted) breaks(Law::goes_on, again.error().detail);
    if (m_played.broken.empty()) lose_ledger();
}

void Community::say(const std::string& words)
{
    tell(words);
    const auto secret = secret_in(words, m_start.beginning.codes, m_model.facts());
    if (!secret.empty()) breaks(Law::keeps_secrets, "\"" + secret + "\" in: " + words);
}

void Community::tell(const std::string& words)
{
    if (m_trace != nullptr) m_trace->push_back("day " + std::to_string(m_day) + ": " + words);
}

void Community::breaks(Law law, std::string what)
{
    tell(std::string("BROKEN: ") + word_of(law) + ": " + what);
    m_played.broken.push_back(
        {law, "seed " + std::to_string(m_seed) + ", day " + std::to_string(m_day) + ": " + std::move(what)});
}

std::uint64_t Community::faults_so_far() const
{
    const auto counts = m_kiosk.faults();
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

bool Community::is_undisturbed(std::uint64_t faults_before) const
{
    return faults_so_far() == faults_before && m_kiosk.disk().has_power();
}

// Once the clock has jumped, the kiosk may doubt it and wait for people to set it.
bool Community::is_about_clock(const Error& error) const
{
    return m_clock_jumped && error.fault == Fault::refused && error.detail.find("clock") != std::string::npos;
}

void Community::play_day()
{
    if (m_dice.one_in(8)) jump_clock();
    if (m_dice.one_in(8)) rot_overnight();
    if (m_played.broken.empty() && m_dice.one_in(15)) lose_ledger();
    if (!m_played.broken.empty() || !m_dice.one_in(3)) return; // two days in three nobody comes
    play_session();
    if (!m_played.broken.empty()) return;
    if (m_dice.one_in(2)) {
        say("the program is ended");
        m_kiosk.close();
        come_back();
    } else if (m_kiosk.is_open() && m_dice.one_in(4)) {
        say("the plug is pulled for the night");
        m_kiosk.power_returns(m_dice.next());
    }
}

void Community::play_session()
{
    if (!m_kiosk.is_open()) {
        if (m_dice.one_in(m_roughness)) arm_fault();
        if (!open_and_look()) return;
    }
    for (auto left = 8 + m_dice.below(16); left > 0 && m_played.broken.empty(); --left) {
        m_kiosk.clock.pass(m_dice.between(5, 900));
        if (m_dice.one_in(m_roughness)) arm_fault();
        const auto before = faults_so_far();
        tend_clock();
        if (!is_undisturbed(before)) { // what the clock still has to say comes before any action
            if (!come_back() || (!m_kiosk.is_open() && !open_and_look())) return;
            continue;
        }
        if (!m_kiosk.is_open() && !open_and_look()) return;
        if (!m_played.broken.empty()) return;
        const auto before_action = faults_so_far();
        play_action();
        if (!is_undisturbed(before_action) && !come_back()) return;
        if (!m_kiosk.is_open() && !open_and_look()) return;
    }
    m_kiosk.disk().heal(); // what was armed and never met is not carried into the night
}

// What a fault did is settled at once: by looking where the program still runs, by opening again where not.
bool Community::come_back()
{
    if (!m_kiosk.disk().has_power()) {
        say("the power returns");
        m_kiosk.power_returns(m_dice.next());
        return open_and_look();
    }
    m_kiosk.disk().heal();
    if (!m_kiosk.is_open()) return true;
    if (m_dice.one_in(3)) {
        say("the power is cut, to be sure");
        m_kiosk.power_returns(m_dice.next());
        return open_and_look();
    }
    settle(false);
    return m_played.broken.empty();
}

// One opening, perhaps under a fault. A fault may keep the kiosk from opening; its absence may not.
bool Community::try_opening()
{
    const auto before = faults_so_far();
    const auto opened = m_kiosk.open();
    if (opened.ok()) {
        say("opened and unlocked");
        return true;
    }
    say("it does not open: " + opened.error().detail);
    if (is_undisturbed(before)) {
        breaks(Law::opens_again, opened.error().detail);
        return false;
    }
    if (m_kiosk.disk().has_power())
        m_kiosk.disk().heal();
    else
        m_kiosk.power_returns(m_dice.next());
    return false;
}

bool Community::open_and_look()
{
    m_kiosk.close();
    for (int tries = 0; tries < 6 && m_played.broken.empty(); ++tries) {
        if (!m_kiosk.disk().has_power()) m_kiosk.power_returns(m_dice.next());
        if (!try_opening()) continue;
        m_kiosk.disk().heal(); // what is looked at now is what is there
        if (owes_the_log()) {  // a fault kept it from the log once more
            m_kiosk.close();
            continue;
        }
        look_at_everything();
        return m_played.broken.empty();
    }
    return false;
}

void Community::look_at_everything()
{
    settle(true);
    if (!m_played.broken.empty()) return;
    ++m_played.looks;
    BrokenLaws broken;
    auto& site = m_kiosk.site();
    check_log_is_whole(site, broken);
    check_credentials_verify(site, 1, broken);
    check_indexes(site, broken);
    check_extends(site, m_left, broken);
    look_for_traces();
    look_for_left_people();
    look_for_backup();
    for (auto& each : broken) breaks(each.law, std::move(each.what));
    for (auto& [person, pins] : m_pins) { // whoever had to wait begins that wait anew
        pins.heard_at =
            m_kiosk.clock.ticks() + std::int64_t{1000} * vault::wait_after(pins.least_wrong) - 1000;
    }
}

void Community::settle(bool ended)
{
    const auto found = observe(m_kiosk.site());
    if (!found.ok()) return breaks(Law::done_is_there, "it cannot be read: " + found.error().detail);
    auto facts = found.value();
    // An opening may have noted a doubtful clock, which nobody asked for: such entries at the end are set
    // aside.
    auto& log = station::StationProbe::parts(m_kiosk.site()).ledger->log();
    auto last = std::stoull(facts.at("log"));
    int notes = 0;
    for (; last >= m_model.next_entry(); --last, ++notes) {
        const auto entry = log.entry(last);
        if (!entry.ok() || !entry.value() || !is_about_clock(entry.value()->kind)) break;
    }
    facts["log"] = std::to_string(last);
    const auto wrong = m_model.settle(facts, ended);
    if (!wrong.empty()) breaks(Law::done_is_there, wrong);
    for (; notes > 0; --notes) m_model.note_clock();
}

} // namespace northseal::simulation
