#include "sync/tool/kiosk_door.h"

namespace northseal::tool {
namespace {

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = std::string(text.substr(0, end));
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty()) out.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

Result<std::string> existing_words(const EnrolAsk& ask, Tool& tool)
{
    if (!ask.words_file.empty()) {
        auto lines = TRY(read_secret_lines(ask.words_file, tool));
        if (lines.empty()) return refused(ask.words_file + " has no words in its first line");
        return lines.front();
    }
    const auto answer = ask_terminal("The six words that open this kiosk: ");
    if (!answer.ok())
        return refused("the words are needed: give --words-file FILE, or run this in a terminal");
    return std::string(text_of(answer.value().view()));
}

// Of the person with that number: their line of the file, or typed.
Result<std::string> existing_pin(const EnrolAsk& ask, Tool& tool)
{
    if (!ask.pin_file.empty()) {
        auto pins = TRY(read_secret_lines(ask.pin_file, tool));
        const auto line = static_cast<std::size_t>(ask.person);
        if (line <= pins.size()) return pins[line - 1];
        return refused(ask.pin_file + " has no PIN in line " + std::to_string(line));
    }
    const auto answer = ask_terminal("PIN of person " + std::to_string(ask.person) + ": ");
    if (!answer.ok()) return refused("a PIN is needed: give --pin-file FILE, or run this in a terminal");
    return std::string(text_of(answer.value().view()));
}

Result<> open_by_pin(station::Station& site, const EnrolAsk& ask, Tool& tool)
{
    auto pin = TRY(existing_pin(ask, tool));
    const auto heard = site.unlock_with_pin({ask.person}, pin);
    wipe(pin);
    if (!heard.ok()) return heard.error();
    if (heard.value().answer == station::PinAnswer::accepted) return {};
    return refused("that is not the PIN of person " + std::to_string(ask.person) +
                   "; the next try is heard in " + std::to_string(heard.value().wait_seconds) + " s");
}

} // namespace

Result<std::vector<std::string>> read_secret_lines(const std::string& file, Tool& tool)
{
    auto bytes = TRY(tool.disk.read(file, secret_file_most));
    auto lines = lines_of(text_of(bytes));
    wipe(bytes);
    return lines;
}

bool by_words(const EnrolAsk& ask)
{
    return ask.token.empty() && !ask.chip;
}

std::optional<vault::Protection> protection_of(const EnrolAsk& ask)
{
    if (!ask.token.empty()) return vault::UsbToken{ask.token};
    if (ask.chip) return vault::TpmChip{};
    return std::nullopt;
}

station::Surroundings around(const EnrolAsk& ask, Tool& tool)
{
    station::Surroundings out{tool.clock, tool.random, tool.disk};
    if (!ask.tpm.empty()) out.tpm = ask.tpm;
    return out;
}

Result<std::unique_ptr<station::Station>> open_kiosk(const EnrolAsk& ask, const station::Surroundings& around,
                                                     Tool& tool)
{
    auto site = TRY(station::Station::open(ask.folder, around));
    const auto& guard = site->facts().protection_class;
    if (guard == "A") {
        TRY(open_by_pin(*site, ask, tool));
    } else if (guard == "B") {
        if (ask.token.empty()) return refused("a stick guards this kiosk: put it in and give --token DIR");
        TRY(site->unlock_with_token(ask.token));
    } else {
        auto words = TRY(existing_words(ask, tool));
        const auto unlocked = site->unlock(words);
        wipe(words);
        if (!unlocked.ok()) return unlocked.error();
    }
    return site;
}

} // namespace northseal::tool
