// Every screen in every state, at every size, theme, text size and in both languages.

#include <doctest/doctest.h>

#include <set>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"
#include "tests/kiosk/screens/scenes/easel.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

std::string where(const Album& album, const Setting& setting)
{
    const std::string hero = album.hero() == Hero::usual ? "" : std::string(" for ") + album.hero_name();
    return album.language() + " " + setting.name() + hero;
}

// Scrolled to the end: the laws alone, since the one thing to do may be above.
std::string scrolled_faults_of(const Setting& setting)
{
    std::string out;
    Easel easel(setting);
    for (const Album* album : whole_albums()) {
        for (const test::Scene& scene : album->scenes()) {
            const Stage* stage = easel.draw_scrolled(scene, album->language());
            if (stage == nullptr) continue;
            auto all = stage->faults();
            for (const ScrolledView& view : stage->seen().scrolled()) {
                const bool in_sight = !view.sideways && !view.view.empty();
                if (in_sight && view.ends_at > view.view.bottom() + 1)
                    all.push_back("a list does not move to its end");
            }
            for (const std::string& fault : all)
                out += scene.name + ", scrolled (" + where(*album, setting) + "): " + fault + "\n";
        }
    }
    return out;
}

std::string faults_of(const Setting& setting)
{
    std::string out;
    Easel easel(setting);
    for (const Album* album : whole_albums()) {
        for (const test::Scene& scene : album->scenes()) {
            for (const std::string& fault : faults(scene, easel.draw(scene, album->language())))
                out += scene.name + " (" + where(*album, setting) + "): " + fault + "\n";
        }
    }
    return out;
}

} // namespace

namespace {

struct PutsAlbumsAway final : doctest::IReporter {
    explicit PutsAlbumsAway(const doctest::ContextOptions&) {}
    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats&) override { put_albums_away(); }
    void test_case_start(const doctest::TestCaseData&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_LISTENER("albums", 1, PutsAlbumsAway);

} // namespace

TEST_SUITE("kiosk/screens/layout")
{
    TEST_CASE("every screen of the kiosk is in the album, and on the page of all screens")
    {
        for (const char* language : {"en", "fr"}) {
            std::set<std::string> laid_out;
            std::set<std::string> on_page;
            for (const test::Scene& scene : whole_album(language).scenes()) {
                laid_out.insert(screen_name(scene.state.screen));
                if (!scene.caption.empty()) on_page.insert(screen_name(scene.state.screen));
            }
            for (std::size_t index = 0; index < screen_count; ++index) {
                const std::string name = screen_name(static_cast<Screen>(index));
                CAPTURE(name);
                CHECK(laid_out.count(name) == 1);
                CHECK(on_page.count(name) == 1);
            }
        }
    }
    TEST_CASE("a page that does not say what to do next, or says two things, is found")
    {
        const Album& album = whole_album("en");
        const auto found = [&](const char* state_of, const char* drawn, const char* what) {
            Easel easel({panels[0], {}});
            const Stage& stage = easel.draw(album.scene(drawn), "en");
            std::string all;
            for (const std::string& fault : faults(album.scene(state_of), stage)) all += fault + "\n";
            return all.find(what) != std::string::npos;
        };
        CHECK(found("home", "learners", "nothing says what to do next"));
        CHECK_FALSE(found("home", "home", "what to do next"));
        Stage stage;
        stage.frame([&] {
            page_ground(stage.ui());
            button(stage.ui(), "one", {60, 120, 130, 64}, {.label = "One"});
            button(stage.ui(), "two", {60, 220, 130, 64}, {.label = "Two"});
            return 0;
        });
        const auto all = faults(album.scene("home"), stage);
        REQUIRE(all.size() == 1);
        CHECK(all.front() == "more than one filled button: one two");
    }
    TEST_CASE("at every size, theme, text size and in both languages each page keeps every law of layout")
    {
        for (const Setting& setting : all_settings()) CHECK(faults_of(setting) == "");
    }
    TEST_CASE("scrolled to the end, too")
    {
        for (const Setting& setting : all_settings()) CHECK(scrolled_faults_of(setting) == "");
    }
}
