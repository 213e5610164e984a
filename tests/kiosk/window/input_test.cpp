#include <doctest/doctest.h>

#include <GLFW/glfw3.h>

#include "kiosk/window/input.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/window/input")
{
    TEST_CASE("a press and its lifting that arrive together get a frame each")
    {
        Input input;
        input.pointer_moved({100, 50});
        input.pressed(true);
        input.pressed(false);
        input.pointer_moved({700, 700});
        const FrameInput down = input.next(1280, 800, 0.016F);
        CHECK(down.touching);
        CHECK(down.pointer.x == 100);
        CHECK(input.waiting());
        const FrameInput up = input.next(1280, 800, 0.016F);
        CHECK_FALSE(up.touching);
        CHECK(up.pointer.x == 100);
        input.next(1280, 800, 0.016F);
        CHECK_FALSE(input.waiting());
    }

    TEST_CASE("moves between two frames are one move")
    {
        Input input;
        input.pressed(true);
        for (int step = 0; step < 50; ++step) input.pointer_moved({static_cast<float>(step), 0});
        input.next(1280, 800, 0.016F);
        const FrameInput frame = input.next(1280, 800, 0.016F);
        CHECK(frame.touching);
        CHECK(frame.pointer.x == 49);
        CHECK_FALSE(input.waiting());
    }

    TEST_CASE("what a scanner types arrives whole and in order, with its Enter")
    {
        Input input;
        for (const char letter : std::string("https://v.example/#0017"))
            input.letter(static_cast<unsigned char>(letter));
        input.key(GLFW_KEY_ENTER, 0);
        const FrameInput frame = input.next(1280, 800, 0.016F);
        std::string text;
        for (const Edit& edit : frame.edits) text += edit.text;
        CHECK(text == "https://v.example/#0017");
        CHECK(frame.edits.back().kind == Edit::Kind::enter);
    }

    TEST_CASE("a letter beyond ASCII is UTF-8")
    {
        Input input;
        input.letter(0x152D);
        CHECK(input.next(1280, 800, 0.016F).edits.at(0).text == "ᔭ");
    }

    TEST_CASE("Shift and Tab go back")
    {
        Input input;
        input.key(GLFW_KEY_TAB, 0);
        input.key(GLFW_KEY_TAB, GLFW_MOD_SHIFT);
        CHECK(input.next(1280, 800, 0.016F).moves ==
              std::vector<FocusMove>{FocusMove::next, FocusMove::previous});
    }
}
