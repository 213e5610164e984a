#pragma once
// The one way around the station's verbs, for tests that fill its disk or ask what only its ledger knows.

#include "storage/station/parts.h"

namespace northseal::station {

struct StationProbe {
    static Station::Parts& parts(Station& station) { return *station.m_parts; }
};

} // namespace northseal::station
