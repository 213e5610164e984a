// Draws every component to pictures, in each scheme, so that eyes can judge them: kiosk_components FOLDER.

#include <cstdio>
#include <string>

#include "tests/kiosk/support/component_sheets.h"

using namespace northseal::kiosk;

int main(int count, char** words)
{
    if (count != 2) {
        std::fprintf(stderr, "usage: kiosk_components FOLDER\n");
        return 2;
    }
    const std::string folder = words[1];
    struct Wanted {
        const char* name;
        Look look;
    };
    const Wanted all[] = {{"light", {Scheme::light, TextSize::normal, 1}},
                          {"dark", {Scheme::dark, TextSize::normal, 1}},
                          {"contrast", {Scheme::contrast, TextSize::normal, 1}},
                          {"largest", {Scheme::contrast, TextSize::largest, 1}}};
    int faults = 0;
    for (const Wanted& wanted : all) {
        for (const Sheet& sheet : component_sheets()) {
            if (wanted.look.text_size != TextSize::normal && !sheet.grows) continue;
            Stage stage({sheet.width, sheet.height, wanted.look});
            const auto draw = [&] {
                sheet.draw(stage.ui());
                return 0;
            };
            stage.frame(draw);
            if (sheet.hold != nullptr)
                stage.hold(sheet.hold, 0.5F, draw);
            else
                stage.frame(draw);
            for (const std::string& fault : stage.faults()) {
                std::printf("%s %s: %s\n", sheet.name, wanted.name, fault.c_str());
                ++faults;
            }
            if (!stage.save_png(folder + "/" + sheet.name + "-" + wanted.name + ".png")) return 1;
        }
    }
    std::printf("%d faults\n", faults);
    return 0;
}
