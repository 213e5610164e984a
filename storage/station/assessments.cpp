#include <algorithm>

#include "storage/base/text.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr std::size_t note_most = 4000;       // bytes, as typed
constexpr std::uint32_t supervision_most = 3; // the choices that a compiled template has

AssessmentState state_of(ledger::RecordState state)
{
    switch (state) {
    case ledger::RecordState::draft:
        return AssessmentState::draft;
    case ledger::RecordState::signed_off:
        return AssessmentState::signed_off;
    case ledger::RecordState::issued:
        return AssessmentState::issued;
    }
    std::abort();
}

Result<> check_typed(const std::string& text)
{
    if (text.size() > note_most) return Error{Fault::full, "a note is longer than 4000 bytes"};
    if (!is_utf8(text)) return refused("a note is not text");
    return {};
}

// Unfinished text is kept as it was typed; what a certificate cannot carry is said by `missing`.
Result<> check_draft(const Assessment& draft, const catalogue::Programme& programme)
{
    const auto outcomes = programme.outcomes.size();
    if (draft.levels.size() != outcomes || draft.notes.size() != outcomes) {
        return refused("an assessment of " + programme.id + " has " + std::to_string(outcomes) +
                       " levels and as many notes");
    }
    for (std::size_t i = 0; i < outcomes; ++i) {
        if (draft.levels[i] > programme.outcomes[i].levels.size()) {
            return refused("outcome " + std::to_string(i + 1) + " has no such level");
        }
        TRY(check_typed(draft.notes[i]));
    }
    if (draft.supervision < 1 || draft.supervision > supervision_most) {
        return refused("how the assessment was supervised is one of three");
    }
    return check_typed(draft.narrative);
}

std::string name_of(const Station::Parts& parts, std::int64_t person)
{
    const auto* found = parts.known_as({person});
    return found == nullptr ? std::string() : found->name;
}

} // namespace

ledger::RecordState record_state_of(AssessmentState state)
{
    switch (state) {
    case AssessmentState::draft:
        return ledger::RecordState::draft;
    case AssessmentState::signed_off:
        return ledger::RecordState::signed_off;
    case AssessmentState::issued:
        return ledger::RecordState::issued;
    }
    std::abort();
}

std::vector<Station::Missing> what_is_missing(const catalogue::Programme& programme,
                                              const AssessmentContent& content)
{
    std::vector<Station::Missing> out;
    for (std::size_t i = 0; i < programme.outcomes.size(); ++i) {
        const auto outcome = static_cast<int>(i) + 1;
        const auto level = i < content.levels.size() ? content.levels[i] : 0;
        const auto required = programme.outcomes[i].required_level;
        if (level == 0 && required > 0) {
            out.push_back({"missing.level", outcome});
        } else if (level < required) {
            out.push_back({"missing.below_standard", outcome});
        }
    }
    const bool assessed = std::any_of(content.levels.begin(), content.levels.end(),
                                      [](std::uint32_t level) { return level > 0; });
    if (out.empty() && !assessed) out.push_back({"missing.level", 0});
    if (programme.evidence_required && content.evidence.empty()) out.push_back({"missing.evidence", 0});
    if (!content.narrative.empty() && !clean_text_claim(content.narrative).ok()) {
        out.push_back({"missing.narrative", 0});
    }
    return out;
}

Result<Assessment> Station::Parts::shown(const OpenAssessment& assessment)
{
    Assessment out;
    out.id = {assessment.record.id};
    out.learner = {assessment.record.learner};
    const auto learner = TRY(ledger->learners().find(assessment.record.learner));
    if (learner) {
        auto identity = TRY(identity_of(*learner));
        if (identity) out.learner_name = std::move(identity->name);
    }
    out.programme_id = assessment.record.programme;
    out.language = assessment.record.language;
    out.state = state_of(assessment.record.state);
    out.levels = assessment.content.levels;
    out.notes = assessment.content.notes;
    out.narrative = assessment.content.narrative;
    out.supervision = assessment.content.supervision;
    out.evidence = assessment.content.evidence;
    out.assessor = name_of(*this, assessment.content.assessor);
    out.witness = name_of(*this, assessment.content.witness);
    out.saved = assessment.record.saved;
    if (assessment.record.issued_entry != 0) {
        out.issued = IssuedId{static_cast<std::int64_t>(assessment.record.issued_entry)};
    }
    return out;
}

