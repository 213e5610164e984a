#pragma once
// Where the kiosk finds what it draws with: fonts of Debian's packages, and our own folder of assets.

#include <string>

#include "storage/base/disk.h"

namespace northseal::kiosk {

// Holds fonts/, keyboards/, words/ and so on. The folder that was built or installed, unless the environment
// variable NORTHSEAL_ASSETS names another one.
std::string assets_folder();

struct FontFiles {
    Bytes manrope_bold;
    Bytes manrope_semibold;
    Bytes noto;
    Bytes noto_bold;
    Bytes syllabics;
    Bytes syllabics_bold;
    Bytes icons;
};
// A font that is missing is an error that names the file and the Debian package that holds it.
Result<FontFiles> read_fonts(Disk&, const std::string& assets);

} // namespace northseal::kiosk
