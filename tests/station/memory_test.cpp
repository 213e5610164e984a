// A program of its own: what is looked for must not stand in the memory of other tests.

#include <doctest/doctest.h>
#include <malloc.h>

#include "storage/base/text.h"
#include "tests/support/demo_site.h"
#include "tests/support/memory_search.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

// A family name as nothing else in this program holds it: "Wumpelsteinicz", each letter one further.
std::string family_name()
{
    std::string out = "Xvnqfmtufjojda";
    for (auto& letter : out) --letter;
    return out;
}

// As it was typed, and as the search index holds it: code points of the search form.
std::vector<test::Masked> forms_of(const std::string& name)
{
    auto form = to_search_form(name);
    Bytes wide;
    for (const char letter : form) {
        for (const auto byte :
             {static_cast<std::uint8_t>(letter), std::uint8_t{0}, std::uint8_t{0}, std::uint8_t{0}})
            wide.push_back(byte);
    }
    std::vector<test::Masked> out{test::masked("name", view(name)), test::masked("search form", view(form)),
                                  test::masked("wide form", wide)};
    wipe(form);
    wipe(wide);
    return out;
}

} // namespace

TEST_SUITE("storage/station/memory")
{
    TEST_CASE("once the kiosk locks, no learner's name is left anywhere in the memory of the process")
    {
        ::mallopt(M_PERTURB, 0x5a); // as harden_process does
        test::Scratch scratch;
        test::DemoSite kiosk(scratch.path("site"));
        std::vector<test::Masked> needles;
        {
            auto name = family_name();
            needles = forms_of(name);
            for (const auto* given : {"Ada ", "Rose ", "Elijah ", "Nora "}) {
                auto learner = test::learner_named(given + name);
                REQUIRE(kiosk.site->register_learner(learner, kiosk.assessor).ok());
                wipe(learner.name);
            }
            kiosk.issue_to("Frank " + name);
            REQUIRE(kiosk.site->find_learners(name, 10).value().size() == 5);
            REQUIRE(kiosk.site->likely_duplicates("Ada " + name).ok());
            wipe(name);
        }
        const auto open = test::found_in_memory(needles); // the search finds what is there
        CHECK(std::any_of(open.begin(), open.end(),
                          [](const auto& each) { return each.starts_with("wide form"); }));
        kiosk.site->lock();
        const auto left = test::found_in_memory(needles);
        for (const auto& each : left) MESSAGE(each);
        CHECK(left.empty());
        // Unlocked again they come back from what lies sealed.
        kiosk.unlock();
        auto name = family_name();
        CHECK(kiosk.site->find_learners(name, 10).value().size() == 5);
        wipe(name);
    }
}
