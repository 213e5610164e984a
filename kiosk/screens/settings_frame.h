#pragma once
// What every page of the settings stands in: the head, and the list of pages at the left.

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

struct SettingsFrame {
    Action action;
    Box body;
};
SettingsFrame settings_frame(Page&, std::string_view line, Screen here);

} // namespace northseal::kiosk
