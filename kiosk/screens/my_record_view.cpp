#include "kiosk/screens/my_record.h"

#include "kiosk/screens/check.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/own_pin.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/registration.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

using station::ErasureReason;

void add_kept(MyRecordView& view, const LearnerPage& page, const AppState& state, const Words& words)
{
    const auto& row = page.learner.row;
    const auto facts = {identity_words(page.learner.identity, words), age_words(page.learner.age_band, words),
                        language_name(state, page.learner.language)};
    std::string about;
    for (const auto& fact : facts) about += (about.empty() ? "" : words("list.comma")) + fact;
    view.kept.push_back(
        {Icon::user_circle, row.name, row.number.empty() ? about : row.number + words("list.comma") + about});
    for (const auto& issued : page.issued) {
        view.kept.push_back(
            {Icon::certificate, issued.programme_name,
             words(issued.received_by_institution ? "my_record.issued_received" : "my_record.issued_here",
                   {{"date", date_in_words(words, issued.issued_at, state.offset)},
                    {"serial", issued.serial}})});
    }
    for (const auto& each : page.under_way) {
        const auto* programme = find_programme(state, each.programme_id);
        view.kept.push_back(
            {Icon::pencil,
             programme == nullptr ? words("learner.programme_gone") : said(programme->name, words.language()),
             words("my_record.under_way")});
    }
    view.kept.push_back(
        {Icon::check, words("my_record.agreed"),
         words("my_record.agreed_on", {{"date", date_in_words(words, row.registered, state.offset)}})});
}

void add_levels(MyRecordView& view, const station::Assessment& each, const AppState& state,
                const Words& words)
{
    const auto* programme = find_programme(state, each.programme_id);
    if (programme == nullptr) return;
    for (std::size_t at = 0; at < programme->outcomes.size() && at < each.levels.size(); ++at) {
        const auto& outcome = programme->outcomes[at];
        view.all.push_back({said(outcome.name, words.language()),
                            level_name(outcome, each.levels[at], words.language(), words)});
        if (at < each.notes.size() && !each.notes[at].empty())
            view.all.push_back({words("my_record.note"), each.notes[at]});
    }
    if (!each.narrative.empty()) view.all.push_back({words("my_record.narrative"), each.narrative});
    if (!each.evidence.empty())
        view.all.push_back(
            {words("my_record.pictures"), words.number(static_cast<std::int64_t>(each.evidence.size()))});
}

void add_certificate(MyRecordView& view, const station::Issued& issued, const AppState& state,
                     const Words& words)
{
    const auto& award = issued.award;
    view.all.push_back({{}, award.programme});
    view.all.push_back(
        {words("my_record.issued_on"), date_in_words(words, issued.row.issued_at, state.offset)});
    view.all.push_back({words("my_record.serial"), issued.row.serial});
    view.all.push_back({words("my_record.name_on_it"), award.holder});
    if (!award.holder_number.empty()) view.all.push_back({words("my_record.number"), award.holder_number});
    for (const auto& outcome : award.outcomes) {
        const bool assessed = outcome.achieved > 0 && outcome.achieved <= outcome.levels.size();
        view.all.push_back({outcome.name, assessed ? outcome.levels[outcome.achieved - 1].name
                                                   : words("check.not_assessed")});
    }
    if (!award.narrative.empty()) view.all.push_back({words("my_record.narrative"), award.narrative});
    view.all.push_back({words("my_record.signed_by"), award.assessor});
    if (!award.witness.empty()) view.all.push_back({words("my_record.signed_second"), award.witness});
}

// Every line, as it is kept.
void add_all(MyRecordView& view, const LearnerPage& page, const AppState& state, const Words& words)
{
    const auto& row = page.learner.row;
    const auto& form = state.personal.my_record;
    view.all.push_back({{}, words("my_record.about_you")});
    view.all.push_back({words("check.name"), row.name});
    if (!row.number.empty()) view.all.push_back({words("my_record.number"), row.number});
    view.all.push_back({words("my_record.known_how"), identity_words(page.learner.identity, words)});
    view.all.push_back({words("my_record.age"), age_words(page.learner.age_band, words)});
    view.all.push_back({words("my_record.language"), language_name(state, page.learner.language)});
    view.all.push_back({words("record.registered"), date_in_words(words, row.registered, state.offset)});
    if (form.has_pin) view.all.push_back({words("own_pin.title"), words("own_pin.chosen")});
    if (!form.consent.empty()) view.all.push_back({words("my_record.agreed"), form.consent});
    for (const auto& issued : form.issued) add_certificate(view, issued, state, words);
    for (const auto& each : page.under_way) {
        const auto* programme = find_programme(state, each.programme_id);
        view.all.push_back({{},
                            programme == nullptr ? words("learner.programme_gone")
                                                 : said(programme->name, words.language())});
        view.all.push_back({words("my_record.state"), words("my_record.under_way")});
        add_levels(view, each, state, words);
    }
}

std::string how_words(station::OpenedHow how, const Words& words)
{
    switch (how) {
    case station::OpenedHow::paper:
        return words("my_record.by_paper");
    case station::OpenedHow::pin:
        return words("my_record.by_pin");
    case station::OpenedHow::signed_in:
        return words("my_record.by_work");
    }
    return {};
}

