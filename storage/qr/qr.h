#pragma once
// A QR code (ISO/IEC 18004) at level M: which modules are dark. Owner of libqrencode.

#include <string>
#include <string_view>
#include <vector>

#include "storage/base/result.h"

namespace northseal {

constexpr int qr_quiet_modules = 4;

struct Qr {
    int version{0}; // 1 to 40
    int side{0};    // modules: 17 + 4 * version
    std::vector<bool> dark;

    bool at(int column, int row) const
    {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(column)];
    }
    int side_with_quiet() const { return side + 2 * qr_quiet_modules; }
};

// The slip: "https://HOST/#" as bytes and its decimal digits as a numeric segment, as credential::to_slip_url
// writes it; anything else is refused.
Result<Qr> encode_slip_qr(std::string_view slip_url);
// Any text, byte for byte.
Result<Qr> encode_text_qr(std::string_view text);

// The dark modules as runs along each row, row by row.
struct QrRun {
    int column{0};
    int row{0};
    int length{0};
};
std::vector<QrRun> dark_runs(const Qr&);

// A picture of it, quiet zone and all, a millimetre to a module: any browser shows it and prints it.
std::string to_svg(const Qr&);

} // namespace northseal
