#include "storage/institution/institution.h"

#include "storage/qr/qr.h"
#include "sync/tool/assets.h"
#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

// "1 abandon    2 ability …", six to a line: read out by number, so that a lost one can be asked for.
std::string numbered(const std::vector<std::string>& words)
{
    constexpr std::size_t a_line = 6, column = 14;
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto each = std::to_string(i + 1) + " " + words[i];
        const bool ends = (i + 1) % a_line == 0 || i + 1 == words.size();
        if (!ends) each.resize(std::max(each.size() + 1, column), ' ');
        out += each + (ends ? "\n" : "");
    }
    return out;
}

// What a scanner types at the kiosk.
std::string one_line(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

Result<> run_renew(const DelegateAsk& ask, Tool& tool)
{
    if (!ask.request.empty() || ask.site != 0 || !ask.out.empty() || !ask.programmes.empty()) {
        return refused("words renew the end and the count alone: give --until, --count and nothing else");
    }
    auto opened = TRY(institution::Institution::open(ask.institution, {tool.clock, tool.random, tool.disk}));
    const auto list = TRY(load_word_list(tool));
    const institution::NewRenewal wish{ask.renew, TRY(read_day(ask.until)), ask.count};
    const auto passphrase = TRY(read_passphrase(ask.passphrase, Asking::existing, tool));
    const auto desk = TRY(opened.open_key(institution::KeyName::desk, passphrase));
    const auto message = TRY(opened.renew(wish, desk));
    const auto spoken = institution::say_in_words(message, list);
    if (!ask.code.empty()) {
        const auto code = TRY(encode_text_qr(one_line(spoken)));
        TRY(tool.disk.write_durably(ask.code, view(to_svg(code))));
    }
    say(numbered(spoken));
    if (!ask.code.empty())
        note("the same words are in " + ask.code +
             ": show it to the kiosk's scanner or camera, on a phone or on paper");
    note("read these words to kiosk " + ask.renew +
         " by their numbers; they mean nothing to any other. Publish, so that verifiers know the new end.");
    return {};
}

Result<> check_complete(const DelegateAsk& ask)
{
    if (ask.request.empty())
        return refused("name the file with the kiosk's request, or - for standard input");
    if (ask.site == 0) return refused("say where the kiosk stands: --site NUMBER");
    if (ask.count == 0) return refused("say how many credentials it may issue: --count NUMBER");
    if (ask.out.empty()) return refused("say where the pack goes: --out FILE");
    return {};
}

Result<> run_delegate(const DelegateAsk& ask, Tool& tool)
{
    TRY(check_complete(ask));
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
    const auto done = ask.renew.empty() ? run_delegate(ask, tool) : run_renew(ask, tool);
    return done.ok() ? exit_done : failed(done.error());
}

} // namespace northseal::tool
