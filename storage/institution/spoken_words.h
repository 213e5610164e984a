#pragma once
// Bytes as words that one person reads over the radio and another types (README, "Renewal by words"): sixteen
// words of eleven bits, and two that check them, so that one misheard word is named by its place.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/bytes.h"

namespace northseal::institution {

constexpr std::size_t word_list_size = 2048; // eleven bits
constexpr std::size_t word_list_most = 64U << 10;

// Words that differ from one another in their first four letters, so that these are enough.
class WordList {
public:
    static Result<WordList> read(std::string_view text); // one a line
    const std::string& word(std::uint16_t number) const { return m_words[number]; }
    // The word itself, or four of its letters and any more.
    std::optional<std::uint16_t> find(std::string_view typed) const;
    // Words that begin so, in the order of their letters; at most so many.
    std::vector<std::string> starting_with(std::string_view letters, std::size_t most) const;

private:
    std::vector<std::string> m_words;
    std::map<std::string, std::uint16_t, std::less<>> m_by_start; // the first four letters
};

constexpr std::size_t spoken_bytes = 22;
constexpr std::size_t spoken_words = 18;
using SpokenMessage = ByteArray<spoken_bytes>;

std::vector<std::string> say_in_words(const SpokenMessage&, const WordList&);

// Of what has been typed so far; case, digits, points and line breaks between the words do not matter.
struct Heard {
    std::size_t words{0};
    std::vector<int> unknown;    // places, from 1, of what stands in no list
    std::optional<int> misheard; // the place of the one word that does not fit the others
    bool several_misheard{false};
    bool complete() const
    {
        return words == spoken_words && unknown.empty() && !misheard && !several_misheard;
    }
};
Heard check_spoken(std::string_view typed, const WordList&);

// Fault::refused says which word to hear again.
Result<SpokenMessage> hear_words(std::string_view typed, const WordList&);

} // namespace northseal::institution
