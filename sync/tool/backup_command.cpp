#include "storage/station/station.h"
#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

Result<> copy(const BackupAsk& ask, Tool& tool)
{
    const auto site = TRY(station::Station::open(ask.folder, {tool.clock, tool.random, tool.disk}));
    const auto made = TRY(site->back_up(ask.medium));
    say("Generation " + std::to_string(made.generation) + ", with " + std::to_string(made.size) +
        " entries of the log, lies in " + ask.medium + " and was read back.\n");
    return {};
}

} // namespace

int backup(const BackupAsk& ask, Tool& tool)
{
    const auto done = copy(ask, tool);
    return done.ok() ? exit_done : failed(done.error());
}

} // namespace northseal::tool
