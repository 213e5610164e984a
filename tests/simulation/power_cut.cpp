#include "tests/simulation/power_cut.h"

#include <algorithm>

#include "tests/simulation/simulated_vfs.h"

namespace northseal::simulation {
namespace {

constexpr std::uint64_t run_seed = 77;

// Which of their two PINs opens, which is a wrong try at most.
Result<> observe_newcomer(SimulatedKiosk& kiosk, Facts& facts)
{
    for (const auto* pin : {first_pin, second_pin}) {
        const auto heard = kiosk.site().check_pin(newcomer, pin);
        if (!heard.ok() && heard.error().fault == Fault::not_found) return {};
        if (!heard.ok()) return heard.error();
        facts[std::string("PIN ") + pin] =
            heard.value().answer == station::PinAnswer::accepted ? "accepted" : "not accepted";
    }
    return {};
}

// A folder in which nobody was enrolled, and a kiosk that says that its ledger is damaged, are states like
// any other: where a verb may not leave them, they are not among the states that it may leave.
Result<Facts> look(SimulatedKiosk& kiosk)
{
    auto opened = kiosk.open();
    if (!opened.ok() && opened.error().fault == Fault::not_found) return Facts{{"kiosk", "none"}};
    if (!opened.ok() && opened.error().fault == Fault::corrupt) return Facts{{"kiosk", "damaged"}};
    TRY(std::move(opened));
    auto facts = TRY(observe(kiosk.site()));
    TRY(observe_newcomer(kiosk, facts));
    const auto backup = TRY(kiosk.site().latest_backup(stick));
    if (backup) {
        facts["backup"] =
            std::to_string(backup->generation) + ", " + std::to_string(backup->size) + " entries";
    }
    return facts;
}

struct Run {
    std::size_t acknowledged{0};
    bool prepared{false};
    std::string error;
};

Run play(SimulatedKiosk& kiosk, const PowerCutVerb& verb, std::uint64_t cut,
         const std::function<void()>& after_step = nullptr)
{
    Run run;
    const auto prepare = [&]() -> Result<> {
        if (verb.is_open) TRY(kiosk.open());
        for (const auto& step : verb.before) {
            if (after_step) after_step();
            TRY(step(kiosk));
        }
        return {};
    };
    const auto prepared = prepare();
    run.prepared = prepared.ok();
    if (!prepared.ok()) {
        run.error = prepared.error().detail;
        return run;
    }
    if (after_step) after_step();
    kiosk.disk().cut_power_after(cut);
    for (const auto& step : verb.steps) {
        const auto done = step(kiosk);
        if (!done.ok()) {
            run.error = done.error().detail;
            break;
        }
        ++run.acknowledged;
        if (after_step) after_step();
    }
    return run;
}

// What a kiosk shows after each step when nothing goes wrong; the first is what it showed before, and
// `earlier` what it showed before that: at opening, and after each step of `before` but the last.
struct Clean {
    std::vector<Facts> earlier;
    std::vector<Facts> states;
    std::vector<std::vector<std::string>> checkpoints; // that may have left the machine by then
    std::uint64_t operations{0};
    std::string error;
};

Clean play_clean(const Beginning& beginning, const PowerCutVerb& verb)
{
    Clean clean;
    SimulatedKiosk kiosk(beginning, verb.start, run_seed);
    std::vector<DiskImage> images;
    std::uint64_t began = 0;
    const auto keep = [&] {
        if (images.size() == verb.before.size()) began = kiosk.disk().operations();
        images.push_back(kiosk.disk().as_seen());
    };
    const auto run = play(kiosk, verb, std::uint64_t{1} << 40, keep);
    clean.operations = kiosk.disk().operations() - began;
    clean.error = run.error;
    for (const auto& image : images) {
        SimulatedKiosk other(beginning, image, 1);
        auto facts = look(other);
        if (!facts.ok()) clean.error = facts.error().detail;
        clean.states.push_back(facts.ok() ? facts.value() : Facts());
        auto notes = other.is_open() ? kept_checkpoints(other.site()) : Result<std::vector<std::string>>();
        if (!notes.ok()) clean.error = notes.error().detail;
        clean.checkpoints.push_back(notes.ok() ? std::move(notes).value() : std::vector<std::string>());
    }
    const auto before = static_cast<std::ptrdiff_t>(std::min(verb.before.size(), clean.states.size()));
    clean.earlier.assign(clean.states.begin(), clean.states.begin() + before);
    clean.states.erase(clean.states.begin(), clean.states.begin() + before);
    clean.checkpoints.erase(clean.checkpoints.begin(), clean.checkpoints.begin() + before);
    return clean;
}

void judge_state(const Clean& clean, std::size_t acknowledged, const Facts& found, BrokenLaws& broken)
{
    const auto& states = clean.states;
    if (found == states[acknowledged]) return;
    if (acknowledged + 1 < states.size() && found == states[acknowledged + 1]) return;
    const auto earlier = states.begin() + static_cast<std::ptrdiff_t>(acknowledged);
    const bool lost = std::find(states.begin(), earlier, found) != earlier ||
                      std::find(clean.earlier.begin(), clean.earlier.end(), found) != clean.earlier.end();
    broken.push_back(
        {lost ? Law::done_is_there : Law::whole_or_nothing, difference(states[acknowledged], found)});
}

Result<> install_and_open(SimulatedKiosk& kiosk, const std::string& pack)
{
    kiosk.close();
    TRY(station::Station::install(kiosk_folder, pack, test::demo_words, kiosk.around()));
    return kiosk.open();
}

// The community is not held up: what was interrupted is done again, and one more certificate is issued.
Result<> go_on(SimulatedKiosk& kiosk, const Beginning& beginning, const Facts& found)
{
    if (!kiosk.is_open()) {
        const auto on_stick = kiosk.disk().list(stick);
        const bool was_burnt = on_stick.ok() && !on_stick.value().empty();
        if (found.at("kiosk") == "none" && was_burnt) {
            TRY(take_over(kiosk));
        } else if (found.at("kiosk") == "none") {
            TRY(station::Station::enrol(kiosk_folder, test::demo_people(), kiosk.around()));
        } else {
            TRY(station::Station::restore(kiosk_folder, stick, kiosk.around()));
        }
        return kiosk.open();
    }
    if (kiosk.site().programmes().empty()) {
        const auto request = TRY(kiosk.site().enrolment_request());
        TRY(install_and_open(kiosk, beginning.desk.answer(request, beginning.options)));
    }
    const auto counts = TRY(kiosk.site().counts());
    const auto notice = kiosk.site().restore_notice();
    const bool is_new = notice && notice->needs_delegation && notice->new_machine;
    const auto pack = [&]() -> Result<std::string> {
        if (!is_new) return beginning.spare_pack;
        return beginning.answer_new_machine(TRY(kiosk.site().enrolment_request()));
    };
    if (counts.may_still_issue == 0) TRY(install_and_open(kiosk, TRY(pack())));
    TRY(issue_to(kiosk.site(), "One More"));
    return kiosk.site().check_log();
}

void judge(SimulatedKiosk& kiosk, const Beginning& beginning, const PowerCutVerb& verb, const Clean& clean,
           const Run& run, BrokenLaws& broken)
{
    const auto found = look(kiosk);
    if (!found.ok()) {
        broken.push_back({Law::opens_again, found.error().detail});
        return;
    }
    judge_state(clean, run.acknowledged, found.value(), broken);
    if (kiosk.is_open()) {
        check_log_is_whole(kiosk.site(), broken);
        check_credentials_verify(kiosk.site(), 1, broken);
        check_indexes(kiosk.site(), broken);
        check_extends(kiosk.site(), clean.checkpoints[run.acknowledged], broken);
        if (verb.also) verb.also(kiosk, run.acknowledged, broken);
    }
    const auto went_on = go_on(kiosk, beginning, found.value());
    if (!went_on.ok()) broken.push_back({Law::goes_on, went_on.error().detail});
}

} // namespace

PowerCutResult cut_power_everywhere(const Beginning& beginning, const PowerCutVerb& verb, std::uint64_t fates,
                                    std::uint64_t every)
{
    PowerCutResult result;
    make_sqlite_repeatable(1);
    const auto clean = play_clean(beginning, verb);
    result.operations = clean.operations;
    if (!clean.error.empty() || clean.states.size() != verb.steps.size() + 1) {
        result.broken.push_back({Law::goes_on, verb.name + " without any fault: " + clean.error});
        return result;
    }
    for (std::uint64_t cut = 0; cut <= clean.operations; ++cut) {
        if (cut % every != 0 && cut != clean.operations) continue;
        SimulatedKiosk kiosk(beginning, verb.start, run_seed);
        const auto run = play(kiosk, verb, cut);
        kiosk.disk().cut_power(); // where all of them were done, it goes right afterwards
        kiosk.close();
        for (std::uint64_t fate = 0; fate < fates; ++fate) {
            SimulatedKiosk after(beginning, kiosk.disk().after_power_returns(fate), run_seed + 1 + fate);
            BrokenLaws broken;
            judge(after, beginning, verb, clean, run, broken);
            ++result.cuts;
            for (auto& each : broken) {
                each.what = verb.name + ", power cut after operation " + std::to_string(cut) + " of " +
                            std::to_string(clean.operations) + ", fate " + std::to_string(fate) + ": " +
                            each.what;
                result.broken.push_back(std::move(each));
            }
        }
    }
    return result;
}

} // namespace northseal::simulation
