#pragma once
// The app on a screen: builds the view of where it stands when something changed, draws it, hands back what
// the person did. The window and the stage of a test use it in the same way.

#include <cstdint>
#include <memory>

#include "kiosk/app/app.h"
#include "kiosk/screens/art.h"
#include "kiosk/widgets/keyboard.h"
#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

class Show {
public:
    Show(App&, Ui&, std::vector<KeyboardLayout>);
    ~Show();

    // Between Ui::begin and Ui::end. Draws one frame of the current view.
    void draw();
    // After the frame: applies what was done, then the work that the frame announced. True: draw again.
    bool settle();
    // How the screen should look by the preferences and the clock; `pixels` as in Look.
    Look look(float pixels) const;

private:
    struct View;
    void rebuild();

    App& m_app;
    Ui& m_ui;
    Art m_art;
    std::vector<KeyboardLayout> m_keyboards;
    std::unique_ptr<View> m_view;
    std::uint64_t m_built{0};
    Action m_action;
    Busy m_shown{Busy::none}; // what the last frame announced
};

} // namespace northseal::kiosk
