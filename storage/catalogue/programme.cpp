#include "storage/catalogue/programme.h"

#include <algorithm>
#include <set>

#include "storage/catalogue/programme_parts.h"
#include "storage/catalogue/programme_rules.h"

namespace northseal::catalogue {

namespace {

constexpr std::size_t title_most = 90;       // one or two lines on paper
constexpr std::size_t paragraph_most = 2000; // characters

// BCP 47 as Open Badges takes it: language, script, region.
bool is_language(std::string_view tag)
{
    std::size_t part = 0;
    while (!tag.empty()) {
        const auto end = std::min(tag.find('-'), tag.size());
        const auto piece = tag.substr(0, end);
        const auto letters = [&](char first, char rest) {
            return std::all_of(piece.begin(), piece.end(), [&](const char& c) {
                const char from = &c == piece.data() ? first : rest;
                return c >= from && c <= from + 25;
            });
        };
        const bool fits =
            part == 0 ? (piece.size() == 2 || piece.size() == 3) && letters('a', 'a')
                      : (piece.size() == 4 && letters('A', 'a')) || (piece.size() == 2 && letters('A', 'A'));
        if (!fits || part > 2 || end + 1 == tag.size()) return false;
        tag.remove_prefix(std::min(end + 1, tag.size()));
        ++part;
    }
    return part > 0;
}

Result<std::vector<std::string>> read_languages(const TableReader& table)
{
    auto out = TRY(table.texts("languages", 8, 16));
    if (out.empty()) return table.wrong("languages", "write them in brackets, such as [\"en\", \"fr\"]");
    for (const auto& language : out) {
        if (!is_language(language)) {
            return table.wrong("languages", "\"" + language + "\" is no language tag, such as \"en\"");
        }
    }
    return out;
}

std::optional<Words> unless_empty(Words words)
{
    if (words.empty()) return std::nullopt;
    return words;
}

Result<> read_identity(const TableReader& table, Programme& out)
{
    out.id = TRY(table.id("id"));
    out.version = TRY(table.id("version"));
    out.illustrative = TRY(table.yes_no("illustrative"));
    out.shape = TRY(table.one_of("shape", {"single", "stack", "ladder", "portfolio", "series", "research"}));
    out.languages = TRY(read_languages(table));
    out.code = TRY(table.text("code", 32, Need::optional));
    out.hours = TRY(table.decimal("hours", Need::optional));
    if (const auto credits = TRY(table.decimal("credits", Need::optional)); !credits.empty()) {
        out.credits = credits;
    }
    const auto months = TRY(table.whole("valid_months", 1, 600));
    if (months) out.valid_months = static_cast<int>(*months);
    out.witness_required = TRY(table.yes_no("witness_required"));
    out.partners = TRY(table.texts("partners", 32, 200));
    out.sharing = TRY(table.one_of("sharing", {"full", "credential", "receipt", "none"}));
    return {};
}

Result<> read_descriptions(const TableReader& table, Programme& out)
{
    const Languages languages(out.languages);
    out.name = TRY(table.words("name", languages, title_most));
    out.description = TRY(table.words("description", languages, 600));
    out.criteria = TRY(table.words("criteria", languages, paragraph_most));
    out.issuing_body = TRY(table.words("issuing_body", languages, 200, Need::optional));
    out.assessment_type = TRY(table.words("assessment_type", languages, 120));
    out.delivery_mode = TRY(table.words("delivery_mode", languages, 120));
    out.level = unless_empty(TRY(table.words("level", languages, 200, Need::optional)));
    out.quality_assurance =
        unless_empty(TRY(table.words("quality_assurance", languages, 500, Need::optional)));
    out.relevance = unless_empty(TRY(table.words("relevance", languages, paragraph_most, Need::optional)));
    out.ownership = unless_empty(TRY(table.words("ownership", languages, 500, Need::optional)));
    out.purpose = unless_empty(TRY(table.words("purpose", languages, paragraph_most, Need::optional)));
    return {};
}

Result<> read_evidence(const TableReader& programme, Programme& out)
{
    const auto* node = programme.find("evidence");
    if (node == nullptr) {
        return programme.wrong("evidence", "write [evidence] with name, sentence and files");
    }
    const auto table = TRY(TableReader::open(*node, "evidence", {"name", "sentence", "files"}));
    out.evidence_name = TRY(table.words("name", out.languages, 120));
    out.evidence_sentence = TRY(table.words("sentence", out.languages, 500));
    const auto files = TRY(table.one_of("files", {"none", "allowed", "required"}));
    out.evidence_files = files != "none";
    out.evidence_required = files == "required";
    return {};
}

Result<> read_parts(const TableReader& table, Programme& out)
{
    const Languages languages(out.languages);
    out.alignments = TRY(read_alignments(table, "alignment"));
    out.competencies = TRY(read_competencies(table, languages));
    out.outcomes = TRY(read_outcomes(table, languages));
    out.pathways = TRY(read_pathways(table, languages));
    out.endorsements = TRY(read_endorsements(table, languages));
    out.phrases = TRY(read_phrases(table, languages));
    out.certificate_words = TRY(read_certificate_words(table, languages));
    return {};
}

Result<TableReader> open_programme(const TomlNode& root)
{
    return TableReader::open(root, "the programme",
                             {"northseal",
                              "id",
                              "version",
                              "illustrative",
                              "shape",
                              "languages",
                              "code",
                              "hours",
                              "credits",
                              "valid_months",
                              "sharing",
                              "partners",
                              "name",
                              "description",
                              "criteria",
                              "issuing_body",
                              "level",
                              "relevance",
                              "quality_assurance",
                              "purpose",
                              "assessment_type",
                              "evidence",
                              "delivery_mode",
                              "witness_required",
                              "alignment",
                              "competency",
                              "level_name",
                              "outcome",
                              "pathway",
                              "endorsement",
                              "phrase",
                              "certificate_words",
                              "ownership"});
}

} // namespace

Result<Programme> read_programme(std::string_view toml)
{
    const auto root = TRY(parse_toml(toml, programme_file_most));
    const auto table = TRY(open_programme(root));
    TRY(table.one_of("northseal", {"programme 1"}));
    Programme out;
    TRY(read_identity(table, out));
    TRY(read_descriptions(table, out));
    TRY(read_evidence(table, out));
    TRY(read_parts(table, out));
    TRY(check_programme_rules(out));
    return out;
}

} // namespace northseal::catalogue
