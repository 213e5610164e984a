#pragma once
// What a person did on a screen. A draw function returns one; App::apply is what it means.

#include <cstdint>
#include <string>
#include <variant>

#include "kiosk/screens/state.h"

namespace northseal::kiosk::act {

struct Go {
    Screen to;
};
struct Back {};
struct ChooseLanguage {
    std::string language;
};
struct SetTextSize {
    TextSize size;
};
struct SetColours {
    ColourChoice colours;
};
struct SetContrast {
    bool high;
};
struct SetReading {
    bool aloud;
};
struct StepLoudness {
    int by;
};
struct StepBrightness {
    int by;
};
struct SetLessMotion {
    bool less;
};

// Text: where the caret goes, and what the keyboard did (on the screen or on the desk).
struct Focus {
    TextField field;
    std::size_t caret;
};
struct Typing {
    std::vector<Edit> edits;
    std::optional<KeyboardState> keyboard;
    bool done{false};
};
struct ClearText {
    TextField field;
};

struct Unlock {}; // by the words, the token or the recovery code, by the screen it stands on
struct UseWordsFile {};
struct Lock {};       // names leave the screen and the memory; a PIN opens it again
struct CloseVault {}; // keys leave the memory too; the six words open it again
struct ChooseFacilitator {
    station::FacilitatorId who;
};
struct PinDigit {
    int digit;
};
struct PinErase {};
struct PinClear {};
struct SubmitPin {}; // signs in, or signs the assessment, by the screen it stands on

struct OpenLearner {
    station::LearnerId who;
};
struct ShowMore {};
struct StartRegistration {
    bool with_query{false};
};
struct SetIdentity {
    station::IdentityGrade grade;
};
struct SetAge {
    station::AgeBand band;
};
struct SetCertificateLanguage {
    std::string language;
};
struct ShowConsentIn {
    std::string language;
};
struct ReadConsent {}; // aloud; while it is read: stop
struct SetShare {
    bool on;
};
struct RegistrationNext {};
struct ResumeRegistration {
    std::int64_t kept; // a form that was left, or that the power took
};
struct AskToDrop { // whether the form shall be thrown away is asked, or is not any more
    bool asks;
};
struct DropRegistration {};

struct Assess {
    station::LearnerId who;
};
struct ChooseProgramme {
    std::size_t index;
};
struct OpenAssessment {
    station::AssessmentId which;
};
struct ChooseOutcome {
    std::size_t index;
};
struct ChooseLevel {
    std::uint32_t level; // 1-based; the chosen one again takes it away
};
struct AddPhrase {
    std::size_t index;
};
struct ChooseWitness {
    station::FacilitatorId who;
};
struct Issue {}; // of an assessment that is signed off and waits

struct OpenIssued {
    station::IssuedId which;
};
struct Print {};
struct PrintLater {};
struct TakeHome {};
struct StepClock {
    ClockPart part;
    int by;
};
struct GoToRenewalStep {
    RenewalStep step;
};
struct Renew {}; // by the words that were typed
struct ChooseWay {
    KeyWay way;
};
struct OpenRecord {
    station::LearnerId who;
    RecordStep step{RecordStep::see};
};
struct GoToRecordStep {
    RecordStep step;
};
struct ExportRecord {};
struct SetCorrectedLanguage {
    std::string language;
};
struct KeepCorrection {};
struct SetErasureReason {
    station::ErasureReason reason;
};
struct SetRetention {
    station::Retention retention;
};
struct RequestErasure {};
struct ShowPerson { // what somebody may do here
    station::FacilitatorId who;
};
struct PersonNext {};   // somebody joins: from the list to the name, and on to their PIN
struct PersonLeaves {}; // who is shown: on to what follows, and the PIN of who says so
struct SetRole {
    std::string role;
};
struct FinishRecovery {}; // nobody else has lost a PIN: to the door
struct CopyRequest {};    // what the institution certifies new keys by, to the stick
struct ReadStick {};      // for the institution's answer
struct CopyDiagnostics {};
struct BackUpNow {}; // the medium is in
struct StartPractice {};
struct LeavePractice {};
struct ReadLanguage {}; // that a community made, from the stick
struct DismissFailure {};

// Sessions.
struct FilterSessions {
    SessionFilter filter;
};
struct StepSessionDay {
    int by;
};
struct BeginSession {
    std::size_t programme; // its index
};
struct OpenSession {
    station::SessionId which;
    Screen to{Screen::marking};
};
struct Seat { // a place in the session, or none any more
    station::LearnerId who;
    bool seated;
};
struct SetAttendance {
    station::LearnerId who;
    station::Attendance attendance;
};
struct EveryoneIsHere {};
struct GoToOutcome { // of the group
    std::size_t index;
};
struct Mark { // the chosen level again takes it away
    station::LearnerId who;
    std::uint32_t level;
};
struct IssueGroup {};
struct StopGroup {};  // after the one that is being signed
struct PrintGroup {}; // one page after the other

// Without signing in.
struct ReadPicture {};  // from the stick
struct CheckSerial {};  // that was typed
struct ExplainPaper {}; // what to do with paper that has no code
struct CheckAnother {};
struct Scanned {
    std::string text;
    CheckWay way{CheckWay::scanner};
};
struct TurnCamera {
    bool on;
};
struct GoToMyStep {
    MyRecordStep step;
};
struct TakeMyRecord {};
struct SetMyReason {
    station::ErasureReason reason;
};
struct AskToEraseMe {};
struct CloseMyRecord {};

// Pictures of the work.
struct LookForEvidence {}; // on the stick
struct AddEvidence {
    std::size_t index; // of what was found
};
struct RemoveEvidence {
    std::size_t index; // of what is kept
};

// A certificate that was issued wrong.
struct AskForChange {};
struct SetChange {
    station::ChangeWanted wanted;
};
struct SetChangeReason {
    station::ChangeReason reason;
};

} // namespace northseal::kiosk::act

