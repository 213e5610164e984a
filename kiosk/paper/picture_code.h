#pragma once
// The codes in a photograph that somebody brings on a stick: a picture of a certificate, taken with a phone.

#include <string>
#include <vector>

#include "kiosk/paper/picture_file.h"
#include "storage/base/bytes.h"

namespace northseal::kiosk {

// Texts of all QR codes in a JPEG or PNG file; empty where there is none. Refuses, before it makes room for
// the pixels, what is no such picture or has more than 60 million of them.
Result<std::vector<std::string>> codes_in_picture(ByteView file);

} // namespace northseal::kiosk
