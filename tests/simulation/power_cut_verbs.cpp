#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "tests/simulation/power_cut.h"

namespace northseal::simulation {
namespace {

using station::AssessmentId;
using station::Station;

// Assessments of the season, by number.
constexpr AssessmentId complete_draft{2};
constexpr AssessmentId half_signed{3};
constexpr AssessmentId first_ready{4};
constexpr station::LearnerId second_learner{2};

template<class T>
Result<> without_value(Result<T> result)
{
    if (!result.ok()) return std::move(result).error();
    return {};
}

Result<> play_season(SimulatedKiosk& kiosk)
{
    TRY(kiosk.open());
    auto& site = kiosk.site();
    const auto first = TRY(issue_to(site, "Ada Northwater"));
    TRY(site.record_print(first, assessor));
    const auto second = TRY(site.register_learner(test::learner_named("Per Sund", "A-17"), assessor));
    TRY(draft_for(site, second, "en"));
    for (const auto* name : {"Third", "Fourth", "Fifth", "Sixth"}) {
        const auto learner = TRY(site.register_learner(test::learner_named(name), assessor));
        const auto id = TRY(draft_for(site, learner, "fr"));
        TRY(sign(site, id, assessor));
        if (id != half_signed) TRY(sign(site, id, witness));
    }
    TRY(site.checkpoint());
    kiosk.close();
    return {};
}

// The season with a backup on a stick, and a ledger that no longer reads.
DiskImage damaged(const Beginning& beginning, const DiskImage& start)
{
    SimulatedKiosk kiosk(beginning, start, 29);
    const auto backed_up = [&]() -> Result<> {
        TRY(kiosk.open());
        TRY(kiosk.site().back_up(stick));
        kiosk.close();
        return {};
    }();
    if (!backed_up.ok()) {
        std::fprintf(stderr, "no backup can be made: %s\n", backed_up.error().detail.c_str());
        std::abort();
    }
    return with_damaged_ledger(kiosk.disk().as_seen());
}

// An empty machine, and the stick with the backup of the one that burnt down.
DiskImage burnt(const Beginning& beginning, const DiskImage& start)
{
    auto image = damaged(beginning, start);
    std::erase_if(image.files, [](const auto& file) { return file.first.starts_with(kiosk_folder); });
    std::erase_if(image.folders, [](const auto& folder) { return folder.starts_with(kiosk_folder); });
    return image;
}

DiskImage season(const Beginning& beginning)
{
    SimulatedKiosk kiosk(beginning, beginning.installed, 23);
    const auto played = play_season(kiosk);
    if (!played.ok()) {
        std::fprintf(stderr, "the season cannot be played: %s\n", played.error().detail.c_str());
        std::abort();
    }
    auto image = kiosk.disk().as_seen();
    image.folders.insert(stick);
    return image;
}

Result<> back_up(SimulatedKiosk& kiosk)
{
    return without_value(kiosk.site().back_up(stick));
}

Result<> restore(SimulatedKiosk& kiosk)
{
    return without_value(Station::restore(kiosk_folder, stick, kiosk.around()));
}

Result<> enrol(SimulatedKiosk& kiosk)
{
    return without_value(Station::enrol(kiosk_folder, test::demo_people(), kiosk.around()));
}

Result<> install(SimulatedKiosk& kiosk)
{
    return Station::install(kiosk_folder, kiosk.beginning().pack, test::demo_words, kiosk.around());
}

Result<> register_one(SimulatedKiosk& kiosk)
{
    return without_value(kiosk.site().register_learner(test::learner_named("Newly Come", "N-1"), assessor));
}

// A name as it grows under somebody's fingers; the number tells whether it was kept before.
Result<> keep_form(SimulatedKiosk& kiosk, const std::string& name)
{
    const auto kept = TRY(kiosk.site().kept_registrations());
    station::KeptRegistration form;
    form.learner.name = name;
    form.learner.kept = kept.empty() ? 0 : kept.front().learner.kept;
    form.by = assessor;
    return without_value(kiosk.site().keep_registration(form));
}

Result<> register_kept(SimulatedKiosk& kiosk)
{
    const auto kept = TRY(kiosk.site().kept_registrations());
    auto learner = test::learner_named("Newly Come", "N-1");
    learner.kept = kept.at(0).learner.kept;
    return without_value(kiosk.site().register_learner(learner, assessor));
}

Result<> drop_form(SimulatedKiosk& kiosk)
{
    return kiosk.site().drop_registration(TRY(kiosk.site().kept_registrations()).at(0).learner.kept);
}

Result<> save_draft(SimulatedKiosk& kiosk)
{
    auto draft = TRY(kiosk.site().assessment(complete_draft));
    if (!draft) return corrupt("the draft is gone");
    draft->levels.back() = 2;
    draft->notes.front() = "Measured twice, cut once.";
    return kiosk.site().save_draft(*draft);
}

Result<> add_newcomer(SimulatedKiosk& kiosk)
{
    return without_value(kiosk.site().add_facilitator({"Rosalie Moose", "witness", first_pin}, assessor));
}

Result<> change_pin(SimulatedKiosk& kiosk)
{
    return without_value(kiosk.site().change_pin(newcomer, first_pin, second_pin));
}

Result<> recover(SimulatedKiosk& kiosk)
{
    return kiosk.site().unlock_with_code(kiosk.beginning().codes.steward);
}

Result<> newcomer_leaves(SimulatedKiosk& kiosk)
{
    return without_value(kiosk.site().person_left(newcomer, assessor, test::assessor_pin));
}

// Whoever is gone signs nothing: neither with the PIN they had nor with any.
void left_or_stays(SimulatedKiosk& kiosk, std::size_t, BrokenLaws& broken)
{
    const auto people = kiosk.site().facilitators();
    const auto heard = kiosk.site().check_pin(newcomer, first_pin);
    const auto is_newcomer = [](const station::Facilitator& each) { return each.id == newcomer; };
    const bool works = people.ok() && std::any_of(people.value().begin(), people.value().end(), is_newcomer);
    const bool opens = heard.ok() && heard.value().answer == station::PinAnswer::accepted;
    if (!people.ok() || works != opens)
        broken.push_back({Law::left_signs_nothing,
                          works ? "the PIN of who stays opens nothing" : "the PIN of who left is heard"});
}

Result<> replace_pin(SimulatedKiosk& kiosk)
{
    return kiosk.site().reset_pin(newcomer, second_pin);
}

Result<> renew_codes(SimulatedKiosk& kiosk)
{
    return without_value(kiosk.site().renew_recovery_codes(assessor, test::assessor_pin));
}

constexpr station::SessionId only_session{1};

Result<> begin_session(SimulatedKiosk& kiosk)
{
    TRY(kiosk.site().begin_session(demo_programme_id, 0, assessor));
    for (const std::int64_t learner : {1, 3}) TRY(kiosk.site().seat(only_session, {learner}, true));
    return {};
}

Result<> mark_one(SimulatedKiosk& kiosk, std::int64_t learner, std::size_t outcome)
{
    return without_value(kiosk.site().mark(only_session, {learner}, outcome, 3, assessor));
}

Result<> mark_group(SimulatedKiosk& kiosk)
{
    for (const std::int64_t learner : {1, 3}) {
        for (std::size_t outcome = 0; outcome < 5; ++outcome) TRY(mark_one(kiosk, learner, outcome));
    }
    return {};
}

Result<> sign_group(SimulatedKiosk& kiosk, station::FacilitatorId by, std::string_view pin)
{
    return without_value(kiosk.site().sign_off_session(only_session, by, pin));
}

Result<> ask_to_revoke(SimulatedKiosk& kiosk)
{
    const auto rows = TRY(kiosk.site().issued_rows(1, 0));
    station::ChangeRequest request;
    request.words = "Two people handed in the same photo.";
    return without_value(kiosk.site().request_change(rows.at(0).id, request, assessor, test::assessor_pin));
}

Result<> issue(SimulatedKiosk& kiosk, AssessmentId id)
{
    return without_value(kiosk.site().issue(id, assessor));
}

} // namespace

std::vector<PowerCutVerb> power_cut_verbs(const Beginning& beginning)
{
    const auto start = season(beginning);
    const auto renewal = beginning.renewal(2, 30, test::demo_day, test::demo_day + 300 * 86400);
    using Kiosk = SimulatedKiosk;
    const auto group = [](std::int64_t place) {
        return [place](Kiosk& kiosk) { return issue(kiosk, {first_ready.value + place}); };
    };
    std::vector<PowerCutVerb> verbs{
        {"enrol", {}, false, {}, {enrol}},
        {"install", beginning.enrolled, false, {}, {install}},
        {"install a renewal", start, false, {}, {[renewal](Kiosk& kiosk) {
             return Station::install(kiosk_folder, renewal, test::demo_words, kiosk.around());
         }}},
        {"open", start, false, {}, {[](Kiosk& kiosk) -> Result<> { return kiosk.open(); }}},
        {"register", start, true, {}, {register_one}},
        {"keep a form and register",
         start,
         true,
         {},
         {
             [](Kiosk& kiosk) { return keep_form(kiosk, "New"); },
             [](Kiosk& kiosk) { return keep_form(kiosk, "Newly Come"); },
             register_kept,
         }},
        {"throw a form away",
         start,
         true,
         {},
         {
             [](Kiosk& kiosk) { return keep_form(kiosk, "Somebody"); },
             drop_form,
         }},
        {"begin a draft", start, true, {}, {[](Kiosk& kiosk) -> Result<> {
             return without_value(
                 kiosk.site().begin_assessment(second_learner, demo_programme_id, "fr", assessor));
         }}},
        {"save a draft", start, true, {}, {save_draft}},
        {"sign off, two people",
         start,
         true,
         {},
         {[](Kiosk& kiosk) -> Result<> { return sign(kiosk.site(), complete_draft, assessor); },
          [](Kiosk& kiosk) -> Result<> { return sign(kiosk.site(), complete_draft, witness); }}},
        {"issue", start, true, {}, {group(0)}},
        {"issue a group", start, true, {}, {group(0), group(1), group(2)}},
        {"begin a session", start, true, {}, {begin_session}},
        {"mark two of a group",
         start,
         true,
         {begin_session},
         {[](Kiosk& kiosk) { return mark_one(kiosk, 1, 0); },
          [](Kiosk& kiosk) { return mark_one(kiosk, 1, 1); },
          [](Kiosk& kiosk) { return mark_one(kiosk, 3, 0); }}},
        {"sign off a group, two people",
         start,
         true,
         {begin_session, mark_group},
         {[](Kiosk& kiosk) { return sign_group(kiosk, assessor, test::assessor_pin); },
          [](Kiosk& kiosk) { return sign_group(kiosk, witness, test::witness_pin); }}},
        {"ask to revoke", start, true, {}, {ask_to_revoke}},
        {"record a print", start, true, {}, {[](Kiosk& kiosk) -> Result<> {
             const auto rows = TRY(kiosk.site().issued_rows(1, 0));
             return kiosk.site().record_print(rows.at(0).id, assessor);
         }}},
        {"checkpoint", start, true, {register_one}, {[](Kiosk& kiosk) -> Result<> {
             return without_value(kiosk.site().checkpoint());
         }}},
        {"rest, then issue",
         start,
         true,
         {register_one},
         {[](Kiosk& kiosk) -> Result<> { return kiosk.site().rest(); }, group(0)}},
        {"lock", start, true, {register_one}, {[](Kiosk& kiosk) -> Result<> {
             kiosk.site().lock();
             return Result<>();
         }}},
        {"close", start, true, {register_one}, {[](Kiosk& kiosk) -> Result<> {
             kiosk.close();
             return Result<>();
         }}},
        {"add a facilitator", start, true, {}, {add_newcomer}},
        {"change a PIN", start, true, {add_newcomer}, {change_pin}},
        {"a lost PIN: the code, then a new PIN", start, true, {add_newcomer}, {recover, replace_pin}},
        {"a person leaves", start, true, {add_newcomer}, {newcomer_leaves}, left_or_stays},
        {"new recovery codes", start, true, {}, {renew_codes}},
        // The second of two generations: it must never cost the first.
        {"back up", start, true, {back_up, register_one}, {back_up}},
        {"restore", damaged(beginning, start), false, {}, {restore}},
        {"a new machine", burnt(beginning, start), false, {}, {take_over}},
    };
    for (auto& others : {power_cut_verbs_of_owning(beginning, start), power_cut_verbs_of_old_sites()}) {
        verbs.insert(verbs.end(), others.begin(), others.end());
    }
    return verbs;
}

} // namespace northseal::simulation