namespace northseal::kiosk {

using Action = std::variant<
    std::monostate, act::Go, act::Back, act::ChooseLanguage, act::SetTextSize, act::SetColours,
    act::SetContrast, act::SetReading, act::StepLoudness, act::StepBrightness, act::SetLessMotion, act::Focus,
    act::Typing, act::ClearText, act::Unlock, act::UseWordsFile, act::Lock, act::CloseVault,
    act::ChooseFacilitator, act::PinDigit, act::PinErase, act::PinClear, act::SubmitPin, act::OpenLearner,
    act::ShowMore, act::StartRegistration, act::SetIdentity, act::SetAge, act::SetCertificateLanguage,
    act::ShowConsentIn, act::ReadConsent, act::SetShare, act::RegistrationNext, act::ResumeRegistration,
    act::AskToDrop, act::DropRegistration, act::Assess, act::ChooseProgramme, act::OpenAssessment,
    act::ChooseOutcome, act::ChooseLevel, act::AddPhrase, act::ChooseWitness, act::Issue, act::OpenIssued,
    act::Print, act::PrintLater, act::TakeHome, act::StepClock, act::GoToRenewalStep, act::Renew,
    act::ChooseWay, act::OpenRecord, act::GoToRecordStep, act::ExportRecord, act::SetCorrectedLanguage,
    act::KeepCorrection, act::SetErasureReason, act::SetRetention, act::RequestErasure, act::ShowPerson,
    act::PersonNext, act::PersonLeaves, act::SetRole, act::FinishRecovery, act::CopyRequest, act::ReadStick,
    act::CopyDiagnostics, act::BackUpNow, act::StartPractice, act::LeavePractice, act::ReadLanguage,
    act::DismissFailure, act::FilterSessions, act::StepSessionDay, act::BeginSession, act::OpenSession,
    act::Seat, act::SetAttendance, act::EveryoneIsHere, act::GoToOutcome, act::Mark, act::IssueGroup,
    act::StopGroup, act::PrintGroup, act::ReadPicture, act::CheckSerial, act::ExplainPaper, act::CheckAnother,
    act::Scanned, act::TurnCamera, act::GoToMyStep, act::TakeMyRecord, act::SetMyReason, act::AskToEraseMe,
    act::CloseMyRecord, act::LookForEvidence, act::AddEvidence, act::RemoveEvidence, act::AskForChange,
    act::SetChange, act::SetChangeReason>;

} // namespace northseal::kiosk
