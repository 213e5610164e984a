#include "kiosk/screens/failure.h"
#include "kiosk/screens/own_pin.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/record.h"
#include "kiosk/screens/registration.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

using station::ErasureReason;
using station::Retention;

bool is_due(const RecordForm& form, const AppState& state)
{
    return form.request && form.request->due <= state.now;
}

void add_facts(RecordView& view, const station::Learner& learner, const AppState& state, const Words& words)
{
    view.facts = {{words("record.registered"), date_in_words(words, learner.row.registered, state.offset)},
                  {words("learner.identity"), identity_words(learner.identity, words)},
                  {words("learner.age"), age_words(learner.age_band, words)},
                  {words("learner.certificate_language"), language_name(state, learner.language)},
                  {words("record.under_way"), words.number(learner.row.drafts)},
                  {words("record.issued"), words.number(learner.row.issued)}};
    if (!learner.row.number.empty())
        view.facts.insert(view.facts.begin(), {words("learner.number"), learner.row.number});
}

void add_ways(RecordView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.record;
    std::string copied = words(state.can_copy ? "record.export_detail" : "record.no_stick");
    if (!form.exported.empty()) copied = words("record.exported", {{"file", form.exported}});
    view.ways.push_back({"record/export", Icon::device_usb, words("record.export"), copied, state.can_copy,
                         act::ExportRecord{}});
    view.ways.push_back({"record/correct", Icon::pencil, words("record.correct"),
                         words(form.corrected ? "record.corrected" : "record.correct_detail"), true,
                         act::GoToRecordStep{RecordStep::correct}});
    const auto first = first_name(state.personal.learner->learner.row.name);
    auto pin = words(form.has_pin ? "record.pin_again" : "record.pin_detail", {{"name", first}});
    if (form.pin_kept) pin = words("record.pin_kept");
    view.ways.push_back(
        {"record/pin", Icon::key, words("record.pin"), pin, true, act::GoToRecordStep{RecordStep::own_pin}});
    auto erase = words("record.erase_detail");
    if (form.request)
        erase =
            words("record.erase_waits", {{"date", date_in_words(words, form.request->due, state.offset)}});
    if (is_due(form, state)) erase = words("record.erase_due");
    view.ways.push_back({"record/erase", Icon::eraser, words("record.erase"), erase, true,
                         act::GoToRecordStep{RecordStep::erase}});
}

void add_correction(RecordView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.record;
    view.new_name = form.correction.name;
    view.number = form.correction.number;
    const bool here =
        state.typing == TextField::corrected_name || state.typing == TextField::corrected_number;
    view.typing = here ? state.typing : TextField::none;
    for (const auto& language : state.languages)
        view.languages.push_back({language.name, language.tag, language.tag == form.correction.language});
    view.note = words("record.correct_note");
    view.main = words("record.keep_correction");
    view.can_go_on = !form.correction.name.empty();
    view.why_not = words("register.name_missing");
    view.main_action = act::KeepCorrection{};
}

void add_erasure(RecordView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.record;
    if (form.request) {
        const auto date = date_in_words(words, form.request->due, state.offset);
        view.asks_pin = is_due(form, state);
        view.note = view.asks_pin ? words("record.erase_now_note")
                                  : words("record.erase_later_note", {{"date", date}});
        view.pin = pin_view(state, words);
        return;
    }
    const auto reason = [&](ErasureReason which, const char* id, const char* key) {
        view.reasons.push_back({id, words(key), {}, form.wish.reason == which, act::SetErasureReason{which}});
    };
    reason(ErasureReason::asked, "reason/asked", "record.reason_asked");
    reason(ErasureReason::registered_twice, "reason/twice", "record.reason_twice");
    reason(ErasureReason::registered_by_mistake, "reason/mistake", "record.reason_mistake");
    reason(ErasureReason::other, "reason/other", "record.reason_other");
    const auto retention = [&](Retention which, const char* id, const char* key, const char* detail) {
        view.retentions.push_back(
            {id, words(key), words(detail), form.wish.retention == which, act::SetRetention{which}});
    };
    retention(Retention::year_after_use, "retention/year", "record.after_year", "record.after_year_detail");
    retention(Retention::person_agrees_to_less, "retention/now", "record.agrees", "record.agrees_detail");
    view.main = words("record.request");
    view.main_action = act::RequestErasure{};
}

} // namespace

RecordView record_view(const AppState& state, const Words& words)
{
    RecordView view;
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    const auto& form = state.personal.record;
    view.step = form.step;
    view.line = words("record.title");
    if (form.erased) {
        view.note = words(state.backup.has_medium && state.backup.failed ? "record.erased_not_copied"
                                                                         : "record.erased");
        view.main = words("record.to_learners");
        view.main_action = act::Go{Screen::learners};
        return view;
    }
    if (!state.personal.learner) return view;
    const auto& learner = state.personal.learner->learner;
    view.name = learner.row.name;
    switch (form.step) {
    case RecordStep::see:
        add_facts(view, learner, state, words);
        add_ways(view, state, words);
        break;
    case RecordStep::correct:
        add_correction(view, state, words);
        break;
    case RecordStep::erase:
        add_erasure(view, state, words);
        break;
    case RecordStep::own_pin:
        view.note = words("record.pin_note", {{"name", first_name(learner.row.name)}});
        view.pin = new_own_pin_view(state, form.own_pin, words);
        view.pin_main = new_own_pin_main(form.own_pin, words);
        break;
    }
    return view;
}

} // namespace northseal::kiosk
