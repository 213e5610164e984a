#include <doctest/doctest.h>

#include "kiosk/widgets/field.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/widgets/field")
{
    TEST_CASE("a tap puts the caret between the nearest letters")
    {
        Stage stage;
        const TextEntry entry{"Rose Beardy", 0, 120};
        const auto draw = [&] {
            return field(stage.ui(), "name", {0, 0, 400, 94}, entry, {.label = "Name"});
        };
        stage.frame(draw);
        CHECK(stage.tap_at({22, 60}, draw).caret == 0);
        CHECK(stage.tap_at({390, 60}, draw).caret == entry.text.size());
        const float width = text_width(stage.ui(), Role::name, "Rose");
        CHECK(stage.tap_at({20 + width, 60}, draw).caret == 4);
    }

    TEST_CASE("what is typed on a physical keyboard reaches whoever owns the text")
    {
        Stage stage;
        TextEntry entry;
        const auto draw = [&] {
            field(stage.ui(), "name", {0, 0, 400, 94}, entry, {.label = "Name", .focused = true});
            for (const Edit& edit : stage.ui().edits()) entry.apply(edit);
            return 0;
        };
        stage.frame(draw);
        stage.type("Zoé", draw);
        CHECK(entry.text == "Zoé");
        stage.edit({Edit::Kind::backspace, {}});
        stage.frame(draw);
        CHECK(entry.text == "Zo");
    }

    TEST_CASE("a barcode lands in the field that is open, a certificate's code in none")
    {
        Stage stage;
        TextEntry entry;
        std::string code;
        bool open = true;
        const auto draw = [&] {
            field(stage.ui(), "name", {0, 0, 400, 94}, entry, {.label = "Number", .focused = open});
            for (const Edit& edit : stage.ui().edits()) entry.apply(edit);
            if (stage.ui().scanned()) code = *stage.ui().scanned();
            return 0;
        };
        stage.frame(draw);
        stage.scan("2026-00417");
        stage.frame(draw);
        CHECK(entry.text == "2026-00417");
        CHECK(code.empty());
        stage.scan("https://a.ca/#0017");
        stage.frame(draw);
        CHECK(entry.text == "2026-00417");
        CHECK(code == "https://a.ca/#0017");
        open = false;
        stage.frame(draw);
        stage.scan("2026-00418");
        stage.frame(draw);
        CHECK(code == "2026-00418");
        stage.frame(draw);
        CHECK_FALSE(stage.ui().scanned());
    }

    TEST_CASE("the cross clears and does not open the field")
    {
        Stage stage;
        const TextEntry entry{"Rose", 4, 120};
        const auto draw = [&] {
            return field(stage.ui(), "find", {0, 0, 400, 64}, entry,
                         {.hint = "Find a learner", .clearable = true});
        };
        const FieldTap tap = stage.tap("find/clear", draw);
        CHECK(tap.cleared);
        CHECK_FALSE(tap.caret.has_value());
    }

    TEST_CASE("a tap on the second line of a note puts the caret there")
    {
        Stage stage;
        const TextEntry entry{"Laid out a stair stringer by herself and checked the rise twice with a tape.",
                              0, 500};
        const auto draw = [&] {
            return field(stage.ui(), "note", {0, 0, 400, 130}, entry, {.hint = "Note", .lines = true});
        };
        stage.frame(draw);
        const std::size_t second = wrap(stage.ui(), Role::body, entry.text, 360)[0].size() + 1;
        const FieldTap tap = stage.tap_at({21, 12 + 26 + 13}, draw);
        REQUIRE(tap.caret.has_value());
        CHECK(*tap.caret >= second);
        CHECK(*tap.caret <= second + 1);
    }

    TEST_CASE("a problem is said in a sentence below the field")
    {
        Stage stage;
        const FieldLook look{.label = "Number", .problem = "Another learner has this number."};
        stage.frame([&] {
            return field(stage.ui(), "number", {0, 0, 400, field_height(stage.ui(), 400, look)}, {}, look);
        });
        bool said = false;
        for (const TextBox& text : stage.seen().texts()) said = said || text.text == look.problem;
        CHECK(said);
        CHECK(stage.faults().empty());
    }
}
