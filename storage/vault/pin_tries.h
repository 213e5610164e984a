#pragma once
// How often a person's PIN was wrong, kept on the disk before the PIN is looked at: neither pulling the plug
// nor restarting gives another try (README, "Wrong PINs").

#include <cstdint>
#include <map>
#include <string>

#include "storage/base/clock.h"
#include "storage/base/disk.h"

namespace northseal::vault {

enum class PinAnswer { accepted, wrong, must_wait };
struct PinOutcome {
    PinAnswer answer{PinAnswer::wrong};
    int wait_seconds{0}; // until the next try is heard
};

// Seconds until the next try is heard after that many wrong ones in a row. The first ten cost 63 minutes
// before the tenth is even heard, and each one after it an hour.
int wait_after(std::uint64_t wrong_tries);

class PinTries {
public:
    // A person who still had to wait when the program ended begins that wait anew: the clock on the wall is
    // not trusted, and the one that ticks starts with the program.
    static Result<PinTries> open(const std::string& path, Disk&, const Clock&);

    int wait_seconds(std::int64_t person) const;    // 0: a try is heard
    std::uint64_t wrong(std::int64_t person) const; // in a row
    Result<> begin(std::int64_t person);            // counts a try as wrong, durably, before it is judged
    Result<> succeeded(std::int64_t person);
    // Only the try that was begun last was right: those before it stay counted.
    Result<> take_back(std::int64_t person);

private:
    struct Tries {
        std::uint64_t wrong{0};
        std::int64_t heard_at{0}; // in ticks of the clock
    };
    PinTries(std::string path, Disk& disk, const Clock& clock)
        : m_path(std::move(path)), m_disk(&disk), m_clock(&clock)
    {}
    Result<> keep() const;

    std::string m_path;
    Disk* m_disk;
    const Clock* m_clock;
    std::map<std::int64_t, Tries> m_tries;
};

} // namespace northseal::vault
