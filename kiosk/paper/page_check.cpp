#include "kiosk/paper/page_check.h"

#define ZX_USE_UTF8 1 // version 1.4: text() gives UTF-8, as every later version does
#include <ZXing/ReadBarcode.h>

#include <exception>

namespace northseal::kiosk {

namespace {

// The options' type had another name before version 2.2.
#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints;
#endif

Result<ZXing::ImageView> as_page(ByteView grey, int width)
{
    if (width < 1 || grey.empty() || grey.size() % static_cast<std::size_t>(width) != 0)
        return refused("these pixels are no picture: their number is no multiple of the width");
    const int height = static_cast<int>(grey.size() / static_cast<std::size_t>(width));
    return ZXing::ImageView(grey.data(), width, height, ZXing::ImageFormat::Lum);
}

Options qr_options()
{
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    return options;
}

} // namespace

Result<std::string> read_qr(ByteView grey, int width)
{
    const auto page = TRY(as_page(grey, width));
    try {
        const auto found = ZXing::ReadBarcode(page, qr_options());
        if (found.isValid()) return found.text();
        return refused("no QR code could be read from the page");
    } catch (const std::exception& problem) {
        return refused(std::string("the page could not be read back: ") + problem.what());
    }
}

Result<std::vector<std::string>> read_qr_codes(ByteView grey, int width)
{
    const auto page = TRY(as_page(grey, width));
    try {
        std::vector<std::string> out;
        for (const auto& found : ZXing::ReadBarcodes(page, qr_options())) {
            if (found.isValid()) out.push_back(found.text());
        }
        return out;
    } catch (const std::exception& problem) {
        return refused(std::string("the picture could not be read: ") + problem.what());
    }
}

} // namespace northseal::kiosk
