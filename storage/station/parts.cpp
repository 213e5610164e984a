#include "storage/station/parts.h"

#include <algorithm>

namespace northseal::station {

Result<std::vector<Era>> eras_of(ledger::Log& log, const PublicKey& kiosk_key_now)
{
    const auto enrolled = TRY(log.entry(1));
    if (!enrolled || enrolled->kind != ledger::EntryKind::site_enrolled) {
        return corrupt("the log does not begin with this kiosk's enrolment");
    }
    std::vector<Era> out{{1, TRY(decode_enrolled_key(enrolled->body))}};
    if (out.back().kiosk_key == kiosk_key_now) return out;
    // Rare: the machine was replaced. Each that came after says so where its epoch begins.
    TRY(log.visit(2, [&](const ledger::Entry& entry, const Digest&) -> Result<> {
        if (entry.kind != ledger::EntryKind::epoch_begun) return {};
        const auto body = TRY(decode_epoch(entry.body));
        if (body.kiosk_key != out.back().kiosk_key) out.push_back({entry.number, body.kiosk_key});
        return {};
    }));
    if (out.back().kiosk_key != kiosk_key_now) return corrupt("the log is another kiosk's than the vault");
    return out;
}

const DelegationFacts* Station::Parts::named() const
{
    return last_delegation < eras.back().first || public_facts.empty() ? nullptr : &public_facts.back();
}

const PublicKey& Station::Parts::kiosk_key_at(std::uint64_t entry) const
{
    const auto* found = &eras.front();
    for (const auto& era : eras) {
        if (era.first <= entry) found = &era;
    }
    return found->kiosk_key;
}

Result<> Station::Parts::check_unlocked() const
{
    if (vault.is_locked()) return Error{Fault::locked, "the kiosk is locked; the six words open it"};
    return {};
}

Instant Station::Parts::time_after(const ledger::LogHead& head) const
{
    const auto held = look_at_clock(head).held.value_or(head.last_time);
    return std::clamp(held, std::min(head.last_time, instant_most), instant_most);
}

ledger::Entry Station::Parts::next_entry(const ledger::LogHead& head, ledger::EntryKind kind,
                                         FacilitatorId by, std::int64_t learner) const
{
    ledger::Entry entry;
    entry.number = head.tree.size() + 1;
    entry.time = time_after(head);
    const auto reading = look_at_clock(head);
    const bool set = reading.trust == ClockTrust::sound && reading.two_people;
    entry.time_source = set ? ledger::TimeSource::two_people : ledger::TimeSource::unconfirmed;
    entry.actor = by.value;
    entry.kind = kind;
    entry.learner = learner;
    return entry;
}

DiskRoom Station::Parts::disk_room() const
{
    // A certificate with its entries, tables and WAL takes some 24 kB at the most. What is kept free is what
    // a hundred assessments that are under way, a fold of the WAL and a backup's small files may still need.
    constexpr std::uint64_t bytes_each = 24 * 1024;
    constexpr std::uint64_t kept_free = 16U << 20;
    const auto room = around.disk.free_bytes(folder);
    if (!room.ok()) return {}; // a disk that cannot say is judged by its writes
    return {room.value() / bytes_each, room.value() >= kept_free};
}

Result<> Station::Parts::check_room() const
{
    const auto room = disk_room();
    if (room.takes_new_work) return {};
    return Error{
        Fault::full,
        "the disk is nearly full: about " + std::to_string(room.certificates) +
            " more certificates fit, for what is under way. Nothing new is begun before there is room"};
}

std::uint32_t Station::Parts::left_of(const HeldDelegation& held, const ledger::LogHead& head)
{
    if (held.entry < head.epoch_entry) return 0;
    const auto count = held.facts.facts.delegation_count;
    return count - std::min(count, head.spent_of(held.number));
}

const Facilitator* Station::Parts::person(FacilitatorId id) const
{
    const auto* found = known_as(id);
    return found == nullptr || found->left ? nullptr : found;
}

const Facilitator* Station::Parts::known_as(FacilitatorId id) const
{
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const Facilitator& p) { return p.id == id; });
    return found == people.end() ? nullptr : &*found;
}

