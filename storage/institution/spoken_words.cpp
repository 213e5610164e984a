#include "storage/institution/spoken_words.h"

#include <array>

namespace northseal::institution {
namespace {

constexpr std::size_t carrying = spoken_words - 2;
constexpr unsigned bits_each = 11;
static_assert(carrying * bits_each == spoken_bytes * 8);
using Symbols = std::array<std::uint16_t, spoken_words>;

// The field of 2048 elements, x^11 + x^2 + 1. Two sums over it are zero where all words are right; where one
// is wrong, their ratio is the power that stands for its place.
std::uint16_t times(std::uint16_t a, std::uint16_t b)
{
    unsigned out = 0;
    for (unsigned shifted = a; b != 0; b = static_cast<std::uint16_t>(b >> 1)) {
        if ((b & 1U) != 0) out ^= shifted;
        shifted <<= 1;
        if ((shifted & 0x800U) != 0) shifted ^= 0x805U;
    }
    return static_cast<std::uint16_t>(out);
}

std::uint16_t power(std::uint16_t base, unsigned exponent)
{
    std::uint16_t out = 1;
    for (; exponent != 0; exponent >>= 1) {
        if ((exponent & 1U) != 0) out = times(out, base);
        base = times(base, base);
    }
    return out;
}

std::uint16_t at_place(std::size_t place)
{
    return power(2, static_cast<unsigned>(place));
}

struct Sums {
    std::uint16_t plain{0};
    std::uint16_t placed{0};
};

Sums sums_of(const Symbols& symbols, std::size_t count)
{
    Sums out;
    for (std::size_t place = 0; place < count; ++place) {
        out.plain ^= symbols[place];
        out.placed ^= times(symbols[place], at_place(place));
    }
    return out;
}

void add_checks(Symbols& symbols)
{
    const auto sums = sums_of(symbols, carrying);
    const auto first = at_place(carrying);
    const auto both = static_cast<std::uint16_t>(first ^ at_place(carrying + 1));
    const auto wanted = static_cast<std::uint16_t>(sums.placed ^ times(sums.plain, first));
    symbols[carrying + 1] = times(wanted, power(both, word_list_size - 2)); // divided by `both`
    symbols[carrying] = static_cast<std::uint16_t>(sums.plain ^ symbols[carrying + 1]);
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<std::string> words_in(std::string_view typed)
{
    std::vector<std::string> out;
    bool inside = false;
    for (const char c : typed) {
        if (is_letter(c)) {
            if (!inside) out.emplace_back();
            out.back() += static_cast<char>(c | 0x20);
        }
        inside = is_letter(c);
    }
    return out;
}

struct Listened {
    Heard heard;
    Symbols symbols{};
};

Listened listen(std::string_view typed, const WordList& list)
{
    Listened out;
    const auto words = words_in(typed);
    out.heard.words = words.size();
    for (std::size_t place = 0; place < std::min(words.size(), spoken_words); ++place) {
        const auto number = list.find(words[place]);
        if (number) out.symbols[place] = *number;
        if (!number) out.heard.unknown.push_back(static_cast<int>(place) + 1);
    }
    if (words.size() != spoken_words || !out.heard.unknown.empty()) return out;
    const auto sums = sums_of(out.symbols, spoken_words);
    if (sums.plain == 0 && sums.placed == 0) return out;
    for (std::size_t place = 0; place < spoken_words && sums.plain != 0; ++place) {
        if (times(sums.plain, at_place(place)) == sums.placed)
            out.heard.misheard = static_cast<int>(place) + 1;
    }
    out.heard.several_misheard = !out.heard.misheard;
    return out;
}

Error unheard(const Heard& heard)
{
    if (heard.words != spoken_words) {
        return refused("these are " + std::to_string(heard.words) + " words, and a renewal has " +
                       std::to_string(spoken_words) + ": hear them again, by their numbers");
    }
    if (!heard.unknown.empty()) {
        return refused("word " + std::to_string(heard.unknown.front()) +
                       " is none that is used: hear it again");
    }
    if (heard.misheard) {
        return refused("word " + std::to_string(*heard.misheard) + " was misheard: hear it again");
    }
    return refused("more than one word was misheard, or two changed places: hear them all again");
}

} // namespace

Result<WordList> WordList::read(std::string_view text)
{
    if (text.size() > word_list_most) return Error{Fault::full, "the list of words is too long"};
    WordList out;
    out.m_words = words_in(text);
    if (out.m_words.size() != word_list_size) {
        return refused("a list of words has " + std::to_string(word_list_size) + " of them, not " +
                       std::to_string(out.m_words.size()));
    }
    for (std::size_t i = 0; i < word_list_size; ++i) {
        const auto start = out.m_words[i].substr(0, 4);
        if (!out.m_by_start.emplace(start, static_cast<std::uint16_t>(i)).second) {
            return refused("two words of the list begin with " + start);
        }
    }
    return out;
}

std::optional<std::uint16_t> WordList::find(std::string_view typed) const
{
    const auto found = m_by_start.find(typed.substr(0, 4));
    if (found == m_by_start.end() || !m_words[found->second].starts_with(typed)) return std::nullopt;
    return found->second;
}

std::vector<std::string> WordList::starting_with(std::string_view letters, std::size_t most) const
{
    std::vector<std::string> out;
    // Words differ in their first four letters, so these lead to all that may fit.
    for (auto at = m_by_start.lower_bound(letters.substr(0, 4)); at != m_by_start.end(); ++at) {
        const std::string& word = m_words[at->second];
        if (out.size() == most || !at->first.starts_with(letters.substr(0, 4))) break;
        if (word.starts_with(letters)) out.push_back(word);
    }
    return out;
}

std::vector<std::string> say_in_words(const SpokenMessage& message, const WordList& list)
{
    Symbols symbols{};
    unsigned held = 0, bits = 0;
    std::size_t place = 0;
    for (const auto byte : message) {
        held = (held << 8) | byte;
        bits += 8;
        if (bits < bits_each) continue;
        bits -= bits_each;
        symbols[place++] = static_cast<std::uint16_t>(held >> bits);
        held &= (1U << bits) - 1;
    }
    add_checks(symbols);
    std::vector<std::string> out;
    for (const auto symbol : symbols) out.push_back(list.word(symbol));
    return out;
}

Heard check_spoken(std::string_view typed, const WordList& list)
{
    return listen(typed, list).heard;
}

Result<SpokenMessage> hear_words(std::string_view typed, const WordList& list)
{
    const auto listened = listen(typed, list);
    if (!listened.heard.complete()) return unheard(listened.heard);
    SpokenMessage out{};
    unsigned held = 0, bits = 0;
    std::size_t at = 0;
    for (std::size_t place = 0; place < carrying; ++place) {
        held = (held << bits_each) | listened.symbols[place];
        bits += bits_each;
        while (bits >= 8) {
            bits -= 8;
            out[at++] = static_cast<std::uint8_t>(held >> bits);
            held &= (1U << bits) - 1;
        }
    }
    return out;
}

} // namespace northseal::institution
