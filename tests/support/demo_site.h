#pragma once
// A demonstration institution's desk and one kiosk of it, made from seeds: what a test of the station, of the
// screens or of the whole journey begins with. Everything it issues is a specimen.

#include <cstdint>

#include "storage/catalogue/frameworks.h"
#include "storage/institution/delegation.h"
#include "storage/institution/renewal.h"
#include "storage/station/station.h"

namespace northseal::test {

constexpr Instant demo_day = 1781276645; // 2026-06-12T15:04:05Z
constexpr const char* demo_words = "river stone kettle lantern birch otter";
constexpr const char* assessor_pin = "246810";
constexpr const char* witness_pin = "135791";
constexpr const char* assessor_name = "Marguerite Featherstonehaugh";
constexpr const char* witness_name = "Bartholomew Quillfeather";

struct DeskOptions {
    std::uint64_t number{1};
    std::uint32_t count{40};
    Instant from{demo_day - 86400};
    Instant until{demo_day + 180 * 86400};
    bool certify_everybody{true};
    bool witness_required{false};
    std::string host{"demo.northseal.invalid"};
    bool specimen{true};
    std::string kiosk{"7q3f"};
    std::uint32_t first_index{417322};
    bool shipped_programme{false}; // that of assets/programmes, in place of the reference's
};

class DemoDesk {
public:
    explicit DemoDesk(std::uint64_t seed = 7, bool shipped_programme = false);
    std::string answer(std::string_view request, const DeskOptions& = {}) const;
    // The words that renew what `answer` delegated.
    std::string say_renewal(std::string_view request, const DeskOptions&,
                            const institution::RenewalTerms&) const;
    const catalogue::Frameworks& frameworks() const { return m_frameworks; }

private:
    SeededRandom m_random;
    SigningKey m_root;
    SigningKey m_desk;
    SigningKey m_publisher;
    catalogue::Frameworks m_frameworks;
};

std::string demo_programme(); // TOML of the programme behind the reference templates
station::NewStation demo_people();
station::NewLearner learner_named(const std::string& name, const std::string& number = "");

// What guards a kiosk: six words where nothing is named.
struct Guard {
    std::optional<vault::Protection> protection;
    std::string tpm;   // where a chip answers
    std::string token; // where the stick is
};

// A kiosk enrolled and answered by its desk, open and unlocked.
struct DemoSite {
    explicit DemoSite(std::string folder, const DeskOptions& = {}, std::uint64_t seed = 11, Guard = {});
    void reopen(); // as after the program ended: locked
    void unlock();

    std::string folder;
    Guard guard;
    FixedClock clock{demo_day};
    SeededRandom random;
    RealDisk disk;
    DemoDesk desk;
    std::string request;
    station::RecoveryCodes codes;
    std::unique_ptr<station::Station> site;
    station::FacilitatorId assessor{1};
    station::FacilitatorId witness{2};

    station::Surroundings around();
    // A learner's assessment with every level as the programme requires, saved and not yet signed off.
    station::AssessmentId draft_for(station::LearnerId, const std::string& language = "en");
    station::AssessmentId ready_for(station::LearnerId, const std::string& language = "en"); // signed off
    station::IssuedId issue_to(const std::string& name, const std::string& language = "en");
};

} // namespace northseal::test
