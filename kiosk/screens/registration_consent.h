#pragma once
// The last step of a registration: who it is, what is asked of them, in which language, and aloud.

#include "kiosk/screens/registration.h"
#include "kiosk/widgets/box.h"

namespace northseal::kiosk {

Action consent_step(const RegistrationView&, Page&, Box body);

} // namespace northseal::kiosk
