#pragma once
// The one window of the kiosk. It sleeps until something happens, draws three frames, and sleeps again: an
// idle kiosk on a solar panel costs nothing. The owner of GLFW and of the graphics memory.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "kiosk/widgets/ui.h"
#include "kiosk/window/mailbox.h"

namespace northseal::kiosk {

struct WindowSet {
    std::string title{"Northseal"};
    bool full_screen{false};
    int width{1280}; // device pixels, where not full screen
    int height{800};
    // Scheme and text size; `pixels` of 0 asks the panel for its size in millimetres (full screen only).
    Look look{Scheme::light, TextSize::normal, 0};
    bool print_timing{false}; // time to the first frame, and when each was drawn, on stderr
    std::function<void(const std::string&)> log{}; // a frame that threw; stderr where there is none
};

class Window {
public:
    // Refuses, with a sentence that says what to do, where there is no display or no OpenGL 3.2.
    static Result<std::unique_ptr<Window>> open(WindowSet, Theme, std::unique_ptr<WordShaper> = nullptr);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    Ui& ui();
    Textures& textures();
    Mailbox& mailbox();

    // Runs until close(). `frame` draws through ui(). `tick` is called at least once a second and after every
    // event, before the frame; true asks for a frame. Returns 0, or 1 after ten frames in a row that threw:
    // then whoever watches the program starts it anew.
    int run(const std::function<void()>& frame, const std::function<bool()>& tick = {});
    void close();        // after this frame; from the thread that draws
    void draw_again();   // something changed that no event told
    void draw_once();    // one frame, where nothing on the page but a picture is another
    void set_look(Look); // before the next frame; `pixels` of 0 keeps the present one

    // Called after each frame that was drawn, with what it showed.
    void after_frame(std::function<void(const Registry&)>);
    // The next frame as it is on the screen: RGBA, rows from the top.
    struct Screenshot {
        int width{0};
        int height{0};
        std::vector<std::uint8_t> rgba;
    };
    void take_screenshot(std::function<void(const Screenshot&)>);

private:
    struct Inside;
    explicit Window(std::unique_ptr<Inside>);
    std::unique_ptr<Inside> m_inside;
};

} // namespace northseal::kiosk
