#include <doctest/doctest.h>

#include "kiosk/widgets/frame.h"
#include "kiosk/widgets/paint.h"
#include "tests/kiosk/support/component_sheets.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/widgets/layout")
{
    TEST_CASE("every component is whole, large enough and named, in each scheme")
    {
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::contrast}) {
            for (const Sheet& sheet : component_sheets()) {
                Stage stage({sheet.width, sheet.height, {scheme, TextSize::normal, 1}});
                const auto draw = [&] {
                    sheet.draw(stage.ui());
                    return 0;
                };
                stage.frame(draw);
                for (const std::string& fault : stage.faults()) FAIL_CHECK(sheet.name << ": " << fault);
            }
        }
    }

    TEST_CASE("what grows with the text stays whole at every text size")
    {
        for (const TextSize size : {TextSize::large, TextSize::largest}) {
            for (const Sheet& sheet : component_sheets()) {
                if (!sheet.grows) continue;
                Stage stage({sheet.width, sheet.height, {Scheme::light, size, 1}});
                const auto draw = [&] {
                    sheet.draw(stage.ui());
                    return 0;
                };
                stage.frame(draw);
                for (const std::string& fault : stage.faults()) FAIL_CHECK(sheet.name << ": " << fault);
            }
        }
    }

    TEST_CASE("the page stands beside the rail as the look has it")
    {
        Stage stage;
        stage.frame([] { return 0; });
        CHECK(place_body(stage.ui()) == Box{144, 120, 1104, 648});
        CHECK(task_body(stage.ui()) == Box{32, 112, 1216, 568});
    }

    TEST_CASE("on a narrow screen the rail lies at the foot")
    {
        Stage stage({800, 1280, {}});
        const auto draw = [&] {
            return rail(stage.ui(), {.items = {{"home", Icon::home, "Home", 0, true},
                                               {"issued", Icon::certificate, "Issued"}},
                                     .foot = RailItem{"lock", Icon::lock, "Lock"}});
        };
        stage.frame(draw);
        CHECK(stage.seen().find("home")->box.y > 1170);
        CHECK(stage.tap("lock", draw) == "lock");
    }

    TEST_CASE("on a low screen every place of the rail is still there and tappable")
    {
        Stage stage({1294, 758, {}});
        const auto draw = [&] {
            return rail(stage.ui(), {.items = {{"a", Icon::home, "Home", 0, true},
                                               {"b", Icon::calendar, "Sessions"},
                                               {"c", Icon::users, "Learners"},
                                               {"d", Icon::certificate, "Issued"},
                                               {"e", Icon::refresh, "Sharing"}},
                                     .foot = RailItem{"lock", Icon::lock, "Lock"}});
        };
        for (const char* id : {"a", "b", "c", "d", "e", "lock"}) CHECK(stage.tap(id, draw) == id);
        CHECK(stage.faults().empty());
    }

    TEST_CASE("a practice site moves the page below its band")
    {
        Stage stage;
        Box body;
        stage.frame([&] {
            practice_band(stage.ui(), "Practice", "No name here is real.", "Leave practice");
            body = place_body(stage.ui());
            practice_frame(stage.ui());
            return 0;
        });
        CHECK(body == Box{144, 192, 1104, 576});
        CHECK(stage.faults().empty());
    }

    TEST_CASE("a code is drawn as black and white alone, on whole pixels")
    {
        Stage stage({200, 200, {}});
        const std::vector<bool> modules{true, false, true, false, true, false, true, true, false};
        stage.frame([&] {
            fill(stage.ui(), {0, 0, 200, 200}, 0xFFFFFFFFU);
            qr_code(stage.ui(), {0, 0, 200, 200}, modules, 3);
            return 0;
        });
        const auto painted = stage.paint();
        int black = 0;
        bool grey = false;
        for (std::size_t at = 0; at < painted.rgba.size(); at += 4) {
            const int value = painted.rgba[at];
            grey = grey || (value != 0 && value != 255);
            if (value == 0) ++black;
        }
        CHECK_FALSE(grey);
        CHECK(black == 5 * 18 * 18); // eleven modules across 200 px: 18 each
    }
}
