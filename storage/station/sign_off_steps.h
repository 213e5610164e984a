#pragma once
// The steps of a sign-off that one assessment and a whole session share. Inside this module only.

#include "storage/station/parts.h"

namespace northseal::station {

Result<> check_may_sign(const Facilitator&); // certified by the institution
// Whether that person may sign it next: the assessor a whole draft, the witness what an assessor signed. A
// draft's narrative is cleaned to what a certificate can carry.
Result<> check_sign_off_by(Station::Parts&, OpenAssessment&, const Facilitator&);
// One entry, and the row that shows it, in the caller's transaction. Checked before.
Result<> append_sign_off(Station::Parts&, OpenAssessment&, std::int64_t person, const SigningKey&);

} // namespace northseal::station
