#pragma once
// Places on the screen, in design pixels (150 to the inch). Layout is cutting: take a piece off a box, the
// rest stays. Numbers stand on a grid of 4.

#include <vector>

namespace northseal::kiosk {

struct Point {
    float x{0};
    float y{0};
};

struct Box {
    float x{0};
    float y{0};
    float width{0};
    float height{0};

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool empty() const { return width <= 0 || height <= 0; }
    bool contains(Point point) const
    {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    bool operator==(const Box&) const = default;

    Box inset(float all) const { return inset(all, all); }
    Box inset(float sides, float ends) const // negative grows
    {
        return {x + sides, y + ends, width - 2 * sides, height - 2 * ends};
    }
    Box moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    Box at_centre(float inner_width, float inner_height) const; // on whole pixels
    Box meet(const Box&) const; // what both cover; empty where they do not touch

    // Each cuts a piece off this box and returns it; `gap` is lost between the piece and the rest.
    Box take_left(float size, float gap = 0);
    Box take_right(float size, float gap = 0);
    Box take_top(float size, float gap = 0);
    Box take_bottom(float size, float gap = 0);
};

// Equal parts on whole pixels.
std::vector<Box> columns(const Box&, int count, float gap);
std::vector<Box> rows(const Box&, int count, float gap);
// Cells of a grid, row by row, each `height` high.
std::vector<Box> grid(const Box&, int count, int across, float height, float gap);

} // namespace northseal::kiosk
