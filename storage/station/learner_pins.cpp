// A learner's own PIN: chosen by them, kept as a verifier under their own key, and judged so that nobody
// learns from an answer, a wait or its length who is registered here.

#include "storage/base/text.h"
#include "storage/station/access_bodies.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

// How somebody is called, in the one form in which names and numbers are compared.
std::string called_form(std::string_view typed)
{
    auto clean = clean_text_claim(typed);
    if (!clean.ok()) return {};
    auto form = to_search_form(clean.value());
    wipe(clean.value());
    return form;
}

Result<std::optional<vault::LearnerPin>> pin_of(Parts& parts, std::int64_t learner)
{
    const auto number = TRY(parts.ledger->learner_pins().find(learner));
    if (!number) return std::optional<vault::LearnerPin>();
    const auto entry = TRY(parts.ledger->log().entry(*number));
    if (!entry || entry->kind != ledger::EntryKind::learner_pin_set || entry->learner != learner)
        return corrupt("the log has no PIN of learner " + std::to_string(learner));
    const auto key = TRY(parts.learner_key(learner));
    auto plain = TRY(
        parts.open_under(key, entry->sealed, place_of("entries", static_cast<std::int64_t>(entry->number))));
    auto pin = decode_learner_pin(plain);
    wipe(plain);
    return std::optional(TRY(std::move(pin)));
}

// Those who are called so and have a PIN. A row that does not open keeps nobody else from their record, and
// is told to nobody who stands at the door; check_log names it.
std::vector<vault::LearnerPinOf> pins_of(Parts& parts, std::string_view form)
{
    std::vector<vault::LearnerPinOf> out;
    for (const auto learner : parts.index.called(form)) {
        auto pin = pin_of(parts, learner);
        if (pin.ok() && pin.value()) out.push_back({learner, *pin.value()});
    }
    return out;
}

Result<> append_pin(Parts& parts, LearnerId id, const vault::LearnerPin& pin, FacilitatorId by)
{
    auto& ledger = *parts.ledger;
    auto head = TRY(ledger.log().head());
    const auto key = TRY(parts.learner_key(id.value));
    auto entry = parts.next_entry(head, ledger::EntryKind::learner_pin_set, by, id.value);
    entry.body = encode_number(id.value);
    auto plain = encode(pin);
    entry.sealed = vault::seal(
        key.view(), plain, place_of("entries", static_cast<std::int64_t>(entry.number)), parts.around.random);
    wipe(plain);
    TRY(ledger.log().append(entry, head));
    return ledger.learner_pins().keep({id.value, entry.number});
}

// Of two who are called the same with the same PIN neither could be meant.
Result<> check_nobody_elses(Parts& parts, LearnerId id, const LearnerIdentity& identity, std::string_view pin)
{
    for (const auto* name : {&identity.name, &identity.number}) {
        if (name->empty()) continue;
        auto form = called_form(*name);
        for (const auto& other : pins_of(parts, form)) {
            if (other.learner != id.value && TRY(parts.vault.is_learner_pin(other, pin)))
                return refused("this PIN cannot be taken; choose another");
        }
        wipe(form);
    }
    return {};
}

} // namespace

Result<> Station::set_learner_pin(LearnerId id, std::string_view pin, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (by.value != 0 && parts.person(by) == nullptr)
        return Error{Fault::not_found, "there is no such facilitator"};
    const auto record = TRY(parts.ledger->learners().find(id.value));
    if (!record) return Error{Fault::not_found, "there is no such learner"};
    const auto identity = TRY(parts.identity_of(*record));
    if (!identity) return Error{Fault::not_found, "this learner's record was erased"};
    const auto made = TRY(parts.vault.new_learner_pin(id.value, pin));
    TRY(check_nobody_elses(parts, id, *identity, pin));
    TRY(parts.watch_clock());
    TRY(parts.ledger->transaction([&] { return append_pin(parts, id, made, by); }));
    // Whoever had forgotten theirs does not wait for the old one.
    for (const auto* name : {&identity->name, &identity->number}) {
        auto form = called_form(*name);
        if (!form.empty()) static_cast<void>(parts.vault.forgive_learner(form).ok());
        wipe(form);
    }
    return {};
}

Result<bool> Station::has_learner_pin(LearnerId id) const
{
    TRY(m_parts->check_unlocked());
    return TRY(m_parts->ledger->learner_pins().find(id.value)).has_value();
}

Result<OwnRecordHeard> Station::hear_learner_pin(std::string_view typed, std::string_view pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    auto form = called_form(typed);
    const auto who = pins_of(parts, form);
    const auto heard = parts.vault.try_learner_pin(form, pin, who);
    wipe(form);
    const auto judged = TRY(heard);
    return OwnRecordHeard{judged.outcome, {judged.learner}};
}

} // namespace northseal::station
