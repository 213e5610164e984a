#include <algorithm>
#include <nlohmann/json.hpp>

#include "storage/credential/award.h"
#include "storage/credential/slip.h"
#include "storage/station/parts.h"
#include "storage/station/session_body.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

struct OpenedIssue {
    ledger::IssuedRecord record;
    IssuedBody body;
    std::optional<credential::Claims> claims; // none: the learner was erased
};

Result<OpenedIssue> open_issue(Parts& parts, const ledger::IssuedRecord& record)
{
    const auto entry = TRY(parts.ledger->log().entry(record.entry));
    if (!entry || entry->kind != ledger::EntryKind::credential_issued) {
        return corrupt("the log has no certificate under number " + std::to_string(record.entry));
    }
    auto body = decode_issued(entry->body);
    if (!body.ok())
        return corrupt("certificate " + std::to_string(record.entry) + ": " + body.error().detail);
    OpenedIssue out{record, std::move(body).value(), std::nullopt};
    const auto wrapped = TRY(parts.ledger->learners().wrapped_key(entry->learner));
    if (!wrapped) return out;
    const auto key = TRY(parts.vault.unwrap_learner_key(entry->learner, *wrapped));
    auto plain = TRY(
        parts.open_under(key, entry->sealed, place_of("entries", static_cast<std::int64_t>(entry->number))));
    auto claims = credential::decode_claims(plain);
    wipe(plain);
    if (!claims.ok()) {
        return corrupt("certificate " + std::to_string(record.entry) + ": " + claims.error().detail);
    }
    out.claims = std::move(claims).value();
    return out;
}

Result<IssuedRow> row_of(const Parts& parts, const OpenedIssue& issue)
{
    IssuedRow row;
    row.id = {static_cast<std::int64_t>(issue.record.entry)};
    row.issued_at = issue.record.issued_at;
    row.received_by_institution = issue.record.received;
    row.times_printed = static_cast<int>(issue.record.printed);
    const auto* held = parts.find_template(issue.body.template_id);
    if (held != nullptr) {
        const auto name = held->programme->name.find(held->language);
        if (name != held->programme->name.end()) row.programme_name = name->second;
    }
    if (issue.claims) {
        row.learner_name = issue.claims->learner_name;
        row.serial = credential::serial_of(uuid_text(issue.claims->id));
    }
    if (const auto request = TRY(parts.request_about(issue.record.entry)))
        row.asked = TRY(decode_change(request->body)).wanted;
    return row;
}

std::string slip_host(std::string host)
{
    const auto port = host.find("%3A");
    if (port != std::string::npos) host.replace(port, 3, ":");
    return "https://" + host + "/";
}

} // namespace

Result<IssuedRow> Station::Parts::shown_issue(const ledger::IssuedRecord& record)
{
    const auto issue = TRY(open_issue(*this, record));
    return row_of(*this, issue);
}

Result<std::optional<Issued>> Station::issued(IssuedId id) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (id.value < 1) return std::optional<Issued>();
    const auto record = TRY(parts.ledger->issued().find(static_cast<std::uint64_t>(id.value)));
    if (!record) return std::optional<Issued>();
    const auto issue = TRY(open_issue(parts, *record));
    if (!issue.claims) return std::optional<Issued>();
    const auto* held = parts.find_template(issue.body.template_id);
    if (held == nullptr) return corrupt("the template of this certificate is missing");
    Issued out;
    out.row = TRY(row_of(parts, issue));
    out.signed_credential = {issue.body.template_id, *issue.claims, issue.body.signature};
    out.json = TRY(credential::to_json(*held->form, out.signed_credential));
    out.slip_url = TRY(credential::to_slip_url(credential::slip_of(out.signed_credential),
                                               slip_host(parts.facts.verify_host)));
    const auto parsed = TRY(parse_json(out.json));
    out.award = TRY(credential::read_award(parsed));
    return std::optional(std::move(out));
}

Result<std::vector<IssuedRow>> Station::issued_rows(std::size_t most, std::size_t skip) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    std::vector<IssuedRow> out;
    for (const auto& record : TRY(parts.ledger->issued().rows(most, skip))) {
        out.push_back(TRY(parts.shown_issue(record)));
    }
    return out;
}

Result<> Station::record_print(IssuedId id, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    TRY(parts.watch_clock());
    return parts.ledger->transaction([&]() -> Result<> {
        const auto number = static_cast<std::uint64_t>(std::max<std::int64_t>(id.value, 0));
        const auto record = TRY(parts.ledger->issued().find(number));
        if (!record) return Error{Fault::not_found, "there is no such certificate"};
        auto head = TRY(parts.ledger->log().head());
        auto entry = parts.next_entry(head, ledger::EntryKind::certificate_printed, by, record->learner);
        entry.body = encode_number(id.value);
        TRY(parts.ledger->log().append(entry, head));
        return parts.ledger->issued().count_print(number);
    });
}

DiskRoom Station::disk_room() const
{
    return m_parts->disk_room();
}

Result<DiskUse> Station::disk_use() const
{
    auto& ledger = *m_parts->ledger;
    DiskUse out;
    out.evidence = static_cast<std::uint64_t>(TRY(ledger.evidence().bytes_of_all()));
    const auto whole = static_cast<std::uint64_t>(TRY(ledger.bytes()));
    out.records = whole > out.evidence ? whole - out.evidence : 0;
    return out;
}

Result<Counts> Station::counts() const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto head = TRY(parts.ledger->log().head());
    const auto now = parts.time_after(head);
    const auto shift = std::int64_t{parts.around.minutes_east} * 60;
    const auto local = now + shift;
    Counts out;
    out.learners = static_cast<std::int64_t>(parts.index.size());
    out.drafts = TRY(parts.ledger->assessments().count(ledger::RecordState::draft));
    out.signed_off = TRY(parts.ledger->assessments().count(ledger::RecordState::signed_off));
    out.issued = head.issued;
    out.issued_today = TRY(parts.ledger->issued().count_since(local - local % 86400 - shift));
    out.waiting_to_sync = static_cast<std::int64_t>(head.tree.size()) - head.received;
    for (const auto& held : parts.delegations) {
        if (now > held.facts.facts.delegation_until || now < held.facts.from) continue;
        out.may_still_issue += Parts::left_of(held, head);
    }
    return out;
}

Result<std::string> Station::checkpoint()
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto* named = parts.named();
    if (named == nullptr) return refused("a log has no name before the kiosk has its delegation");
    const auto head = TRY(parts.ledger->log().head());
    if (auto kept = TRY(parts.ledger->log().checkpoint_at(head.tree.size()))) return std::move(*kept);
    const ledger::Checkpoint checkpoint{origin_of(*named, head.epoch), head.tree.size(), head.tree.root()};
    auto note = TRY(ledger::sign_checkpoint(checkpoint, *parts.vault.kiosk_signing_key()));
    TRY(parts.ledger->log().keep_checkpoint(head.tree.size(), note));
    return note;
}

} // namespace northseal::station
