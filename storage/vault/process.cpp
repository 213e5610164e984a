#include "storage/vault/process.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstring>

namespace northseal::vault {

Result<> harden_process()
{
    const struct rlimit none {
        0, 0
    };
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return Error{Fault::io, std::string("core dumps cannot be turned off: ") + std::strerror(errno)};
    }
    ::mallopt(M_PERTURB, 0x5a);
    return {};
}

} // namespace northseal::vault
