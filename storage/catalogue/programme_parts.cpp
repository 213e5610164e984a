#include "storage/catalogue/programme_parts.h"

#include <algorithm>

namespace northseal::catalogue {

namespace {

// Bounds, in characters (Unicode code points). A level is read at arm's length on a card of five lines.
constexpr std::size_t name_most = 120;
constexpr std::size_t level_name_most = 24;
constexpr std::size_t sentence_most = 300;

std::string numbered(std::string_view what, std::size_t index)
{
    return std::string(what) + " " + std::to_string(index + 1);
}

Result<std::vector<Words>> read_level_names(const TableReader& programme, Languages languages)
{
    std::vector<Words> out;
    const auto nodes = TRY(programme.tables("level_name", 6));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        out.push_back(TRY(read_words(*nodes[i], numbered("level_name", i), languages, level_name_most)));
    }
    return out;
}

Result<std::vector<ProgrammeLevel>> read_levels(const TableReader& outcome, const std::string& where,
                                                std::span<const Words> names, Languages languages)
{
    std::vector<ProgrammeLevel> out;
    const auto nodes = TRY(outcome.tables("level", 6));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto table =
            TRY(TableReader::open(*nodes[i], where + ", " + numbered("level", i), {"name", "words"}));
        ProgrammeLevel level;
        level.name = TRY(table.words("name", languages, level_name_most, Need::optional));
        if (level.name.empty() && i < names.size()) level.name = names[i];
        if (level.name.empty()) return table.wrong("name", "name this level here or under [[level_name]]");
        level.words = TRY(table.words("words", languages, sentence_most));
        out.push_back(std::move(level));
    }
    if (out.size() < 2) return outcome.wrong("level", "write at least two [[outcome.level]], lowest first");
    return out;
}

Result<ProgrammeOutcome> read_outcome(const TomlNode& node, const std::string& where,
                                      std::span<const Words> names, Languages languages)
{
    const auto table = TRY(TableReader::open(
        node, where, {"id", "name", "statement", "required_level", "competencies", "level"}));
    ProgrammeOutcome out;
    out.id = TRY(table.id("id"));
    out.name = TRY(table.words("name", languages, name_most));
    out.statement = TRY(table.words("statement", languages, sentence_most, Need::optional));
    out.levels = TRY(read_levels(table, where, names, languages));
    const auto most = static_cast<std::int64_t>(out.levels.size());
    const auto required = TRY(table.whole("required_level", 1, most));
    out.required_level = static_cast<std::size_t>(required.value_or(0));
    out.competencies = TRY(table.texts("competencies", 24, 64));
    return out;
}

Result<std::array<std::string, 3>> read_three(const TableReader& table, std::string_view key)
{
    const auto read = TRY(table.texts(key, 3, name_most));
    if (read.size() != 3) return table.wrong(key, "write three texts, in the order of the README");
    return std::array<std::string, 3>{read[0], read[1], read[2]};
}

} // namespace

Result<std::vector<Alignment>> read_alignments(const TableReader& of, std::string_view key)
{
    std::vector<Alignment> out;
    for (const auto* node : TRY(of.tables(key, 12))) {
        const auto table = TRY(TableReader::open(*node, std::string(key), {"framework", "entry"}));
        Alignment alignment;
        alignment.framework = TRY(table.id("framework"));
        alignment.entry = TRY(table.id("entry"));
        out.push_back(std::move(alignment));
    }
    return out;
}

Result<std::vector<Competency>> read_competencies(const TableReader& programme, Languages languages)
{
    std::vector<Competency> out;
    const auto nodes = TRY(programme.tables("competency", 48));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto table =
            TRY(TableReader::open(*nodes[i], numbered("competency", i), {"id", "name", "kind", "alignment"}));
        Competency competency;
        competency.id = TRY(table.id("id"));
        competency.name = TRY(table.words("name", languages, sentence_most));
        competency.kind = TRY(table.one_of("kind", {"knowledge", "skill", "attitude"}));
        competency.alignments = TRY(read_alignments(table, "alignment"));
        out.push_back(std::move(competency));
    }
    return out;
}

