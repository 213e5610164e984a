#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/institution/institution.h"
#include "sync/tool/assets.h"
#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

std::string_view text_of_met(catalogue::Met met)
{
    switch (met) {
    case catalogue::Met::yes:
        return "yes";
    case catalogue::Met::partly:
        return "partly";
    case catalogue::Met::no:
        return "no";
    }
    return {};
}

std::string_view text_of_obligation(catalogue::Obligation obligation)
{
    switch (obligation) {
    case catalogue::Obligation::will:
        return "will";
    case catalogue::Obligation::where_possible:
        return "where possible";
    }
    return {};
}

std::string as_words(const catalogue::FrameworkReport& report)
{
    std::string out;
    for (const auto& finding : report.findings) {
        out += finding.id + " " + finding.name + " (" + std::string(text_of_obligation(finding.obligation)) +
               "): " + std::string(text_of_met(finding.met)) + "\n   " + finding.sentence + "\n";
    }
    return out + "Competencies aligned to an entry that was looked up: " + std::to_string(report.aligned) +
           "; named in words only: " + std::to_string(report.unaligned) + "\n" +
           (report.conforms() ? "The programme conforms.\n" : "The programme does not conform.\n");
}

std::string as_json(const catalogue::FrameworkReport& report)
{
    Json findings = Json::array();
    for (const auto& finding : report.findings) {
        findings.push_back({{"id", finding.id},
                            {"name", finding.name},
                            {"obligation", text_of_obligation(finding.obligation)},
                            {"met", text_of_met(finding.met)},
                            {"sentence", finding.sentence}});
    }
    return Json{{"conforms", report.conforms()},
                {"aligned", report.aligned},
                {"unaligned", report.unaligned},
                {"findings", findings}}
               .dump(2) +
           "\n";
}

Result<catalogue::Programme> load_programme(const std::string& file, Tool& tool)
{
    const auto text = TRY(read_input(tool, file, catalogue::programme_file_most));
    auto programme = catalogue::read_programme(text);
    if (!programme.ok()) return refused(file + ": " + programme.error().detail);
    return programme;
}

Result<int> check(const ProgrammeAsk& ask, Tool& tool)
{
    const auto frameworks = TRY(load_frameworks(tool));
    const auto programme = TRY(load_programme(ask.file, tool));
    const auto report = catalogue::check_framework(programme, frameworks);
    say(ask.json ? as_json(report) : as_words(report));
    return report.conforms() ? exit_done : exit_no;
}

Result<catalogue::Issuer> issuer_of(const ProgrammeAsk& ask, Tool& tool)
{
    if (!ask.institution.empty()) {
        const auto opened =
            TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
        return opened.record().issuer;
    }
    const auto text = TRY(read_input(tool, ask.issuer));
    const auto envelope = TRY(parse_json(text));
    const auto record = institution::open_record(envelope);
    if (!record.ok()) return refused(ask.issuer + ": " + record.error().detail);
    return record.value().issuer;
}

Result<int> compile(const ProgrammeAsk& ask, Tool& tool)
{
    const auto frameworks = TRY(load_frameworks(tool));
    const auto issuer = TRY(issuer_of(ask, tool));
    const auto programme = TRY(load_programme(ask.file, tool));
    auto languages = programme.languages;
    if (!ask.language.empty()) {
        if (std::find(languages.begin(), languages.end(), ask.language) == languages.end()) {
            return refused("the programme is not written in \"" + ask.language + "\"");
        }
        languages = {ask.language};
    }
    if (!ask.out.empty()) TRY(tool.disk.make_folder(ask.out));
    for (const auto& language : languages) {
        const auto text = TRY(catalogue::compile_template(programme, issuer, frameworks, language));
        if (ask.out.empty()) {
            say(text + "\n");
            continue;
        }
        const auto path = ask.out + "/" + to_hex(sha256(view(text))) + ".json";
        TRY(tool.disk.write_durably(path, view(text)));
        say(language + " " + path + "\n");
    }
    return exit_done;
}

Result<int> add(const ProgrammeAsk& ask, Tool& tool)
{
    const auto frameworks = TRY(load_frameworks(tool));
    auto opened = TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
    const auto text = TRY(read_input(tool, ask.file, catalogue::programme_file_most));
    const auto passphrase = TRY(read_passphrase(ask.passphrase, Asking::existing, tool));
    const auto desk = TRY(opened.open_key(institution::KeyName::desk, passphrase));
    const auto offered = TRY(opened.add_programme(text, frameworks, desk));
    for (const auto& [language, digest] : offered.templates) {
        say(offered.id + " " + offered.version + " " + language + " " + to_hex(digest) + "\n");
    }
    return exit_done;
}

int finish(const Result<int>& code)
{
    return code.ok() ? code.value() : failed(code.error());
}

} // namespace

int programme_check(const ProgrammeAsk& ask, Tool& tool)
{
    return finish(check(ask, tool));
}

int programme_compile(const ProgrammeAsk& ask, Tool& tool)
{
    return finish(compile(ask, tool));
}

int programme_add(const ProgrammeAsk& ask, Tool& tool)
{
    return finish(add(ask, tool));
}

} // namespace northseal::tool
