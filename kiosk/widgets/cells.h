#pragma once
// A text that is heard piece by piece, in cells: the groups of a code, or words by their numbers. One field,
// which shows which pieces are right and which to hear again.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

enum class CellState { empty, done, wrong };

struct Cell {
    std::string label{}; // "Group 3"; the number of a word
    std::string text{};
    CellState state{CellState::empty};
    bool here{false}; // the one that is being typed
};

enum class CellShape {
    group, // the label above the text, which is large
    word,  // the number before the word
};

struct CellsLook {
    std::string label{}; // of the whole, for the voice
    std::vector<Cell> cells{};
    CellShape shape{CellShape::group};
    int across{4};
    bool focused{false};
};

float cell_height(const Ui&, CellShape);
float cells_height(const Ui&, const CellsLook&); // all of them
// Which cell was tapped. Where the box is too low for all of them, the rows around the one that is being
// typed are shown.
std::optional<std::size_t> cells_field(Ui&, std::string_view id, Box, const CellsLook&);

} // namespace northseal::kiosk
