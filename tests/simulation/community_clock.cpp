#include "storage/ledger/ledger.h"
#include "tests/simulation/community.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

constexpr std::int64_t seconds_a_day = 86400;

} // namespace

// What the kiosk notes of its clock nobody asked for, and no screen shows it as done: whatever stands at the
// log's end of that kind is taken over.
void Community::take_over_notes()
{
    auto& log = station::StationProbe::parts(m_kiosk.site()).ledger->log();
    for (;;) {
        const auto entry = log.entry(m_model.next_entry());
        if (!entry.ok() || !entry.value() || !is_about_clock(entry.value()->kind)) return;
        m_model.note_clock();
    }
}

void Community::tend_clock()
{
    const auto before = faults_so_far();
    const auto clock = m_kiosk.site().watch_clock();
    if (!clock.ok()) {
        say("the clock: " + clock.error().detail);
        if (is_undisturbed(before)) return breaks(Law::goes_on, "the clock: " + clock.error().detail);
        ++m_played.doubts;
        return m_model.in_doubt(with_log({}));
    }
    take_over_notes();
    if (clock.value().trust != station::ClockTrust::sound && m_dice.one_in(2)) set_clock();
}

// Two people with a good watch. Nobody who has mistyped a PIN lately is asked: they may have to wait.
void Community::set_clock()
{
    for (const auto who : {assessor, witness}) {
        if (m_pins[who.value].most_wrong > 0) return;
    }
    const auto truth = test::demo_day + m_day * seconds_a_day;
    act("set the clock", with_log({}), [&]() -> Result<> {
        const auto heard =
            m_kiosk.site().set_clock(truth, assessor, test::assessor_pin, witness, test::witness_pin);
        if (!heard.ok()) { // counted or not, taken back or not
            ++m_pins[assessor.value].most_wrong;
            ++m_pins[witness.value].most_wrong;
            return heard.error();
        }
        const auto accepted = station::PinAnswer::accepted;
        if (heard.value().first.answer != accepted || heard.value().second.answer != accepted) {
            breaks(Law::pin_counts, "a right PIN did not set the clock");
        }
        return {};
    });
}

} // namespace northseal::simulation
