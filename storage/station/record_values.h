#pragma once
// What a Station's verbs take and give about a learner's own record: who opened it and how, what is put right
// in it, and what becomes of it on request.

#include "storage/station/values.h"

namespace northseal::station {

// How somebody came to see a learner's record: the learner by their own paper or PIN, or a facilitator who
// signed in.
enum class OpenedHow { paper = 1, pin = 2, signed_in = 3 };
constexpr std::uint64_t opened_how_count = 3;

// Whose own record a PIN opens.
struct OwnRecordHeard {
    PinOutcome outcome;
    LearnerId learner; // where it was accepted
};

struct RecordOpening {
    Instant when{0};
    OpenedHow how{OpenedHow::signed_in};
    std::string by; // empty: the learner themselves
};
struct RecordOpenings {
    std::int64_t times{0}; // each person is counted once a day
    Instant since{0};      // the first
    std::vector<RecordOpening> latest;
};

// Why a record is to go. FIPPA keeps personal information for a year after its last use, unless the person it
// is about agrees to less (O. Reg. 460, section 5).
enum class ErasureReason { asked = 1, registered_twice = 2, registered_by_mistake = 3, other = 4 };
enum class Retention { year_after_use = 1, person_agrees_to_less = 2 };

struct ErasureWish {
    ErasureReason reason{ErasureReason::asked};
    std::string words; // what they said, optional; goes with the record
    Retention retention{Retention::year_after_use};
};

struct ErasureRequest {
    LearnerId learner;
    Instant due{0}; // may be carried out from then on
};

struct LearnerCorrection {
    std::string name;
    std::string number;
    std::string language; // of their certificate
};

} // namespace northseal::station
