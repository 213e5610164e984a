#pragma once
// One of the languages that a person's certificate can be in: chosen at registration, changed in their
// record.

#include <string>

namespace northseal::kiosk {

struct LanguageTap {
    std::string label;
    std::string tag;
    bool chosen{false};
};

} // namespace northseal::kiosk
