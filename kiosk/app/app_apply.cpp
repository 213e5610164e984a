// What each action means. A function here is a few lines; what takes more stands with its own idea.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/screens/door.h"
#include "kiosk/screens/sign_off.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

// What a PIN is given for, by the page it is typed on.
Busy work_of_pin(const AppState& state)
{
    switch (state.screen) {
    case Screen::sign_off:
        return Busy::signing;
    case Screen::stop:
        return Busy::stopping;
    case Screen::clock:
        return Busy::setting_clock;
    case Screen::new_pin:
        return Busy::changing_pin;
    case Screen::keys:
        return Busy::changing_keys;
    case Screen::people:
        return state.personal.people.step == PeopleStep::leaves ? Busy::removing_person : Busy::adding_person;
    case Screen::record:
        return state.personal.record.step == RecordStep::own_pin ? Busy::choosing_pin : Busy::erasing;
    case Screen::my_record:
        return state.personal.my_record.step == MyRecordStep::own_pin ? Busy::choosing_pin
                                                                      : Busy::opening_record;
    case Screen::change:
        return Busy::asking_change;
    case Screen::group_sign:
        return Busy::signing_group;
    default:
        return Busy::opening;
    }
}

} // namespace

struct App::Apply {
    App& app;
    AppState& state;

