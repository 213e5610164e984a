#pragma once
// Reading the page back: a certificate whose code does not come out of its own pixels is never printed.

#include <string>
#include <vector>

#include "storage/base/bytes.h"

namespace northseal::kiosk {

// The text of the one QR code on a grey page of `width` pixels a row, by ZXing-C++.
Result<std::string> read_qr(ByteView grey, int width);
// All of them, in a photograph perhaps: askew, small, more than one.
Result<std::vector<std::string>> read_qr_codes(ByteView grey, int width);

} // namespace northseal::kiosk
