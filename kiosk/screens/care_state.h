#pragma once
// What the pages work on that care for the kiosk and its people: clock, renewal, keys, records, who may sign.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/door_state.h"
#include "storage/institution/spoken_words.h"
#include "storage/station/station.h"

namespace northseal::kiosk {

enum class ClockPart { year, month, day, hour, minute };

// What two people say may lie so far apart, in seconds.
constexpr Instant clock_answers_apart = 300;

// Two people set the clock, each alone: what the first one said and their PIN wait here, shown to nobody,
// until the second one's are heard.
struct ClockForm {
    Instant said{0};       // by the one whose turn it is, so far
    std::int64_t ticks{0}; // when that was so
    bool two{true};        // two people are needed
    std::optional<station::FacilitatorId> first;
    std::string first_pin;
    Instant first_said{0}; // by the ticks that stood at zero
    bool apart{false};     // they said different times: both begin again
};

// What became of looking for the institution's answer on a stick.
enum class StickSearch { not_yet, nothing_there, refused };

enum class RenewalStep { ways, words };

struct RenewalForm {
    RenewalStep step{RenewalStep::ways};
    std::string typed;
    institution::Heard heard;
    std::vector<std::string> offered; // what the word that is being typed may become
    bool has_more{false};             // than are offered
    bool refused{false};              // heard right, and not for this kiosk, or used before
    StickSearch stick{StickSearch::not_yet};
    bool done{false};
};

// A person's own PIN, what opens the kiosk, and the two sheets for when that is lost.
enum class KeyWay { own_pin, words, stick, chip, sheets };

struct KeysForm {
    std::optional<KeyWay> way;
    std::string old_pin; // heard, and waits for the new one
    PinTwice new_pin;
    std::string words; // drawn, and shown to be written down
    station::RecoveryCodes codes;
    bool done{false};
};

// What a person may ask about their own record.
enum class RecordStep { see, correct, erase, own_pin };

struct RecordForm {
    RecordStep step{RecordStep::see};
    std::string exported; // the file's name on the stick
    station::LearnerCorrection correction;
    bool corrected{false};
    station::ErasureWish wish;
    std::optional<station::ErasureRequest> request; // not carried out yet
    bool erased{false};
    PinTwice own_pin; // that the learner chooses, with the screen in their hands
    bool has_pin{false};
    bool pin_kept{false}; // just now
};

// Who may sign here, somebody who joins, and somebody who no longer works here.
enum class PeopleStep { list, name, pin, leaves };

struct PeopleForm {
    PeopleStep step{PeopleStep::list};
    station::NewFacilitator person;
    PinTwice pin;
    std::string added;                           // the name of who just joined
    std::optional<station::FacilitatorId> shown; // and who leaves, at that step
    std::string left;                            // the name of who just left
};

} // namespace northseal::kiosk
