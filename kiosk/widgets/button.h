#pragma once
// Buttons. One filled button a screen; the rest is outline, soft or plain. A closed button keeps its words
// readable and says beside itself what opens it.

#include "kiosk/widgets/touch.h"

namespace northseal::kiosk {

enum class ButtonStyle {
    main,    // filled, 64 high
    outline, // 64, ring of 2
    soft,    // 56, pale ground
    plain,   // 56, words alone
    danger,  // filled berry: what cannot be taken back, only in a dialog
    on_dark, // 56, on the horizon and other dark pictures
};

enum class IconSide { before, after };

struct ButtonLook {
    std::string label{};
    ButtonStyle style{ButtonStyle::main};
    Icon icon{Icon::none};
    IconSide side{IconSide::before};
    bool enabled{true};
    std::string why_not{}; // where it is closed: the sentence that draw_why_not or the task bar shows
};

float button_width(const Ui&, const ButtonLook&); // what the words need
float button_height(const Ui&, ButtonStyle);
float button_height(const Ui&, const ButtonLook&, float width); // more where its words take two lines
// True in the frame in which it was tapped. The box may be larger than needed; words stand in its middle.
bool button(Ui&, std::string_view id, Box, const ButtonLook&);
// At a place, as wide as its words need.
bool button_at(Ui&, std::string_view id, Point, const ButtonLook&);

// An icon alone, 64 square: back, search, close, backspace, check. The label is for the voice and for tests.
bool icon_button(Ui&, std::string_view id, Box, Icon, std::string_view label, Colour);

// A tap: 56 high, round, ring of 2; filled with a check when chosen.
struct TapLook {
    std::string label{};
    Icon icon{Icon::none};
    bool chosen{false};
    bool enabled{true};
    bool notice{false}; // one to notice: on emberSoft
    Role role{Role::body};
};
float tap_width(const Ui&, const TapLook&);
float tap_height(const Ui&);
bool tap(Ui&, std::string_view id, Point, const TapLook&);

// A switch of 84x48; its row is the target, so it takes no touch itself.
void draw_switch(Ui&, Box, bool on, bool enabled, float part); // `part` of its way from off to on

} // namespace northseal::kiosk
