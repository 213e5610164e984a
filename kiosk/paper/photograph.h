#pragma once
// A photograph that somebody brings on a stick, as evidence: turned upright, made small, and written anew, so
// that nothing of what a camera writes beside its pixels (place, time, serial number) is kept.

#include "kiosk/paper/picture.h"
#include "storage/base/bytes.h"

namespace northseal::kiosk {

constexpr std::size_t photograph_most = 300 * 1024; // bytes, once written anew

// JPEG or PNG in, JPEG out: at most 1600 pixels a side. Refuses what codes_in_picture refuses.
Result<Bytes> as_evidence(ByteView file);
// The picture itself for the screen, within `width` by `height`.
Result<Picture> thumbnail(ByteView jpeg, int width, int height);

} // namespace northseal::kiosk
