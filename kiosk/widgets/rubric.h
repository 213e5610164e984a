#pragma once
// Levels: words a person judges by, and a distance of four bars. No traffic lights and no ranking.

#include "kiosk/widgets/card.h"

namespace northseal::kiosk {

struct LevelLook {
    std::string name{};
    std::string words{};
    int number{1}; // bars that are filled
    int of{4};
    bool chosen{false};
    bool meets_standard{false};
    std::string standard{}; // "Meets standard"
    bool enabled{true};
    bool stacked{false}; // the bars above the name, though the card is wide
};
bool level_name_fits(const Ui&, float width, const LevelLook&); // beside the bars, no word broken
// 210x280 at the normal text size; wide and low from 1.2 on, where cards stand two by two.
bool level_card(Ui&, std::string_view id, Box, const LevelLook&);
float level_card_height(const Ui&, float width, const LevelLook&);

struct OutcomeLook {
    std::string name{};
    std::string level{}; // its word, or "Needs a level"
    int bars{0};         // 0: it has no level yet
    int of{4};
    bool here{false};
    bool small{false}; // where the list would not fit otherwise
};
float outcome_height(const Ui&, float width, const OutcomeLook&); // 84 at least
// Returns the index that was tapped, or -1. Ids are `id`/0, `id`/1 ...
int outcome_list(Ui&, std::string_view id, Box, const std::vector<OutcomeLook>&);
// Numbered discs in a row, from right to left, for large text and narrow screens.
int outcome_discs(Ui&, std::string_view id, Point right_top, const std::vector<OutcomeLook>&);

// A cell of the group's table, 221x56: one person, one level.
struct CellLook {
    std::string level{};
    std::string label{}; // for the voice: whose level
    int number{1};       // bars that are filled
    int of{4};
    bool chosen{false};
    bool enabled{true};
    std::string why_not{};
};
bool matrix_cell(Ui&, std::string_view id, Box, const CellLook&);

} // namespace northseal::kiosk
