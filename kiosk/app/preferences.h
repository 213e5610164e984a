#pragma once
// How this kiosk looks and speaks, kept from one start to the next in a small file of the site: nothing
// personal, and nothing that a person cannot see in the settings.
//
// The file is JSON in the one form of RFC 8785:
//   {"brightness":1 to 10,"colours":"clock"|"light"|"dark","contrast":bool,"format":"northseal preferences
//   3",
//    "language":"en","less_motion":bool,"loudness":1 to 10,"read_aloud":bool,
//    "text_size":"normal"|"large"|"largest"}
// Version 2 had neither "brightness" nor "less_motion", and version 1 no "loudness" either; both are read,
// and written as version 3 when something changes.

#include <string>

#include "kiosk/screens/state.h"
#include "storage/base/disk.h"

namespace northseal::kiosk {

std::string preferences_text(const Preferences&);
// Refuses whatever preferences_text would not write.
Result<Preferences> read_preferences_text(std::string_view);

// not_found where there is no such file yet.
Result<Preferences> read_preferences(const std::string& path, Disk&);
Result<> write_preferences(const std::string& path, const Preferences&, Disk&); // durably

} // namespace northseal::kiosk
