#pragma once
// A stage of one look and one size on which any scene is laid out, without a kiosk behind it.

#include "kiosk/app/show.h"
#include "tests/kiosk/screens/scenes/album.h"

namespace northseal::test {

struct Panel {
    const char* name;
    float width;
    float height;
};
// 1280x800; 1024x600 at ten inches, in design pixels; a desk; and upright.
constexpr Panel panels[] = {
    {"1280x800", 1280, 800}, {"1024x600", 1294, 758}, {"1920x1080", 1920, 1080}, {"800x1280", 800, 1280}};

// A panel, a theme and a text size.
struct Setting {
    Panel panel{panels[0]};
    kiosk::Look look{};
    std::string name() const; // "1024x600 dark largest"
};
std::vector<Setting> all_settings();

class Easel {
public:
    explicit Easel(const Setting&);

    const kiosk::Stage& draw(const Scene&, const std::string& language); // one frame
    // With everything that scrolls at its lower end. Null: nothing scrolls here. An easel is for the one or
    // for the other: what was scrolled once is so on the next scene too.
    const kiosk::Stage* draw_scrolled(const Scene&, const std::string& language);
    std::uint64_t fonts_hash() const { return m_stage.fonts_hash(); }

private:
    kiosk::Stage m_stage;
    kiosk::Mirror m_mirror;
};

// What is wrong on the page that was just drawn: every law of layout, and that its one thing to do is in
// sight.
std::vector<std::string> faults(const Scene&, const kiosk::Stage&);

} // namespace northseal::test
