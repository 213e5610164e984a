#pragma once
// The words that stand in every certificate beside the programme's own. A claim counts into these lists from
// 1, so their order is part of the format and never changes.

#include "storage/catalogue/programme.h"

namespace northseal::catalogue {

// Built in for English and French; for another language the programme brings them, or it is refused: we never
// invent a translation.
Result<CertificateWords> certificate_words(const Programme&, const std::string& language);

} // namespace northseal::catalogue
