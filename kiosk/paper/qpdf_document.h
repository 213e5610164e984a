#pragma once
// The one door to libqpdf, in C++17 alone: its headers do not compile as C++20 with Clang (a vector of a
// class that is not complete yet).

#include <string>

namespace northseal::kiosk {

struct PdfAttachment {
    std::string name;
    std::string content; // empty: nothing is attached
    std::string date;    // "D:20261124150000Z" (ISO 32000-2 section 7.9.4)
};

// The PDF again with the document's language, its wishes to the viewer (no scaling, the title shown) and the
// JSON file that belongs to it. Throws what std::exception holds where `pdf` is none.
std::string finish_document(const std::string& pdf, const std::string& language, const PdfAttachment&);

} // namespace northseal::kiosk
