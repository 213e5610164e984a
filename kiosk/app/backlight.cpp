#include "kiosk/app/backlight.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include <unistd.h>

namespace northseal::kiosk {

namespace {

constexpr long long full_most = 1'000'000;

// These are no files of a disk: the kernel makes them as they are read, and they have no size.
std::optional<long long> number_in(const std::string& path)
{
    long long number = 0;
    std::ifstream file(path);
    if (!(file >> number) || number <= 0 || number > full_most) return std::nullopt;
    return number;
}

std::vector<std::string> panels_in(const std::string& folder)
{
    std::vector<std::string> out;
    std::error_code trouble;
    for (const auto& panel : std::filesystem::directory_iterator(folder, trouble))
        out.push_back(panel.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

std::optional<Backlight> Backlight::find(const std::string& folder)
{
    for (const std::string& panel : panels_in(folder)) {
        const std::string file = panel + "/brightness";
        const auto full = number_in(panel + "/max_brightness");
        if (full && ::access(file.c_str(), W_OK) == 0) return Backlight(file, *full);
    }
    return std::nullopt;
}

Result<> Backlight::set(int step, int most)
{
    const long long light = std::max(1LL, m_full * std::clamp(step, 1, most) / most);
    std::ofstream file(m_file);
    file << light << std::endl;
    if (!file) return Error{Fault::io, "the screen's light could not be set in " + m_file};
    return {};
}

} // namespace northseal::kiosk
