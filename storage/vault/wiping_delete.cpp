// Memory that C++ gives back is overwritten first (README, "Memory"). glibc's own M_PERTURB leaves out the
// small pieces that it keeps at hand for the next allocation, and names are small. Linked into the programs
// that hold names or keys, not into the libraries: sanitizers replace the same functions.

#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <new>

namespace {

void wipe_and_free(void* memory) noexcept
{
    if (memory == nullptr) return;
    ::explicit_bzero(memory, ::malloc_usable_size(memory));
    std::free(memory);
}

} // namespace

void operator delete(void* memory) noexcept
{
    wipe_and_free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    wipe_and_free(memory);
}

void operator delete(void* memory, std::align_val_t) noexcept
{
    wipe_and_free(memory);
}

void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    wipe_and_free(memory);
}
