#pragma once
// What Cairo cannot put into a PDF: its language, the credential as an attached file (ISO 32000-2 section
// 14.13, AFRelationship Data), and that it is printed at its true size. By libqpdf, in memory.

#include <string>

#include "storage/base/bytes.h"
#include "storage/base/clock.h"

namespace northseal::kiosk {

struct PdfFinish {
    std::string language;
    std::string attachment_name; // "credential-K7Q3-M4XD.json"
    std::string attachment;      // empty: none
    Instant dated{0};
};

// The same input makes the same bytes.
Result<Bytes> finish_pdf(ByteView pdf, const PdfFinish&);

} // namespace northseal::kiosk
