#include "tests/support/memory_search.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace northseal::test {
namespace {

constexpr std::uint8_t mask = 0xa5;

// Compared byte by byte in registers, so that the search leaves no copy behind.
bool stands_at(const std::uint8_t* at, const Bytes& hidden)
{
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if ((at[i] ^ mask) != hidden[i]) return false;
    }
    return true;
}

} // namespace

Masked masked(const std::string& what, ByteView plain)
{
    Masked out{what, Bytes(plain.begin(), plain.end())};
    for (auto& byte : out.bytes) byte ^= mask;
    return out;
}

std::string unmasked(const Masked& hidden)
{
    std::string out;
    out.reserve(hidden.bytes.size());
    for (const auto byte : hidden.bytes) out += static_cast<char>(byte ^ mask);
    return out;
}

std::vector<std::string> found_in_memory(const std::vector<Masked>& needles)
{
    // The buffer is one place, excluded from the search.
    constexpr std::size_t piece = 1U << 20;
    static std::uint8_t buffer[piece + 4096];
    const auto own = reinterpret_cast<std::uintptr_t>(buffer);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    if (memory < 0) std::abort();
    std::vector<std::string> out;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        unsigned long begin = 0, end = 0;
        char mode[8] = "";
        if (std::sscanf(line.c_str(), "%lx-%lx %7s", &begin, &end, mode) != 3 || mode[0] != 'r') continue;
        if (line.find("[v") != std::string::npos) continue; // vvar, vdso, vsyscall
        for (auto at = begin; at < end; at += piece) {
            const auto wanted = std::min<std::size_t>(end - at, sizeof buffer);
            const auto got = ::pread(memory, buffer, wanted, static_cast<off_t>(at));
            for (const auto& needle : needles) {
                const auto last = got - static_cast<ssize_t>(needle.bytes.size());
                for (ssize_t i = 0; i <= last; ++i) {
                    const auto address = at + static_cast<unsigned long>(i);
                    if (address >= own && address < own + sizeof buffer) continue;
                    if (stands_at(buffer + i, needle.bytes)) out.push_back(needle.what + " in " + line);
                }
            }
        }
    }
    ::close(memory);
    std::fill(std::begin(buffer), std::end(buffer), std::uint8_t{0});
    return out;
}

} // namespace northseal::test
