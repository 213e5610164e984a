#include "tests/support/demo_site.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/catalogue/compile.h"
#include "storage/credential/template.h"
#include "tests/support/shared.h"

namespace northseal::test {
namespace {

// A fixture that cannot be made is no test's failure but everybody's; and benches and children of tests use
// this too, where no test is running that could report it.
[[noreturn]] void give_up(const std::string& why)
{
    std::fprintf(stderr, "the demonstration site cannot be made: %s\n", why.c_str());
    std::abort();
}

void need(bool ok, const std::string& what)
{
    if (!ok) give_up(what);
}

template<class T>
T must(Result<T> result)
{
    if (!result.ok()) give_up(result.error().detail);
    return std::move(result).value();
}

std::string source_text(const std::string& name)
{
    auto text = read_file(std::string(NORTHSEAL_SOURCE_DIR) + "/" + name);
    need(!text.empty(), name);
    return text;
}

} // namespace

std::string demo_programme()
{
    return source_text("tests/catalogue/reference.toml");
}

DemoDesk::DemoDesk(std::uint64_t seed, bool shipped_programme)
    : m_random(seed), m_root(SigningKey::generate(m_random)), m_desk(SigningKey::generate(m_random)),
      m_publisher(SigningKey::generate(m_random))
{
    const std::vector<std::string> of_reference = {"tests/catalogue/frameworks/esco.toml",
                                                   "tests/catalogue/frameworks/taxonomy.toml"};
    const std::vector<std::string> shipped = {
        "assets/frameworks/esco.toml", "assets/frameworks/noc-2021.toml", "assets/frameworks/sct.toml"};
    for (const auto& name : shipped_programme ? shipped : of_reference)
        must(m_frameworks.add(source_text(name)));
}

std::string DemoDesk::answer(std::string_view request_text, const DeskOptions& options) const
{
    const auto request = must(institution::read_request(request_text));
    institution::InstitutionRecord record;
    record.issuer.did = "did:web:" + options.host;
    record.issuer.host = options.host;
    record.issuer.name = {{"en", "Northseal demonstration institution"},
                          {"fr", "Établissement de démonstration Northseal"}};
    record.issuer.sites = {{1, {{"en", "First site"}, {"fr", "Premier site"}}},
                           {2, {{"en", "Second site"}, {"fr", "Second site, rive nord"}}}};
    record.verify_host = options.host;
    record.root = m_root.public_key();
    record.desk = m_desk.public_key();
    record.desk_name = "desk-2026";
    record.desk_until = demo_day + 366 * 86400;
    record.publisher = m_publisher.public_key();
    record.publisher_name = "publisher-1";
    record.made = demo_day - 2 * 86400;
    record.specimen = options.specimen;

    auto programme_text = options.shipped_programme
                              ? source_text("assets/programmes/northern-mathematics.toml")
                              : demo_programme();
    if (options.witness_required) {
        const std::string none = "witness_required = false\n"; // the shipped one says so itself
        if (const auto said = programme_text.find(none); said != std::string::npos)
            programme_text.erase(said, none.size());
        const auto at = programme_text.find("sharing = ");
        need(at != std::string::npos, "the programme's sharing line");
        programme_text.insert(at, "witness_required = true\n");
    }
    const auto programme = must(catalogue::read_programme(programme_text));
    need(programme.witness_required == options.witness_required, "the programme's witness");
    institution::Delegation delegation;
    std::vector<std::string> templates;
    for (const auto& language : programme.languages) {
        templates.push_back(
            must(catalogue::compile_template(programme, record.issuer, m_frameworks, language)));
        delegation.templates.push_back(must(credential::Template::read(templates.back())).id());
    }
    delegation.number = options.number;
    delegation.kiosk = options.kiosk;
    delegation.kiosk_key = request.kiosk_key;
    delegation.transport_key = request.transport_key;
    delegation.site = 1;
    delegation.programmes = {sha256(view(programme_text))};
    delegation.count = options.count;
    delegation.from = options.from;
    delegation.until = options.until;
    for (std::uint32_t i = 0; i < options.count; ++i) {
        delegation.status_indexes.push_back(options.first_index + i * 37);
    }
    if (options.certify_everybody) delegation.facilitators = request.facilitators;
    delegation.protection_class = request.protection_class;
    delegation.specimen = options.specimen;
    const auto signed_delegation =
        institution::sign_statement(institution::delegation_kind, institution::to_json(delegation), m_desk);
    return institution::write_pack(institution::sign_record(record, m_root), signed_delegation, templates,
                                   {programme_text});
}

std::string DemoDesk::say_renewal(std::string_view request, const DeskOptions& options,
                                  const institution::RenewalTerms& terms) const
{
    const auto list = must(institution::WordList::read(source_text("assets/words/passphrase.txt")));
    const auto kiosk = must(institution::read_request(request)).kiosk_key;
    const institution::RenewedDelegation of{"did:web:" + options.host, options.kiosk, options.number};
    const auto mark = must(institution::renewal_mac(of, terms, m_desk, kiosk));
    std::string out;
    for (const auto& word : institution::say_in_words(institution::pack_renewal({terms, mark}), list)) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

station::NewStation demo_people()
{
    return {demo_words,
            {{assessor_name, "assessor", assessor_pin}, {witness_name, "witness", witness_pin}},
            station::Hardness::tests_only,
            std::nullopt};
}

station::NewLearner learner_named(const std::string& name, const std::string& number)
{
    station::NewLearner learner;
    learner.name = name;
    learner.number = number;
    learner.language = "en";
    learner.consent.words_shown = "We keep your name and your results so that you can prove them later.";
    learner.consent.language = "en";
    learner.consent.keep_record = true;
    return learner;
}

DemoSite::DemoSite(std::string folder_, const DeskOptions& options, std::uint64_t seed, Guard guard_)
    : folder(std::move(folder_)), guard(std::move(guard_)), random(seed), desk(7, options.shipped_programme)
{
    auto people = demo_people();
    people.protection = guard.protection;
    auto enrolled = must(station::Station::enrol(folder, people, around()));
    request = std::move(enrolled.request);
    codes = std::move(enrolled.codes);
    reopen();
    unlock();
    must(site->install(desk.answer(request, options)));
    reopen();
    unlock();
}

void DemoSite::reopen()
{
    site.reset();
    site = must(station::Station::open(folder, around()));
}

void DemoSite::unlock()
{
    if (!guard.token.empty()) return static_cast<void>(must(site->unlock_with_token(guard.token)));
    if (!guard.tpm.empty())
        return need(must(site->unlock_with_pin(assessor, assessor_pin)).answer ==
                        station::PinAnswer::accepted,
                    "the PIN that opens the kiosk");
    must(site->unlock(demo_words));
}

station::Surroundings DemoSite::around()
{
    station::Surroundings out{clock, random, disk, &desk.frameworks()};
    if (!guard.tpm.empty()) out.tpm = guard.tpm;
    return out;
}

station::AssessmentId DemoSite::draft_for(station::LearnerId learner, const std::string& language)
{
    const auto id = must(site->begin_assessment(learner, "northern-mathematics", language, assessor));
    auto draft = *must(site->assessment(id));
    for (auto& level : draft.levels) level = 3;
    must(site->save_draft(draft));
    return id;
}

station::AssessmentId DemoSite::ready_for(station::LearnerId learner, const std::string& language)
{
    const auto id = draft_for(learner, language);
    need(must(site->sign_off(id, assessor, assessor_pin)).answer == station::PinAnswer::accepted,
         "the assessor\'s PIN");
    return id;
}

station::IssuedId DemoSite::issue_to(const std::string& name, const std::string& language)
{
    const auto learner = must(site->register_learner(learner_named(name), assessor));
    return must(site->issue(ready_for(learner, language), assessor));
}

} // namespace northseal::test
