#include <CLI/CLI.hpp>

#include "sync/tool/command_line.h"
#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

void add_passphrase(CLI::App& command, PassphraseAsk& ask)
{
    command.add_option("--passphrase-file", ask.file,
                       "file whose first line is the institution's passphrase");
}

void add_institution(CLI::App& app, Chosen& chosen)
{
    auto* group = app.add_subcommand("institution", "The institution's own folder")->require_subcommand(1);
    auto ask = std::make_shared<InitAsk>();
    auto* init =
        group->add_subcommand("init", "Make an institution: root, desk and publisher keys, and its record");
    init->add_option("folder", ask->folder, "a new folder, on the coordinator's machine")->required();
    init->add_option("--host", ask->host, "host of its DID, e.g. credentials.example.ca")->required();
    init->add_option("--verify-host", ask->verify_host, "host in printed codes; the same where absent");
    init->add_option("--name-en", ask->name_en, "its name in English")->required();
    init->add_option("--name-fr", ask->name_fr, "its name in French")->required();
    init->add_option("--site-en", ask->sites_en, "name of a site in English; once for each site")->required();
    init->add_option("--site-fr", ask->sites_fr, "the same site's name in French")->required();
    init->add_option("--country", ask->country, "two letters")->capture_default_str();
    init->add_option("--region", ask->region, "province or territory")->capture_default_str();
    init->add_flag("--demo", ask->demo, "a demonstration, for ever: host under .invalid, specimens only");
    add_passphrase(*init, ask->passphrase);
    init->callback([ask, &chosen] { chosen = [ask](Tool& tool) { return institution_init(*ask, tool); }; });

    auto folder = std::make_shared<std::string>();
    auto* show = group->add_subcommand("show", "Print what the institution's folder holds");
    show->add_option("folder", *folder, "the institution's folder")->required();
    show->callback(
        [folder, &chosen] { chosen = [folder](Tool& tool) { return institution_show(*folder, tool); }; });
}

void add_programme(CLI::App& app, Chosen& chosen)
{
    auto* group = app.add_subcommand("programme", "Programmes and their templates")->require_subcommand(1);
    auto checking = std::make_shared<ProgrammeAsk>();
    auto* check = group->add_subcommand("check", "Say criterion by criterion what the framework finds");
    check->add_option("file", checking->file, "programme (TOML), or -")->required();
    check->add_flag("--json", checking->json, "print the findings as JSON");
    check->callback([checking, &chosen] {
        chosen = [checking](Tool& tool) { return programme_check(*checking, tool); };
    });

    auto compiling = std::make_shared<ProgrammeAsk>();
    auto* compile = group->add_subcommand("compile", "Compile a programme into its templates");
    compile->add_option("file", compiling->file, "programme (TOML), or -")->required();
    auto* from = compile->add_option_group("issuer", "whose templates");
    from->add_option("--institution", compiling->institution, "the institution's folder");
    from->add_option("--issuer", compiling->issuer, "an institution.json, as published");
    from->require_option(1);
    compile->add_option("--language", compiling->language, "one language only");
    compile->add_option("--out", compiling->out, "folder to write HEX.json into; otherwise standard output");
    compile->callback([compiling, &chosen] {
        chosen = [compiling](Tool& tool) { return programme_compile(*compiling, tool); };
    });

    auto adding = std::make_shared<ProgrammeAsk>();
    auto* add =
        group->add_subcommand("add", "Offer a programme: check, compile, prove and list its templates");
    add->add_option("file", adding->file, "programme (TOML), or -")->required();
    add->add_option("--institution", adding->institution, "the institution's folder")->required();
    add_passphrase(*add, adding->passphrase);
    add->callback(
        [adding, &chosen] { chosen = [adding](Tool& tool) { return programme_add(*adding, tool); }; });
}

