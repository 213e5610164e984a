#include "kiosk/screens/camera.h"

#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

constexpr float corner_arm = 44;
constexpr float corner_stroke = 6;
constexpr float corner_radius = 12;
constexpr float square_side = 260;
constexpr float square_least = 120; // smaller ones would only stand in the way
constexpr float veil = 0.36F;       // so that white corners are seen on white paper

// What to show, as a picture: the three corners of a code, and a few of its modules.
void code_in_outline(Ui& ui, Box box)
{
    const Colour ink = ui.colours().on_toast;
    const float module = std::floor(box.width / 15);
    const auto square = [&](float x, float y, float size) {
        fill(ui, {box.x + x * module, box.y + y * module, size * module, size * module}, ink, 2);
    };
    for (const auto& [x, y] : {std::pair{0.0F, 0.0F}, std::pair{9.0F, 0.0F}, std::pair{0.0F, 9.0F}}) {
        const Box outer{box.x + x * module, box.y + y * module, 6 * module, 6 * module};
        ring(ui, outer, ink, module, 4);
        square(x + 2, y + 2, 2);
    }
    for (const auto& [x, y] : {std::pair{9.0F, 9.0F}, std::pair{13.0F, 9.0F}, std::pair{11.0F, 11.0F},
                               std::pair{9.0F, 13.0F}, std::pair{13.0F, 13.0F}})
        square(x, y, 2);
}

// A ring of which only the corners are left, with round ends.
void white_corners(Ui& ui, Box square)
{
    const Colour white = ui.colours().on_toast;
    constexpr float half = corner_stroke / 2;
    constexpr float kept = corner_arm - half;
    for (const float x : {square.x, square.right() - kept}) {
        for (const float y : {square.y, square.bottom() - kept}) {
            ui.push_clip({x, y, kept, kept});
            ring(ui, square, white, corner_stroke, corner_radius);
            ui.pop_clip();
        }
    }
    for (const float side : {square.x + half, square.right() - half}) {
        disc(ui, {side, square.y + kept}, half, white);
        disc(ui, {side, square.bottom() - kept}, half, white);
    }
    for (const float end : {square.y + half, square.bottom() - half}) {
        disc(ui, {square.x + kept, end}, half, white);
        disc(ui, {square.right() - kept, end}, half, white);
    }
}

// The strip at the foot of the frame; what is left above it. Over a picture it is as dark as the frame.
enum class Behind { frame, picture };
Box strip(Page& page, Box box, Behind behind, Icon icon, const std::string& sentence)
{
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    Box inner = box.inset(24);
    const float height = std::max(72.0F, text_height(ui, Role::body, sentence, inner.width - 88) + 32);
    const Box place = inner.take_bottom(height, 16);
    fill(ui, place, behind == Behind::picture ? colours.toast : colours.rail_active, 12);
    draw_icon(ui, {place.x + 36, place.centre().y}, icon, 28, colours.toast_mark);
    draw_centred(ui, {place.x + 64, place.y, place.width - 88, place.height}, Role::body,
                 behind == Behind::picture ? colours.on_toast : colours.on_rail_active, sentence);
    return inner;
}

Box square_in(Box inner)
{
    const float side = std::min({square_side, inner.width, inner.height});
    return inner.at_centre(side, side);
}

} // namespace

void scanner_panel(Page& page, Box box, Icon icon, const std::string& sentence)
{
    Ui& ui = page.ui;
    fill(ui, box, ui.colours().toast, card_radius);
    const Box square = square_in(strip(page, box, Behind::frame, icon, sentence));
    if (square.width < square_least) return;
    code_in_outline(ui, square.at_centre(square.width * 0.5F, square.width * 0.5F));
    white_corners(ui, square);
}

void camera_panel(const CameraView& view, Page& page, Box box, const std::string& busy)
{
    Ui& ui = page.ui;
    const std::string& sentence = busy.empty() ? view.strip : busy;
    if (!view.on) return scanner_panel(page, box, Icon::camera_off, sentence);
    fill(ui, box, ui.colours().toast, card_radius);
    if (view.picture) {
        picture_over(ui, box, page.art.made("camera", view.number, *view.picture), card_radius);
        fill(ui, box, with_alpha(ui.colours().scrim, veil), card_radius);
    }
    const Box square =
        square_in(strip(page, box, view.picture ? Behind::picture : Behind::frame, Icon::camera, sentence));
    if (square.width >= square_least) white_corners(ui, square);
}

void add_camera(TaskBarLook& bar, const CameraView& view)
{
    if (!view.here) return;
    bar.sentence = view.sentence;
    bar.other = button_look(view.turn, ButtonStyle::outline, view.on ? Icon::camera_off : Icon::camera);
}

Action camera_action(BarTap tapped, const CameraView& view)
{
    return tapped == BarTap::other && view.here ? Action{act::TurnCamera{!view.on}} : Action{};
}

} // namespace northseal::kiosk
