// kiosk_screens DIR: everything the kiosk can show as pictures, in English and in French, and what is wrong
// with them. For people who look; the tests assert.

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/kiosk/screens/scenes/gallery.h"
#include "tests/kiosk/support/small_png.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

struct Wish {
    std::string folder;
    Setting setting;
    Hero hero{Hero::usual};
    std::string only;
    bool all{false};
    bool quick{false}; // no pictures: only say what is wrong
};

bool read(Wish& wish, const std::string& word)
{
    for (const Panel& panel : panels) {
        if (word == panel.name) wish.setting.panel = panel;
    }
    if (word == "small") wish.setting.panel = panels[1];
    if (word == "wide") wish.setting.panel = panels[2];
    if (word == "portrait") wish.setting.panel = panels[3];
    if (word == "dark") wish.setting.look.scheme = Scheme::dark;
    if (word == "contrast") wish.setting.look.scheme = Scheme::contrast;
    if (word == "large") wish.setting.look.text_size = TextSize::large;
    if (word == "largest") wish.setting.look.text_size = TextSize::largest;
    if (word == "longname") wish.hero = Hero::long_name;
    if (word == "syllabics") wish.hero = Hero::syllabics;
    if (word == "everything") wish.all = true;
    if (word == "faults") wish.quick = true;
    if (word.starts_with("only=")) wish.only = word.substr(5);
    return true;
}

int draw_album(const Album& album, Easel& easel, const Wish& wish)
{
    const std::string folder = wish.folder + "/" + album.language();
    std::filesystem::create_directories(folder);
    int wrong = 0;
    for (const test::Scene& scene : album.scenes()) {
        if (scene.name.find(wish.only) == std::string::npos) continue;
        const Stage& stage = easel.draw(scene, album.language());
        for (const std::string& fault : faults(scene, stage)) {
            ++wrong;
            std::printf("%s %s (%s): %s\n", album.language().c_str(), scene.name.c_str(),
                        wish.setting.name().c_str(), fault.c_str());
        }
        const std::string path = folder + "/" + scene.name + ".png";
        if (!wish.quick && !stage.save_png(path)) std::fprintf(stderr, "cannot write %s\n", path.c_str());
    }
    return wrong;
}

bool write_text(const std::string& path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary);
    file << text;
    return static_cast<bool>(file.flush());
}

// Takes how everything looks now for how it should.
int accept(const std::string& root)
{
    bool written = true;
    Easel easel({panels[0], {}});
    for (const char* language : {"en", "fr"}) {
        const auto folder = std::filesystem::path(picture_file(root, language, "x")).parent_path();
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        for (const test::Scene& scene : whole_album(language).scenes()) {
            if (scene.caption.empty()) continue;
            const Reduced picture = reduced(easel.draw(scene, language).paint());
            written = write_small_png(picture, picture_file(root, language, scene.name)) && written;
        }
    }
    std::string hashes = drawn_with() + "\n";
    for (const std::string& line : drawing_hashes()) hashes += line + "\n";
    written = write_text(hashes_file(root), hashes) && written;
    written = write_text(versions_file(root), drawn_with() + "\n") && written;
    written = write_text(page_file(root), page_of_screens()) && written;
    if (!written) std::fprintf(stderr, "not everything could be written below %s\n", root.c_str());
    return written ? 0 : 1;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::fprintf(stderr,
                     "kiosk_screens DIR [small|wide|portrait] [dark|contrast] [large|largest] "
                     "[longname|syllabics] [only=PART-OF-A-NAME] [everything] [faults]\n"
                     "kiosk_screens --accept: rewrites the pictures and hashes below assets/pictures\n");
        return 2;
    }
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    if (std::string(arguments[1]) == "--accept") {
        const int failed = accept(NORTHSEAL_SOURCE_DIR);
        put_albums_away();
        return failed;
    }
    Wish wish;
    wish.folder = arguments[1];
    for (int i = 2; i < count; ++i) read(wish, arguments[i]);
    int wrong = 0;
    const auto settings = wish.all ? all_settings() : std::vector<Setting>{wish.setting};
    for (const Setting& setting : settings) {
        wish.setting = setting;
        Easel easel(setting);
        for (const char* language : {"en", "fr"})
            wrong += draw_album(whole_album(language, wish.hero), easel, wish);
    }
    put_albums_away();
    std::printf("%d faults\n", wrong);
    return 0;
}
