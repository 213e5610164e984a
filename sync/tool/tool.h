#pragma once
// What every command of the tool has in common. Results go to standard output; everything else goes to
// standard error behind "northseal: ", one clear sentence that says what to do next.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/clock.h"
#include "storage/base/disk.h"
#include "storage/base/random.h"

namespace northseal::tool {

struct Tool {
    Clock& clock;
    Random& random;
    Disk& disk;
    std::string assets; // the folder with programmes, frameworks and words
};

// Exit codes, as --help tells them.
constexpr int exit_done = 0;
constexpr int exit_no = 1;          // not genuine, does not conform, or refused
constexpr int exit_cannot_tell = 2; // verify: something is missing that would decide it
constexpr int exit_usage = 64;      // the command line itself

void say(std::string_view text);  // to standard output, as it is
void note(std::string_view text); // to standard error, behind "northseal: "
int failed(const Error&);         // notes it; exit_no

constexpr std::size_t input_most = 16U << 20;
// A file, or standard input where the name is "-".
Result<std::string> read_input(Tool&, const std::string& name, std::size_t most = input_most);
// A file, or standard output where the name is empty or "-".
Result<> write_output(Tool&, const std::string& name, std::string_view text);

// What was published: everything that our disk writes is for its owner alone, and a web server must read
// these.
Result<> open_to_all(const std::string& folder);

// 2027-06-30 is its last second; or a whole date-time.
Result<Instant> read_day(const std::string& text);

} // namespace northseal::tool
