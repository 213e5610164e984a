// Paints the kiosk's landscapes into a folder as PAM pictures, to be looked at: paper_pictures DIR.

#include <cstdio>

#include "kiosk/widgets/scene.h"
#include "storage/base/disk.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

bool write(const std::string& path, const Result<Picture>& picture)
{
    if (!picture.ok()) return false;
    const auto& pixels = picture.value();
    const auto head = "P7\nWIDTH " + std::to_string(pixels.width) + "\nHEIGHT " +
                      std::to_string(pixels.height) + "\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n";
    return RealDisk().write_durably(path, joined({view(head), pixels.rgba})).ok();
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) {
        std::fprintf(stderr, "paper_pictures DIR: paints the kiosk's landscapes into DIR\n");
        return 2;
    }
    const std::string folder = std::string(arguments[1]) + "/";
    const bool written = write(folder + "horizon.pam", paint_horizon(1280, 800)) &&
                         write(folder + "horizon-portrait.pam", paint_horizon(800, 1280)) &&
                         write(folder + "band-morning.pam", paint_sky_band(Sky::morning, 1168, 150)) &&
                         write(folder + "band-day.pam", paint_sky_band(Sky::day, 1168, 150)) &&
                         write(folder + "band-dusk.pam", paint_sky_band(Sky::dusk, 1168, 150)) &&
                         write(folder + "band-night.pam", paint_sky_band(Sky::night, 1168, 150)) &&
                         write(folder + "rail-light.pam", paint_rail(RailTone::light, 112, 800)) &&
                         write(folder + "rail-dark.pam", paint_rail(RailTone::dark, 112, 800)) &&
                         write(folder + "rail-practice.pam", paint_rail(RailTone::practice, 112, 800)) &&
                         write(folder + "island-light.pam", paint_island(IslandTone::light, 560, 230)) &&
                         write(folder + "island-dark.pam", paint_island(IslandTone::dark, 560, 230));
    return written ? 0 : 1;
}
