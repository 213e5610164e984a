#pragma once
// What must hold of every page at every size, theme, text size and language, found in what the registry holds
// after a frame. Each law says in words where it is broken.

#include <functional>
#include <string>
#include <vector>

#include "kiosk/theme/theme.h"
#include "kiosk/widgets/registry.h"
#include "kiosk/widgets/textures.h"

namespace northseal::kiosk {

struct Sampled { // one texture: alpha alone, or RGBA
    int width{0};
    int height{0};
    const std::uint8_t* alpha{nullptr};
    const std::uint8_t* rgba{nullptr};
};

struct Seen {
    const Registry& registry;
    const Theme& theme;
    Box screen;
    std::function<Sampled(TextureId)> texture_of;
};

// Text: whole in its room, on the screen or where scrolling leads, on one ground, under nothing, across
// nothing, every letter in its face, at least 16 px.
void text_faults(const Seen&, std::vector<std::string>&);
// Contrast with what lies under it: 4.5, from 24 px bold 3; at high contrast 7.
void contrast_faults(const Seen&, std::vector<std::string>&);
// Targets: 56 px (9.5 mm) at least, 8 apart, on the screen or where scrolling leads, named.
void target_faults(const Seen&, std::vector<std::string>&);

// The colour under a point of some words, all that was painted before them taken together; nothing where no
// ground lies there. The index is that of the topmost ground that hides what is below it.
struct Under {
    bool known{false};
    std::size_t ground{0};
    float red{0}, green{0}, blue{0}; // 0 to 255
};
Under under(const Seen&, const TextBox&, Point);
double contrast(const Under& ground, std::uint32_t ink);
// Nothing that opened later lies over the middle of it.
bool uncovered(const Registry&, const TextBox&);

} // namespace northseal::kiosk
