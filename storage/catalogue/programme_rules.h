#pragma once
// What must hold between the parts of a programme before it means anything: ids once only, names that
// resolve, and what each shape needs.

#include "storage/catalogue/programme.h"

namespace northseal::catalogue {

Result<> check_programme_rules(const Programme&);

} // namespace northseal::catalogue