std::vector<FacilitatorId> Station::Parts::who_vouches() const
{
    std::vector<FacilitatorId> certified, all;
    for (const auto& each : people) {
        if (each.left) continue;
        all.push_back(each.id);
        if (each.certified) certified.push_back(each.id);
    }
    return certified.empty() ? all : certified;
}

const HeldTemplate* Station::Parts::find_template(ByteView id) const
{
    for (const auto& held : templates) {
        const auto& own = held->form->id();
        if (std::equal(own.begin(), own.end(), id.begin(), id.end())) return held.get();
    }
    return nullptr;
}

const HeldTemplate* Station::Parts::offered_template(const std::string& programme_id,
                                                     const std::string& language) const
{
    if (delegations.empty()) return nullptr;
    for (const auto& id : delegations.back().facts.templates) {
        const auto* held = find_template(id);
        if (held != nullptr && held->programme_id == programme_id && held->language == language) return held;
    }
    return nullptr;
}

std::int64_t Station::Parts::day_of(Instant time) const
{
    return (time + std::int64_t{around.minutes_east} * 60) / 86400;
}

Result<vault::BriefKey> Station::Parts::learner_key(std::int64_t learner)
{
    const auto wrapped = TRY(ledger->learners().wrapped_key(learner));
    if (!wrapped) return Error{Fault::not_found, "this learner's record was erased"};
    return vault.unwrap_learner_key(learner, *wrapped);
}

Result<Bytes> Station::Parts::open_under(const vault::BriefKey& key, ByteView sealed,
                                         const std::string& place) const
{
    auto plain = vault::open_sealed(key.view(), sealed, place);
    if (!plain.ok()) return corrupt(plain.error().detail);
    return plain;
}

Result<std::optional<LearnerIdentity>> Station::Parts::identity_of(const ledger::LearnerRecord& record)
{
    if (record.wrapped_key.empty()) return std::optional<LearnerIdentity>();
    const auto key = TRY(vault.unwrap_learner_key(record.id, record.wrapped_key));
    auto plain = TRY(open_under(key, record.sealed, place_of("learners", record.id)));
    auto identity = decode_identity(plain);
    wipe(plain);
    if (!identity.ok()) {
        return corrupt("learner " + std::to_string(record.id) + ": " + identity.error().detail);
    }
    return std::optional<LearnerIdentity>(std::move(identity).value());
}

Result<std::optional<OpenAssessment>> Station::Parts::open_assessment(AssessmentId id)
{
    auto record = TRY(ledger->assessments().find(id.value));
    if (!record) return std::optional<OpenAssessment>();
    const auto key = TRY(learner_key(record->learner));
    auto plain = TRY(open_under(key, record->sealed, place_of("assessments", id.value)));
    auto content = decode_content(plain);
    wipe(plain);
    if (!content.ok()) {
        return corrupt("assessment " + std::to_string(id.value) + ": " + content.error().detail);
    }
    return std::optional(OpenAssessment{std::move(*record), std::move(content).value()});
}

Result<OpenAssessment> Station::Parts::require_assessment(AssessmentId id)
{
    auto found = TRY(open_assessment(id));
    if (!found) return Error{Fault::not_found, "there is no such assessment"};
    return std::move(*found);
}

Result<> Station::Parts::keep_assessment(OpenAssessment& assessment)
{
    const auto key = TRY(learner_key(assessment.record.learner));
    auto plain = encode(assessment.content);
    assessment.record.sealed =
        vault::seal(key.view(), plain, place_of("assessments", assessment.record.id), around.random);
    wipe(plain);
    return ledger->assessments().update(assessment.record);
}

std::string place_of(std::string_view table, std::int64_t row)
{
    return std::string(table) + ":sealed:" + std::to_string(row);
}

std::string pack_path(const std::string& folder, std::uint64_t number)
{
    return folder + "/delegations/" + std::to_string(number);
}

std::string lost_pack_path(const std::string& folder, std::uint64_t number)
{
    return pack_path(folder, number) + ".lost";
}

std::string pack_place(std::uint64_t number)
{
    return "delegations:pack:" + std::to_string(number);
}

std::string origin_of(const DelegationFacts& delegation, std::int64_t epoch)
{
    return delegation.host + "/kiosk-" + delegation.facts.kiosk + "/" + std::to_string(epoch);
}

} // namespace northseal::station
