#pragma once
// What the screens of a session work on: a programme, a group, a day.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/paper/picture.h"
#include "storage/station/station.h"

namespace northseal::kiosk {

enum class SessionFilter { all, not_finished, to_come };

struct SessionsPage {
    std::vector<station::SessionRow> rows; // the latest day first
    SessionFilter filter{SessionFilter::all};
    bool may_have_more{false};
    std::int64_t today{0}; // as the rows count days
    int days_ahead{0};     // of the one that is being begun
};

// One that is open: who is here, levels, sign-off, certificates.
struct SessionPage {
    station::Session session;
    const catalogue::Programme* programme{nullptr};              // owned by the station
    std::size_t outcome{0};                                      // that is being marked, 0-based
    std::vector<std::vector<station::Station::Missing>> missing; // a list a seat; empty where it has no draft
    std::optional<station::FacilitatorId> witness;               // chosen to sign second
    bool assessor_signed{false};                                 // in this going
};

// Issuing for a group: each certificate is whole by itself, so it can stop after any of them.
enum class GroupStep { waits, issued, held };
struct GroupLine {
    station::AssessmentId assessment;
    std::string name;
    GroupStep step{GroupStep::waits};
    std::optional<station::IssuedId> issued;
    bool printed{false};
};
struct GroupIssue {
    std::vector<GroupLine> lines;
    std::size_t next{0};
    bool stopped{false};  // somebody asked to stop after this one
    bool printing{false}; // pages go to the printer one after the other
    std::size_t next_page{0};
};

// Pictures of the work that is being assessed.
struct KeptEvidence {
    credential::EvidenceDigest digest{};
    Picture picture; // small, for the screen
    std::uint64_t number{0};
};
struct EvidenceForm {
    std::vector<KeptEvidence> kept;
    std::vector<std::string> found; // on the stick
    std::optional<std::size_t> adding;
    std::string unreadable; // the file that could not be taken
};

} // namespace northseal::kiosk
