#pragma once
// Which pictures lie on a stick: by the ends of their names, in their order.

#include <string>
#include <vector>

#include "storage/base/disk.h"

namespace northseal::kiosk {

std::vector<std::string> stick_pictures(Disk&, const std::string& folder, std::size_t most);

} // namespace northseal::kiosk
