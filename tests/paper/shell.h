#pragma once
// Strangers' programs that judge our pages: poppler and zbar, through the shell.

#include <stdio.h>
#include <sys/wait.h>

#include <string>

namespace northseal::test {

struct Ran {
    int status{-1};
    std::string output;
};

inline Ran run(const std::string& command)
{
    Ran ran;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return ran;
    char buffer[4096];
    for (std::size_t got = 0; (got = ::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        ran.output.append(buffer, got);
    const int ended = ::pclose(pipe);
    ran.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    return ran;
}

} // namespace northseal::test
