// A site with a hundred thousand learners: how long it takes from the six words to the first search, what a
// search and the question "is this you?" take, and how much memory the program holds. The word stretching is
// the tests' own: it is the same half second for one learner. Prints one JSON line a measurement.

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/demo_site.h"
#include "tests/support/probe.h"

using namespace northseal;

namespace {

constexpr int frame_us = 16'667;

double microseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

void require(bool ok, const char* what)
{
    if (ok) return;
    std::fprintf(stderr, "search_bench: %s failed\n", what);
    std::exit(1);
}

// Made of the sounds of many names, so that no two thousand are alike and searches find few and many.
std::string name_of(int number)
{
    constexpr const char* first[] = {"Rose",  "Elijah", "Émilie", "Lena",   "Jade",  "Noah",
                                     "Wanda", "Thomas", "Agnes",  "Daniel", "Marie", "Peter",
                                     "Sarah", "Joseph", "Nancy",  "Simon"};
    constexpr const char* parts[] = {"be", "ar", "dy",  "wes", "ley", "ga",  "gnon", "fid", "dler", "ka",
                                     "na", "te", "wat", "shi", "bou", "mor", "ris",  "son", "lake", "field"};
    auto left = static_cast<std::size_t>(number);
    std::string out = first[left % 16];
    left /= 16;
    out += ' ';
    for (int i = 0; i < 4; ++i) {
        out += parts[left % 20];
        left /= 20;
    }
    return out + " " + std::to_string(number % 97);
}

void fill(test::DemoSite& site, int count)
{
    for (int i = 0; i < count; ++i) {
        require(site.site->register_learner(test::learner_named(name_of(i)), site.assessor).ok(),
                "registering");
        if (i % 2000 == 0) require(site.site->rest().ok(), "resting");
    }
}

double resident_megabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::atof(line.c_str() + 6) / 1024;
    }
    return 0;
}

double worst(test::DemoSite& site, bool similar)
{
    double out = 0;
    for (const char* query :
         {"a", "rose", "wes ley", "kanatewat", "zzz", "e", "fidler 12", "Rose Beardyy 3"}) {
        out = std::max(out, microseconds([&] {
                           const auto found = similar ? site.site->likely_duplicates(query)
                                                      : site.site->find_learners(query, 50);
                           require(found.ok(), "searching");
                       }));
    }
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    // In memory where there is such a disk: no sync is measured here, and a hundred thousand of them take
    // minutes.
    const std::filesystem::path memory = "/dev/shm";
    const auto folder = (std::filesystem::is_directory(memory) ? memory : std::filesystem::current_path()) /
                        ("northseal-search-bench-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        test::DemoSite site((folder / "site").string());
        fill(site, count);
        site.site.reset();
        double open_us = microseconds([&] { site.reopen(); });
        std::vector<double> unlocks;
        for (int i = 0; i < 5; ++i) {
            site.site->lock();
            unlocks.push_back(
                microseconds([&] { require(site.site->unlock(test::demo_words).ok(), "unlocking"); }));
        }
        std::sort(unlocks.begin(), unlocks.end());
        const auto search = worst(site, false);
        const auto alike = worst(site, true);
        std::printf("{\"name\":\"search\",\"learners\":%d,\"open_ms\":%.0f,\"unlock_ms\":%.0f,\"unlock_reach_"
                    "ms\":1000,"
                    "\"search_worst_ms\":%.2f,\"alike_worst_ms\":%.2f,\"frame_ms\":%.2f,\"resident_mb\":%.0f,"
                    "\"resident_reach_mb\":200}\n",
                    count, open_us / 1000, unlocks[2] / 1000, search / 1000, alike / 1000, frame_us / 1000.0,
                    resident_megabytes());
    }
    std::filesystem::remove_all(folder);
    return 0;
}
