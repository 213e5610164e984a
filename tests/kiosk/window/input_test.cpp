#include <doctest/doctest.h>

#include <GLFW/glfw3.h>

#include "kiosk/window/input.h"
#include "storage/base/text.h"

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
        const FrameInput down = input.next(1280, 800, 0.016F, 0);
        CHECK(down.touching);
        CHECK(down.pointer.x == 100);
        CHECK(input.waiting(0));
        const FrameInput up = input.next(1280, 800, 0.016F, 0);
        CHECK_FALSE(up.touching);
        CHECK(up.pointer.x == 100);
        input.next(1280, 800, 0.016F, 0);
        CHECK_FALSE(input.waiting(0));
    }

    TEST_CASE("moves between two frames are one move")
    {
        Input input;
        input.pressed(true);
        for (int step = 0; step < 50; ++step) input.pointer_moved({static_cast<float>(step), 0});
        input.next(1280, 800, 0.016F, 0);
        const FrameInput frame = input.next(1280, 800, 0.016F, 0);
        CHECK(frame.touching);
        CHECK(frame.pointer.x == 49);
        CHECK_FALSE(input.waiting(0));
    }

    TEST_CASE("a letter beyond ASCII is UTF-8")
    {
        Input input;
        input.letter(0x152D, 0);
        CHECK(input.next(1280, 800, 0.016F, 0).edits.at(0).text == "ᔭ");
    }

    TEST_CASE("Shift and Tab go back")
    {
        Input input;
        input.key(GLFW_KEY_TAB, GLFW_PRESS, 0, 0);
        input.key(GLFW_KEY_TAB, GLFW_PRESS, GLFW_MOD_SHIFT, 0.2);
        CHECK(input.next(1280, 800, 0.016F, 0).moves ==
              std::vector<FocusMove>{FocusMove::next, FocusMove::previous});
    }

    TEST_CASE("the four keys of a pad move, choose and lead back, and ask for a voice")
    {
        Input input;
        for (const int key : {GLFW_KEY_F1, GLFW_KEY_F14, GLFW_KEY_F3, GLFW_KEY_F16}) {
            input.key(key, GLFW_PRESS, 0, 0);
            input.key(key, GLFW_RELEASE, 0, 0);
        }
        const FrameInput frame = input.next(1280, 800, 0.016F, 0);
        CHECK(frame.moves == std::vector<FocusMove>{FocusMove::previous, FocusMove::next, FocusMove::choose,
                                                    FocusMove::back});
        CHECK(frame.pad);
        CHECK_FALSE(input.next(1280, 800, 0.016F, 0).pad);
    }

    TEST_CASE("held down, Back says the page again once and does not lead back")
    {
        Input input;
        input.key(GLFW_KEY_ESCAPE, GLFW_PRESS, 0, 0);
        CHECK_FALSE(input.waiting(0));
        for (int repeats = 0; repeats < 9; ++repeats) input.key(GLFW_KEY_ESCAPE, GLFW_REPEAT, 0, 0);
        input.key(GLFW_KEY_ESCAPE, GLFW_RELEASE, 0, 0);
        const FrameInput frame = input.next(1280, 800, 0.016F, 0);
        CHECK(frame.moves == std::vector<FocusMove>{FocusMove::again});
        CHECK_FALSE(frame.pad);
    }
}
