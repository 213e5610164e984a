#pragma once
// The frame around a page: the rail of places, or the head and bar of a task.

#include <optional>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"

namespace northseal::kiosk {

struct RailItem {
    std::string id{};
    Icon icon{Icon::home};
    std::string label{};
    int badge{0}; // what waits; 0: none
    bool here{false};
};
struct RailLook {
    std::vector<RailItem> items{};
    std::optional<RailItem> foot{}; // "Lock"
    bool practice{false};           // in dusk
    Texture ridges{};               // a picture for its foot, may be none
    float until{0};                 // its lower end while the keyboard is open; 0: the whole screen
};
// At the left, 112 wide (more for large words); in portrait at the bottom, 108 high. Returns the id that was
// tapped, or "".
float rail_width(const Ui&); // 0 in portrait
std::string rail(Ui&, const RailLook&);
// What is left for the page beside the rail, page padding taken off: x 144 to 1248, y 120 to 768.
Box place_body(const Ui&);
// `reserve` is kept free at the right; a title that is too long for the rest stands smaller.
void page_title(Ui&, std::string_view title, std::string_view second = {}, float reserve = 0);

struct TaskHeadLook {
    std::string back{}; // for the voice; empty: no way back here
    std::string title{};
    std::string line{};
    std::string saved{}; // at the right, with its mark
    Icon saved_icon{Icon::circle_check};
    bool title_is_name{false}; // Noto Sans Bold
    float reserve{0};          // kept free at the right, before what is saved: for a mark of the page's own
};
float task_head_height(const Ui&);
bool task_head(Ui&, const TaskHeadLook&);            // id "back"
bool task_head_fits(const Ui&, const TaskHeadLook&); // its title, at its own size, beside all the rest

struct StepLook {
    std::string label{};
};
// Done, here and ahead: at the right of a task head, before `right`. Returns where it begins. Where it would
// begin before `left`, only the step that is here has a word.
float stepper(Ui&, Point right_middle, const std::vector<std::string>& steps, int here, float left = 0);

struct TaskBarLook {
    std::optional<ButtonLook> back{};  // plain, at the left; id "bar/back"
    std::string sentence{};            // beside the main action; a closed action's reason goes first
    std::optional<ButtonLook> main{};  // id "bar/main"
    std::optional<ButtonLook> other{}; // outline, left of main; id "bar/other"
};
enum class BarTap { none, back, main, other };
float task_bar_height(const Ui&);
BarTap task_bar(Ui&, const TaskBarLook&);
Box task_body(const Ui&); // between head and bar, page padding taken off (32, 24)

// On every page of a specimen site: a band of 72 in dusk, drawn first, since the page stands below it.
// Returns whether its button was tapped (id "practice/leave"; none without a label).
constexpr float practice_band_height = 72;
bool practice_band(Ui&, std::string_view title, std::string_view sentence, std::string_view leave = {});
void practice_frame(Ui&); // 8 px around the page, drawn last
// The same in little: a chip-like word in dusk, for pages on the horizon.
void specimen_mark(Ui&, Point right_top, std::string_view word);

} // namespace northseal::kiosk
