#pragma once
// What the coordinator's machine remembers of an institution beside its signed files: one small file, written
// whole or not at all (README, "state.json").

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "storage/base/clock.h"
#include "storage/base/disk.h"
#include "storage/base/json.h"
#include "storage/institution/allocation.h"

namespace northseal::institution {

struct OfferedProgramme {
    std::string id;
    std::string version;
    Digest text{};                           // SHA-256 of its TOML
    std::map<std::string, Digest> templates; // by language
};

struct Closure {
    Instant at{0};
    bool compromised{false}; // then its key leaves did.json
};

enum class Withdrawn { revoked, superseded };

struct Withdrawal {
    Withdrawn kind{Withdrawn::revoked};
    std::string reason; // for the institution's own files: it is not published
    Instant at{0};
};

struct Publication {
    std::uint64_t number{0}; // 0: never published
    Instant dated{0};
    Digest content{}; // SHA-256 of the index without number and date: equal content keeps both
};

struct State {
    std::vector<Instant> lists;                    // when each status list was made
    std::vector<OfferedProgramme> programmes;      // in the order they were added; never removed
    std::map<std::string, Closure> closed;         // by kiosk
    std::map<std::string, Instant> reported;       // by kiosk: everything up to then has been received
    std::map<std::uint32_t, Withdrawal> withdrawn; // by status index
    Publication published;
};

Json to_json(const State&);
Result<State> read_state(const Json&);

Result<State> load_state(const std::string& folder, Disk&);
Result<> save_state(const std::string& folder, const State&, Disk&);

} // namespace northseal::institution