// Who looked: the learner themselves, or somebody by name.
void add_openings(MyRecordView& view, const AppState& state, const Words& words)
{
    const auto& openings = state.personal.my_record.openings;
    if (openings.times == 0) return;
    view.opened = words.count("my_record.opened", openings.times,
                              {{"date", date_in_words(words, openings.since, state.offset)}});
    for (const auto& each : openings.latest) {
        const bool own = each.how != station::OpenedHow::signed_in;
        const std::string when = date_in_words(words, each.when, state.offset) + words("list.comma") +
                                 time_of_day(words, each.when, state.offset);
        view.openings.push_back({Icon::user_circle, own ? words("my_record.you") : each.by,
                                 when + words("list.comma") + how_words(each.how, words),
                                 own ? std::string() : each.by});
    }
}

void add_ways(MyRecordView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.my_record;
    view.ways.push_back({"mine/all", Icon::eye, Tone::neutral, words("my_record.all"),
                         words("my_record.all_detail"), true, act::GoToMyStep{MyRecordStep::all}});
    std::string take = words(state.can_copy ? "my_record.take_detail" : "record.no_stick");
    if (!form.exported.empty()) take = words("record.exported", {{"file", form.exported}});
    view.ways.push_back({"mine/take", Icon::device_usb, Tone::neutral, words("my_record.take"), take,
                         state.can_copy, act::TakeMyRecord{}});
    view.ways.push_back({"mine/pin", Icon::key, form.pin_kept ? Tone::good : Tone::neutral,
                         words(form.has_pin ? "own_pin.change" : "own_pin.choose"),
                         words(form.pin_kept ? "own_pin.kept" : "own_pin.choose_detail"), true,
                         act::GoToMyStep{MyRecordStep::own_pin}});
    view.ways.push_back({"mine/correct", Icon::pencil, Tone::neutral, words("my_record.correct"),
                         words("my_record.correct_detail"), true, act::GoToMyStep{MyRecordStep::correct}});
    const auto erase = form.request ? words("my_record.erase_asked",
                                            {{"date", date_in_words(words, form.request->due, state.offset)}})
                                    : words("my_record.erase_detail");
    view.ways.push_back({"mine/erase",
                         Icon::eraser,
                         Tone::waits,
                         words("my_record.erase"),
                         erase,
                         !form.request.has_value(),
                         act::GoToMyStep{MyRecordStep::erase},
                         {{Icon::key, words("my_record.short_keys")},
                          {Icon::circle_check, words("my_record.short_paper")},
                          {Icon::clock, words("my_record.short_year")},
                          {Icon::school, words("my_record.short_institution")}}});
}

// Before anything of anybody is shown.
void add_door(MyRecordView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.my_record;
    if (form.step >= MyRecordStep::shown) view.step = MyRecordStep::ask;
    view.line = words("my_record.line_ask");
    view.called = form.called;
    view.typing = state.typing == TextField::own_name;
    if (form.step != MyRecordStep::pin) return;
    view.pin = own_pin_view(state, words);
    view.pin_main = words("own_pin.open");
}

} // namespace

MyRecordView my_record_view(const AppState& state, const Words& words)
{
    const auto& form = state.personal.my_record;
    MyRecordView view;
    view.step = form.step;
    view.closed = !state.vault_open;
    view.can_read_stick = state.can_copy;
    view.camera = camera_view(state, words);
    view.trouble = trouble_sentence(form.trouble, words);
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    if (form.step < MyRecordStep::shown || !state.personal.learner) {
        add_door(view, state, words);
        return view;
    }
    view.name = state.personal.learner->learner.row.name;
    view.line = words(form.how == station::OpenedHow::pin ? "my_record.line_pin" : "my_record.line");
    view.pin_steps = {words("own_pin.new_1"), words("own_pin.new_2"), words("own_pin.new_3")};
    if (form.step == MyRecordStep::own_pin) {
        view.pin = new_own_pin_view(state, form.own_pin, words);
        view.pin_main = new_own_pin_main(form.own_pin, words);
    }
    add_kept(view, *state.personal.learner, state, words);
    if (form.step == MyRecordStep::all) add_all(view, *state.personal.learner, state, words);
    add_openings(view, state, words);
    add_ways(view, state, words);
    view.correct_steps = {words("my_record.correct_1"), words("my_record.correct_2"),
                          words("my_record.correct_3")};
    view.reasons = {{"reason/asked", words("my_record.reason_asked"), form.reason == ErasureReason::asked,
                     ErasureReason::asked},
                    {"reason/twice", words("my_record.reason_twice"),
                     form.reason == ErasureReason::registered_twice, ErasureReason::registered_twice},
                    {"reason/mistake", words("my_record.reason_mistake"),
                     form.reason == ErasureReason::registered_by_mistake,
                     ErasureReason::registered_by_mistake}};
    view.erase_means = {words("my_record.means_keys"), words("my_record.means_paper"),
                        words("my_record.means_year"), words("my_record.means_institution")};
    return view;
}

} // namespace northseal::kiosk
