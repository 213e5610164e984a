#pragma once
// Sheets of components with made-up content, for pictures and for tests of layout.

#include <vector>

#include "tests/kiosk/support/stage.h"

namespace northseal::kiosk {

struct Sheet {
    const char* name;
    float width;
    float height;
    void (*draw)(Ui&);
    const char* hold{nullptr}; // a target held down for half a second before the picture is taken
    bool grows{false};         // laid out for large text too
};
std::vector<Sheet> component_sheets();

} // namespace northseal::kiosk
