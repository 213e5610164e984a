#pragma once
// What a barcode scanner read, as far as widgets must know: whether it is the code of a certificate, which no
// field may swallow, or something that belongs into the field where the caret stands.

#include <string_view>

namespace northseal::kiosk {

// "https://HOST/#" and decimal digits, as on every certificate; letters of either case.
bool is_slip_address(std::string_view text);

} // namespace northseal::kiosk
