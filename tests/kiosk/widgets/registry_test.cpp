#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"
#include "kiosk/widgets/message.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/widgets/registry")
{
    TEST_CASE("a line of JSON tells where each target is and what it says")
    {
        Stage stage;
        stage.frame([&] {
            button(stage.ui(), "issue", {100, 200, 240, 64}, {.label = "Délivrer"});
            button(stage.ui(), "sign", {400, 200, 240, 64},
                   {.label = "Sign", .enabled = false, .why_not = "Not yet."});
            return 0;
        });
        const std::string line = stage.seen().to_json_line();
        CHECK(line.find('\n') == std::string::npos);
        const auto read = nlohmann::json::parse(line);
        CHECK(read["targets"][0]["id"] == "issue");
        CHECK(read["targets"][0]["label"] == "Délivrer");
        CHECK(read["targets"][0]["x"] == 100);
        CHECK(read["targets"][0]["height"] == 64);
        CHECK(read["targets"][1]["enabled"] == false);
        CHECK(read["targets"][1]["why_not"] == "Not yet.");
        CHECK(read["texts"][0]["text"] == "Délivrer");
    }

    TEST_CASE("what a dialog covers is not told")
    {
        Stage stage;
        stage.frame([&] {
            button(stage.ui(), "below", {100, 200, 240, 64}, {.label = "Below"});
            return dialog(stage.ui(), {"Leave?", "Nothing is lost.", "Stay", "Leave", false});
        });
        const auto read = nlohmann::json::parse(stage.seen().to_json_line());
        REQUIRE(read["targets"].size() == 2);
        CHECK(read["targets"][0]["id"] == "dialog/act");
    }

    TEST_CASE("two targets of one name are a mistake of ours")
    {
        Stage stage;
        stage.frame([&] {
            button(stage.ui(), "go", {0, 0, 200, 64}, {.label = "Go"});
            return button(stage.ui(), "go", {0, 100, 200, 64}, {.label = "Go"});
        });
        CHECK(stage.faults() == std::vector<std::string>{"two targets have one name: go"});
    }
}
