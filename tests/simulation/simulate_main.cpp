// northseal-simulate: plays communities, a seed each, and says which laws broke.
//   northseal-simulate --first S --seeds N [--jobs J]   exit 1 if any law broke
//   northseal-simulate --seed S --trace                 one of them again, in words

#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "tests/simulation/community.h"

using namespace northseal::simulation;

namespace {

struct Wanted {
    std::uint64_t first{1};
    std::uint64_t seeds{100};
    std::uint64_t jobs{1}; // processes: SQLite has one random generator in each
    bool trace{false};
};

[[noreturn]] void explain()
{
    std::fputs("northseal-simulate --first S --seeds N [--jobs J]   plays N communities from seed S on\n"
               "northseal-simulate --seed S [--trace]               plays one, and says each step in words\n",
               stderr);
    std::exit(2);
}

Wanted read_arguments(int count, char** words)
{
    Wanted wanted;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--trace") {
            wanted.trace = true;
            continue;
        }
        char* end = nullptr;
        const auto number = i + 1 < count ? std::strtoull(words[i + 1], &end, 10) : 0;
        if (end == nullptr || *end != '\0' || end == words[i + 1]) explain();
        ++i;
        if (word == "--first")
            wanted.first = number;
        else if (word == "--seeds")
            wanted.seeds = number;
        else if (word == "--seed")
            wanted = {number, 1, 1, wanted.trace};
        else if (word == "--jobs")
            wanted.jobs = number;
        else
            explain();
    }
    return wanted;
}

void add(Played& sum, Played one)
{
    for (const auto& [name, count] : one.actions) sum.actions[name] += count;
    for (std::size_t i = 0; i < sum.faults.size(); ++i) sum.faults[i] += one.faults[i];
    sum.looks += one.looks;
    sum.doubts += one.doubts;
    sum.rot_told += one.rot_told;
    sum.rot_harmless += one.rot_harmless;
    for (auto& each : one.broken) sum.broken.push_back(std::move(each));
}

unsigned long long number(std::uint64_t value)
{
    return value;
}

void print(const Wanted& wanted, const Played& sum, double seconds)
{
    std::printf("seeds run: %llu (%llu to %llu), %.1f a second\n", number(wanted.seeds), number(wanted.first),
                number(wanted.first + wanted.seeds - 1), static_cast<double>(wanted.seeds) / seconds);
    std::printf("faults injected:");
    for (std::size_t i = 0; i < sum.faults.size(); ++i) {
        std::printf("%s %llu %s", i == 0 ? "" : ",", number(sum.faults[i]),
                    word_of(static_cast<FaultKind>(i)));
    }
    std::uint64_t actions = 0;
    for (const auto& [name, count] : sum.actions) actions += count;
    std::printf("\nactions played: %llu", number(actions));
    const char* before = " (";
    for (const auto& [name, count] : sum.actions) {
        std::printf("%s%s %llu", before, name.c_str(), number(count));
        before = ", ";
    }
    std::printf(
        ")\nverbs that a fault interrupted: %llu; looks at all laws: %llu; rot told %llu, harmless %llu\n",
        number(sum.doubts), number(sum.looks), number(sum.rot_told), number(sum.rot_harmless));
    std::printf("laws broken: %zu\n", sum.broken.size());
    for (const auto& broken : sum.broken) std::printf("  %s: %s\n", word_of(broken.law), broken.what.c_str());
}

// One process's sum as lines, and the way back.
std::string write_lines(const Played& sum)
{
    std::string out;
    const auto line = [&](const std::string& kind, std::uint64_t count, const std::string& text) {
        out += kind + " " + std::to_string(count) + " " + text + "\n";
    };
    for (const auto& [name, times] : sum.actions) line("action", times, name);
    for (std::size_t i = 0; i < sum.faults.size(); ++i) line("fault", sum.faults[i], std::to_string(i));
    line("looks", sum.looks, "");
    line("doubts", sum.doubts, "");
    line("told", sum.rot_told, "");
    line("harmless", sum.rot_harmless, "");
    for (auto each : sum.broken) {
        std::replace(each.what.begin(), each.what.end(), '\n', ' ');
        line("broken", static_cast<std::uint64_t>(each.law), each.what);
    }
    return out;
}

void read_line(Played& sum, const std::string& text)
{
    const auto first = text.find(' ');
    const auto second = text.find(' ', first + 1);
    if (second == std::string::npos) return;
    const auto kind = text.substr(0, first);
    const auto value = std::strtoull(text.c_str() + first, nullptr, 10);
    const auto rest = text.substr(second + 1);
    if (kind == "action")
        sum.actions[rest] += value;
    else if (kind == "fault")
        sum.faults[std::strtoull(rest.c_str(), nullptr, 10) % fault_kind_count] += value;
    else if (kind == "looks")
        sum.looks += value;
    else if (kind == "doubts")
        sum.doubts += value;
    else if (kind == "told")
        sum.rot_told += value;
    else if (kind == "harmless")
        sum.rot_harmless += value;
    else if (kind == "broken")
        sum.broken.push_back({static_cast<Law>(value % law_count), rest});
}

Played play_share(const CommunityStart& start, const Wanted& wanted, std::uint64_t job)
{
    Played sum;
    for (auto seed = wanted.first + job; seed < wanted.first + wanted.seeds; seed += wanted.jobs) {
        std::vector<std::string> lines;
        add(sum, Community(start, seed, wanted.trace ? &lines : nullptr).play());
        for (const auto& line : lines) std::puts(line.c_str());
    }
    return sum;
}

// A share that ends in any other way than by itself is a broken run, never a quiet one.
bool play_in_processes(const CommunityStart& start, const Wanted& wanted, Played& sum)
{
    std::vector<std::FILE*> results;
    for (std::uint64_t job = 0; job < wanted.jobs; ++job) {
        int ends[2];
        if (::pipe(ends) != 0) return false;
        const auto child = ::fork();
        if (child < 0) return false;
        if (child == 0) {
            ::close(ends[0]);
            const auto text = write_lines(play_share(start, wanted, job)) + "end 0 \n";
            const auto written = ::write(ends[1], text.data(), text.size());
            ::_exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
        }
        ::close(ends[1]);
        results.push_back(::fdopen(ends[0], "r"));
    }
    bool whole = true;
    for (auto* result : results) {
        std::string text;
        bool ended = false;
        for (int byte = std::fgetc(result); byte != EOF; byte = std::fgetc(result)) {
            if (byte != '\n') {
                text += static_cast<char>(byte);
                continue;
            }
            ended = ended || text == "end 0 ";
            read_line(sum, text);
            text.clear();
        }
        std::fclose(result);
        whole = whole && ended;
    }
    while (::wait(nullptr) > 0) {
    }
    return whole;
}

} // namespace

int main(int count, char** words)
{
    const auto wanted = read_arguments(count, words);
    if (wanted.seeds == 0 || wanted.jobs == 0) explain();
    // The files of a simulated disk come and go by the thousand: their memory is kept for the next ones, not
    // given back to the kernel, which would clear each page again.
    mallopt(M_MMAP_THRESHOLD, 1 << 25);
    mallopt(M_TRIM_THRESHOLD, 1 << 28);
    const CommunityStart start;
    Played sum;
    const auto began = std::chrono::steady_clock::now();
    if (wanted.jobs == 1) {
        sum = play_share(start, wanted, 0);
    } else if (!play_in_processes(start, wanted, sum)) {
        std::fputs("a process that played seeds did not end well\n", stderr);
        return 1;
    }
    print(wanted, sum, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    return sum.broken.empty() ? 0 : 1;
}
