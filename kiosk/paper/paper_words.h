#pragma once
// The words of a certificate's language with their holes filled, and what the language does to dates,
// decimals and lists. A word that is missing is remembered: paper with a gap is never printed.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/base/clock.h"

namespace northseal::kiosk {

class PaperWords {
public:
    using Fills = std::vector<std::pair<std::string_view, std::string_view>>;

    PaperWords(std::function<std::string(std::string_view)> words, std::string language);

    std::string operator()(std::string_view key, const Fills& = {});
    std::string count(std::string_view key, std::size_t count); // `key`.one or `key`.many with {count}
    std::string count_in_words(std::size_t count);              // "five"; figures above twelve
    std::string list(const std::vector<std::string>& items);
    std::string date(Instant, int utc_offset_minutes);
    std::string decimal(std::string number) const; // "0.25"; "0,25"

    Result<> complete() const; // an error that names the first word that was missing

private:
    std::function<std::string(std::string_view)> m_words;
    std::string m_language;
    std::string m_missing;
};

} // namespace northseal::kiosk
