#include "sync/tool/tool.h"

#include <cstdio>
#include <filesystem>

namespace northseal::tool {

void say(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void note(std::string_view text)
{
    const auto line = "northseal: " + std::string(text) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

int failed(const Error& error)
{
    note(error.detail);
    return exit_no;
}

Result<std::string> read_input(Tool& tool, const std::string& name, std::size_t most)
{
    if (name != "-") {
        const auto bytes = TRY(tool.disk.read(name, most));
        return std::string(text_of(bytes));
    }
    std::string out;
    char block[16384];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, stdin)) > 0;) {
        out.append(block, got);
        if (out.size() > most) {
            return Error{Fault::full, "more than " + std::to_string(most) + " bytes came on standard input"};
        }
    }
    return out;
}

Result<> write_output(Tool& tool, const std::string& name, std::string_view text)
{
    if (!name.empty() && name != "-") return tool.disk.write_durably(name, view(text));
    say(text);
    return {};
}

Result<> open_to_all(const std::string& folder)
{
    using std::filesystem::perms;
    constexpr auto file = perms::owner_read | perms::owner_write | perms::group_read | perms::others_read;
    constexpr auto enter = perms::owner_exec | perms::group_exec | perms::others_exec;
    std::error_code problem;
    std::filesystem::permissions(folder, file | enter, problem);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, problem)) {
        if (problem) break;
        std::filesystem::permissions(entry.path(), entry.is_directory(problem) ? file | enter : file,
                                     problem);
    }
    if (problem) return Error{Fault::io, "making " + folder + " readable: " + problem.message()};
    return {};
}

Result<Instant> read_day(const std::string& text)
{
    const bool is_day = text.size() == 10;
    const auto instant = from_date_time(is_day ? text + "T23:59:59Z" : text);
    if (!instant.ok()) return refused("\"" + text + "\" is not a date: write it like 2027-06-30");
    return instant;
}

} // namespace northseal::tool
