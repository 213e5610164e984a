#pragma once
// A community to practise in, made on the spot: its institution exists only while this function runs, stands
// under .invalid, and signs specimens alone. Everything in it is made up.

#include <memory>
#include <string>

#include "storage/station/station.h"

namespace northseal::kiosk {

// Whoever practises gives any six digits; the kiosk puts this in their place.
constexpr const char* practice_pin = "482913";

// Made anew in `folder`, which holds nothing else, and open. `assets` has programmes and frameworks.
Result<std::unique_ptr<station::Station>>
make_practice_site(const std::string& folder, const std::string& assets, station::Surroundings);

} // namespace northseal::kiosk
