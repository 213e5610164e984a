#pragma once
// What the kiosk says by itself: dialog, toast, verdict, empty and busy pages.

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"

namespace northseal::kiosk {

enum class DialogTap { none, safe, act };
struct DialogLook {
    std::string title{};
    std::string words{};
    std::string safe{}; // left, outlined
    std::string act{};  // right, filled; empty: one button only
    bool danger{false}; // cannot be taken back: filled berry
};
// Covers the whole screen. Ids "dialog/safe" and "dialog/act".
DialogTap dialog(Ui&, const DialogLook&);

struct ToastLook {
    std::string words{};
    std::string action{}; // at most one; may be empty
    Icon icon{Icon::circle_check};
    float above{96}; // height of what stands at the foot of the page
};
bool toast(Ui&, const ToastLook&); // id "toast/action"

enum class VerdictTone { good, caution, refused, unknown, specimen };
struct VerdictLook {
    VerdictTone tone{VerdictTone::unknown};
    Icon icon{Icon::info_circle};
    std::string verdict{};
    std::string sentence{};
};
float verdict_height(const Ui&, float width, const VerdictLook&);
void verdict_band(Ui&, Box, const VerdictLook&);

// Picture 560x230, heading, one sentence, one action (main) and perhaps a plain one. Ids "empty/main",
// "empty/other".
struct EmptyLook {
    Texture picture{};
    std::string heading{};
    std::string sentence{};
    std::string main{};
    Icon main_icon{Icon::plus};
    std::string other{};
};
enum class EmptyTap { none, main, other };
EmptyTap empty_state(Ui&, Box, const EmptyLook&);

// A sentence, a bar and what it means for the one who waits.
struct BusyLook {
    std::string sentence{};
    std::string right{}; // "about 4 seconds"
    std::string below{};
    float part{0}; // 0 to 1
};
float busy_height(const Ui&, float width, const BusyLook&);
void busy(Ui&, Box, const BusyLook&);

} // namespace northseal::kiosk
