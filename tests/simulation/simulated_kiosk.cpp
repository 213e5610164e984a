#include "tests/simulation/simulated_kiosk.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace northseal::simulation {
namespace {

// What every run begins with must stand, or there is nothing to test.
void need(const Result<>& result, const char* what)
{
    if (result.ok()) return;
    std::fprintf(stderr, "the simulated kiosk cannot be made: %s: %s\n", what, result.error().detail.c_str());
    std::abort();
}

} // namespace

Beginning::Beginning()
{
    options.witness_required = true;
    options.count = 12;
    SimulatedKiosk kiosk(*this, {}, 11);
    auto enrolment = station::Station::enrol(kiosk_folder, test::demo_people(), kiosk.around());
    need(enrolment.ok() ? Result<>() : Result<>(enrolment.error()), "enrolling");
    request = enrolment.value().request;
    codes = enrolment.value().codes;
    enrolled = kiosk.disk().as_seen();
    pack = desk.answer(request, options);
    need(station::Station::install(kiosk_folder, pack, test::demo_words, kiosk.around()), "installing");
    installed = kiosk.disk().as_seen();
    spare_pack = renewal(90, 30, test::demo_day - 86400, test::demo_day + 300 * 86400);
}

std::string Beginning::renewal(std::uint64_t number, std::uint32_t count, Instant from, Instant until) const
{
    auto wanted = options;
    wanted.number = number;
    wanted.count = count;
    wanted.from = from;
    wanted.until = until;
    wanted.first_index = options.first_index + static_cast<std::uint32_t>(number) * 100'000;
    return desk.answer(request, wanted);
}

std::string Beginning::answer_new_machine(const std::string& its_request) const
{
    auto wanted = options;
    wanted.number = 91;
    wanted.count = 30;
    wanted.kiosk = "new2";
    wanted.first_index = options.first_index + 9'100'000;
    return desk.answer(its_request, wanted);
}

Result<> take_over(SimulatedKiosk& kiosk)
{
    station::NewMachine wish;
    wish.code = kiosk.beginning().codes.coordinator;
    wish.pins = {{test::assessor_name, test::assessor_pin}, {test::witness_name, test::witness_pin}};
    wish.words = test::demo_words;
    wish.hardness = station::Hardness::tests_only;
    TRY(station::Station::take_over(kiosk_folder, stick, wish, kiosk.around()));
    return {};
}

SimulatedKiosk::SimulatedKiosk(const Beginning& beginning, const DiskImage& image, std::uint64_t seed,
                               Instant now)
    : clock(now), random(seed), m_beginning(beginning), m_disk(std::make_unique<SimulatedDisk>(image, seed))
{}

station::Surroundings SimulatedKiosk::around()
{
    return {clock, random, *m_disk};
}

Result<> SimulatedKiosk::open()
{
    m_station = TRY(station::Station::open(kiosk_folder, around()));
    auto unlocked = m_station->unlock(test::demo_words);
    if (!unlocked.ok()) close();
    return unlocked;
}

void SimulatedKiosk::close()
{
    m_station.reset();
}

void SimulatedKiosk::replace_disk(const DiskImage& image, std::uint64_t seed)
{
    close();
    m_earlier_faults = faults();
    m_disk = std::make_unique<SimulatedDisk>(image, seed);
    m_disk->trace_to(m_trace);
    clock.restart();
}

void SimulatedKiosk::power_returns(std::uint64_t seed)
{
    m_disk->cut_power(); // before the program ends: it has no time to put anything in order
    close();
    replace_disk(m_disk->after_power_returns(seed), seed);
}

void SimulatedKiosk::put_image(const DiskImage& image)
{
    replace_disk(image, 1);
}

FaultCounts SimulatedKiosk::faults() const
{
    auto out = m_earlier_faults;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += m_disk->faults()[i];
    return out;
}

void SimulatedKiosk::trace_to(std::vector<std::string>* lines)
{
    m_trace = lines;
    m_disk->trace_to(lines);
}

DiskImage with_damaged_ledger(DiskImage image)
{
    constexpr std::size_t page = 4096;
    auto& ledger = image.files.at(std::string(kiosk_folder) + "/ledger.db");
    std::fill_n(ledger.begin(), std::min(page, ledger.size()), std::uint8_t{0x5a});
    image.files.erase(std::string(kiosk_folder) + "/ledger.db-wal"); // or that page would come back from it
    return image;
}

station::Assessment with_levels(station::Assessment draft, std::uint32_t level)
{
    for (auto& each : draft.levels) each = level;
    return draft;
}

Result<station::AssessmentId> draft_for(station::Station& site, station::LearnerId learner,
                                        const std::string& language)
{
    const auto id = TRY(site.begin_assessment(learner, demo_programme_id, language, assessor));
    auto draft = TRY(site.assessment(id));
    if (!draft) return corrupt("a draft that was just begun is gone");
    TRY(site.save_draft(with_levels(std::move(*draft), 3)));
    return id;
}

Result<> sign(station::Station& site, station::AssessmentId id, station::FacilitatorId by)
{
    const auto* pin = by == assessor ? test::assessor_pin : test::witness_pin;
    const auto outcome = TRY(site.sign_off(id, by, pin));
    if (outcome.answer == station::PinAnswer::accepted) return {};
    return refused("the right PIN was not heard: wait " + std::to_string(outcome.wait_seconds) + " s");
}

Result<station::IssuedId> issue_to(station::Station& site, const std::string& name)
{
    const auto learner = TRY(site.register_learner(test::learner_named(name), assessor));
    const auto id = TRY(draft_for(site, learner, "en"));
    TRY(sign(site, id, assessor));
    if (!TRY(site.missing(id)).empty()) TRY(sign(site, id, witness)); // where the programme asks for two
    return site.issue(id, assessor);
}

} // namespace northseal::simulation
