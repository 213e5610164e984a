// Every screen in every state, at every size, theme, text size and in both languages.

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <set>

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
    TEST_CASE("at every size, theme, text size and in both languages each page keeps every law of layout")
    {
        for (const Setting& setting : all_settings()) CHECK(faults_of(setting) == "");
    }
}
