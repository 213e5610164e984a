#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

struct Shown {
    test::Scratch scratch;
    test::DemoSite demo{scratch.path("site")};
    station::LearnerId learner = demo.site->register_learner(test::learner_named("Ada"), {1}).value();
    station::AssessmentId id = demo.draft_for(learner);
    station::Station& site() { return *demo.site; }
    station::Assessment now() { return *site().assessment(id).value(); }
};

Bytes photo(std::uint8_t first, std::size_t size = 5000)
{
    Bytes out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(i * 31 + first);
    return out;
}

} // namespace

TEST_SUITE("storage/station/evidence")
{
    TEST_CASE("a file is kept, survives a restart, and its digest stands on the credential")
    {
        Shown shown;
        const auto first = shown.site().add_evidence(shown.id, photo(1));
        const auto second = shown.site().add_evidence(shown.id, photo(2));
        REQUIRE(first.ok());
        REQUIRE(second.ok());
        shown.demo.reopen();
        shown.demo.unlock();
        REQUIRE(shown.now().evidence.size() == 2);
        CHECK(shown.now().evidence[0] < shown.now().evidence[1]);
        CHECK(shown.site().evidence(shown.id, first.value()).value() == photo(1));
        // A draft that is saved keeps them.
        auto draft = shown.now();
        draft.notes[0] = "Laid out a stair.";
        REQUIRE(shown.site().save_draft(draft).ok());
        REQUIRE(shown.site().sign_off(shown.id, {1}, test::assessor_pin).ok());
        CHECK_FALSE(shown.site().add_evidence(shown.id, photo(3)).ok());
        CHECK_FALSE(shown.site().remove_evidence(shown.id, first.value()).ok());
        const auto issued = shown.site().issue(shown.id, {1});
        REQUIRE(issued.ok());
        const auto credential = shown.site().issued(issued.value()).value();
        CHECK(credential->signed_credential.claims.evidence == shown.now().evidence);
        CHECK(credential->award.evidence_items == 2);
        CHECK(shown.site().check_log().ok());
    }

    TEST_CASE("how much room files take, and all else, is said by kind")
    {
        Shown shown;
        const auto before = shown.site().disk_use();
        REQUIRE(before.ok());
        CHECK(before.value().evidence == 0);
        CHECK(before.value().records > 50'000);
        REQUIRE(shown.site().add_evidence(shown.id, photo(1, 200'000)).ok());
        const auto after = shown.site().disk_use();
        REQUIRE(after.ok());
        CHECK(after.value().evidence >= 200'000);
        CHECK(after.value().evidence < 201'000);
        CHECK(after.value().records < before.value().records + 20'000);
    }

    TEST_CASE("the same file twice has two digests: nobody can find out by trying what was kept")
    {
        Shown shown;
        const auto once = shown.site().add_evidence(shown.id, photo(1)).value();
        const auto again = shown.site().add_evidence(shown.id, photo(1)).value();
        CHECK(once != again);
        const auto bare = sha256(photo(1));
        CHECK_FALSE(std::equal(once.begin(), once.end(), bare.begin()));
    }

    TEST_CASE("what is taken away is gone, and what is too much is refused")
    {
        Shown shown;
        const auto one = shown.site().add_evidence(shown.id, photo(1)).value();
        REQUIRE(shown.site().remove_evidence(shown.id, one).ok());
        CHECK(shown.now().evidence.empty());
        CHECK_FALSE(shown.site().evidence(shown.id, one).ok());
        CHECK_FALSE(shown.site().add_evidence(shown.id, {}).ok());
        CHECK_FALSE(shown.site().add_evidence(shown.id, photo(1, station::evidence_file_most + 1)).ok());
        for (std::uint8_t i = 0; i < 8; ++i) REQUIRE(shown.site().add_evidence(shown.id, photo(i)).ok());
        const auto ninth = shown.site().add_evidence(shown.id, photo(9));
        REQUIRE_FALSE(ninth.ok());
        CHECK(ninth.error().fault == Fault::full);
        CHECK(shown.now().evidence.size() == 8);
    }

    TEST_CASE("files go with the person who is erased")
    {
        Shown shown;
        const auto one = shown.site().add_evidence(shown.id, photo(1)).value();
        station::ErasureWish wish;
        wish.retention = station::Retention::person_agrees_to_less;
        REQUIRE(shown.site().request_erasure(shown.learner, wish, {1}).ok());
        REQUIRE(shown.site().erase_learner(shown.learner, {1}, test::assessor_pin).ok());
        CHECK_FALSE(shown.site().evidence(shown.id, one).ok());
        CHECK(shown.site().check_log().ok());
    }
}
