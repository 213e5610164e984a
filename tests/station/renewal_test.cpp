#include <doctest/doctest.h>

#include "storage/credential/verdict.h"
#include "storage/institution/institution.h"
#include "storage/institution/publish.h"
#include "storage/institution/trust_folder.h"
#include "tests/institution/desk.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"
#include "tests/support/shared.h"

using namespace northseal;
using station::DelegationWarning;
using station::Station;

namespace {

constexpr Instant day = 86400;

using test::must;

// A real desk with its folder and a kiosk that it delegated to, on one clock.
struct Pair {
    test::Scratch scratch;
    FixedClock clock{test::demo_day};
    SeededRandom random;
    RealDisk disk;
    catalogue::Frameworks frameworks = test::all_frameworks();
    SecretBytes passphrase = SecretBytes::copy_of(view("river stone kettle lantern"));
    institution::WordList list = must(institution::WordList::read(
        test::read_file(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words/passphrase.txt")));
    institution::Institution office;
    SigningKey desk, publisher;
    std::string folder = scratch.path("kiosk");
    std::string request;
    std::string kiosk;
    std::unique_ptr<Station> site;

    explicit Pair(std::uint32_t count = 4, int days = 90, std::uint64_t seed = 11)
        : random(seed),
          office(must(institution::Institution::create(scratch.path("office"), wish(), passphrase,
                                                       {clock, random, disk}, institution::Hardness::fast))),
          desk(must(office.open_key(institution::KeyName::desk, passphrase))),
          publisher(must(office.open_key(institution::KeyName::publisher, passphrase)))
    {
        must(office.add_programme(test::offered_programme(), frameworks, desk));
        request = must(Station::enrol(folder, test::demo_people(), around())).request;
        const auto made = delegate(count, days);
        kiosk = made.delegation.kiosk;
        must(Station::install(folder, made.pack, test::demo_words, around()));
        reopen();
    }
    static institution::NewInstitution wish()
    {
        institution::NewInstitution out;
        out.host = "demo.northseal.invalid";
        out.name = {{"en", "Demonstration"}, {"fr", "Démonstration"}};
        out.sites = {{{"en", "First site"}, {"fr", "Premier site"}}};
        out.demo = true;
        return out;
    }
    station::Surroundings around() { return {clock, random, disk, &frameworks}; }
    institution::Delegated delegate(std::uint32_t count, int days)
    {
        institution::NewDelegation wanted;
        wanted.request = request;
        wanted.site = 1;
        wanted.count = count;
        wanted.until = end_of_day(days);
        return must(office.delegate(wanted, desk));
    }
    void reopen()
    {
        site.reset();
        site = must(Station::open(folder, around()));
        must(site->unlock(test::demo_words));
    }
    Instant end_of_day(int days) const { return (clock.now() / day + days) * day + day - 1; }
    std::string say(int days, std::uint32_t count = 0)
    {
        std::string out;
        const auto message = must(office.renew({kiosk, end_of_day(days), count}, desk));
        for (const auto& word : institution::say_in_words(message, list)) out += word + " ";
        return out;
    }
    Result<> hear(const std::string& words) { return site->renew(words, list, {1}); }
    station::AssessmentId ready()
    {
        const auto learner = must(site->register_learner(test::learner_named("Ada Northwater"), {1}));
        const auto id = must(site->begin_assessment(learner, "northern-mathematics", "en", {1}));
        auto draft = *must(site->assessment(id));
        for (auto& level : draft.levels) level = 3;
        must(site->save_draft(draft));
        REQUIRE(must(site->sign_off(id, {1}, test::assessor_pin)).answer == station::PinAnswer::accepted);
        return id;
    }
    std::string issue() { return (*must(site->issued(must(site->issue(ready(), {1}))))).slip_url; }
    credential::Verdict verdict(const std::string& slip)
    {
        must(institution::publish(office, scratch.path("trust"), publisher));
        const auto trust = must(institution::TrustFolder::open(scratch.path("trust"), disk));
        return credential::verify_slip(slip, *trust, {clock.now()}).verdict;
    }
    DelegationWarning warning() { return must(site->delegation_notice()).warning; }
};

std::string why(const Result<>& result)
{
    return result.ok() ? "accepted" : result.error().detail;
}

} // namespace

TEST_SUITE("storage/station/renewal")
{
    TEST_CASE("past its end, eighteen words let a kiosk issue again, and the institution stands by it")
    {
        Pair pair;
        const auto first = pair.issue();
        pair.clock.advance(95 * day);
        const auto id = pair.ready();
        CHECK_FALSE(pair.site->issue(id, {1}).ok());
        CHECK(pair.warning() == DelegationWarning::ended);
        const auto words = pair.say(200);
        REQUIRE(why(pair.hear(words)) == "accepted");
        const auto issued = must(pair.site->issue(id, {1}));
        const auto slip = (*must(pair.site->issued(issued))).slip_url;
        must(pair.office.receive(first));
        must(pair.office.receive(slip));
        CHECK(pair.verdict(first) == credential::Verdict::specimen);
        CHECK(pair.verdict(slip) == credential::Verdict::specimen);
        CHECK(pair.warning() == DelegationWarning::none);
        must(pair.site->check_log());
        pair.reopen();
        CHECK(pair.site->facts().delegation_until == must(pair.site->delegation_notice()).until);
        CHECK(must(pair.site->delegation_notice()).until > pair.clock.now() + 199 * day);
    }

    TEST_CASE("words raise the count out of the numbers that the kiosk holds already, and no further")
    {
        Pair pair(4);
        for (int i = 0; i < 4; ++i) must(pair.office.receive(pair.issue()));
        CHECK(pair.warning() == DelegationWarning::used_up);
        const auto fifth = pair.ready();
        CHECK(pair.site->issue(fifth, {1}).error().fault == Fault::full);
        CHECK_FALSE(pair.office.renew({pair.kiosk, pair.end_of_day(90), 7}, pair.desk).ok());
        REQUIRE(why(pair.hear(pair.say(90, 6))) == "accepted");
        const auto issued = must(pair.site->issue(fifth, {1}));
        must(pair.office.receive((*must(pair.site->issued(issued))).slip_url));
        const auto sixth = pair.issue();
        must(pair.office.receive(sixth));
        CHECK(pair.verdict(sixth) == credential::Verdict::specimen);
        CHECK_FALSE(pair.site->issue(pair.ready(), {1}).ok());
        must(pair.site->check_log());
    }

    TEST_CASE("asked for the same again, the desk says the same words, and the kiosk takes them once")
    {
        Pair pair;
        const auto words = pair.say(200);
        CHECK(pair.say(200) == words);
        REQUIRE(why(pair.hear(words)) == "accepted");
        const auto size = must(pair.site->counts()).waiting_to_sync;
        CHECK(why(pair.hear(words)) == "accepted");
        CHECK(must(pair.site->counts()).waiting_to_sync == size);
        const auto later = pair.say(250);
        REQUIRE(why(pair.hear(later)) == "accepted");
        CHECK(why(pair.hear(words)).find("used before") != std::string::npos);
    }

    TEST_CASE("words for another kiosk, of a stranger's desk or of an earlier delegation renew nothing")
    {
        Pair pair, other(4, 90, 12);
        CHECK(why(pair.hear(other.say(200))).find("not for this kiosk") != std::string::npos);
        const auto words = pair.say(200);
        must(pair.site->install(pair.delegate(4, 120).pack));
        CHECK(why(pair.hear(words)).find("number 2") != std::string::npos);
        CHECK(pair.site->facts().delegation_until < pair.clock.now() + 121 * day);
    }

    TEST_CASE("a kiosk that was closed, a kiosk that is not ours and an end that takes away get no words")
    {
        Pair pair;
        CHECK_FALSE(pair.office.renew({"zzzz", pair.end_of_day(100), 0}, pair.desk).ok());
        CHECK_FALSE(pair.office.renew({pair.kiosk, pair.end_of_day(80), 0}, pair.desk).ok());
        CHECK_FALSE(pair.office.renew({pair.kiosk, pair.end_of_day(500), 0}, pair.desk).ok());
        CHECK_FALSE(pair.office.renew({pair.kiosk, pair.end_of_day(100) - 60, 0}, pair.desk).ok());
        CHECK_FALSE(pair.office.renew({pair.kiosk, pair.end_of_day(100), 3}, pair.desk).ok());
        must(pair.office.close(pair.kiosk, false));
        CHECK_FALSE(pair.office.renew({pair.kiosk, pair.end_of_day(100), 0}, pair.desk).ok());
    }

    TEST_CASE(
        "what the desk renewed it knows again when its folder is opened anew, and a changed file is refused")
    {
        Pair pair;
        const auto until = pair.end_of_day(200);
        pair.say(200, 5);
        {
            const auto again = must(institution::Institution::open(pair.scratch.path("office"),
                                                                   {pair.clock, pair.random, pair.disk}));
            CHECK(again.delegations().back().until == until);
            CHECK(again.delegations().back().count == 5);
            CHECK(again.kiosks().back().until == until);
        }
        const auto path = pair.scratch.path("office") + "/renewals/000001-001.json";
        auto text = test::read_file(path);
        const auto at = text.find("\"count\":5");
        REQUIRE(at != std::string::npos);
        text[at + 8] = '6';
        must(pair.disk.write_durably(path, view(text)));
        CHECK_FALSE(
            institution::Institution::open(pair.scratch.path("office"), {pair.clock, pair.random, pair.disk})
                .ok());
    }

    TEST_CASE("a renewal whose row was changed is found by the check of the log")
    {
        Pair pair;
        REQUIRE(why(pair.hear(pair.say(200))) == "accepted");
        must(pair.site->check_log());
        auto& ledger = *station::StationProbe::parts(*pair.site).ledger;
        must(ledger.delegations().renew({1, 1, 2, pair.end_of_day(900), 6}));
        CHECK_FALSE(pair.site->check_log().ok());
    }

    TEST_CASE("the kiosk warns at 60 and at 14 days, and when four fifths are issued")
    {
        Pair pair(5, 90);
        CHECK(pair.warning() == DelegationWarning::none);
        pair.clock.advance(29 * day);
        CHECK(pair.warning() == DelegationWarning::none);
        pair.clock.advance(2 * day);
        CHECK(pair.warning() == DelegationWarning::ends_soon);
        CHECK(must(pair.site->delegation_notice()).days == 60);
        for (int i = 0; i < 3; ++i) pair.issue();
        CHECK(pair.warning() == DelegationWarning::ends_soon);
        pair.issue();
        CHECK(pair.warning() == DelegationWarning::few_left);
        CHECK(must(pair.site->delegation_notice()).left == 1);
        pair.clock.advance(46 * day);
        CHECK(pair.warning() == DelegationWarning::ends_very_soon);
        pair.issue();
        CHECK(pair.warning() == DelegationWarning::used_up);
        pair.clock.advance(20 * day);
        CHECK(pair.warning() == DelegationWarning::ended);
    }
}
