#pragma once
// What a picture file is before anything is made of it: its kind, whether there is room for its pixels, and
// which way up it was taken. Of this folder only.

#include <cairo.h>

#include <memory>

#include "storage/base/bytes.h"

namespace northseal::kiosk {

constexpr std::size_t picture_file_most = 24U << 20; // bytes of a file that is looked into

enum class PictureKind { jpeg, png, neither };
PictureKind picture_kind(ByteView file);
Result<> check_picture_size(std::int64_t width, std::int64_t height); // at most 60 million pixels

// 1 to 8 as EXIF counts; 1 where a file says nothing, or nothing that can be read.
int exif_orientation(ByteView file);

// On white, RGB.
Result<std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>> decode_png(ByteView file);

} // namespace northseal::kiosk
