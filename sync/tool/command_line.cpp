#include "sync/tool/command_line.h"

#include <CLI/CLI.hpp>

#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

constexpr const char* footer = R"(Exit codes: 0 done, or genuine; 1 refused, not genuine, or does not conform;
2 cannot tell (verify), with the reason; 64 the command line itself.
Secrets come from --passphrase-file, NORTHSEAL_PASSPHRASE or the terminal, never from the command line.)";

void add_verify(CLI::App& app, Chosen& chosen)
{
    auto ask = std::make_shared<VerifyAsk>();
    auto* command = app.add_subcommand("verify", "Say whether a certificate or credential is genuine");
    command->add_option("input", ask->input, "credential (JSON), the address in a printed code, or -")
        ->required();
    command->add_option("--trust", ask->trust, "trust folder of the institution");
    command->add_option("--root", ask->root, "root key that the trust folder must have (Multikey)");
    command->add_option("--at-least", ask->at_least, "refuse a trust folder with a lower number");
    command->add_option("--did", ask->dids, "file with the DID document of another issuer");
    command->add_option("--lang", ask->language, "language of the words")->check(CLI::IsMember({"en", "fr"}));
    command->add_option("--as-of", ask->as_of, "judge as of this date instead of now");
    command->add_flag("--json", ask->json, "print the finding as JSON");
    command->add_flag("--specimen", ask->specimen, "a specimen that is otherwise in order exits with 0");
    command->footer("Exit codes: 0 genuine, 1 not, 2 cannot tell and why.");
    command->callback([ask, &chosen] { chosen = [ask](Tool& tool) { return verify(*ask, tool); }; });
}

void add_show(CLI::App& app, Chosen& chosen)
{
    auto ask = std::make_shared<ShowAsk>();
    auto* command = app.add_subcommand("show", "Print what a credential says; nothing is verified");
    command->add_option("input", ask->input, "credential (JSON), the address in a printed code, or -")
        ->required();
    command->add_option("--trust", ask->trust, "trust folder: a printed code needs its templates");
    command->callback([ask, &chosen] { chosen = [ask](Tool& tool) { return show(*ask, tool); }; });
}

void add_json_ld_options(CLI::App& command, JsonLdAsk& ask)
{
    command.add_option("input", ask.input, "JSON-LD file, or -")->required();
    command.add_option("--base", ask.base, "IRI that relative references resolve against");
    command.add_option("--expand-context", ask.expand_context, "file with a context to begin with");
    command.add_option("--mode", ask.mode, "processing mode")->check(CLI::IsMember({"1.0", "1.1"}));
    command.add_flag("--safe", ask.safe, "refuse what would be dropped, and name it");
    command.add_option("--most-depth", ask.most_depth, "levels that are read")->check(CLI::Range(1, 10'000));
}

void add_linked_data(CLI::App& app, Chosen& chosen)
{
    auto ask = std::make_shared<JsonLdAsk>();
    auto* canonical =
        app.add_subcommand("canonize", "Print the canonical N-Quads (RDFC-1.0) of JSON-LD or N-Quads");
    add_json_ld_options(*canonical, *ask);
    canonical->add_flag("--nquads", ask->nquads, "the input is N-Quads, as of any file that ends in .nq");
    canonical->add_option("--rdf-direction", ask->rdf_direction, "how a base direction is kept")
        ->check(CLI::IsMember({"i18n-datatype", "compound-literal"}));
    canonical->add_option("--hash", ask->hash, "hash of RDFC-1.0")
        ->check(CLI::IsMember({"sha256", "sha384"}));
    canonical->add_flag("--map", ask->map, "print the blank node labels as JSON instead");
    canonical->add_option("--most-deep-hashes", ask->most_deep_hashes,
                          "work allowed before a graph is refused as poison");
    canonical->callback([ask, &chosen] { chosen = [ask](Tool& tool) { return canonize(*ask, tool); }; });

    auto expanding = std::make_shared<JsonLdAsk>();
    auto* expanded = app.add_subcommand("expand", "Print the expanded form of a JSON-LD file");
    add_json_ld_options(*expanded, *expanding);
    expanded->callback(
        [expanding, &chosen] { chosen = [expanding](Tool& tool) { return expand(*expanding, tool); }; });
}

void add_slip(CLI::App& app, Chosen& chosen)
{
    auto* slip =
        app.add_subcommand("slip", "The credential as a printed code holds it")->require_subcommand(1);
    auto ask = std::make_shared<SlipAsk>();
    auto* encode = slip->add_subcommand("encode", "Print the address that the code of a credential holds");
    encode->add_option("credential", ask->input, "credential of ours (JSON), or -")->required();
    encode->add_option("--trust", ask->trust, "trust folder with its template")->required();
    encode->callback([ask, &chosen] { chosen = [ask](Tool& tool) { return slip_encode(*ask, tool); }; });

    auto reading = std::make_shared<SlipAsk>();
    auto* decode = slip->add_subcommand("decode", "Print the claims that a code holds, as JSON");
    decode->add_option("slip", reading->input, "address, digits, a file with either, or -")->required();
    decode->add_option("--trust", reading->trust, "trust folder with its template");
    decode->add_flag("--credential", reading->credential,
                     "print the whole rebuilt credential (needs --trust)");
    decode->callback(
        [reading, &chosen] { chosen = [reading](Tool& tool) { return slip_decode(*reading, tool); }; });
}

void add_demo(CLI::App& app, Chosen& chosen)
{
    auto folder = std::make_shared<std::string>();
    auto* command =
        app.add_subcommand("demo", "Make a demonstration: institution, kiosk, trust folder; specimens all");
    command->add_option("folder", *folder, "an empty folder, a new one, or a demonstration made before")
        ->required();
    command->callback([folder, &chosen] { chosen = [folder](Tool& tool) { return demo(*folder, tool); }; });
}

} // namespace

int run_command_line(int count, char** arguments, Tool& tool)
{
    CLI::App app("Northseal: credentials that a kiosk signs offline, and that paper alone gives back",
                 "northseal");
    app.footer(footer);
    app.require_subcommand(1);
    Chosen chosen;
    add_verify(app, chosen);
    add_show(app, chosen);
    add_slip(app, chosen);
    add_linked_data(app, chosen);
    add_institution_commands(app, chosen);
    add_demo(app, chosen);
    app.add_subcommand("version", "Print the version")->callback([&chosen] {
        chosen = [](Tool&) {
            say("northseal " NORTHSEAL_VERSION "\n");
            return exit_done;
        };
    });
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& wanted) {
        return app.exit(wanted); // --help
    } catch (const CLI::ParseError& problem) {
        note(std::string(problem.what()) + " (see northseal --help)");
        return exit_usage;
    }
    return chosen(tool);
}

} // namespace northseal::tool
