#include "kiosk/screens/failure.h"

namespace northseal::kiosk {

namespace {

const char* safe_key(Busy doing)
{
    switch (doing) {
    case Busy::none:
    case Busy::setting_clock:
    case Busy::renewing:
    case Busy::reading_stick:
    case Busy::changing_pin:
    case Busy::changing_keys:
    case Busy::keeping_record:
    case Busy::erasing:
    case Busy::adding_person:
    case Busy::removing_person:
    case Busy::choosing_pin:
    case Busy::reading_picture:
    case Busy::judging:
    case Busy::opening_record:
    case Busy::asking_change:
    case Busy::adding_evidence:
    case Busy::stopping:
    case Busy::opening_practice:
    case Busy::reading_language:
    case Busy::backing_up:
        return "failure.safe";
    case Busy::opening:
        return "failure.safe_opening";
    case Busy::registering:
        return "failure.safe_registering";
    case Busy::signing:
    case Busy::signing_group:
        return "failure.safe_signing";
    case Busy::issuing:
    case Busy::issuing_group:
        return "failure.safe_issuing";
    case Busy::drawing_certificate:
    case Busy::printing:
    case Busy::printing_group:
    case Busy::copying:
        return "failure.safe_certificate";
    }
    return "failure.safe";
}

const char* fault_key(Fault fault)
{
    switch (fault) {
    case Fault::not_found:
        return "fault.not_found";
    case Fault::refused:
        return "fault.refused";
    case Fault::corrupt:
        return "fault.corrupt";
    case Fault::locked:
        return "fault.locked";
    case Fault::full:
        return "fault.full";
    case Fault::io:
        return "fault.io";
    }
    return "fault.io";
}

// A clock in doubt, an allowance that is used up and a full disk need different people.
const char* issuing_key(Fault fault, const HomePage& home)
{
    if (fault == Fault::refused && home.clock.trust != station::ClockTrust::sound) return "fault.clock_doubt";
    if (fault == Fault::full && home.notice.warning == station::DelegationWarning::used_up)
        return "fault.may_not_issue";
    return fault == Fault::refused ? "fault.may_not_issue" : fault_key(fault);
}

} // namespace

std::string failure_sentence(const AppState& state, const Words& words)
{
    if (!state.failure) return {};
    const std::string safe = words(safe_key(state.failure->doing));
    const auto doing = state.failure->doing;
    const bool issues = doing == Busy::issuing || doing == Busy::issuing_group;
    const std::string what = words(issues ? issuing_key(state.failure->fault, state.personal.home)
                                          : fault_key(state.failure->fault));
    return safe + " " + what;
}

std::string busy_sentence(Busy busy, const Words& words)
{
    switch (busy) {
    case Busy::none:
        return {};
    case Busy::signing_group:
        return words("busy.signing_group");
    case Busy::issuing_group:
        return words("busy.issuing_group");
    case Busy::printing_group:
        return words("busy.printing_group");
    case Busy::reading_picture:
        return words("busy.reading_picture");
    case Busy::judging:
        return words("busy.judging");
    case Busy::opening_record:
        return words("busy.opening_record");
    case Busy::asking_change:
        return words("busy.asking_change");
    case Busy::adding_evidence:
        return words("busy.adding_evidence");
    case Busy::opening:
        return words("busy.opening");
    case Busy::registering:
        return words("busy.registering");
    case Busy::signing:
        return words("busy.signing");
    case Busy::issuing:
        return words("busy.issuing");
    case Busy::drawing_certificate:
        return words("busy.drawing");
    case Busy::printing:
        return words("busy.printing");
    case Busy::copying:
        return words("busy.copying");
    case Busy::setting_clock:
        return words("busy.setting_clock");
    case Busy::renewing:
        return words("busy.renewing");
    case Busy::reading_stick:
        return words("busy.reading_stick");
    case Busy::changing_pin:
        return words("busy.changing_pin");
    case Busy::changing_keys:
        return words("busy.changing_keys");
    case Busy::keeping_record:
        return words("busy.keeping_record");
    case Busy::erasing:
        return words("busy.erasing");
    case Busy::adding_person:
        return words("busy.adding_person");
    case Busy::removing_person:
        return words("busy.removing_person");
    case Busy::choosing_pin:
        return words("busy.choosing_pin");
    case Busy::stopping:
        return words("busy.stopping");
    case Busy::opening_practice:
        return words("busy.opening_practice");
    case Busy::reading_language:
        return words("busy.reading_language");
    case Busy::backing_up:
        return words("busy.backing_up");
    }
    return {};
}

} // namespace northseal::kiosk
