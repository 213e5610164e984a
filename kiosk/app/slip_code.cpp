#include "kiosk/app/slip_code.h"

#include "storage/qr/qr.h"

namespace northseal::kiosk {

Result<QrMatrix> slip_code(std::string_view slip_url)
{
    const Qr code = TRY(encode_slip_qr(slip_url));
    return QrMatrix{code.side, code.dark};
}

Result<QrMatrix> text_code(std::string_view text)
{
    const Qr code = TRY(encode_text_qr(text));
    return QrMatrix{code.side, code.dark};
}

} // namespace northseal::kiosk
