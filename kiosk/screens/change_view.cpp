#include "kiosk/screens/change.h"

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

using station::ChangeReason;
using station::ChangeWanted;

struct ReasonWords {
    ChangeReason reason;
    const char* id;
    const char* title;
    const char* detail;
};
constexpr ReasonWords to_revoke[] = {
    {ChangeReason::wrong_person, "reason/person", "change.wrong_person", "change.wrong_person_detail"},
    {ChangeReason::not_own_work, "reason/work", "change.not_own_work", "change.not_own_work_detail"},
    {ChangeReason::learner_asks, "reason/asks", "change.learner_asks", "change.learner_asks_detail"},
    {ChangeReason::other, "reason/other", "change.other", "change.other_detail"}};
constexpr ReasonWords to_correct[] = {
    {ChangeReason::wrong_name, "reason/name", "change.wrong_name", "change.wrong_name_detail"},
    {ChangeReason::wrong_level, "reason/level", "change.wrong_level", "change.wrong_level_detail"},
    {ChangeReason::other, "reason/other", "change.other", "change.other_detail"}};

void add_reasons(ChangeView& view, const ChangeForm& form, const Words& words)
{
    const auto add = [&](const ReasonWords& each) {
        view.reasons.push_back({each.id, words(each.title), words(each.detail),
                                form.reason_chosen && form.request.reason == each.reason, each.reason});
    };
    if (view.wanted == ChangeWanted::revoke)
        for (const auto& each : to_revoke) add(each);
    else
        for (const auto& each : to_correct) add(each);
}

std::string reason_title(const station::ChangeRequest& request, const Words& words)
{
    for (const auto& each : to_revoke) {
        if (each.reason == request.reason && request.wanted == ChangeWanted::revoke) return words(each.title);
    }
    for (const auto& each : to_correct) {
        if (each.reason == request.reason) return words(each.title);
    }
    return {};
}

} // namespace

ChangeView change_view(const AppState& state, const Words& words)
{
    const auto& form = state.personal.change;
    ChangeView view;
    view.failure = failure_sentence(state, words);
    view.busy = busy_sentence(state.busy, words);
    const auto& issued = state.personal.issued;
    if (!issued) return view;
    const auto& row = issued->issued.row;
    view.line = words("change.line", {{"name", row.learner_name},
                                      {"programme", row.programme_name},
                                      {"date", date_in_words(words, row.issued_at, state.offset)}});
    view.wanted = form.request.wanted;
    const bool revoke = view.wanted == ChangeWanted::revoke;
    view.question = words(revoke ? "change.why_revoke" : "change.why_correct");
    add_reasons(view, form, words);
    view.words = form.request.words;
    view.asks_words = form.reason_chosen;
    view.typing = state.typing == TextField::change_words;
    const auto name = first_name(row.learner_name);
    view.next_steps = {words("change.next_pin"), words("change.next_decides", {{"name", name}}),
                       words(revoke ? "change.next_revoked" : "change.next_corrected", {{"name", name}})};
    view.note = words(revoke ? "change.note_revoke" : "change.note_correct", {{"name", name}});
    view.main = words("change.send");
    const bool lacks_words = form.request.reason == ChangeReason::other && form.request.words.empty();
    view.can_send = form.reason_chosen && !lacks_words;
    view.why_not = words(form.reason_chosen ? "change.say_it" : "change.choose_reason");
    view.asks_pin = form.step == ChangeStep::pin;
    if (view.asks_pin) view.pin = pin_view(state, words);
    if (form.done) {
        view.done = words(revoke ? "change.asked_revoke" : "change.asked_correct",
                          {{"who", form.request.by},
                           {"when", recently(words, form.request.asked, state.now, state.offset)},
                           {"reason", reason_title(form.request, words)}});
    }
    return view;
}

} // namespace northseal::kiosk