    void operator()(std::monostate) const {}
    void operator()(const act::Go& a) const { app.go(a.to); }
    void operator()(act::Back) const { app.back(); }
    void operator()(const act::ChooseLanguage& a) const
    {
        if (!app.m_languages.contains(a.language)) return;
        state.preferences.language = a.language;
        if (state.screen == Screen::welcome) app.go(door_screen(state));
    }
    void operator()(const act::SetTextSize& a) const { state.preferences.text_size = a.size; }
    void operator()(const act::SetColours& a) const { state.preferences.colours = a.colours; }
    void operator()(const act::SetContrast& a) const { state.preferences.high_contrast = a.high; }
    void operator()(const act::SetReading& a) const { state.preferences.read_aloud = a.aloud; }
    void operator()(const act::StepLoudness& a) const
    {
        state.preferences.loudness = std::clamp(state.preferences.loudness + a.by, 1, loudness_most);
    }
    void operator()(const act::StepBrightness& a) const
    {
        state.preferences.brightness = std::clamp(state.preferences.brightness + a.by, 1, brightness_most);
    }
    void operator()(const act::SetLessMotion& a) const { state.preferences.less_motion = a.less; }
    void operator()(const act::Focus& a) const { app.focus(a.field, a.caret); }
    void operator()(const act::Typing& a) const { app.typing(a); }
    void operator()(const act::ClearText& a) const
    {
        app.focus(a.field, 0);
        app.m_state.entry.set({});
        app.text_changed(a.field);
    }
    void operator()(act::Unlock) const
    {
        app.stop_typing();
        state.busy = Busy::opening;
    }
    void operator()(act::UseWordsFile) const { app.use_words_file(); }
    void operator()(act::Lock) const { app.lock(); }
    void operator()(act::CloseVault) const { app.close_vault(); }
    void operator()(const act::ChooseFacilitator& a) const { app.choose_person(a.who); }
    void operator()(const act::PinDigit& a) const
    {
        constexpr std::size_t pin_digits = 6;
        if (!state.pin.who || state.pin.wait_seconds > 0 || a.digit < 0 || a.digit > 9) return;
        if (state.pin.digits.size() >= pin_digits) return;
        state.pin.wrong = false;
        state.pin.digits.push_back(static_cast<char>('0' + a.digit));
    }
    void operator()(act::PinErase) const
    {
        if (!state.pin.digits.empty()) state.pin.digits.pop_back();
    }
    void operator()(act::PinClear) const { wipe(state.pin.digits); }
    void operator()(act::SubmitPin) const
    {
        if (!state.pin.who || state.pin.wait_seconds > 0) return;
        app.forgive_pin();
        state.busy = work_of_pin(state);
    }
    void operator()(const act::OpenLearner& a) const
    {
        if (app.open_learner(a.who)) app.go(Screen::learner);
    }
    void operator()(act::ShowMore) const
    {
        if (state.screen == Screen::issued_list) return app.load_issued_rows();
        if (state.screen == Screen::sessions) return app.more_sessions();
        app.more_learners();
    }
    void operator()(const act::StartRegistration& a) const { app.start_registration(a.with_query); }
    void operator()(const act::SetIdentity& a) const
    {
        state.personal.registration.learner.identity = a.grade;
        app.keep_form_now();
    }
    void operator()(const act::SetAge& a) const
    {
        state.personal.registration.learner.age_band = a.band;
        if (a.band != station::AgeBand::youth_with_guardian) {
            state.personal.registration.learner.consent.guardian.clear();
            app.stop_typing();
        }
        app.keep_form_now();
    }
    void operator()(const act::SetCertificateLanguage& a) const
    {
        state.personal.registration.learner.language = a.language;
        app.keep_form_now();
    }
    void operator()(const act::ShowConsentIn& a) const { app.show_consent_in(a.language); }
    void operator()(act::ReadConsent) const { app.read_consent(); }
    void operator()(const act::SetShare& a) const
    {
        state.personal.registration.learner.consent.share_with_institution = a.on;
        app.keep_form_now();
    }
    void operator()(act::RegistrationNext) const { app.registration_next(); }
    void operator()(const act::ResumeRegistration& a) const { app.resume_registration(a.kept); }
    void operator()(const act::AskToDrop& a) const { state.personal.registration.asks_to_drop = a.asks; }
    void operator()(act::DropRegistration) const { app.drop_registration(); }
    void operator()(const act::Assess& a) const { app.assess(a.who); }
    void operator()(const act::ChooseProgramme& a) const { app.choose_programme(a.index); }
    void operator()(const act::OpenAssessment& a) const
    {
        if (!app.load_assessment(a.which)) return;
        const auto& page = *state.personal.assessment;
        const bool whole = page.missing.empty() || page.assessment.state != station::AssessmentState::draft;
        app.go(whole ? Screen::review : Screen::rubric);
    }
    void operator()(const act::ChooseOutcome& a) const
    {
        auto& page = state.personal.assessment;
        if (!page || page->programme == nullptr || a.index >= page->programme->outcomes.size()) return;
        app.stop_typing();
        page->outcome = a.index;
        if (state.screen != Screen::rubric) app.go(Screen::rubric);
    }
    void operator()(const act::ChooseLevel& a) const { app.choose_level(a.level); }
    void operator()(const act::AddPhrase& a) const { app.add_phrase(a.index); }
    void operator()(const act::ChooseWitness& a) const
    {
        if (state.personal.assessment) state.personal.assessment->witness = a.who;
    }
    void operator()(act::Issue) const { state.busy = Busy::issuing; }
    void operator()(const act::OpenIssued& a) const
    {
        if (app.load_issued(a.which)) app.go(Screen::issued);
    }
    void operator()(act::Print) const
    {
        if (!state.personal.issued || app.m_printer == nullptr) return;
        state.personal.issued->print = PrintState::sent;
        state.busy = Busy::printing;
        if (state.screen != Screen::printing) app.go(Screen::printing);
    }
    void operator()(act::PrintLater) const { app.print_later(); }
    void operator()(act::TakeHome) const
    {
        if (state.personal.issued && state.can_copy) state.busy = Busy::copying;
    }
    void operator()(const act::StepClock& a) const { app.step_clock(a.part, a.by); }
    void operator()(const act::GoToRenewalStep& a) const { app.go_to_renewal_step(a.step); }
    void operator()(act::Renew) const
    {
        app.stop_typing();
        state.busy = Busy::renewing;
    }
    void operator()(const act::ChooseWay& a) const { app.choose_way(a.way); }
    void operator()(const act::OpenRecord& a) const
    {
        if (!app.open_learner(a.who)) return;
        app.go(Screen::record);
        if (a.step != RecordStep::see) app.go_to_record_step(a.step);
    }
    void operator()(const act::GoToRecordStep& a) const { app.go_to_record_step(a.step); }
    void operator()(act::ExportRecord) const { app.export_record(); }
    void operator()(const act::SetCorrectedLanguage& a) const
    {
        state.personal.record.correction.language = a.language;
    }
    void operator()(act::KeepCorrection) const { state.busy = Busy::keeping_record; }
    void operator()(const act::SetErasureReason& a) const { state.personal.record.wish.reason = a.reason; }
    void operator()(const act::SetRetention& a) const { state.personal.record.wish.retention = a.retention; }
    void operator()(act::RequestErasure) const { app.request_erasure(); }
    void operator()(const act::ShowPerson& a) const { state.personal.people.shown = a.who; }
    void operator()(act::PersonNext) const { app.person_next(); }
    void operator()(act::PersonLeaves) const { app.person_leaves(); }
    void operator()(const act::SetRole& a) const { state.personal.people.person.role = a.role; }
    void operator()(act::FinishRecovery) const { app.go(Screen::sign_in); }
    void operator()(act::CopyRequest) const { app.copy_request(); }
    void operator()(act::ReadStick) const
    {
        app.stop_typing();
        state.busy = Busy::reading_stick;
    }
    void operator()(act::CopyDiagnostics) const { app.copy_diagnostics(); }
    void operator()(act::BackUpNow) const
    {
        if (state.backup.has_medium && state.personal.signed_in) state.busy = Busy::backing_up;
    }
    void operator()(act::StartPractice) const
    {
        if (state.personal.signed_in) state.busy = Busy::opening_practice;
    }
    void operator()(act::LeavePractice) const { state.leaving = state.practising; }
    void operator()(act::ReadLanguage) const
    {
        if (state.can_copy) state.busy = Busy::reading_language;
    }
    void operator()(act::DismissFailure) const {}

