#include "storage/institution/institution.h"

#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

Result<> run_close(const CloseAsk& ask, Tool& tool)
{
    auto opened = TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
    TRY(opened.close(ask.kiosk, ask.compromised));
    say("Kiosk " + ask.kiosk +
        " is closed. What was received stays genuine; nothing else that it signed is " +
        "accepted. Publish to let verifiers know.\n");
    return {};
}

} // namespace

int close(const CloseAsk& ask, Tool& tool)
{
    const auto done = run_close(ask, tool);
    return done.ok() ? exit_done : failed(done.error());
}

} // namespace northseal::tool
