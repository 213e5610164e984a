#include "storage/qr/qr.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "storage/base/bytes.h"

namespace northseal {

namespace {

struct FreeInput {
    void operator()(QRinput* input) const { QRinput_free(input); }
};
struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

using Input = std::unique_ptr<QRinput, FreeInput>;
using Code = std::unique_ptr<QRcode, FreeCode>;

Qr modules_of(const QRcode& code)
{
    Qr qr{code.version, code.width, {}};
    const auto modules = static_cast<std::size_t>(code.width) * static_cast<std::size_t>(code.width);
    qr.dark.reserve(modules);
    for (std::size_t i = 0; i < modules; ++i) qr.dark.push_back((code.data[i] & 1U) != 0);
    return qr;
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

Result<> append_segment(QRinput* input, QRencodeMode mode, std::string_view text)
{
    const auto bytes = view(text);
    if (QRinput_append(input, mode, static_cast<int>(bytes.size()), bytes.data()) == 0) return {};
    return refused("the text does not fit a QR code: it has " + std::to_string(text.size()) + " characters");
}

} // namespace

Result<Qr> encode_slip_qr(std::string_view slip_url)
{
    const auto hash = slip_url.find('#');
    if (!slip_url.starts_with("https://") || hash == std::string_view::npos || hash + 1 == slip_url.size() ||
        !std::all_of(slip_url.begin() + static_cast<std::ptrdiff_t>(hash) + 1, slip_url.end(), is_digit)) {
        return refused("a slip is \"https://\", a host, \"/#\" and digits; this text is something else");
    }
    const Input input(QRinput_new2(0, QR_ECLEVEL_M));
    if (input == nullptr) return Error{Fault::io, "no memory for the QR code"};
    TRY(append_segment(input.get(), QR_MODE_8, slip_url.substr(0, hash + 1)));
    TRY(append_segment(input.get(), QR_MODE_NUM, slip_url.substr(hash + 1)));
    const Code code(QRcode_encodeInput(input.get()));
    if (code == nullptr) {
        return refused("the slip is too long for any QR code: " + std::to_string(slip_url.size()) +
                       " characters; a shorter narrative makes it fit");
    }
    return modules_of(*code);
}

Result<Qr> encode_text_qr(std::string_view text)
{
    const Input input(QRinput_new2(0, QR_ECLEVEL_M));
    if (input == nullptr) return Error{Fault::io, "no memory for the QR code"};
    TRY(append_segment(input.get(), QR_MODE_8, text));
    const Code code(QRcode_encodeInput(input.get()));
    if (code == nullptr)
        return refused("the text is too long for any QR code: " + std::to_string(text.size()) + " bytes");
    return modules_of(*code);
}

std::vector<QrRun> dark_runs(const Qr& qr)
{
    std::vector<QrRun> out;
    for (int row = 0; row < qr.side; ++row) {
        for (int column = 0; column < qr.side; ++column) {
            const int begin = column;
            while (column < qr.side && qr.at(column, row)) ++column;
            if (column > begin) out.push_back({begin, row, column - begin});
        }
    }
    return out;
}

// One path of the dark runs in each row, on white, a quiet zone around it.
std::string to_svg(const Qr& qr)
{
    const auto side = std::to_string(qr.side_with_quiet());
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + side + "mm\" height=\"" + side +
                      "mm\" viewBox=\"0 0 " + side + " " + side + "\" shape-rendering=\"crispEdges\">\n" +
                      "<rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#fff\"/>\n<path d=\"";
    for (const auto& run : dark_runs(qr)) {
        const auto length = std::to_string(run.length);
        out += "M" + std::to_string(run.column + qr_quiet_modules) + " " +
               std::to_string(run.row + qr_quiet_modules) + "h" + length + "v1h-" + length + "z";
    }
    return out + "\"/>\n</svg>\n";
}

} // namespace northseal
