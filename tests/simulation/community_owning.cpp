// People ask what they may of their own record: to have it put right, and to be erased.

#include "tests/simulation/community.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

constexpr const char* other_names[] = {"Ada Northwater-Sund", "Élodie Beardy", "Per Ångström"};

std::string of_learner(const std::string& what, station::LearnerId id)
{
    return what + " " + std::to_string(id.value);
}

// A certificate whose claims nobody reads any more: its entry in the log stays as it was.
std::string without_claims(const std::string& certificate)
{
    const auto digest = certificate.rfind(", ");
    return digest == std::string::npos ? certificate : " for " + certificate.substr(digest);
}

} // namespace

void Community::play_owning()
{
    switch (m_dice.below(8)) {
    case 0:
        return correct_one();
    case 1:
        return ask_for_erasure();
    case 2:
    case 3:
        return open_record();
    case 4:
    case 5:
        return choose_own_pin();
    default:
        return carry_out_erasure();
    }
}

std::optional<station::LearnerRow> Community::pick_learner()
{
    const auto rows = m_kiosk.site().find_learners("", 1000);
    if (!rows.ok() || rows.value().empty()) return {};
    return rows.value()[m_dice.below(rows.value().size())];
}

void Community::correct_one()
{
    const auto row = pick_learner();
    if (!row) return;
    const std::string name = other_names[m_dice.below(std::size(other_names))];
    const auto number = m_dice.one_in(2) ? row->number : "C-" + std::to_string(m_day);
    act("correct a learner", with_log({{of_learner("learner", row->id), learner_fact(name, number)}}), [&] {
        return m_kiosk.site().correct_learner(row->id, {name, number, "fr"}, assessor);
    });
}

// Somebody who works here, or the learner. Twice on one day is told once.
void Community::open_record()
{
    const auto row = pick_learner();
    if (!row) return;
    const bool own = m_dice.one_in(2);
    auto& parts = station::StationProbe::parts(m_kiosk.site());
    const auto head = parts.ledger->log().head();
    if (!head.ok()) return;
    const auto line = opening_fact(parts.day_of(parts.time_after(head.value())), own ? 0 : assessor.value);
    const auto fact = of_learner("openings of", row->id);
    const auto known = m_model.facts().find(fact);
    const std::string before = known == m_model.facts().end() ? std::string() : known->second;
    const Change change =
        before.find(line) == std::string::npos ? with_log({{fact, before + line}}) : Change();
    const auto how = own ? station::OpenedHow::paper : station::OpenedHow::signed_in;
    act("open a record", change, [&] {
        return m_kiosk.site().record_opened(row->id, how, own ? station::FacilitatorId{} : assessor);
    });
}

