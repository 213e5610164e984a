#include "tests/vault/software_tpm.h"

#include <arpa/inet.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace northseal::test {
namespace {

[[noreturn]] void give_up(const std::string& why)
{
    std::fprintf(stderr, "the software TPM cannot be had: %s\n", why.c_str());
    std::abort();
}

sockaddr_in local(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

bool is_free(int port)
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto address = local(port);
    const bool free = ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    return free;
}

bool answers(int port)
{
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto address = local(port);
    const bool connected = ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    return connected;
}

// tpm2-tss finds the control channel one port above the commands'.
int free_pair()
{
    for (int tries = 0; tries < 200; ++tries) {
        const int port =
            20000 +
            static_cast<int>((static_cast<unsigned>(::getpid()) * 131U + static_cast<unsigned>(tries) * 2U) %
                             20000U);
        if (is_free(port) && is_free(port + 1)) return port;
    }
    give_up("no two free ports");
}

} // namespace

SoftwareTpm::SoftwareTpm(const std::string& state_folder) : m_folder(state_folder)
{
    ::setenv("TSS2_LOG", "all+none", 0); // wrong PINs are what these tests are about
    start();
}

SoftwareTpm::~SoftwareTpm()
{
    stop();
}

void SoftwareTpm::start()
{
    std::filesystem::create_directories(m_folder);
    m_port = free_pair();
    m_place = "swtpm:host=127.0.0.1,port=" + std::to_string(m_port);
    m_process = ::fork();
    if (m_process == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that breaks off leaves none behind
        const auto state = "dir=" + m_folder;
        const auto server = "type=tcp,bindaddr=127.0.0.1,port=" + std::to_string(m_port);
        const auto control = "type=tcp,bindaddr=127.0.0.1,port=" + std::to_string(m_port + 1);
        ::execlp("swtpm", "swtpm", "socket", "--tpm2", "--tpmstate", state.c_str(), "--server",
                 server.c_str(), "--ctrl", control.c_str(), "--flags", "not-need-init,startup-clear",
                 nullptr);
        std::fprintf(stderr, "swtpm is not installed: scripts/setup --tests\n");
        ::_exit(127);
    }
    for (int tries = 0; tries < 500; ++tries) {
        if (::waitpid(m_process, nullptr, WNOHANG) == m_process) give_up("swtpm ended at once");
        if (answers(m_port + 1)) return;
        ::usleep(10000);
    }
    give_up("swtpm does not answer");
}

void SoftwareTpm::stop()
{
    if (m_process <= 0) return;
    ::kill(m_process, SIGTERM);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

void SoftwareTpm::lose_state()
{
    stop();
    std::filesystem::remove_all(m_folder);
    start();
}

} // namespace northseal::test
