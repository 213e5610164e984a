#pragma once
// Home says in one sentence each: what is under way, what waits for you, how this kiosk is.

#include <cstdint>

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct StatusLine {
    Icon icon{Icon::info_circle};
    Tone tone{Tone::neutral};
    std::string title;
    std::string sentence;
};

struct HomeView {
    std::string greeting;
    std::string date_line;
    std::string clock;
    int hour{10}; // the sky follows it
    struct UnderWay {
        std::string name;
        std::vector<bool> levels; // one an outcome
        bool ready{false};
        std::string id; // of the target
        Action action;
    };
    std::string label;  // above the heading, ember
    std::string detail; // beside the label
    std::string heading;
    std::vector<UnderWay> under_way; // at most eight
    std::string sentence;
    std::string main_label;
    Action main;
    std::string second_label; // a plain way beside the main one; empty: none
    Action second;
    struct Waiting {
        Icon icon{Icon::signature};
        Tone tone{Tone::waits};
        std::string line;
        std::string detail;
        std::string word;
        Action action;
    };
    std::string waits_title;
    std::vector<Waiting> waiting;
    std::string nothing_waits;
    std::vector<StatusLine> kiosk;
    StatusLine again; // practice is made anew; empty elsewhere
    std::string who;
    std::string until;
    std::string initial;
};

HomeView home_view(const AppState&, const Words&);
// The same page of a made-up community: what waits there is something to try (home_practice_view.cpp).
void practise(HomeView&, const AppState&, const Words&);
Action draw(const HomeView&, Page&);

// Printer, sync, clock and disk: home and settings say the same.
std::vector<StatusLine> kiosk_lines(const AppState&, const Words&);
// "Ready, with Letter paper." and the others.
std::string printer_sentence(const AppState&, const Words&);
// When the latest copy on the second medium was made, or why there is none.
std::string copy_sentence(const AppState&, const Words&);
// How many more certificates fit on the disk, rounded to two figures.
std::int64_t rounded_room(std::uint64_t certificates);

} // namespace northseal::kiosk