    void operator()(const act::FilterSessions& a) const { state.personal.sessions.filter = a.filter; }
    void operator()(const act::StepSessionDay& a) const { app.step_session_day(a.by); }
    void operator()(const act::BeginSession& a) const { app.begin_session(a.programme); }
    void operator()(const act::OpenSession& a) const
    {
        if (app.load_session(a.which)) app.go(a.to);
    }
    void operator()(const act::Seat& a) const { app.seat(a.who, a.seated); }
    void operator()(const act::SetAttendance& a) const { app.set_attendance(a.who, a.attendance); }
    void operator()(act::EveryoneIsHere) const { app.everyone_is_here(); }
    void operator()(const act::GoToOutcome& a) const { app.go_to_outcome(a.index); }
    void operator()(const act::Mark& a) const { app.mark(a.who, a.level); }
    void operator()(act::IssueGroup) const { app.begin_group_issue(); }
    void operator()(act::StopGroup) const
    {
        if (state.personal.group) state.personal.group->stopped = true;
    }
    void operator()(act::PrintGroup) const { app.print_group(); }

    void operator()(act::ReadPicture) const
    {
        if (state.can_copy) state.busy = Busy::reading_picture;
    }
    void operator()(act::CheckSerial) const { app.check_serial(); }
    void operator()(act::ExplainPaper) const
    {
        app.begin_check();
        state.personal.check.explains = true;
    }
    void operator()(act::CheckAnother) const { app.begin_check(); }
    void operator()(const act::Scanned& a) const { app.scanned(a.text, a.way); }
    void operator()(const act::TurnCamera& a) const { app.turn_camera(a.on); }
    void operator()(const act::GoToMyStep& a) const { app.go_to_my_step(a.step); }
    void operator()(act::TakeMyRecord) const { app.take_my_record(); }
    void operator()(const act::SetMyReason& a) const { state.personal.my_record.reason = a.reason; }
    void operator()(act::AskToEraseMe) const { app.ask_to_erase_me(); }
    void operator()(act::CloseMyRecord) const { app.close_my_record(); }

    void operator()(act::LookForEvidence) const { app.look_for_evidence(); }
    void operator()(const act::AddEvidence& a) const
    {
        state.personal.evidence.adding = a.index;
        state.busy = Busy::adding_evidence;
    }
    void operator()(const act::RemoveEvidence& a) const { app.remove_evidence(a.index); }

    void operator()(act::AskForChange) const
    {
        app.stop_typing();
        if (state.personal.change.reason_chosen) state.personal.change.step = ChangeStep::pin;
    }
    void operator()(const act::SetChange& a) const { app.set_change(a.wanted); }
    void operator()(const act::SetChangeReason& a) const { app.set_change_reason(a.reason); }
};

void App::apply(const Action& action)
{
    if (std::holds_alternative<std::monostate>(action)) return;
    touched();
    // While something is being done, nothing else begins.
    // Only to stop after the certificate that is being signed is heard.
    const bool stops = std::holds_alternative<act::StopGroup>(action);
    if (m_state.busy != Busy::none && !stops) return;
    m_state.failure.reset();
    std::visit(Apply{*this, m_state}, action);
    follow_consent();
    follow_camera();
    keep_preferences();
    changed();
}

} // namespace northseal::kiosk
