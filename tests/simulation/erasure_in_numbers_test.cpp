#include <doctest/doctest.h>

#include "tests/simulation/erasure_law.h"

using namespace northseal;
using namespace northseal::simulation;

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result.ok()) FAIL(result.error().detail);
    return std::move(result).value();
}

// Notes of every length up to their most, so that rows move from page to page and over pages' ends.
void write_draft(station::Station& site, station::LearnerId learner, Dice& dice)
{
    const auto id = must(site.begin_assessment(learner, demo_programme_id, "en", assessor));
    auto draft = *must(site.assessment(id));
    for (auto& note : draft.notes) note = std::string(dice.below(1500), 'n');
    REQUIRE(site.save_draft(draft).ok());
}

void erase_now(station::Station& site, station::LearnerId learner)
{
    station::ErasureWish wish;
    wish.retention = station::Retention::person_agrees_to_less;
    must(site.request_erasure(learner, wish, assessor));
    const auto heard = must(site.erase_learner(learner, assessor, test::assessor_pin));
    REQUIRE(heard.answer == station::PinAnswer::accepted);
}

} // namespace

TEST_SUITE("simulation/erasure_in_numbers")
{
    // A page from which rows were moved away may keep their bytes where no row is.
    TEST_CASE("in a ledger of many pages, too, no key is left as it was wrapped before")
    {
        const Beginning beginning;
        SimulatedKiosk kiosk(beginning, beginning.installed, 41);
        REQUIRE(kiosk.open().ok());
        Dice dice(41);
        std::vector<station::LearnerId> there;
        for (int i = 0; i < 120; ++i) {
            const auto name = "Learner Number " + std::to_string(i);
            there.push_back(must(kiosk.site().register_learner(test::learner_named(name), assessor)));
            write_draft(kiosk.site(), there[dice.below(there.size())], dice);
        }
        BrokenLaws broken;
        std::vector<Traces> all;
        for (int round = 0; round < 110; ++round) {
            const auto chosen = there.begin() + static_cast<std::ptrdiff_t>(dice.below(there.size()));
            all.push_back(must(traces_before_erasing(kiosk.site(), *chosen)));
            erase_now(kiosk.site(), *chosen);
            there.erase(chosen);
            write_draft(kiosk.site(), there[dice.below(there.size())], dice);
        }
        for (const auto& traces : all) check_traces_are_gone(kiosk.disk(), kiosk_folder, traces, broken);
        for (const auto& each : broken) FAIL_CHECK(each.what);
        CHECK(kiosk.site().check_log().ok());
        CHECK(must(kiosk.site().find_learners("", 1000)).size() == there.size());
    }
}