void add_kiosks(CLI::App& app, Chosen& chosen)
{
    auto enrolling = std::make_shared<EnrolAsk>();
    auto* enrol_command =
        app.add_subcommand("enrol", "Make a kiosk's vault and its request, or accept the answer");
    enrol_command->add_option("folder", enrolling->folder, "the kiosk's folder")->required();
    enrol_command->add_option("--facilitator", enrolling->facilitators,
                              "NAME:ROLE, role assessor or witness; one each");
    enrol_command->add_option("--words-file", enrolling->words_file,
                              "file with the six words; drawn where it is absent");
    enrol_command->add_option("--pin-file", enrolling->pin_file,
                              "file with one PIN a line, in the same order");
    auto* token = enrol_command
                      ->add_option("--token", enrolling->token,
                                   "a stick guards the kiosk, mounted here: a facilitator carries it away")
                      ->type_name("DIR");
    enrol_command
        ->add_flag("--chip", enrolling->chip, "the machine's TPM guards the kiosk, and counts wrong PINs")
        ->excludes(token);
    enrol_command->add_option("--tpm", enrolling->tpm, "where the TPM answers, if not at /dev/tpmrm0")
        ->type_name("TCTI");
    enrol_command
        ->add_option("--as", enrolling->person, "the number of whose PIN opens it (1: the first enrolled)")
        ->check(CLI::PositiveNumber);
    enrol_command->add_option("--out", enrolling->out,
                              "where the request goes; otherwise FOLDER.request.json");
    enrol_command->add_option("--accept", enrolling->accept,
                              "the delegation pack that the institution answered with");
    enrol_command->add_option("--renew", enrolling->renew,
                              "file, or -, with the words of a renewal that the desk read out");
    enrol_command->add_option(
        "--from-backup", enrolling->from_backup,
        "the medium with the backup of a kiosk that is gone: this machine goes on in its "
        "place; --facilitator NAME for each who is there");
    enrol_command->add_option(
        "--code-file", enrolling->code_file,
        "with --from-backup: file with one of its recovery codes; asked for where absent");
    enrol_command->callback(
        [enrolling, &chosen] { chosen = [enrolling](Tool& tool) { return enrol(*enrolling, tool); }; });

    auto backing = std::make_shared<BackupAsk>();
    auto* backup_command = app.add_subcommand("backup", "Copy a kiosk, sealed, to a second medium");
    backup_command->add_option("folder", backing->folder, "the kiosk's folder")->required();
    backup_command->add_option("medium", backing->medium, "a folder on another disk")->required();
    backup_command->callback(
        [backing, &chosen] { chosen = [backing](Tool& tool) { return backup(*backing, tool); }; });

    auto delegating = std::make_shared<DelegateAsk>();
    auto* command =
        app.add_subcommand("delegate", "Answer a kiosk's request: what it may issue, where, until when");
    command->add_option("institution", delegating->institution, "the institution's folder")->required();
    command->add_option("request", delegating->request, "the kiosk's request, or -");
    command->add_option("--site", delegating->site, "number of the site where it stands");
    command->add_option(
        "--count", delegating->count,
        "how many credentials it may issue; with --renew, in all, and as before where absent");
    command->add_option("--until", delegating->until, "its last day, e.g. 2027-06-30")->required();
    command->add_option("--programme", delegating->programmes,
                        "id of a programme; all that are offered where absent");
    command->add_option("--out", delegating->out, "where the pack goes");
    auto* renew = command->add_option("--renew", delegating->renew,
                                      "in place of a request: four letters of the kiosk to renew");
    auto* words = command->add_flag("--words", delegating->words,
                                    "print the renewal as words to read out over the radio");
    command
        ->add_option("--code", delegating->code,
                     "with --renew: a file (SVG) for the same words as a square code")
        ->needs(renew);
    renew->needs(words);
    words->needs(renew);
    add_passphrase(*command, delegating->passphrase);
    command->callback(
        [delegating, &chosen] { chosen = [delegating](Tool& tool) { return delegate(*delegating, tool); }; });

    auto closing = std::make_shared<CloseAsk>();
    auto* closer = app.add_subcommand("close", "Close a kiosk's key for ever: retired, lost or stolen");
    closer->add_option("institution", closing->institution, "the institution's folder")->required();
    closer->add_option("kiosk", closing->kiosk, "its four letters")->required();
    closer->add_flag("--compromised", closing->compromised,
                     "somebody else may hold the key: it leaves did.json");
    closer->callback(
        [closing, &chosen] { chosen = [closing](Tool& tool) { return close(*closing, tool); }; });
}

void add_withdrawal(CLI::App& app, Chosen& chosen, const std::string& name, const std::string& words,
                    bool superseded)
{
    auto ask = std::make_shared<WithdrawAsk>();
    ask->superseded = superseded;
    auto* command = app.add_subcommand(name, words);
    command->add_option("institution", ask->institution, "the institution's folder")->required();
    command->add_option("which", ask->which, "its status number, or urn:uuid:…")->required();
    command->add_option("--reason", ask->reason, "why; kept by the institution, not published")->required();
    command->callback([ask, &chosen] { chosen = [ask](Tool& tool) { return withdraw(*ask, tool); }; });
}

void add_records(CLI::App& app, Chosen& chosen)
{
    auto publishing = std::make_shared<PublishAsk>();
    auto* publisher =
        app.add_subcommand("publish", "Write the trust folder, for any host of static files or a stick");
    publisher->add_option("institution", publishing->institution, "the institution's folder")->required();
    publisher->add_option("out", publishing->out, "the trust folder")->required();
    add_passphrase(*publisher, publishing->passphrase);
    publisher->callback(
        [publishing, &chosen] { chosen = [publishing](Tool& tool) { return publish(*publishing, tool); }; });

    auto receiving = std::make_shared<ReceiveAsk>();
    auto* receiver = app.add_subcommand("receive", "Check credentials and put them in the received table");
    receiver->add_option("institution", receiving->institution, "the institution's folder")->required();
    receiver->add_option("input", receiving->inputs,
                         "credentials (JSON), printed codes' addresses, files with either");
    receiver->add_flag("--reviewed", receiving->reviewed,
                       "you looked at each: a compromised kiosk signed them");
    auto* up_to = receiver->add_option("--reported-up-to", receiving->reported_up_to,
                                       "all that the kiosk issued until this day was brought");
    receiver->add_option("--kiosk", receiving->kiosk, "which kiosk that is")->needs(up_to);
    up_to->needs("--kiosk");
    receiver->callback(
        [receiving, &chosen] { chosen = [receiving](Tool& tool) { return receive(*receiving, tool); }; });

    add_withdrawal(app, chosen, "revoke", "Take a credential back", false);
    add_withdrawal(app, chosen, "supersede", "Say that a corrected credential took this one's place", true);
}

} // namespace

void add_institution_commands(CLI::App& app, Chosen& chosen)
{
    add_institution(app, chosen);
    add_programme(app, chosen);
    add_kiosks(app, chosen);
    add_records(app, chosen);
}

} // namespace northseal::tool