Result<std::vector<ProgrammeOutcome>> read_outcomes(const TableReader& programme, Languages languages)
{
    std::vector<ProgrammeOutcome> out;
    const auto names = TRY(read_level_names(programme, languages));
    const auto nodes = TRY(programme.tables("outcome", 24));
    if (nodes.empty()) return programme.wrong("outcome", "write at least one [[outcome]] with its levels");
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        out.push_back(TRY(read_outcome(*nodes[i], numbered("outcome", i), names, languages)));
    }
    return out;
}

Result<std::vector<Pathway>> read_pathways(const TableReader& programme, Languages languages)
{
    std::vector<Pathway> out;
    const auto nodes = TRY(programme.tables("pathway", 24));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto table = TRY(TableReader::open(*nodes[i], numbered("pathway", i),
                                                 {"kind", "target", "target_version", "name"}));
        Pathway pathway;
        pathway.kind = TRY(table.one_of("kind", {"requires", "part_of", "leads_to"}));
        pathway.target = TRY(table.id("target", Need::optional));
        pathway.target_version = TRY(table.id("target_version", Need::optional));
        if (pathway.target.empty() != pathway.target_version.empty()) {
            return table.wrong("target", "write target and target_version together, or neither");
        }
        pathway.name = TRY(table.words("name", languages, sentence_most));
        out.push_back(std::move(pathway));
    }
    return out;
}

Result<std::vector<Endorsement>> read_endorsements(const TableReader& programme, Languages languages)
{
    std::vector<Endorsement> out;
    const auto nodes = TRY(programme.tables("endorsement", 12));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto table = TRY(TableReader::open(*nodes[i], numbered("endorsement", i),
                                                 {"by", "demand", "performance", "credential", "key"}));
        Endorsement endorsement;
        endorsement.by = TRY(table.text("by", 200));
        endorsement.demand = TRY(table.words("demand", languages, 500));
        endorsement.performance = TRY(table.words("performance", languages, 500));
        const auto* credential = table.find("credential");
        if (credential != nullptr && credential->kind != TomlNode::Kind::text) {
            return table.wrong("credential", "this must be the signed JSON in triple quotation marks");
        }
        if (credential != nullptr) endorsement.credential = credential->text;
        endorsement.key = TRY(table.text("key", 128, Need::optional));
        endorsement.signed_by_partner = !endorsement.credential.empty();
        if (endorsement.signed_by_partner == endorsement.key.empty()) {
            return table.wrong("credential", "write credential and key together, or neither");
        }
        out.push_back(std::move(endorsement));
    }
    return out;
}

Result<std::vector<Phrase>> read_phrases(const TableReader& programme, Languages languages)
{
    std::vector<Phrase> out;
    const auto nodes = TRY(programme.tables("phrase", 24));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        auto words = TRY(read_words(*nodes[i], numbered("phrase", i), languages, 48));
        out.push_back({std::move(words)});
    }
    return out;
}

Result<std::map<std::string, CertificateWords>> read_certificate_words(const TableReader& programme,
                                                                       Languages languages)
{
    std::map<std::string, CertificateWords> out;
    const auto* node = programme.find("certificate_words");
    if (node == nullptr) return out;
    for (const auto& member : node->members) {
        if (std::find(languages.begin(), languages.end(), member.key) == languages.end()) {
            return programme.wrong("certificate_words", "\"" + member.key.substr(0, 64) +
                                                            "\" is not among the programme's languages");
        }
        const auto table =
            TRY(TableReader::open(member.value, "certificate_words",
                                  {"time_source", "identity_grade", "supervision", "evidence_item"}));
        CertificateWords words;
        words.time_source = TRY(read_three(table, "time_source"));
        words.identity_grade = TRY(read_three(table, "identity_grade"));
        words.supervision = TRY(read_three(table, "supervision"));
        words.evidence_item = TRY(table.text("evidence_item", name_most));
        out.emplace(member.key, std::move(words));
    }
    return out;
}

} // namespace northseal::catalogue