Result<AssessmentId> Station::begin_assessment(LearnerId learner, const std::string& programme_id,
                                               const std::string& language, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    TRY(parts.check_room());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    const auto* held = parts.offered_template(programme_id, language);
    if (held == nullptr) {
        return refused("this kiosk may not issue " + programme_id + " in \"" + language + "\"");
    }
    TRY(parts.watch_clock());
    return AssessmentId{TRY(parts.ledger->transaction([&] { return parts.insert_draft(learner, *held); }))};
}

Result<std::int64_t> Station::Parts::insert_draft(LearnerId learner, const HeldTemplate& held)
{
    const auto outcomes = held.programme->outcomes.size();
    AssessmentContent content;
    content.levels.resize(outcomes);
    content.notes.resize(outcomes);
    const auto key = TRY(learner_key(learner.value));
    const auto head = TRY(ledger->log().head());
    ledger::AssessmentRecord record;
    record.id = TRY(ledger->assessments().next_id());
    record.learner = learner.value;
    record.programme = held.programme_id;
    record.language = held.language;
    record.saved = time_after(head);
    record.sealed =
        vault::seal(key.view(), encode(content), place_of("assessments", record.id), around.random);
    TRY(ledger->assessments().insert(record));
    return record.id;
}

Result<std::optional<Assessment>> Station::assessment(AssessmentId id) const
{
    TRY(m_parts->check_unlocked());
    const auto found = TRY(m_parts->open_assessment(id));
    if (!found) return std::optional<Assessment>();
    return std::optional(TRY(m_parts->shown(*found)));
}

Result<std::vector<Assessment>> Station::assessments(AssessmentState state, std::size_t most) const
{
    TRY(m_parts->check_unlocked());
    std::vector<Assessment> out;
    for (const auto& record : TRY(m_parts->ledger->assessments().in_state(record_state_of(state), most))) {
        const auto found = m_parts->open_assessment({record.id});
        // An erased learner's assessment is no longer anybody's to read.
        if (!found.ok() && found.error().fault == Fault::not_found) continue;
        if (!found.ok()) return found.error();
        if (found.value()) out.push_back(TRY(m_parts->shown(*found.value())));
    }
    return out;
}

Result<> Station::save_draft(const Assessment& draft)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    auto current = TRY(parts.require_assessment(draft.id));
    if (current.record.state != ledger::RecordState::draft) {
        return refused("this assessment is signed off and no longer changes");
    }
    const auto* held = parts.offered_template(current.record.programme, current.record.language);
    if (held == nullptr) return refused("this kiosk may no longer issue " + current.record.programme);
    TRY(check_draft(draft, *held->programme));
    current.content.levels = draft.levels;
    current.content.notes = draft.notes;
    current.content.narrative = draft.narrative;
    current.content.supervision = draft.supervision;
    const auto head = TRY(parts.ledger->log().head());
    current.record.saved = parts.time_after(head);
    return parts.ledger->transaction([&] { return parts.keep_assessment(current); });
}

Result<std::vector<Station::Missing>> Station::missing(AssessmentId id) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto found = TRY(parts.require_assessment(id));
    const auto* held = parts.offered_template(found.record.programme, found.record.language);
    if (held == nullptr) return std::vector<Missing>{{"missing.programme", 0}};
    if (found.record.state == ledger::RecordState::draft) {
        return what_is_missing(*held->programme, found.content);
    }
    const bool witness_missing = found.record.state == ledger::RecordState::signed_off &&
                                 held->programme->witness_required && found.content.witness == 0;
    return witness_missing ? std::vector<Missing>{{"missing.witness", 0}} : std::vector<Missing>{};
}

} // namespace northseal::station
