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

} // namespace

Result<std::string> read_qr(ByteView grey, int width)
{
    if (width < 1 || grey.empty() || grey.size() % static_cast<std::size_t>(width) != 0) {
        return refused("these pixels are no picture: their number is no multiple of the width");
    }
    try {
        Options options;
        options.setFormats(ZXing::BarcodeFormat::QRCode);
        const int height = static_cast<int>(grey.size() / static_cast<std::size_t>(width));
        const ZXing::ImageView page(grey.data(), width, height, ZXing::ImageFormat::Lum);
        const auto found = ZXing::ReadBarcode(page, options);
        if (found.isValid()) return found.text();
        return refused("no QR code could be read from the page");
    } catch (const std::exception& problem) {
        return refused(std::string("the page could not be read back: ") + problem.what());
    }
}

} // namespace northseal::kiosk
