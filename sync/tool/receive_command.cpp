#include "storage/institution/institution.h"

#include "sync/tool/commands.h"
#include "sync/tool/inputs.h"

namespace northseal::tool {
namespace {

Result<> receive_one(const std::string& input, const ReceiveAsk& ask, institution::Institution& institution,
                     Tool& tool)
{
    const auto certificate = TRY(read_certificate(tool, input));
    const auto review = ask.reviewed ? institution::Review::done : institution::Review::needed;
    const auto reception = TRY(institution.receive(certificate.text, review));
    say(reception.id + " number " + std::to_string(reception.status_index) +
        (reception.known_already ? ": known already\n" : ": received\n"));
    if (reception.supersedes) {
        say("  it takes the place of number " + std::to_string(*reception.supersedes) + "\n");
    }
    return {};
}

Result<> report(const ReceiveAsk& ask, institution::Institution& institution)
{
    if (ask.kiosk.empty()) return {};
    const auto day = TRY(read_day(ask.reported_up_to));
    return institution.report(ask.kiosk, day);
}

} // namespace

int receive(const ReceiveAsk& ask, Tool& tool)
{
    auto opened = institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk});
    if (!opened.ok()) return failed(opened.error());
    if (ask.inputs.empty() && ask.kiosk.empty()) return failed(refused("name what is to be received"));
    int code = exit_done;
    for (const auto& input : ask.inputs) {
        const auto done = receive_one(input, ask, opened.value(), tool);
        // One bad paper does not hold up the others.
        if (!done.ok()) code = failed(refused(input.substr(0, 60) + ": " + done.error().detail));
    }
    if (code != exit_done) return code; // then not everything was brought
    const auto reported = report(ask, opened.value());
    if (!reported.ok()) return failed(reported.error());
    say("Publish to let verifiers know.\n");
    return exit_done;
}

} // namespace northseal::tool
