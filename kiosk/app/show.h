#pragma once
// The app on a screen: builds the view of where it stands when something changed, draws it, hands back what
// the person did. The window and the stage of a test use it in the same way.
//
// Mirror draws a state; Show draws an app, and lets it act.

#include <cstdint>
#include <memory>

#include "kiosk/app/app.h"
#include "kiosk/app/reader.h"
#include "kiosk/screens/art.h"
#include "kiosk/widgets/keyboard.h"
#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

// Any state that the kiosk may be in, drawn. It changes nothing.
class Mirror {
public:
    Mirror(Ui&, std::vector<KeyboardLayout>);
    ~Mirror();

    // The view of a state, kept until the next one. `words` are in the language of the screens, `learners` in
    // that of whoever is being registered.
    void look_at(const AppState&, const Words& words, const Words& learners);
    // Between Ui::begin and Ui::end, with the state and the words that look_at was given.
    Action draw(const AppState&, const Words&);
    void forget_names(); // the pictures that were made of them

private:
    struct View;

    Ui& m_ui;
    Art m_art;
    std::vector<KeyboardLayout> m_keyboards;
    std::unique_ptr<View> m_view;
};

class Show {
public:
    Show(App&, Ui&, std::vector<KeyboardLayout>);

    // Between Ui::begin and Ui::end. Draws one frame of the current view.
    void draw();
    // After the frame: applies what was done, then the work that the frame announced. True: draw again.
    bool settle();
    // How the screen should look by the preferences and the clock; `pixels` as in Look.
    Look look(float pixels) const;

private:
    App& shown() const; // the app itself, or its practice

    App& m_app;
    Ui& m_ui;
    Mirror m_mirror;
    Reader m_reader;
    std::uint64_t m_built{0};
    std::uint64_t m_sight{0}; // of the camera, in that view
    const App* m_built_of{nullptr};
    Action m_action;
    Busy m_shown{Busy::none}; // what the last frame announced
    bool m_names{false};      // were in the last frame
};

} // namespace northseal::kiosk
