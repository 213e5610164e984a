#pragma once
// The code of a slip for the screen: the very modules that are printed.

#include <string_view>

#include "kiosk/screens/qr_matrix.h"
#include "storage/base/result.h"

namespace northseal::kiosk {

Result<QrMatrix> slip_code(std::string_view slip_url);

} // namespace northseal::kiosk
