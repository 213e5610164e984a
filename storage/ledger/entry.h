#pragma once
// One entry of the log and its bytes (README, "Entry"). What is personal stands in `sealed`, under the
// learner's own key; the log's leaf covers the sealed bytes, so destroying that key erases the person and
// leaves the log whole.

#include <cstdint>

#include "storage/base/bytes.h"
#include "storage/base/clock.h"

namespace northseal::ledger {

// The number is for ever. A body whose shape must change gets a new kind.
enum class EntryKind : std::uint64_t {
    site_enrolled = 1,
    facilitator_added = 2,
    delegation_installed = 3,
    learner_registered = 4,
    assessment_signed = 5, // by the assessor
    assessment_witnessed = 6,
    credential_issued = 7,
    certificate_printed = 8,
    clock_noted = 9,
    learner_corrected = 10,
    change_requested = 11, // of a certificate: to revoke or to correct it
    erasure_requested = 12,
    learner_erased = 13,
    pin_changed = 14,
    epoch_begun = 15,     // after a restore
    clock_corrected = 16, // by people; from here on the log's time counts anew
    recovery_code_used = 17,
    ways_in_changed = 18, // words, tokens, TPM or recovery codes
    retirement_decided = 19,
    delegation_renewed = 20, // by words read over the radio
    clock_settled = 21,      // what was noted of it is over
    session_signed = 22,     // who was there, beside the sign-offs of the same moment
    person_left = 23,        // a facilitator no longer works here
    record_opened = 24,      // a learner's, by whom
    learner_pin_set = 25,    // that a learner chose for their own record
};
constexpr std::uint64_t entry_kind_most = 25;

enum class TimeSource : std::uint64_t {
    confirmed = 1,   // by the institution's signed time
    unconfirmed = 2, // the kiosk's own clock
    two_people = 3,  // set by two people
};

struct Entry {
    std::uint64_t number{0}; // from 1; order is this, never time
    Instant time{0};
    TimeSource time_source{TimeSource::unconfirmed};
    std::int64_t actor{0}; // a facilitator, or 0: the kiosk itself
    EntryKind kind{EntryKind::site_enrolled};
    std::int64_t learner{0}; // whom it is about, or 0
    Bytes body;              // deterministic CBOR by kind; nothing personal
    Bytes sealed;            // empty where nothing is personal

    friend bool operator==(const Entry&, const Entry&) = default;
};

constexpr std::size_t entry_most = 1U << 20;

Bytes encode(const Entry&);
Result<Entry> decode_entry(ByteView); // refuses what encode would not write

} // namespace northseal::ledger
