#pragma once
// The landscapes of the kiosk, painted once by Cairo at the size of the screen: sky, low ridges, still water,
// as on the Shield; nobody's motif, animal or picture. The same size gives the same pixels.

#include "kiosk/paper/picture.h"

namespace northseal::kiosk {

enum class Sky { morning, day, dusk, night, practice, practice_night };
enum class RailTone { light, dark, practice };
enum class IslandTone { light, dark };

// Before sign-in: full screen, opaque. Words stand white above 0.62 of the sky; the horizon is at 0.585 of
// the height.
Result<Picture> paint_horizon(int width, int height);
// Home's band behind the greeting, opaque: words stand on clear sky at the left, ridges grow to the right. At
// its foot it has the colour of the page.
Result<Picture> paint_sky_band(Sky, int width, int height);
// The rail's ground with ridges at its foot, opaque. At high contrast the rail is flat: no picture.
Result<Picture> paint_rail(RailTone, int width, int height);
// An island and its water, for an empty page; transparent around. Drawn for 560 by 230, at any size.
Result<Picture> paint_island(IslandTone, int width, int height);

// What the sky does at an hour of the day, 0 to 23.
Sky sky_at(unsigned hour);

} // namespace northseal::kiosk
