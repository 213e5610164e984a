// What a person may ask of their own record: to see it whole, to take it, to have it put right.

#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/base/text.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

constexpr std::size_t rows_most = 100'000;

const char* word_of(AgeBand band)
{
    switch (band) {
    case AgeBand::adult:
        return "adult";
    case AgeBand::youth_with_guardian:
        return "youth with guardian";
    case AgeBand::youth_alone:
        return "youth, decides alone";
    }
    std::abort();
}

const char* word_of(IdentityGrade grade)
{
    switch (grade) {
    case IdentityGrade::known_to_assessor:
        return "known to assessor";
    case IdentityGrade::document_seen:
        return "document seen";
    case IdentityGrade::not_checked:
        return "not checked";
    }
    std::abort();
}

Result<Json> registration_json(Parts& parts, const ledger::LearnerRecord& record)
{
    const auto opened = TRY(parts.registration_of(record));
    const auto& consent = opened.consent;
    Json out = {{"registered", to_date_time(record.registered)},
                {"consent",
                 {{"words", consent.words_shown},
                  {"language", consent.language},
                  {"keepRecord", consent.keep_record},
                  {"shareWithInstitution", consent.share_with_institution}}}};
    if (!consent.guardian.empty()) out["consent"]["guardian"] = consent.guardian;
    return out;
}

Json assessment_json(const Assessment& assessment)
{
    return {{"programme", assessment.programme_id}, {"language", assessment.language},
            {"levels", assessment.levels},          {"notes", assessment.notes},
            {"narrative", assessment.narrative},    {"assessor", assessment.assessor},
            {"witness", assessment.witness},        {"saved", to_date_time(assessment.saved)}};
}

Result<Json> assessments_json(const Station& site, LearnerId id)
{
    Json out = Json::array();
    for (const auto state : {AssessmentState::draft, AssessmentState::signed_off, AssessmentState::issued}) {
        for (const auto& assessment : TRY(site.assessments_of(id, state))) {
            auto item = assessment_json(assessment);
            item["state"] = state == AssessmentState::draft        ? "draft"
                            : state == AssessmentState::signed_off ? "signed off"
                                                                   : "issued";
            if (assessment.issued) {
                const auto issued = TRY(site.issued(*assessment.issued));
                if (issued) item["credential"] = TRY(parse_json(issued->json));
            }
            out.push_back(std::move(item));
        }
    }
    return out;
}

const char* word_of(OpenedHow how)
{
    switch (how) {
    case OpenedHow::paper:
        return "own paper";
    case OpenedHow::pin:
        return "own PIN";
    case OpenedHow::signed_in:
        return "signed in";
    }
    std::abort();
}

Result<Json> openings_json(const Station& site, LearnerId id)
{
    Json out = Json::array();
    for (const auto& opening : TRY(site.openings_of(id, rows_most)).latest) {
        out.push_back({{"when", to_date_time(opening.when)}, {"how", word_of(opening.how)}});
        if (!opening.by.empty()) out.back()["by"] = opening.by;
    }
    return out;
}

Result<> append_correction(Parts& parts, LearnerId id, const LearnerIdentity& identity, FacilitatorId by)
{
    auto head = TRY(parts.ledger->log().head());
    const auto key = TRY(parts.learner_key(id.value));
    auto plain = encode(identity);
    auto entry = parts.next_entry(head, ledger::EntryKind::learner_corrected, by, id.value);
    entry.body = encode_number(id.value);
    entry.sealed = vault::seal(
        key.view(), plain, place_of("entries", static_cast<std::int64_t>(entry.number)), parts.around.random);
    const auto sealed = vault::seal(key.view(), plain, place_of("learners", id.value), parts.around.random);
    wipe(plain);
    TRY(parts.ledger->log().append(entry, head));
    return parts.ledger->learners().correct(id.value, sealed);
}

} // namespace

Result<std::vector<Assessment>> Station::assessments_of(LearnerId id, AssessmentState state) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    std::vector<Assessment> out;
    for (const auto number :
         TRY(parts.ledger->assessments().of_learner(id.value, record_state_of(state), rows_most))) {
        const auto found = TRY(parts.open_assessment({number}));
        if (found) out.push_back(TRY(parts.shown(*found)));
    }
    return out;
}

Result<std::string> Station::export_learner(LearnerId id) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto record = TRY(parts.ledger->learners().find(id.value));
    if (!record) return Error{Fault::not_found, "there is no such learner"};
    const auto identity = TRY(parts.identity_of(*record));
    if (!identity) return Error{Fault::not_found, "this learner's record was erased"};
    Json out = TRY(registration_json(parts, *record));
    out["northseal"] = "my record 1";
    out["name"] = identity->name;
    if (!identity->number.empty()) out["number"] = identity->number;
    out["ageBand"] = word_of(identity->age_band);
    out["identity"] = word_of(identity->identity);
    out["language"] = identity->language;
    out["site"] = parts.facts.site;
    out["institution"] = parts.facts.institution;
    out["assessments"] = TRY(assessments_json(*this, id));
    if (TRY(has_learner_pin(id))) out["pin"] = "chosen";
    out["opened"] = TRY(openings_json(*this, id));
    return out.dump(2) + "\n";
}

Result<> Station::correct_learner(LearnerId id, const LearnerCorrection& wanted, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    const auto record = TRY(parts.ledger->learners().find(id.value));
    if (!record) return Error{Fault::not_found, "there is no such learner"};
    auto identity = TRY(parts.identity_of(*record));
    if (!identity) return Error{Fault::not_found, "this learner's record was erased"};
    identity->name = TRY(clean_text_claim(wanted.name));
    identity->number = wanted.number.empty() ? std::string() : TRY(clean_text_claim(wanted.number));
    if (wanted.language.empty() || wanted.language.size() > 35) {
        return refused("the language of the certificate is missing");
    }
    identity->language = wanted.language;
    TRY(parts.watch_clock());
    TRY(parts.ledger->transaction([&] { return append_correction(parts, id, *identity, by); }));
    parts.index.remove(id.value);
    parts.index.add(id.value, identity->name, identity->number);
    return {};
}

} // namespace northseal::station
