#pragma once
// A partner's endorsement as a credential of its own (Open Badges 3.0, EndorsementCredential): before it
// stands in our certificates its signature must fit the key that the institution knows to be the partner's.

#include "storage/catalogue/programme.h"

namespace northseal::catalogue {

constexpr std::size_t endorsement_most = 64 * 1024;

Result<> check_endorsement(const Endorsement&);

} // namespace northseal::catalogue
