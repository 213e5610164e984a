#include "tests/simulation/facts.h"

#include "storage/base/hash.h"
#include "storage/station/station.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

constexpr std::size_t many = 100'000;

Result<> observe_certificates(station::Station& site, Facts& facts)
{
    for (const auto& row : TRY(site.issued_rows(many, 0))) {
        facts["certificate " + std::to_string(row.id.value)] = TRY(certificate_fact(site, row));
        facts["prints of " + std::to_string(row.id.value)] = std::to_string(row.times_printed);
    }
    return {};
}

// Erased people, who asks to be, and under which wrapping key the others stand.
Result<> observe_erasures(station::Station& site, Facts& facts)
{
    auto& ledger = *station::StationProbe::parts(site).ledger;
    for (const auto& record : TRY(ledger.erasures().all())) {
        const auto number = std::to_string(record.learner);
        facts["erasure of " + number] =
            record.erased == 0 ? asked_fact(record.due) : std::string(carried_out);
        if (record.erased != 0) facts["learner " + number] = erased_learner;
    }
    const auto wrapping = TRY(ledger.erasures().wrapping());
    facts["wrapping"] = std::to_string(wrapping ? wrapping->epoch : 0);
    return {};
}

// Who looked at whose record, the first line first; and who chose a PIN.
Result<> observe_openings(station::Station& site, Facts& facts)
{
    auto& ledger = *station::StationProbe::parts(site).ledger;
    for (const auto& pin : TRY(ledger.learner_pins().all()))
        facts["own PIN of " + std::to_string(pin.learner)] = own_pin_fact(pin.entry);
    for (const auto& row : TRY(site.find_learners("", many))) {
        std::string text;
        for (const auto& each : TRY(ledger.openings().of_learner(row.id.value, many)))
            text = opening_fact(each.day, each.person) + text;
        if (!text.empty()) facts["openings of " + std::to_string(row.id.value)] = text;
    }
    return {};
}

} // namespace

std::string opening_fact(std::int64_t day, std::int64_t person)
{
    return std::to_string(person) + " on day " + std::to_string(day) + "; ";
}

std::string learner_fact(const std::string& name, const std::string& number)
{
    return name + " | " + number;
}

std::string asked_fact(Instant due)
{
    return "asked for, due " + to_date_time(due);
}

std::string own_pin_fact(std::uint64_t entry)
{
    return "chosen by entry " + std::to_string(entry);
}

std::string key_fact(const vault::Person& person)
{
    return to_hex(ByteView(person.key).first(8)) + ", after " + std::to_string(person.former_keys.size()) +
           (person.left ? ", left" : "");
}

std::string assessment_fact(const station::Assessment& assessment)
{
    constexpr const char* states[] = {"draft", "signed off", "issued"};
    std::string out = states[static_cast<std::size_t>(assessment.state)];
    out += " of learner " + std::to_string(assessment.learner.value) + ", " + assessment.programme_id + " " +
           assessment.language + ", levels";
    for (const auto level : assessment.levels) out += " " + std::to_string(level);
    for (const auto& note : assessment.notes) out += " | " + note;
    out += " | " + assessment.narrative + " | " + std::to_string(assessment.supervision);
    out += " | " + assessment.assessor + " | " + assessment.witness;
    if (assessment.issued) out += " | certificate " + std::to_string(assessment.issued->value);
    return out;
}

Result<std::string> certificate_fact(station::Station& site, const station::IssuedRow& row)
{
    auto& log = station::StationProbe::parts(site).ledger->log();
    const auto entry = TRY(log.entry(static_cast<std::uint64_t>(row.id.value)));
    if (!entry) return corrupt("a listed certificate is not in the log: " + std::to_string(row.id.value));
    const auto digest = sha256(encode(*entry));
    return row.serial + " for " + row.learner_name + ", " + to_hex(ByteView(digest).first(8));
}

Result<std::uint32_t> status_index_of(station::Station& site, station::IssuedId id)
{
    auto& log = station::StationProbe::parts(site).ledger->log();
    const auto entry = TRY(log.entry(static_cast<std::uint64_t>(id.value)));
    if (!entry) return corrupt("a certificate is not in the log: " + std::to_string(id.value));
    return TRY(station::decode_issued(entry->body)).status_index;
}

std::string shown_certificate(const station::Issued& issued)
{
    return to_hex(sha256({view(issued.json), view(issued.slip_url)}));
}

Result<Facts> observe(station::Station& site)
{
    Facts facts;
    TRY(observe_erasures(site, facts));
    for (const auto& row : TRY(site.find_learners("", many))) {
        facts["learner " + std::to_string(row.id.value)] = learner_fact(row.name, row.number);
    }
    for (const auto state : {station::AssessmentState::draft, station::AssessmentState::signed_off,
                             station::AssessmentState::issued}) {
        for (const auto& each : TRY(site.assessments(state, many))) {
            facts["assessment " + std::to_string(each.id.value)] = assessment_fact(each);
        }
    }
    auto& parts = station::StationProbe::parts(site);
    TRY(observe_certificates(site, facts));
    for (const auto& person : TRY(site.facilitators())) {
        facts["person " + std::to_string(person.id.value)] =
            person.name + ", " + person.role + (person.certified ? ", certified" : "");
    }
    for (const auto& person : parts.vault.people()) {
        facts["key of person " + std::to_string(person.number)] = key_fact(person);
    }
    TRY(observe_openings(site, facts));
    facts["recovery codes"] = std::to_string(site.recovery_sheets_left().size());
    facts["owed to the log"] = std::to_string(parts.vault.owed().size());
    for (const auto& record : TRY(parts.ledger->delegations().all())) {
        facts["delegation " + std::to_string(record.number)] =
            to_hex(ByteView(sha256(record.facts)).first(8));
    }
    for (const auto& form : TRY(site.kept_registrations())) {
        facts["form " + std::to_string(form.learner.kept)] =
            learner_fact(form.learner.name, form.learner.number) + ", step " + std::to_string(form.step);
    }
    const auto counts = TRY(site.counts());
    facts["log"] = std::to_string(counts.waiting_to_sync);
    return facts;
}

std::string difference(const Facts& expected, const Facts& found)
{
    std::string out;
    int told = 0;
    for (const auto& [name, text] : expected) {
        const auto there = found.find(name);
        if (there != found.end() && there->second == text) continue;
        if (++told > 4) return out + "...";
        out += name + ": expected \"" + text + "\", " +
               (there == found.end() ? "it is missing; " : "found \"" + there->second + "\"; ");
    }
    for (const auto& [name, text] : found) {
        if (expected.contains(name)) continue;
        if (++told > 4) return out + "...";
        out += name + ": nobody expected \"" + text + "\"; ";
    }
    return out;
}

} // namespace northseal::simulation
