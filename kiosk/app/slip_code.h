#pragma once
// Codes for the screen: of a slip, the very modules that are printed; of any other text, as it stands.

#include <string_view>

#include "kiosk/screens/qr_matrix.h"
#include "storage/base/result.h"

namespace northseal::kiosk {

Result<QrMatrix> slip_code(std::string_view slip_url);
Result<QrMatrix> text_code(std::string_view text);

} // namespace northseal::kiosk
