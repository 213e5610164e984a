#pragma once
// A person at the keyboard on the screen.

#include <doctest/doctest.h>

#include "kiosk/theme/files.h"
#include "kiosk/widgets/keyboard.h"
#include "tests/kiosk/support/stage.h"

namespace northseal::kiosk {

inline std::vector<KeyboardLayout> layouts()
{
    RealDisk disk;
    auto loaded = load_keyboards(assets_folder() + "/keyboards", disk);
    REQUIRE_MESSAGE(loaded.ok(), loaded.error().detail);
    return std::move(loaded.value());
}

// A person at the keyboard: what is tapped goes into the entry, as the application would have it.
struct Typist {
    Stage stage;
    std::vector<KeyboardLayout> all{layouts()};
    KeyboardState state;
    TextEntry entry;
    std::string language{"en"};
    bool done{false};

    explicit Typist(std::string_view layout, StageSet set = {}) : stage(set) { state.layout = layout; }
    const KeyboardLayout& layout() const { return all[layout_in_use(all, state, language)]; }
    int draw()
    {
        const KeyboardTap tap = keyboard(stage.ui(), all, state, entry,
                                         {.done = "Done",
                                          .backspace = "Erase",
                                          .shift = "Capitals",
                                          .space = "Space",
                                          .lengthen = "long",
                                          .layouts = "Other keyboards",
                                          .close = "Back to the keys",
                                          .language = language});
        for (const Edit& edit : tap.edits) entry.apply(edit);
        if (tap.state) state = *tap.state;
        done = done || tap.done;
        return 0;
    }
    void tap(std::string_view key)
    {
        stage.tap(key, [&] { return draw(); });
        stage.frame([&] { return draw(); });
    }
};

} // namespace northseal::kiosk
