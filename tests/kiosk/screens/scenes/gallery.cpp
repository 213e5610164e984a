#include "tests/kiosk/screens/scenes/gallery.h"

#include <cstdio>
#include <map>

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

std::string hex(std::uint64_t number)
{
    char text[9];
    std::snprintf(text, sizeof text, "%08x", static_cast<unsigned>(number ^ (number >> 32U)));
    return text;
}

std::string id_of(const Album& album, const test::Scene& scene)
{
    const char* heroes[] = {"", "/long-name", "/syllabics"};
    return album.language() + heroes[static_cast<int>(album.hero())] + "/" + scene.name;
}

} // namespace

std::string drawn_with()
{
    const Easel easel({panels[0], {}});
    return std::string(NORTHSEAL_DRAWN_WITH) + " fonts " + hex(easel.fonts_hash());
}

std::vector<std::string> drawing_hashes()
{
    std::vector<std::string> order;
    std::map<std::string, std::string> lines;
    for (const Setting& setting : all_settings()) {
        Easel easel(setting);
        for (const Album* album : whole_albums()) {
            for (const test::Scene& scene : album->scenes()) {
                const std::string id = id_of(*album, scene);
                std::string& line = lines[id];
                if (line.empty()) order.push_back(id);
                line += " " + hex(easel.draw(scene, album->language()).drawing_hash());
            }
        }
    }
    std::vector<std::string> out;
    for (const std::string& id : order) out.push_back(id + lines[id]);
    return out;
}

std::string hashes_file(const std::string& root)
{
    std::string name = NORTHSEAL_DRAWN_WITH;
    for (char& letter : name) letter = letter == ' ' ? '-' : letter;
    return root + "/assets/pictures/screens/hashes-" + name + ".txt";
}

std::string picture_file(const std::string& root, const std::string& language, const std::string& name)
{
    return root + "/assets/pictures/screens/" + language + "/" + name + ".png";
}

std::string versions_file(const std::string& root)
{
    return root + "/assets/pictures/screens/drawn-with.txt";
}

std::string page_file(const std::string& root)
{
    return root + "/assets/pictures/README.md";
}

std::string page_of_screens()
{
    std::string out = "# Every screen\n\n"
                      "Drawn by the same code as on the kiosk, at 1280x800, without a window. Everybody and "
                      "every record here is made up.\n"
                      "`scripts/screens DIR` draws them all in every state, size, theme and text size; "
                      "`scripts/screens --accept` rewrites this page.\n";
    for (const test::Scene& scene : whole_album("en").scenes()) {
        if (scene.caption.empty()) continue;
        out += "\n**" + scene.caption + "**\n\n| | |\n|---|---|\n";
        out += "| ![" + scene.name + ", in English](screens/en/" + scene.name + ".png) | ![" + scene.name +
               ", in French](screens/fr/" + scene.name + ".png) |\n";
    }
    return out;
}

} // namespace northseal::test
