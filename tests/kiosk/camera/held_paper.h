#pragma once
// A certificate as somebody holds it before a camera: a little askew, in a room that is not bright.

#include <string>

#include "kiosk/paper/picture.h"

namespace northseal::test {

// Four to three, as cameras are; the page's code inside the corners. `page` is a certificate.
constexpr int camera_width = 1280;
kiosk::Picture held_paper(const kiosk::Picture& page, int width = camera_width);
// The same room, and nobody there.
kiosk::Picture empty_room(int width = camera_width);

bool write_png(const kiosk::Picture&, const std::string& path);

} // namespace northseal::test
