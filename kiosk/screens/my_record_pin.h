#pragma once
// The pages of "my record" about a learner's own PIN: their name, their PIN, and a new one.

#include "kiosk/screens/my_record.h"

namespace northseal::kiosk {

Action ask_name(const MyRecordView&, Page&);
Action ask_own_pin(const MyRecordView&, Page&);
Action choose_own_pin(const MyRecordView&, Page&);

} // namespace northseal::kiosk
