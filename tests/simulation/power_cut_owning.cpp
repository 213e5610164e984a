// What a person may ask of their own record, with the power cut everywhere: to have it put right, to ask for
// its erasure, to have it erased.

#include <cstdio>
#include <cstdlib>

#include "tests/simulation/erasure_law.h"
#include "tests/simulation/power_cut.h"

namespace northseal::simulation {
namespace {

constexpr station::LearnerId with_certificate{1}; // the season's first learner

Result<> correct(SimulatedKiosk& kiosk)
{
    return kiosk.site().correct_learner(with_certificate, {"Ada Northwater-Sund", "A-1", "fr"}, assessor);
}

Result<> ask(SimulatedKiosk& kiosk, station::Retention retention)
{
    station::ErasureWish wish;
    wish.words = "Please take my name away.";
    wish.retention = retention;
    TRY(kiosk.site().request_erasure(with_certificate, wish, assessor));
    return {};
}

Result<> ask_at_once(SimulatedKiosk& kiosk)
{
    return ask(kiosk, station::Retention::person_agrees_to_less);
}

// Beside the certificate, one draft and one that both have signed.
Result<> begin_more(SimulatedKiosk& kiosk)
{
    TRY(draft_for(kiosk.site(), with_certificate, "fr"));
    const auto ready = TRY(draft_for(kiosk.site(), with_certificate, "en"));
    TRY(sign(kiosk.site(), ready, assessor));
    return sign(kiosk.site(), ready, witness);
}

Result<> open_record(SimulatedKiosk& kiosk)
{
    return kiosk.site().record_opened(with_certificate, station::OpenedHow::signed_in, assessor);
}

Result<> open_own_record(SimulatedKiosk& kiosk)
{
    return kiosk.site().record_opened(with_certificate, station::OpenedHow::paper, {});
}

constexpr const char* own_name = "Ada Northwater";
constexpr const char* own_pins[] = {"402817", "581930"};
constexpr const char* no_own_pin = "918273";

Result<> choose_own_pin(SimulatedKiosk& kiosk, std::size_t which)
{
    return kiosk.site().set_learner_pin(with_certificate, own_pins[which], {});
}

Result<> try_wrong_own_pin(SimulatedKiosk& kiosk)
{
    const auto heard = TRY(kiosk.site().hear_learner_pin(own_name, no_own_pin));
    if (heard.outcome.answer == station::PinAnswer::accepted) return refused("a wrong PIN was heard");
    return {};
}

// One of the PINs that were chosen opens the record, and no other.
void one_own_pin_opens(SimulatedKiosk& kiosk, std::size_t acknowledged, BrokenLaws& broken)
{
    std::size_t open = 0;
    for (const auto* pin : own_pins) {
        const auto heard = kiosk.site().hear_learner_pin(own_name, pin);
        if (heard.ok() && heard.value().outcome.answer == station::PinAnswer::accepted) ++open;
    }
    if (open > 1 || (acknowledged > 0 && open == 0))
        broken.push_back({Law::pin_counts, std::to_string(open) + " of a learner's PINs open their record"});
}

// After two wrong tries that were answered the third one makes everybody of that name wait.
void tries_are_counted(SimulatedKiosk& kiosk, std::size_t acknowledged, BrokenLaws& broken)
{
    const auto heard = kiosk.site().hear_learner_pin(own_name, no_own_pin);
    if (heard.ok() && (acknowledged < 2 || heard.value().outcome.wait_seconds > 0)) return;
    broken.push_back({Law::pin_counts, "wrong tries at a learner's PIN were forgotten"});
}

Result<> erase(SimulatedKiosk& kiosk)
{
    const auto heard = TRY(kiosk.site().erase_learner(with_certificate, assessor, test::assessor_pin));
    if (heard.answer != station::PinAnswer::accepted) return refused("the right PIN was not heard");
    return {};
}

Result<> back_up_to_stick(SimulatedKiosk& kiosk)
{
    TRY(kiosk.site().back_up(stick));
    return {};
}

template<class Do>
auto prepared(const Beginning& beginning, const DiskImage& start, Do&& what)
{
    SimulatedKiosk kiosk(beginning, start, 31);
    auto done = what(kiosk);
    if (!done.ok()) {
        std::fprintf(stderr, "an erasure cannot be prepared: %s\n", done.error().detail.c_str());
        std::abort();
    }
    return std::move(done).value();
}

// The season once more from its backup: what was damaged lies aside and holds everybody too.
DiskImage restored_season(const Beginning& beginning, const DiskImage& start)
{
    const auto backed_up = prepared(beginning, start, [](SimulatedKiosk& kiosk) -> Result<DiskImage> {
        TRY(kiosk.open());
        TRY(kiosk.site().back_up(stick));
        kiosk.close();
        return kiosk.disk().as_seen();
    });
    const auto damaged = with_damaged_ledger(backed_up);
    return prepared(beginning, damaged, [](SimulatedKiosk& kiosk) -> Result<DiskImage> {
        TRY(station::Station::restore(kiosk_folder, stick, kiosk.around()));
        return kiosk.disk().as_seen();
    });
}

Traces traces_on(const Beginning& beginning, const DiskImage& start)
{
    return prepared(beginning, start, [](SimulatedKiosk& kiosk) -> Result<Traces> {
        TRY(kiosk.open());
        return traces_before_erasing(kiosk.site(), with_certificate);
    });
}

// Either nothing was erased and the record opens, or nothing that opens it is left on the kiosk; on the
// second medium not once `on_stick_after` steps are done, nor after the next backup.
auto erased_or_whole(Traces traces, std::size_t on_stick_after)
{
    return [traces = std::move(traces), on_stick_after](SimulatedKiosk& kiosk, std::size_t acknowledged,
                                                        BrokenLaws& broken) {
        auto& site = kiosk.site();
        const auto done = is_erased(site, with_certificate);
        const auto record = site.learner(with_certificate);
        if (!done.ok() || !record.ok() || done.value() == record.value().has_value()) {
            broken.push_back({Law::whole_or_nothing, "the erasure stands half"});
            return;
        }
        if (!done.value()) return;
        check_traces_are_gone(kiosk.disk(), kiosk_folder, traces, broken);
        if (acknowledged < on_stick_after) {
            const auto next = site.back_up(stick);
            if (!next.ok()) broken.push_back({Law::goes_on, next.error().detail});
        }
        check_traces_are_gone(kiosk.disk(), stick, traces, broken);
    };
}

} // namespace

std::vector<PowerCutVerb> power_cut_verbs_of_owning(const Beginning& beginning, const DiskImage& start)
{
    const auto again = restored_season(beginning, start);
    const auto gone = erased_or_whole(traces_on(beginning, start), 2);
    const auto gone_again = erased_or_whole(traces_on(beginning, again), 2);
    const auto renewal = [](SimulatedKiosk& kiosk) -> Result<> {
        return kiosk.site().install(kiosk.beginning().spare_pack);
    };
    return {
        {"correct a learner", start, true, {}, {correct}},
        {"ask for an erasure, then agree to less",
         start,
         true,
         {},
         {[](SimulatedKiosk& kiosk) -> Result<> { return ask(kiosk, station::Retention::year_after_use); },
          ask_at_once}},
        {"open a record: who works here, then its learner", start, true, {}, {open_record, open_own_record}},
        {"a learner chooses a PIN, then another",
         start,
         true,
         {},
         {[](SimulatedKiosk& kiosk) { return choose_own_pin(kiosk, 0); },
          [](SimulatedKiosk& kiosk) { return choose_own_pin(kiosk, 1); }},
         one_own_pin_opens},
        {"two wrong tries at a learner's PIN",
         start,
         true,
         {[](SimulatedKiosk& kiosk) { return choose_own_pin(kiosk, 0); }},
         {try_wrong_own_pin, try_wrong_own_pin},
         tries_are_counted},
        {"erase",
         start,
         true,
         {begin_more, open_record, [](SimulatedKiosk& kiosk) { return choose_own_pin(kiosk, 0); },
          ask_at_once},
         {erase},
         gone},
        {"erase after a backup, then back up",
         start,
         true,
         {begin_more, back_up_to_stick, ask_at_once},
         {erase, back_up_to_stick},
         gone},
        // What a restore set aside holds that person too.
        {"erase after a restore", again, true, {renewal, ask_at_once}, {erase}, gone_again},
    };
}

} // namespace northseal::simulation
