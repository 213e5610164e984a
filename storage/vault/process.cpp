#include "storage/vault/process.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>

namespace northseal::vault {
namespace {

// What all keys of an unlocked kiosk need, with their pages to themselves.
constexpr rlim_t enough_for_keys = 1U << 20;

// With this capability the limit on locked memory does not count (capabilities(7)).
bool may_lock_anything()
{
    constexpr unsigned lock_memory = 14; // CAP_IPC_LOCK
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word != "CapEff:") continue;
        std::string bits;
        status >> bits;
        return (std::strtoull(bits.c_str(), nullptr, 16) >> lock_memory & 1U) != 0;
    }
    return false;
}

bool swap_in_use()
{
    std::ifstream swaps("/proc/swaps");
    swaps.ignore(std::numeric_limits<std::streamsize>::max(), '\n'); // the heading
    std::string device;
    return static_cast<bool>(swaps >> device);
}

MemoryFacts lock_memory()
{
    MemoryFacts facts;
    struct rlimit limit {};
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_MEMLOCK, &limit);
    }
    const bool unlimited = limit.rlim_max == RLIM_INFINITY || may_lock_anything();
    // Under a limit this is not tried: every later allocation would count against it, and one would fail.
    if (unlimited) facts.all_locked = ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0;
    facts.keys_locked = unlimited || limit.rlim_max >= enough_for_keys;
    facts.swap_in_use = swap_in_use();
    return facts;
}

} // namespace

Result<MemoryFacts> harden_process()
{
    const struct rlimit none {
        0, 0
    };
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return Error{Fault::io, std::string("core dumps cannot be turned off: ") + std::strerror(errno)};
    }
    ::mallopt(M_PERTURB, 0x5a);
    // tpm2-tss writes each refusal to standard error, a wrong PIN too; ours say it better.
    ::setenv("TSS2_LOG", "all+none", /*overwrite=*/0);
    return lock_memory();
}

} // namespace northseal::vault
