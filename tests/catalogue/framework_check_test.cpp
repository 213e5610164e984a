#include "storage/catalogue/framework_check.h"

#include <doctest/doctest.h>

#include "tests/catalogue/fixtures.h"

using namespace northseal;
using namespace northseal::catalogue;
using namespace northseal::test;

namespace {

// A programme that meets everything it must: the stack of the shapes, made real.
Programme whole()
{
    auto programme = read_fixture("tests/catalogue/shapes/stack.toml");
    programme.illustrative = false;
    programme.partners = {"Sample employer"};
    programme.alignments = {{"noc-2021", "carpenters"}};
    for (auto& competency : programme.competencies) competency.alignments = {{"sct", "numeracy"}};
    return programme;
}

FrameworkReport report(const Programme& programme)
{
    return check_framework(programme, read_frameworks("assets/frameworks"));
}

FrameworkFinding finding(const Programme& programme, const std::string& id)
{
    for (const auto& one : report(programme).findings) {
        if (one.id == id) return one;
    }
    FAIL("no finding " << id);
    return {};
}

// Broken in one criterion: that one says so, names the key to write, and decides alone.
void check_broken(const Programme& programme, const std::string& id, Met met, const std::string& names)
{
    const auto one = finding(programme, id);
    CHECK(one.met == met);
    CHECK_MESSAGE(one.sentence.find(names) != std::string::npos, one.sentence);
    for (const auto& other : report(programme).findings) {
        const bool is_endorsement = other.id == "F6"; // the fixture has none
        if (other.id != id && !is_endorsement) {
            CHECK_MESSAGE(other.met == Met::yes, other.id << ": " << other.sentence);
        }
    }
    CHECK(report(programme).conforms() == !(one.obligation == Obligation::will && met == Met::no));
}

} // namespace

TEST_SUITE("storage/catalogue/framework_check")
{
    TEST_CASE("ten findings stand in the framework's order, each with its obligation")
    {
        const auto found = report(whole()).findings;
        REQUIRE(found.size() == 10);
        std::string order;
        std::string required;
        for (const auto& one : found) {
            order += one.id + " ";
            if (one.obligation == Obligation::will) required += one.id + " ";
        }
        CHECK(order == "P1 P2 P3 P4 F1 F2 F3 F4 F5 F6 ");
        CHECK(required == "P1 P2 P3 F1 F2 F3 F4 ");
        CHECK(report(whole()).meets_all_it_must());
    }

    TEST_CASE("P1: without a word on the labour market a programme does not conform")
    {
        auto programme = whole();
        programme.relevance.reset();
        check_broken(programme, "P1", Met::no, "write relevance");
        programme = whole();
        programme.partners.clear();
        check_broken(programme, "P1", Met::partly, "partners");
        programme = whole();
        programme.alignments.clear();
        check_broken(programme, "P1", Met::partly, "[[alignment]]");
    }

    TEST_CASE("P2: a language in which no certificate can be signed breaks verifiability")
    {
        auto programme = whole();
        programme.languages.emplace_back("oj");
        check_broken(programme, "P2", Met::no, "certificate_words.oj");
    }

    TEST_CASE("P3: learners must be told what is theirs")
    {
        auto programme = whole();
        programme.ownership.reset();
        check_broken(programme, "P3", Met::no, "write ownership");
    }

    TEST_CASE("P4: a pathway is asked for where possible, so its absence does not refuse")
    {
        auto programme = whole();
        programme.pathways.clear();
        check_broken(programme, "P4", Met::no, "[[pathway]]");
    }

    TEST_CASE("F1: somebody must offer it")
    {
        auto programme = whole();
        programme.issuing_body.clear();
        check_broken(programme, "F1", Met::no, "issuing_body");
    }

    TEST_CASE("F2: competencies without an alignment are counted and named, and none at all is refused")
    {
        auto programme = whole();
        programme.competencies[0].alignments.clear();
        check_broken(programme, "F2", Met::partly, programme.competencies[0].id);
        CHECK(report(programme).aligned == 2);
        CHECK(report(programme).unaligned == 1);
        for (auto& competency : programme.competencies) competency.alignments.clear();
        check_broken(programme, "F2", Met::no, "common framework");
    }

    TEST_CASE("F2: an entry that nobody looked up is no alignment")
    {
        auto programme = whole();
        programme.competencies[0].alignments = {{"sct", "made-up"}};
        const auto one = finding(programme, "F2");
        CHECK(one.met == Met::no);
        CHECK(one.sentence.find("sct/made-up") != std::string::npos);
        CHECK_FALSE(report(programme).conforms());
    }

    TEST_CASE("F3: an outcome that rests on no competency is refused")
    {
        auto programme = whole();
        programme.outcomes[1].competencies.clear();
        check_broken(programme, "F3", Met::no, "Outcome second");
        programme = whole();
        programme.outcomes[1].competencies = {"s"};
        check_broken(programme, "F3", Met::partly, "\"attitude\"");
        programme = whole();
        programme.outcomes[0].statement.clear();
        check_broken(programme, "F3", Met::partly, "statement");
    }

    TEST_CASE("F4: where the lowest level meets the standard nothing is assessed")
    {
        auto programme = whole();
        programme.outcomes[0].required_level = 1;
        check_broken(programme, "F4", Met::no, "required_level");
    }

    TEST_CASE("F5: a transcript asks for code, hours and credits")
    {
        auto programme = whole();
        programme.credits.reset();
        check_broken(programme, "F5", Met::partly, "credits");
        programme.code.clear();
        programme.hours.clear();
        check_broken(programme, "F5", Met::no, "code, hours, credits");
    }

    TEST_CASE("F6: an endorsement that nobody signed is only partly one")
    {
        auto programme = whole();
        CHECK(finding(programme, "F6").met == Met::no);
        programme.endorsements.push_back({"Sample partner", {{"en", "a"}}, {{"en", "b"}}, false, "", ""});
        CHECK(finding(programme, "F6").met == Met::partly);
    }

    TEST_CASE("the northern mathematics programme conforms, and says that it is an illustration")
    {
        const auto programme = read_fixture("assets/programmes/northern-mathematics.toml");
        const auto found = report(programme);
        CHECK(found.conforms());
        CHECK_FALSE(found.meets_all_it_must());
        CHECK(found.aligned == 5);
        CHECK(found.unaligned == 4);
        CHECK(finding(programme, "P1").sentence.find("illustration") != std::string::npos);
    }

    TEST_CASE("the reference programme names no competency and so does not conform")
    {
        CHECK_FALSE(report(read_fixture("tests/catalogue/reference.toml")).conforms());
    }
}
