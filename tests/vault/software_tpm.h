#pragma once
// A TPM 2.0 in a program of its own (swtpm), with its state in a folder: the real chip's commands, counters
// and lockout. Deleting the folder is what a dead chip looks like.

#include <sys/types.h>

#include <string>

namespace northseal::test {

class SoftwareTpm {
public:
    explicit SoftwareTpm(const std::string& state_folder);
    ~SoftwareTpm();
    SoftwareTpm(const SoftwareTpm&) = delete;
    SoftwareTpm& operator=(const SoftwareTpm&) = delete;

    const std::string& place() const { return m_place; } // for Tpm::open
    void stop();
    void start();      // with the state that the folder holds: as after power-on
    void lose_state(); // another chip, or this one cleared

private:
    std::string m_folder;
    std::string m_place;
    int m_port{0};
    pid_t m_process{-1};
};

} // namespace northseal::test
