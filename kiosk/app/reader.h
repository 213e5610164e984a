#pragma once
// The kiosk reading itself aloud: hands what a frame showed to the narrator, what it says to the voice, and
// draws it as a caption. Does nothing while reading aloud is off.

#include <optional>
#include <string>

#include "kiosk/app/app.h"
#include "kiosk/voice/narrator.h"
#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

class Reader {
public:
    Reader(App& app, Ui& ui) : m_app(&app), m_ui(ui) {}

    void follow(App& app) { m_app = &app; } // the one that is on the screen now

    void before_frame(); // tells the screen whether it is read
    void draw_caption(); // last of all
    // What the keys did in the frame just drawn, and whether anything came of it.
    void note(bool acted);
    // The page is at rest, or says what it is about to do: reads what is new. True: ring or caption changed.
    bool hear(bool busy = false);

private:
    App* m_app;
    Ui& m_ui;
    Narrator m_narrator;
    Speech m_speech; // in the caption
    bool m_reading{false};
    bool m_woken{false};
    std::optional<FocusMove> m_moved;
    bool m_acted{false};
};

} // namespace northseal::kiosk
