// A folder that an earlier version left, with the power cut wherever its tables are brought up to date.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "tests/simulation/power_cut.h"

namespace northseal::simulation {
namespace {

namespace fs = std::filesystem;

DiskImage platter_from(const fs::path& folder)
{
    constexpr std::size_t file_most = 1U << 20;
    DiskImage out;
    RealDisk disk;
    out.folders = {kiosk_folder, stick};
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto path = std::string(kiosk_folder) + "/" + fs::relative(entry.path(), folder).string();
        if (entry.is_directory()) {
            out.folders.insert(path);
            continue;
        }
        auto content = disk.read(entry.path().string(), file_most);
        if (!content.ok()) {
            std::fprintf(stderr, "an old site cannot be read: %s\n", content.error().detail.c_str());
            std::abort();
        }
        out.files[path] = std::move(content).value();
    }
    return out;
}

Result<> open_it(SimulatedKiosk& kiosk)
{
    return kiosk.open();
}

} // namespace

std::vector<PowerCutVerb> power_cut_verbs_of_old_sites()
{
    std::vector<PowerCutVerb> out;
    for (const auto& entry : fs::directory_iterator(NORTHSEAL_SOURCE_DIR "/tests/station/sites")) {
        const auto name = "migrate an old site: " + entry.path().filename().string();
        out.push_back({name, platter_from(entry.path()), false, {}, {open_it}});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
}

} // namespace northseal::simulation
