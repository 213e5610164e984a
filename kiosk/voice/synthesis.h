#pragma once
// eSpeak NG: words into samples. One at a time in a program, since the library keeps its state to itself.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "storage/base/result.h"

namespace northseal::kiosk {

class Synthesis {
public:
    // not_found where the voices are not installed (package espeak-ng-data).
    static Result<std::unique_ptr<Synthesis>> open();
    Synthesis(const Synthesis&) = delete;
    Synthesis& operator=(const Synthesis&) = delete;

    int rate() const { return m_rate; } // samples a second, one channel
    bool speaks(const std::string& language) const;
    // Hands over samples as they come; where `take` returns false the rest is not made. not_found where it
    // has no voice for the language.
    Result<> speak(const std::string& text, const std::string& language,
                   const std::function<bool(std::span<const std::int16_t>)>& take);

private:
    explicit Synthesis(int rate) : m_rate(rate) {}
    int m_rate;
};

} // namespace northseal::kiosk