// Nobody else of that name has these six digits, on no other day.
void Community::choose_own_pin()
{
    const auto row = pick_learner();
    if (!row) return;
    const auto pin = std::to_string(400'000 + row->id.value * 100 + m_day);
    const auto fact = of_learner("own PIN of", row->id);
    const auto before = faults_so_far();
    act("choose an own PIN", with_log({{fact, own_pin_fact(m_model.next_entry())}}),
        [&] { return m_kiosk.site().set_learner_pin(row->id, pin, {}); });
    if (!is_undisturbed(before) || m_model.facts().count(fact) == 0) return;
    if (m_model.facts().at(fact) != own_pin_fact(m_model.next_entry() - 1)) return; // it was refused
    if (m_dice.one_in(2)) try_own_pin(*row, "918273", false);
    try_own_pin(*row, pin, true);
}

// A namesake's wrong tries may make them wait; a wrong PIN opens nothing, and a right one nobody else's
// record.
void Community::try_own_pin(const station::LearnerRow& row, const std::string& pin, bool right)
{
    ++m_played.actions[right ? "open by an own PIN" : "a wrong own PIN"];
    const auto before = faults_so_far();
    const auto heard = m_kiosk.site().hear_learner_pin(row.name, pin);
    if (!heard.ok()) {
        say("an own PIN: " + heard.error().detail);
        if (is_undisturbed(before)) breaks(Law::goes_on, "an own PIN: " + heard.error().detail);
        return;
    }
    const auto answer = heard.value().outcome.answer;
    if (!right && answer == station::PinAnswer::accepted)
        breaks(Law::pin_counts, "a wrong PIN opens a record");
    if (right && answer == station::PinAnswer::wrong)
        breaks(Law::pin_counts, "a learner's right PIN was refused");
    if (right && answer == station::PinAnswer::accepted && heard.value().learner != row.id)
        breaks(Law::pin_counts, "a learner's PIN opens another's record");
}

void Community::ask_for_erasure()
{
    const auto row = pick_learner();
    if (!row) return;
    station::ErasureWish wish;
    if (m_dice.one_in(2)) wish.words = "I move away.";
    if (!m_dice.one_in(3)) wish.retention = station::Retention::person_agrees_to_less;
    const auto fact = of_learner("erasure of", row->id);
    Change change = with_log({{fact, unseen}});
    act("ask for an erasure", change, [&]() -> Result<> {
        change[fact] = asked_fact(TRY(m_kiosk.site().request_erasure(row->id, wish, assessor)).due);
        return {};
    });
}

bool Community::is_due(const station::ErasureRequest& request)
{
    auto& parts = station::StationProbe::parts(m_kiosk.site());
    const auto head = parts.ledger->log().head();
    return head.ok() && parts.time_after(head.value()) >= request.due;
}

// Nobody who has mistyped a PIN lately is asked: they may have to wait.
void Community::carry_out_erasure()
{
    const auto requests = m_kiosk.site().erasure_requests();
    if (!requests.ok() || requests.value().empty() || m_pins[assessor.value].most_wrong > 0) return;
    const auto& request = requests.value()[m_dice.below(requests.value().size())];
    if (is_due(request)) return erase(request.learner);
    ++m_played.actions["erase too early"];
    const auto early = m_kiosk.site().erase_learner(request.learner, assessor, test::assessor_pin);
    if (early.ok()) return breaks(Law::whole_or_nothing, "a record was erased before it was due");
    say("erase too early: " + early.error().detail);
}

void Community::erase(station::LearnerId id)
{
    const auto before = faults_so_far();
    auto traces = traces_before_erasing(m_kiosk.site(), id);
    if (!traces.ok()) {
        if (is_undisturbed(before)) breaks(Law::goes_on, "keys cannot be read: " + traces.error().detail);
        return;
    }
    m_new_traces.push_back(std::move(traces).value());
    act("erase", change_by_erasing(id), [&]() -> Result<> {
        const auto heard = m_kiosk.site().erase_learner(id, assessor, test::assessor_pin);
        hear(assessor, true, heard);
        return heard.ok() ? Result<>() : Result<>(heard.error());
    });
}

Change Community::change_by_erasing(station::LearnerId id) const
{
    const auto& facts = m_model.facts();
    Change out = with_log({{of_learner("openings of", id), gone},
                           {of_learner("own PIN of", id), gone},
                           {of_learner("learner", id), erased_learner},
                           {of_learner("erasure of", id), carried_out},
                           {"wrapping", std::to_string(std::stoll(facts.at("wrapping")) + 1)}});
    const auto theirs = of_learner(" of learner", id) + ",";
    for (const auto& [name, text] : facts) {
        if (!name.starts_with("assessment ") || text.find(theirs) == std::string::npos) continue;
        out[name] = gone;
        const auto issued = text.rfind("certificate ");
        if (!text.starts_with("issued") || issued == std::string::npos) continue;
        const auto certificate = text.substr(issued);
        out[certificate] = without_claims(facts.at(certificate));
    }
    return out;
}

bool Community::is_erased_certificate(std::int64_t number) const
{
    const auto fact = m_model.facts().find("certificate " + std::to_string(number));
    return fact != m_model.facts().end() && fact->second.starts_with(" for ,");
}

// At the first opening after it. What was not erased after all is no trace.
void Community::look_for_traces()
{
    BrokenLaws broken;
    for (auto& traces : m_new_traces) {
        const auto done = is_erased(m_kiosk.site(), traces.learner);
        if (!done.ok()) return breaks(Law::opens_again, done.error().detail);
        if (!done.value()) continue;
        check_traces_are_gone(m_kiosk.disk(), kiosk_folder, traces, broken);
        m_traces.push_back(std::move(traces));
    }
    m_new_traces.clear();
    for (auto& each : broken) breaks(each.law, std::move(each.what));
}

} // namespace northseal::simulation
