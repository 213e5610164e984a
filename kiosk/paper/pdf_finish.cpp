#include "kiosk/paper/pdf_finish.h"

#include <exception>

#include "kiosk/paper/qpdf_document.h"

namespace northseal::kiosk {

namespace {

std::string pdf_date(Instant instant)
{
    std::string out = "D:";
    for (const char letter : to_date_time(instant)) {
        if (letter >= '0' && letter <= '9') out += letter;
    }
    return out + "Z";
}

} // namespace

Result<Bytes> finish_pdf(ByteView bytes, const PdfFinish& finish)
{
    try {
        const PdfAttachment attachment{finish.attachment_name, finish.attachment, pdf_date(finish.dated)};
        const auto out = finish_document(std::string(text_of(bytes)), finish.language, attachment);
        return Bytes(out.begin(), out.end());
    } catch (const std::exception& problem) {
        return Error{Fault::io, std::string("the PDF could not be finished: ") + problem.what()};
    }
}

} // namespace northseal::kiosk
