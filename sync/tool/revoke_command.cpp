#include <charconv>

#include "storage/institution/institution.h"
#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

Result<std::uint32_t> index_of(const std::string& which, const institution::Institution& institution)
{
    if (which.starts_with("urn:uuid:")) {
        const auto found = institution.received().latest_of(which);
        if (found) return *found;
        return Error{Fault::not_found, which + " was not received: give its status number instead"};
    }
    std::uint32_t index = 0;
    const auto* end = which.data() + which.size();
    const auto read = std::from_chars(which.data(), end, index);
    if (read.ec != std::errc{} || read.ptr != end) {
        return refused("\"" + which + "\" is neither a status number nor urn:uuid:…");
    }
    return index;
}

Result<> run_revoke(const WithdrawAsk& ask, Tool& tool)
{
    auto opened = TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
    const auto index = TRY(index_of(ask.which, opened));
    const auto kind = ask.superseded ? institution::Withdrawn::superseded : institution::Withdrawn::revoked;
    TRY(opened.withdraw(index, kind, ask.reason));
    say("Number " + std::to_string(index) + (ask.superseded ? " is superseded" : " is revoked") +
        ". Publish to let verifiers know.\n");
    return {};
}

} // namespace

int withdraw(const WithdrawAsk& ask, Tool& tool)
{
    const auto done = run_revoke(ask, tool);
    return done.ok() ? exit_done : failed(done.error());
}

} // namespace northseal::tool
