#pragma once
// The light behind the panel, as Linux offers it: a folder with `brightness` and `max_brightness`, two
// numbers in decimal (Documentation/ABI/stable/sysfs-class-backlight). On a solar panel half the light is
// worth having.

#include <optional>
#include <string>

#include "storage/base/result.h"

namespace northseal::kiosk {

class Backlight {
public:
    // The first panel in that folder, by name, whose light this process may set. Empty: there is none, as
    // behind a desktop's screen.
    static std::optional<Backlight> find(const std::string& folder);

    // `step` of `most`, 1 at least: never dark.
    Result<> set(int step, int most);

private:
    Backlight(std::string file, long long full) : m_file(std::move(file)), m_full(full) {}

    std::string m_file;
    long long m_full;
};

} // namespace northseal::kiosk
