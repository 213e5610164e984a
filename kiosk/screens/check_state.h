#pragma once
// What anyone may do without signing in: check a certificate, and open their own record by their own paper.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/door_state.h"
#include "storage/station/station.h"

namespace northseal::kiosk {

enum class CheckWay { scanner, camera, picture, serial };
enum class CheckTrouble {
    none,
    no_picture,     // on the stick
    no_code,        // in the pictures there
    serial_unknown, // none of this kiosk's
    serial_unclear, // not eight letters and figures
    not_yours       // a code that opens no record here
};

struct CheckForm {
    std::string serial; // as typed
    CheckTrouble trouble{CheckTrouble::none};
    bool explains{false}; // the page for paper without a code
    CheckWay way{CheckWay::scanner};
    Instant read_at{0};
    std::optional<station::Judgement> judgement;
    std::string serial_of; // for whoever asks the institution
};

// What anyone opened closes by itself.
constexpr int check_closes_after = 60;
constexpr int my_record_closes_after = 120;

// One's own record, opened by one's own paper, or by name and PIN. It closes by itself. What comes before
// `shown` shows nothing of anybody.
enum class MyRecordStep { ask, name, pin, shown, all, correct, erase, opened, own_pin };
struct MyRecord {
    MyRecordStep step{MyRecordStep::ask};
    CheckTrouble trouble{CheckTrouble::none};
    std::string exported;                           // the file's name on the stick
    std::optional<station::ErasureRequest> request; // not carried out yet
    station::ErasureReason reason{station::ErasureReason::asked};
    std::vector<station::Issued> issued; // whole, for who wants to see all of it
    std::string consent;                 // the words that were agreed to
    station::RecordOpenings openings;    // who looked, and when
    std::string called;                  // as somebody typed their name or number
    station::OpenedHow how{station::OpenedHow::paper};
    PinTwice own_pin; // one that is being chosen
    bool has_pin{false};
    bool pin_kept{false}; // just now
};

enum class ChangeStep { reason, pin };
struct ChangeForm {
    ChangeStep step{ChangeStep::reason};
    station::ChangeRequest request;
    bool reason_chosen{false};
    bool done{false};
};

} // namespace northseal::kiosk
