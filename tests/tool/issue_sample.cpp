// Issues one credential at a kiosk as its screens would, and prints the code's address, or the credential
// with --json. For the tool's own sessions: issue_sample KIOSK OPENS PINS-FILE LANGUAGE NAME [--json], where
// OPENS is the file with the six words, "stick:DIR", or "chip:TCTI".

#include <cstdio>
#include <cstdlib>

#include "storage/station/station.h"

using namespace northseal;

namespace {

template<class T>
T must(Result<T> result, const char* doing)
{
    if (!result.ok()) {
        std::fprintf(stderr, "issue_sample: %s: %s\n", doing, result.error().detail.c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

std::string first_line(Disk& disk, const std::string& path)
{
    const auto bytes = must(disk.read(path, 4096), "reading a secret");
    const auto text = text_of(bytes);
    return std::string(text.substr(0, text.find('\n')));
}

std::string after(std::string_view text, std::string_view start)
{
    return text.starts_with(start) ? std::string(text.substr(start.size())) : std::string();
}

std::unique_ptr<station::Station> open_kiosk(const std::string& folder, const std::string& opens,
                                             const std::string& pin, station::Surroundings around)
{
    const auto stick = after(opens, "stick:");
    const auto chip = after(opens, "chip:");
    if (!chip.empty()) around.tpm = chip;
    auto site = must(station::Station::open(folder, around), "opening the kiosk");
    if (!stick.empty()) {
        must(site->unlock_with_token(stick), "unlocking by the stick");
    } else if (!chip.empty()) {
        const auto heard = must(site->unlock_with_pin({1}, pin), "unlocking by a PIN");
        if (heard.answer != station::PinAnswer::accepted) std::exit(1);
    } else {
        must(site->unlock(first_line(around.disk, opens)), "unlocking");
    }
    return site;
}

station::FacilitatorId assessor_of(station::Station& site)
{
    for (const auto& person : must(site.facilitators(), "facilitators")) {
        if (person.role == "assessor") return person.id;
    }
    std::exit(1);
}

station::AssessmentId assess(station::Station& site, const std::string& name, const std::string& language,
                             station::FacilitatorId by)
{
    station::NewLearner learner;
    learner.name = name;
    learner.language = language;
    learner.consent.words_shown = "We keep your name and your results so that you can prove them later.";
    learner.consent.language = language;
    learner.consent.keep_record = true;
    const auto id = must(site.register_learner(learner, by), "registering");
    const auto assessment =
        must(site.begin_assessment(id, site.programmes().at(0).id, language, by), "beginning");
    auto draft = *must(site.assessment(assessment), "reading the draft");
    for (auto& level : draft.levels) level = 3;
    for (auto& what : draft.notes) what = "Measured, calculated and checked the result aloud.";
    must(site.save_draft(draft), "saving");
    return assessment;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 6) return 64;
    SystemClock clock;
    SystemRandom random;
    RealDisk disk;
    const auto pin = first_line(disk, arguments[3]);
    const auto site = open_kiosk(arguments[1], arguments[2], pin, {clock, random, disk});
    const auto by = assessor_of(*site);
    const auto assessment = assess(*site, arguments[5], arguments[4], by);
    const auto outcome = must(site->sign_off(assessment, by, pin), "signing off");
    if (outcome.answer != station::PinAnswer::accepted) return 1;
    const auto issued = must(site->issue(assessment, by), "issuing");
    const auto all = *must(site->issued(issued), "reading what was issued");
    const bool json = count > 6 && std::string_view(arguments[6]) == "--json";
    std::printf("%s\n", (json ? all.json : all.slip_url).c_str());
    return 0;
}
