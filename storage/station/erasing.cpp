// Erasing one person: the request with its rule, and the destruction of their key.

#include <algorithm>

#include "storage/base/text.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

constexpr Instant year = 365 * 86400;
constexpr std::size_t words_most = 2000;

Result<ErasureRequest> append_request(Parts& parts, LearnerId id, const ErasureWish& wish, FacilitatorId by)
{
    auto& ledger = *parts.ledger;
    auto head = TRY(ledger.log().head());
    const auto key = TRY(parts.learner_key(id.value));
    auto entry = parts.next_entry(head, ledger::EntryKind::erasure_requested, by, id.value);
    ErasureBody body{wish.reason, wish.retention, entry.time};
    const auto last_use = TRY(ledger.erasures().last_use(id.value));
    if (wish.retention == Retention::year_after_use) body.due = std::max(entry.time, last_use + year);
    entry.body = encode(body);
    if (!wish.words.empty()) {
        entry.sealed =
            vault::seal(key.view(), view(wish.words),
                        place_of("entries", static_cast<std::int64_t>(entry.number)), parts.around.random);
    }
    TRY(ledger.log().append(entry, head));
    TRY(ledger.erasures().request({id.value, entry.number, body.due, 0}));
    return ErasureRequest{id, body.due};
}

struct Rewrapped {
    std::int64_t learner{0};
    Bytes wrapped;
};

// Everybody else's key under the new one. Collected first: a table is not written while it is read.
Result<std::vector<Rewrapped>> rewrap_others(Parts& parts, const vault::Vault::Wrapping& wrapping,
                                             LearnerId gone)
{
    std::vector<Rewrapped> out;
    const auto rewrap = [&](const ledger::LearnerRecord& record) -> Result<> {
        if (record.id == gone.value || record.wrapped_key.empty()) return {};
        const auto key = parts.vault.unwrap_learner_key(record.id, record.wrapped_key);
        if (!key.ok()) return {}; // one damaged row keeps nobody from being erased; check_log names it
        out.push_back({record.id, TRY(parts.vault.wrap_anew(wrapping, record.id, key.value()))});
        return {};
    };
    TRY(parts.ledger->learners().each(rewrap));
    return out;
}

Result<ledger::WrappingRecord> append_erasure(Parts& parts, const ledger::ErasureRecord& request,
                                              FacilitatorId by)
{
    auto& ledger = *parts.ledger;
    auto head = TRY(ledger.log().head());
    auto entry = parts.next_entry(head, ledger::EntryKind::learner_erased, by, request.learner);
    entry.body = encode_number(static_cast<std::int64_t>(request.requested));
    const auto before = TRY(ledger.erasures().wrapping());
    const auto epoch = (before ? before->epoch : 0) + 1;
    auto wrapping = TRY(parts.vault.new_wrapping(epoch));
    const auto others = TRY(rewrap_others(parts, wrapping, {request.learner}));
    TRY(ledger.log().append(entry, head));
    TRY(ledger.learners().erase(request.learner));
    // The log holds the same numbers; but nobody asks any more who looked.
    TRY(ledger.openings().forget(request.learner));
    TRY(ledger.learner_pins().forget(request.learner));
    for (const auto& each : others) TRY(ledger.learners().rewrap(each.learner, each.wrapped));
    ledger::WrappingRecord record{epoch, std::move(wrapping.sealed)};
    TRY(ledger.erasures().keep_wrapping(record));
    TRY(ledger.erasures().carried_out(request.learner, entry.number));
    return record;
}

// What a restore set aside holds that person too.
Result<> destroy_damaged(Parts& parts)
{
    auto& disk = parts.around.disk;
    for (const auto* folder : {"/damaged", "/restoring"}) {
        const auto path = parts.folder + folder;
        if (!disk.exists(path)) continue;
        for (const auto& name : TRY(disk.list(path))) TRY(disk.destroy(path + "/" + name));
    }
    return {};
}

// What may be destroyed rests on this row: it is believed only as far as the log says the same.
Result<ledger::ErasureRecord> require_request(Parts& parts, LearnerId id)
{
    const auto request = TRY(parts.ledger->erasures().find(id.value));
    if (!request) return refused("nobody has asked for this person to be erased");
    if (request->erased != 0) return Error{Fault::not_found, "this learner's record was erased"};
    const auto entry = TRY(parts.ledger->log().entry(request->requested));
    const bool is_request = entry && entry->kind == ledger::EntryKind::erasure_requested;
    if (!is_request || entry->learner != id.value || TRY(decode_erasure(entry->body)).due != request->due) {
        return corrupt("the request to erase learner " + std::to_string(id.value) +
                       " is not as the log has it");
    }
    return *request;
}

} // namespace

Result<ErasureRequest> Station::request_erasure(LearnerId id, const ErasureWish& wish, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const bool by_themselves = by.value == 0;
    if (!by_themselves && parts.person(by) == nullptr)
        return Error{Fault::not_found, "there is no such facilitator"};
    if (wish.words.size() > words_most || !is_utf8(wish.words)) {
        return refused("the reason is text of at most 2000 bytes");
    }
    TRY(parts.watch_clock());
    return parts.ledger->transaction([&] { return append_request(parts, id, wish, by); });
}

Result<std::vector<ErasureRequest>> Station::erasure_requests() const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    std::vector<ErasureRequest> out;
    for (const auto& record : TRY(parts.ledger->erasures().waiting())) {
        out.push_back({{record.learner}, record.due});
    }
    return out;
}

Result<PinOutcome> Station::erase_learner(LearnerId id, FacilitatorId by, std::string_view pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    const auto request = TRY(require_request(parts, id));
    TRY(parts.watch_clock());
    const auto head = TRY(parts.ledger->log().head());
    if (parts.time_after(head) < request.due) {
        return refused("this record is kept until " + to_date_time(request.due) + "; it may be erased then");
    }
    const auto outcome = TRY(parts.vault.try_pin(by.value, pin));
    if (outcome.answer != PinAnswer::accepted) return outcome;
    const auto record = TRY(parts.ledger->transaction([&] { return append_erasure(parts, request, by); }));
    TRY(parts.vault.use_wrapping(record.epoch, record.sealed));
    parts.index.remove(id.value);
    static_cast<void>(parts.finish_erasure().ok()); // where that fails, opening does it again
    return outcome;
}

Result<> Station::Parts::finish_erasure()
{
    const auto head = TRY(ledger->log().head());
    if (head.last_erasure == 0) return {};
    TRY(ledger->wipe_wal());
    // What a later restore set aside is a ledger from after the erasure, and is kept.
    return head.epoch_entry > head.last_erasure ? Result<>() : destroy_damaged(*this);
}

Result<> Station::Parts::load_wrapping()
{
    const auto record = TRY(ledger->erasures().wrapping());
    if (!record) return {};
    return vault.use_wrapping(record->epoch, record->sealed);
}

} // namespace northseal::station
