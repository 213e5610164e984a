#include "kiosk/app/practice_site.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/catalogue/compile.h"
#include "storage/credential/template.h"
#include "storage/institution/delegation.h"

namespace northseal::kiosk {

namespace {

constexpr const char* host = "practice.northseal.invalid";
constexpr const char* programme_file = "/programmes/northern-mathematics.toml";
constexpr std::size_t framework_file_most = 1U << 20;
constexpr std::uint32_t certificates = 500;
constexpr Instant day = 86400;
// They open nothing but specimens, on a disk that holds nothing else of the kind.
constexpr const char* words = "pine birch cedar willow maple aspen";
constexpr station::FacilitatorId assessor{1};

constexpr const char* learners[] = {"Pine Sample",  "Birch Sample", "Cedar Sample", "Willow Sample",
                                    "Maple Sample", "Aspen Sample", "Larch Sample", "Spruce Sample"};
// How many outcomes each of them has a level for when practice begins; more than there are: all.
constexpr std::size_t levels_begun[] = {99, 99, 99, 4, 2, 0, 0, 0};

Result<catalogue::Frameworks> read_frameworks(const std::string& assets, Disk& disk)
{
    catalogue::Frameworks out;
    const auto names = TRY(disk.list(assets + "/frameworks"));
    for (const auto& name : names) {
        if (!name.ends_with(".toml")) continue;
        const auto bytes = TRY(disk.read(assets + "/frameworks/" + name, framework_file_most));
        TRY(out.add(text_of(bytes)));
    }
    return out;
}

// What an earlier practice left. Nothing of it is worth keeping.
Result<> clear(const std::string& folder, Disk& disk)
{
    for (const auto* part : {"", "/delegations", "/damaged"}) {
        const std::string place = folder + part;
        if (!disk.exists(place)) continue;
        for (const auto& name : TRY(disk.list(place))) TRY(disk.remove(place + "/" + name));
    }
    return {};
}

institution::InstitutionRecord record_of(const SigningKey& root, const SigningKey& desk,
                                         const SigningKey& publisher, Instant now)
{
    institution::InstitutionRecord record;
    record.issuer.did = std::string("did:web:") + host;
    record.issuer.host = host;
    record.issuer.name = {{"en", "Practice institution"}, {"fr", "Établissement d’exercice"}};
    record.issuer.sites = {{1, {{"en", "Practice community"}, {"fr", "Communauté d’exercice"}}}};
    record.verify_host = host;
    record.root = root.public_key();
    record.desk = desk.public_key();
    record.desk_name = "desk-1";
    record.desk_until = now + 366 * day;
    record.publisher = publisher.public_key();
    record.publisher_name = "publisher-1";
    record.made = now - day;
    record.specimen = true;
    return record;
}

// The desk's answer to the request of the kiosk that practises.
Result<std::string> answer(std::string_view request_text, const std::string& assets,
                           station::Surroundings around)
{
    const auto root = SigningKey::generate(around.random);
    const auto desk = SigningKey::generate(around.random);
    const auto publisher = SigningKey::generate(around.random);
    const Instant now = around.clock.now();
    const auto record = record_of(root, desk, publisher, now);
    const auto request = TRY(institution::read_request(request_text));
    const auto frameworks = TRY(read_frameworks(assets, around.disk));
    const auto bytes = TRY(around.disk.read(assets + programme_file, catalogue::programme_file_most));
    const std::string text(text_of(bytes));
    const auto programme = TRY(catalogue::read_programme(text));
    institution::Delegation delegation;
    std::vector<std::string> templates;
    for (const auto& language : programme.languages) {
        templates.push_back(TRY(catalogue::compile_template(programme, record.issuer, frameworks, language)));
        const auto form = TRY(credential::Template::read(templates.back()));
        delegation.templates.push_back(form.id());
    }
    delegation.number = 1;
    delegation.kiosk = "play";
    delegation.kiosk_key = request.kiosk_key;
    delegation.transport_key = request.transport_key;
    delegation.site = 1;
    delegation.programmes = {sha256(view(text))};
    delegation.count = certificates;
    delegation.from = now - day;
    delegation.until = now + 365 * day;
    for (std::uint32_t index = 0; index < certificates; ++index)
        delegation.status_indexes.push_back(1 + index * 37);
    delegation.facilitators = request.facilitators;
    delegation.protection_class = request.protection_class;
    delegation.specimen = true;
    const auto signed_delegation =
        institution::sign_statement(institution::delegation_kind, institution::to_json(delegation), desk);
    return institution::write_pack(institution::sign_record(record, root), signed_delegation, templates,
                                   {text});
}

station::NewLearner made_up(const char* name)
{
    station::NewLearner learner;
    learner.name = name;
    learner.language = "en";
    learner.consent.words_shown = "Practice. Nobody is asked and nothing is kept.";
    learner.consent.language = "en";
    learner.consent.keep_record = true;
    return learner;
}

// A group in the middle of its day, so that there is something to sign and something to finish.
Result<> people_it(station::Station& site)
{
    const auto offers = site.programmes();
    if (offers.empty()) return corrupt("the practice site offers no programme");
    const auto session = TRY(site.begin_session(offers.front().id, 0, assessor));
    for (std::size_t place = 0; place < std::size(learners); ++place) {
        const auto id = TRY(site.register_learner(made_up(learners[place]), assessor));
        TRY(site.seat(session, id, true));
        TRY(site.set_attendance(session, id, station::Attendance::here));
        const auto& outcomes = offers.front().programme->outcomes;
        for (std::size_t outcome = 0; outcome < outcomes.size() && outcome < levels_begun[place]; ++outcome) {
            const auto most = static_cast<std::uint32_t>(outcomes[outcome].levels.size());
            const auto required = static_cast<std::uint32_t>(outcomes[outcome].required_level);
            const auto level = std::min(most, std::max(1U, required));
            TRY(site.mark(session, id, outcome, level, assessor));
        }
    }
    return {};
}

} // namespace

Result<std::unique_ptr<station::Station>>
make_practice_site(const std::string& folder, const std::string& assets, station::Surroundings around)
{
    TRY(around.disk.make_folder(folder));
    TRY(clear(folder, around.disk));
    station::NewStation kiosk;
    kiosk.words = words;
    kiosk.facilitators = {{"Juniper Sample", "assessor", practice_pin},
                          {"Tamarack Sample", "witness", practice_pin}};
    // Stretching the words for long would guard nothing.
    kiosk.hardness = station::Hardness::tests_only;
    auto enrolled = TRY(station::Station::enrol(folder, kiosk, around));
    enrolled.codes.wipe_all();
    const auto pack = TRY(answer(enrolled.request, assets, around));
    TRY(station::Station::install(folder, pack, words, around));
    auto site = TRY(station::Station::open(folder, around));
    TRY(site->unlock(words));
    TRY(people_it(*site));
    return site;
}

} // namespace northseal::kiosk
