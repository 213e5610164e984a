#include "storage/station/station.h"
#include "sync/tool/assets.h"
#include "sync/tool/commands.h"
#include "sync/tool/kiosk_door.h"

namespace northseal::tool {
namespace {

constexpr std::size_t words_wanted = 6;

// From the file, or typed by each.
Result<> ask_pins(const EnrolAsk& ask, std::vector<station::NewFacilitator>& out, Tool& tool)
{
    if (!ask.pin_file.empty()) {
        const auto pins = TRY(read_secret_lines(ask.pin_file, tool));
        if (pins.size() != out.size()) {
            return refused(ask.pin_file + " has " + std::to_string(pins.size()) + " PINs for " +
                           std::to_string(out.size()) + " people: one a line, in the same order");
        }
        for (std::size_t i = 0; i < out.size(); ++i) out[i].pin = pins[i];
        return {};
    }
    for (auto& person : out) {
        const auto pin = ask_terminal("PIN for " + person.name + " (six digits): ");
        if (!pin.ok())
            return refused("each person needs a PIN: give --pin-file FILE, or run this in a terminal");
        person.pin = std::string(text_of(pin.value().view()));
    }
    return {};
}

Result<std::vector<station::NewFacilitator>> people_of(const EnrolAsk& ask, Tool& tool)
{
    std::vector<station::NewFacilitator> out;
    for (const auto& text : ask.facilitators) {
        const auto colon = text.rfind(':');
        if (colon == std::string::npos || colon == 0) {
            return refused("\"" + text + "\" is not NAME:ROLE; the role is assessor or witness");
        }
        out.push_back({text.substr(0, colon), text.substr(colon + 1), {}});
    }
    if (out.empty()) return refused("name at least one person who may sign: --facilitator \"NAME:assessor\"");
    TRY(ask_pins(ask, out, tool));
    return out;
}

// Of a kiosk that is gone: it knows their roles, and takes the name as it was written.
Result<std::vector<vault::NewPin>> people_there(const EnrolAsk& ask, Tool& tool)
{
    std::vector<station::NewFacilitator> people;
    for (const auto& name : ask.facilitators) people.push_back({name, {}, {}});
    if (people.empty()) return refused("name who is there and chooses a new PIN: --facilitator \"NAME\"");
    TRY(ask_pins(ask, people, tool));
    std::vector<vault::NewPin> out;
    for (auto& person : people) out.push_back({person.name, std::move(person.pin)});
    return out;
}

Result<std::string> code_for(const EnrolAsk& ask, Tool& tool)
{
    if (!ask.code_file.empty()) {
        auto lines = TRY(read_secret_lines(ask.code_file, tool));
        if (lines.empty()) return refused(ask.code_file + " has no recovery code in its first line");
        return lines.front();
    }
    const auto answer = ask_terminal("A recovery code of the kiosk that is gone: ");
    if (!answer.ok())
        return refused("a recovery code is needed: give --code-file FILE, or run this in a terminal");
    return std::string(text_of(answer.value().view()));
}

Result<std::string> words_for(const EnrolAsk& ask, Tool& tool)
{
    if (!ask.words_file.empty()) {
        auto lines = TRY(read_secret_lines(ask.words_file, tool));
        if (lines.empty()) return refused(ask.words_file + " has no words in its first line");
        return lines.front();
    }
    auto words = TRY(draw_words(tool, words_wanted));
    return words;
}

// What opens it from now on, where that is no secret to write down.
void show_guard(const EnrolAsk& ask)
{
    if (!ask.token.empty())
        note("the stick at " + ask.token +
             " opens this kiosk from now on. Take it away from the kiosk when you leave.");
    if (ask.chip) note("each person's PIN opens this kiosk from now on, and only on this machine.");
}

// Standard error, so that a request on standard output stays clean. They are kept nowhere else.
void show_words(const std::string& words)
{
    note("the six words that open this kiosk, shown once; write them down and keep them off the kiosk: " +
         words);
}

// Two sheets, for two people who keep them apart. They too are kept nowhere else.
void show_sheets(const station::RecoveryCodes& codes)
{
    note("two recovery codes, shown once. Each opens this kiosk one time, for lost words or a lost PIN; it "
         "can be read over the radio, group by group. Write each on a sheet of its own and keep it off the "
         "kiosk.\n"
         "  steward's sheet:     " +
         codes.steward + "\n  coordinator's sheet: " + codes.coordinator);
}

Result<> hand_request(const EnrolAsk& ask, const std::string& request, Tool& tool)
{
    auto folder = ask.folder;
    while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
    const auto path = ask.out.empty() ? folder + ".request.json" : ask.out;
    TRY(write_output(tool, path, request));
    if (path != "-") say("The request is in " + path + ": bring it to the institution's desk.\n");
    return {};
}

Result<> make(const EnrolAsk& ask, Tool& tool)
{
    station::NewStation wish;
    wish.facilitators = TRY(people_of(ask, tool));
    wish.protection = protection_of(ask);
    if (by_words(ask)) wish.words = TRY(words_for(ask, tool));
    auto enrolled = station::Station::enrol(ask.folder, wish, around(ask, tool));
    if (enrolled.ok() && by_words(ask) && ask.words_file.empty()) show_words(wish.words);
    if (enrolled.ok()) show_guard(ask);
    wipe(wish.words);
    for (auto& person : wish.facilitators) wipe(person.pin);
    if (!enrolled.ok()) return enrolled.error();
    show_sheets(enrolled.value().codes);
    enrolled.value().codes.wipe_all();
    return hand_request(ask, enrolled.value().request, tool);
}

Result<> take_over(const EnrolAsk& ask, Tool& tool)
{
    station::NewMachine wish;
    wish.pins = TRY(people_there(ask, tool));
    wish.code = TRY(code_for(ask, tool));
    wish.protection = protection_of(ask);
    if (by_words(ask)) wish.words = TRY(words_for(ask, tool));
    auto taken = station::Station::take_over(ask.folder, ask.from_backup, wish, around(ask, tool));
    if (taken.ok() && by_words(ask) && ask.words_file.empty()) show_words(wish.words);
    if (taken.ok()) show_guard(ask);
    wipe(wish.words);
    wipe(wish.code);
    for (auto& person : wish.pins) wipe(person.pin);
    if (!taken.ok()) return taken.error();
    show_sheets(taken.value().codes);
    taken.value().codes.wipe_all();
    for (const auto& passed : taken.value().restored.passed_over) note("passed over, " + passed);
    say("The kiosk goes on from the copy of " + to_date_time(taken.value().restored.from.made) +
        ". It shows what it has, and issues once the desk has answered; the desk closes the one that is "
        "gone.\n");
    return hand_request(ask, taken.value().request, tool);
}

Result<> accept(const EnrolAsk& ask, Tool& tool)
{
    const auto pack = TRY(read_input(tool, ask.accept));
    if (!ask.facilitators.empty()) {
        return refused("people are named when the kiosk is enrolled, not when the answer is accepted");
    }
    const auto frameworks = TRY(load_frameworks(tool));
    auto there = around(ask, tool);
    there.frameworks = &frameworks;
    const auto site = TRY(open_kiosk(ask, there, tool));
    TRY(site->install(pack));
    say("The kiosk may issue now.\n");
    return {};
}

Result<> renew(const EnrolAsk& ask, Tool& tool)
{
    const auto spoken = TRY(read_input(tool, ask.renew, secret_file_most));
    const auto list = TRY(load_word_list(tool));
    const auto site = TRY(open_kiosk(ask, around(ask, tool), tool));
    TRY(site->renew(spoken, list, {}));
    say("The kiosk may issue " + std::to_string(site->facts().delegation_count) +
        " credentials in all, until " + to_date_time(site->facts().delegation_until) + ".\n");
    return {};
}

} // namespace

int enrol(const EnrolAsk& ask, Tool& tool)
{
    const auto done = !ask.renew.empty()         ? renew(ask, tool)
                      : !ask.accept.empty()      ? accept(ask, tool)
                      : !ask.from_backup.empty() ? take_over(ask, tool)
                                                 : make(ask, tool);
    return done.ok() ? exit_done : failed(done.error());
}

} // namespace northseal::tool
