#pragma once
// What must hold of a kiosk whatever happened to it.

#include <string>
#include <vector>

#include "storage/station/station.h"
#include "tests/simulation/facts.h"

namespace northseal::simulation {

enum class Law {
    opens_again,      // whatever was lost, the kiosk starts, and its words open it
    done_is_there,    // what a verb returned as done is there, as it was
    whole_or_nothing, // what did not return as done is there wholly or not at all
    log_is_whole,     // check_log finds nothing
    verifies,         // every issued credential verifies, as strangers would do it
    index_once,       // no status index is used twice
    extends,          // the tree extends every checkpoint that left the machine
    goes_on,          // a verb that no fault touches does its work
    rot_is_seen,      // a flipped bit is told, or changes nothing; it is never believed
    pin_counts,       // a wrong PIN is never accepted, and no restart gives tries back
    keeps_secrets,  // no PIN, word, code or name stands in what is said of an error, which is what logs hold
    erased_is_gone, // nothing that opens an erased record is found in any file, once the kiosk has started
    left_signs_nothing, // who no longer works here opens and signs nothing, whatever happened since
};
constexpr std::size_t law_count = 13;
const char* word_of(Law);

struct Broken {
    Law law;
    std::string what;
};
using BrokenLaws = std::vector<Broken>;

Result<std::vector<std::string>> kept_checkpoints(station::Station&);

// What can be judged from the kiosk alone.
// The first secret or name that stands in that sentence; empty where there is none.
std::string secret_in(const std::string& said, const station::RecoveryCodes&, const Facts&);

void check_log_is_whole(station::Station&, BrokenLaws&);
// The `latest` certificates by the whole path: the JSON parsed, canonicalised, its proof checked.
void check_credentials_verify(station::Station&, std::size_t latest, BrokenLaws&);
void check_indexes(station::Station&, BrokenLaws&);
// Checkpoints that left the machine, as C2SP notes.
void check_extends(station::Station&, const std::vector<std::string>& left, BrokenLaws&);

} // namespace northseal::simulation
