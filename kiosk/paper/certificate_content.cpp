#include "kiosk/paper/certificate_content.h"

#include "kiosk/paper/paper_words.h"

namespace northseal::kiosk {

namespace {

std::string level_of(const credential::AwardOutcome& outcome, PaperWords& words)
{
    if (outcome.achieved == 0 || outcome.achieved > outcome.levels.size()) return words("paper.not_assessed");
    return outcome.levels[outcome.achieved - 1].name;
}

std::vector<OutcomeRow> rows_of(const credential::Award& award, PaperWords& words)
{
    std::vector<OutcomeRow> rows;
    for (const auto& outcome : award.outcomes) {
        const bool reached = outcome.achieved > 0 && outcome.achieved <= outcome.levels.size();
        rows.push_back({outcome.name, reached ? outcome.levels[outcome.achieved - 1].words : std::string(),
                        level_of(outcome, words), reached ? outcome.achieved : 0, outcome.levels.size()});
    }
    return rows;
}

std::string line_of(const credential::Award& award, PaperWords& words)
{
    const auto count = words.count_in_words(award.outcomes.size());
    const bool one = award.outcomes.size() == 1;
    if (award.site.empty()) {
        return words(one ? "paper.assessed.one" : "paper.assessed.many", {{"count", count}});
    }
    return words(one ? "paper.assessed_at.one" : "paper.assessed_at.many",
                 {{"count", count}, {"site", award.site}});
}

// What the award's evidence is: what was seen and written down, and how many records are kept.
std::string evidence_of(const credential::Award& award, PaperWords& words)
{
    std::vector<std::string> parts;
    if (!award.narrative.empty()) parts.push_back(words("paper.evidence_observed"));
    if (award.evidence_items > 0) parts.push_back(words.count("paper.evidence", award.evidence_items));
    return words.list(parts);
}

std::string credit_of(const credential::Award& award, PaperWords& words)
{
    if (award.code.empty()) return words.decimal(award.credits);
    return words("paper.credit_and_code", {{"credits", words.decimal(award.credits)}, {"code", award.code}});
}

Result<std::vector<Labelled>> facts_of(const Certificate& certificate, PaperWords& words)
{
    const auto& award = certificate.award;
    const auto date = [&](const std::string& text) -> Result<std::string> {
        const auto instant = TRY(from_date_time(text));
        return words.date(instant, certificate.utc_offset_minutes);
    };
    std::vector<Labelled> facts;
    const auto issued = TRY(date(award.valid_from));
    if (!award.awarded_date.empty()) {
        const auto awarded = TRY(date(award.awarded_date));
        if (awarded != issued) facts.push_back({words("paper.awarded"), awarded});
    }
    facts.push_back({words("paper.issued"), issued});
    if (!award.hours.empty()) {
        facts.push_back(
            {words("paper.learning_time"), words(award.hours == "1" ? "paper.hours.one" : "paper.hours.many",
                                                 {{"count", words.decimal(award.hours)}})});
    }
    if (!award.credits.empty())
        facts.push_back({words("paper.credit"), credit_of(award, words)});
    else if (!award.code.empty())
        facts.push_back({words("paper.code"), award.code});
    auto expires = words("paper.never");
    if (!award.valid_until.empty()) expires = TRY(date(award.valid_until));
    facts.push_back({words("paper.expires"), expires});
    const auto evidence = evidence_of(award, words);
    if (!evidence.empty()) facts.push_back({words("paper.evidence"), evidence});
    facts.push_back({words("paper.serial"), credential::serial_of(award.id)});
    return facts;
}

// "7q3f" of "did:web:…#kiosk-7q3f"; empty for a key of another kind.
std::string kiosk_of(const std::string& verification_method)
{
    constexpr std::string_view mark = "#kiosk-";
    const auto at = verification_method.rfind(mark);
    return at == std::string::npos ? std::string() : verification_method.substr(at + mark.size());
}

std::string signing_note_of(const credential::Award& award, PaperWords& words)
{
    std::vector<std::string> sentences;
    if (!award.supervision.empty()) {
        sentences.push_back(words("paper.supervision", {{"supervision", award.supervision}}));
    }
    if (!award.identity_grade.empty()) {
        sentences.push_back(words("paper.identity", {{"grade", award.identity_grade}}));
    }
    const auto kiosk = kiosk_of(award.verification_method);
    if (!kiosk.empty()) {
        sentences.push_back(
            words("paper.signed_by_kiosk", {{"kiosk", kiosk}, {"institution", award.institution}}));
    }
    std::string out;
    for (const auto& sentence : sentences) out += (out.empty() ? "" : "\n") + sentence;
    return out;
}

void add_foot(CertificateContent& content, const Certificate& certificate, PaperWords& words)
{
    if (!certificate.partners.empty()) {
        auto text = words("paper.partners_are", {{"partners", words.list(certificate.partners)}});
        if (certificate.endorsed) text += " " + words("paper.endorsed");
        content.foot.push_back({words("paper.partners"), text});
    }
    content.foot.push_back({words("paper.framework"), words("paper.follows_framework")});
    if (certificate.award.alignments.empty()) return;
    std::string skills;
    for (const auto& alignment : certificate.award.alignments) {
        skills += (skills.empty() ? "" : "; ") + alignment;
    }
    content.skills.push_back({words("paper.skills"), skills + "."});
}

} // namespace

Result<CertificateContent> certificate_content(const Certificate& certificate, const CertificateText& text)
{
    const auto& award = certificate.award;
    PaperWords words(text.words, award.language);
    CertificateContent content;
    content.language = award.language;
    content.institution = award.institution;
    content.holder = award.holder;
    content.programme = award.programme;
    content.held_by = words("paper.held_by");
    content.title = words("paper.title", {{"programme", award.programme}, {"holder", award.holder}});
    // More than two would say the same twice: they stand at the foot in any case.
    if (!certificate.partners.empty() && certificate.partners.size() <= 2) {
        content.with_partners =
            words("paper.with_partners", {{"partners", words.list(certificate.partners)}});
    }
    content.line = line_of(award, words);
    content.outcomes = rows_of(award, words);
    if (!award.assessor.empty()) content.signers.push_back({award.assessor, words("paper.assessor")});
    if (!award.witness.empty()) content.signers.push_back({award.witness, words("paper.witness")});
    content.signing_note = signing_note_of(award, words);
    add_foot(content, certificate, words);
    content.promise = words("paper.promise");
    content.whole = words("paper.code_is_whole");
    content.host = certificate.verify_host;
    if (!certificate.six_words.empty()) content.six_words_are = words("paper.six_words_are");
    content.six_words = certificate.six_words;
    content.facts = TRY(facts_of(certificate, words));
    if (award.specimen) {
        content.specimen = words("paper.specimen");
        content.specimen_line = words("paper.specimen_line");
    }
    content.words_in_code = words("paper.words_in_code");
    content.dated = TRY(from_date_time(award.valid_from));
    TRY(words.complete());
    return content;
}

} // namespace northseal::kiosk
