#include "storage/institution/publish.h"

#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

Result<std::string> run_publish(const PublishAsk& ask, Tool& tool)
{
    auto opened = TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
    if (tool.disk.exists(ask.out + "/keys") || tool.disk.exists(ask.out + "/state.json")) {
        return refused(ask.out + " holds keys: publish into a folder of its own");
    }
    const auto passphrase = TRY(read_passphrase(ask.passphrase, Asking::existing, tool));
    if (!opened.listing_is_current()) {
        const auto desk = TRY(opened.open_key(institution::KeyName::desk, passphrase));
        TRY(opened.refresh_listing(desk));
    }
    const auto publisher = TRY(opened.open_key(institution::KeyName::publisher, passphrase));
    const auto done = TRY(institution::publish(opened, ask.out, publisher));
    TRY(open_to_all(ask.out));
    return "Number " + std::to_string(done.number) + ", dated " + to_date_time(done.dated) + ", " +
           (done.changed ? std::to_string(done.files_written) + " files written" : "nothing new") + "\n";
}

} // namespace

int publish(const PublishAsk& ask, Tool& tool)
{
    const auto text = run_publish(ask, tool);
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace northseal::tool
