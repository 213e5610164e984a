// northseal-simulate: plays communities, a seed each, and says which laws broke.
//   northseal-simulate --first S --seeds N     exit 1 if any law broke
//   northseal-simulate --seed S --trace        one of them again, in words

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
    bool trace{false};
};

[[noreturn]] void explain()
{
    std::fputs("northseal-simulate --first S --seeds N   plays N communities from seed S on\n"
               "northseal-simulate --seed S [--trace]    plays one, and says each step in words\n",
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
            wanted = {number, 1, wanted.trace};
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

} // namespace

int main(int count, char** words)
{
    const auto wanted = read_arguments(count, words);
    if (wanted.seeds == 0) explain();
    const CommunityStart start;
    Played sum;
    const auto began = std::chrono::steady_clock::now();
    for (auto seed = wanted.first; seed < wanted.first + wanted.seeds; ++seed) {
        std::vector<std::string> lines;
        add(sum, Community(start, seed, wanted.trace ? &lines : nullptr).play());
        for (const auto& line : lines) std::puts(line.c_str());
    }
    print(wanted, sum, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    return sum.broken.empty() ? 0 : 1;
}
