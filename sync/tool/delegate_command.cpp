#include "storage/institution/institution.h"

#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

Result<> run_delegate(const DelegateAsk& ask, Tool& tool)
{
    auto opened = TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
    institution::NewDelegation wish;
    wish.request = TRY(read_input(tool, ask.request, institution::request_most));
    wish.site = ask.site;
    wish.count = ask.count;
    wish.until = TRY(read_day(ask.until));
    wish.programmes = ask.programmes;
    const auto passphrase = TRY(read_passphrase(ask.passphrase, Asking::existing, tool));
    const auto desk = TRY(opened.open_key(institution::KeyName::desk, passphrase));
    const auto made = TRY(opened.delegate(wish, desk));
    TRY(write_output(tool, ask.out, made.pack));
    if (ask.out == "-") return {};
    say("Kiosk " + made.delegation.kiosk + ": delegation " + std::to_string(made.delegation.number) + ", " +
        std::to_string(made.delegation.count) + " credentials until " + to_date_time(made.delegation.until) +
        "\nPublish before you hand " + ask.out + " over" +
        (made.lists_added ? ": new status lists were made.\n" : ", so that verifiers know this kiosk.\n"));
    return {};
}

} // namespace

int delegate(const DelegateAsk& ask, Tool& tool)
{
    const auto done = run_delegate(ask, tool);
    return done.ok() ? exit_done : failed(done.error());
}

} // namespace northseal::tool
