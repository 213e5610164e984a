// What people at the site ask the institution about a certificate: to revoke it, or to correct it. The
// institution decides; here it is kept, signed for by somebody's PIN, until it is told.

#include "storage/base/text.h"
#include "storage/station/parts.h"
#include "storage/station/session_body.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

constexpr std::size_t change_words_most = 2000; // bytes

Result<> check_request(const ChangeRequest& request)
{
    if (request.words.size() > change_words_most || !is_utf8(request.words))
        return refused("the reason is text of at most 2000 bytes");
    if (request.reason == ChangeReason::other && request.words.empty())
        return refused("another reason is said in words");
    return {};
}

Result<> append_change(Parts& parts, const ledger::IssuedRecord& record, const ChangeRequest& request,
                       FacilitatorId by)
{
    auto head = TRY(parts.ledger->log().head());
    const auto key = TRY(parts.learner_key(record.learner));
    auto entry = parts.next_entry(head, ledger::EntryKind::change_requested, by, record.learner);
    entry.body = encode(ChangeBody{static_cast<std::int64_t>(record.entry), request.wanted, request.reason});
    if (!request.words.empty()) {
        entry.sealed =
            vault::seal(key.view(), view(request.words),
                        place_of("entries", static_cast<std::int64_t>(entry.number)), parts.around.random);
    }
    TRY(parts.ledger->log().append(entry, head));
    return parts.ledger->change_requests().keep({record.entry, entry.number});
}

} // namespace

Result<PinOutcome> Station::request_change(IssuedId id, const ChangeRequest& request, FacilitatorId by,
                                           std::string_view pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    TRY(check_request(request));
    TRY(parts.watch_clock());
    const auto record = id.value < 1 ? std::optional<ledger::IssuedRecord>()
                                     : TRY(parts.ledger->issued().find(static_cast<std::uint64_t>(id.value)));
    if (!record) return Error{Fault::not_found, "there is no such certificate"};
    return parts.vault.try_pin(by.value, pin, [&](const SigningKey&) {
        return parts.ledger->transaction([&] { return append_change(parts, *record, request, by); });
    });
}

Result<std::optional<ledger::Entry>> Station::Parts::request_about(std::uint64_t issued_entry) const
{
    const auto found = TRY(ledger->change_requests().find(issued_entry));
    if (!found) return std::optional<ledger::Entry>();
    auto entry = TRY(ledger->log().entry(found->entry));
    if (!entry || entry->kind != ledger::EntryKind::change_requested)
        return corrupt("the log has no request under number " + std::to_string(found->entry));
    return entry;
}

Result<std::optional<ChangeRequest>> Station::change_request(IssuedId id) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (id.value < 1) return std::optional<ChangeRequest>();
    const auto entry = TRY(parts.request_about(static_cast<std::uint64_t>(id.value)));
    if (!entry) return std::optional<ChangeRequest>();
    const auto body = TRY(decode_change(entry->body));
    ChangeRequest out;
    out.wanted = body.wanted;
    out.reason = body.reason;
    out.asked = entry->time;
    if (const auto* person = parts.known_as({entry->actor})) out.by = person->name;
    if (entry->sealed.empty()) return std::optional(std::move(out));
    const auto key = TRY(parts.learner_key(entry->learner));
    auto plain = TRY(
        parts.open_under(key, entry->sealed, place_of("entries", static_cast<std::int64_t>(entry->number))));
    out.words.assign(plain.begin(), plain.end());
    wipe(plain);
    return std::optional(std::move(out));
}

} // namespace northseal::station
