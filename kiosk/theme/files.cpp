#include "kiosk/theme/files.h"

#include <cstdlib>
#include <initializer_list>

namespace northseal::kiosk {

namespace {

constexpr std::size_t font_bytes_most = 8U << 20U;

struct Wanted {
    Bytes FontFiles::*bytes;
    const char* file;
    const char* package;
};

// Debian 12 and 13 keep these under the same folder; the second is where other systems put them.
constexpr const char* font_folders[] = {"/usr/share/fonts/truetype/", "/usr/share/fonts/",
                                        "/usr/local/share/fonts/"};

constexpr Wanted system_fonts[] = {
    {&FontFiles::manrope_bold, "manrope/Manrope-Bold.ttf", "fonts-manrope"},
    {&FontFiles::manrope_semibold, "manrope/Manrope-SemiBold.ttf", "fonts-manrope"},
    {&FontFiles::noto, "noto/NotoSans-Regular.ttf", "fonts-noto-core"},
    {&FontFiles::noto_bold, "noto/NotoSans-Bold.ttf", "fonts-noto-core"},
    {&FontFiles::syllabics, "noto/NotoSansCanadianAboriginal-Regular.ttf", "fonts-noto-core"},
    {&FontFiles::syllabics_bold, "noto/NotoSansCanadianAboriginal-Bold.ttf", "fonts-noto-core"},
};

Result<Bytes> read_system_font(Disk& disk, const Wanted& wanted)
{
    for (const char* folder : font_folders) {
        const std::string path = std::string(folder) + wanted.file;
        if (disk.exists(path)) return disk.read(path, font_bytes_most);
    }
    return Error{Fault::not_found, std::string("the font ") + wanted.file +
                                       " is not on this machine: install Debian's package " + wanted.package};
}

} // namespace

std::string assets_folder()
{
    const char* named = std::getenv("NORTHSEAL_ASSETS");
    return named != nullptr && *named != '\0' ? named : NORTHSEAL_ASSETS_FOLDER;
}

Result<FontFiles> read_fonts(Disk& disk, const std::string& assets)
{
    FontFiles files;
    for (const Wanted& wanted : system_fonts) files.*wanted.bytes = TRY(read_system_font(disk, wanted));
    const std::string icons = assets + "/fonts/tabler-icons.ttf";
    if (!disk.exists(icons)) {
        return Error{Fault::not_found,
                     "the icon font " + icons +
                         " is missing: run `npm ci` in assets and build again, or set NORTHSEAL_ASSETS"};
    }
    files.icons = TRY(disk.read(icons, font_bytes_most));
    return files;
}

} // namespace northseal::kiosk
