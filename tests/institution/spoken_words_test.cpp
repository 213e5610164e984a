#include "storage/institution/spoken_words.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "storage/base/random.h"
#include "storage/institution/renewal.h"
#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::institution;

namespace {

WordList shipped()
{
    auto list =
        WordList::read(test::read_file(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words/passphrase.txt"));
    REQUIRE(list.ok());
    return std::move(list).value();
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) out += std::to_string(i + 1) + ". " + words[i] + "\n";
    return out;
}

SpokenMessage some_message(std::uint64_t seed)
{
    SeededRandom random(seed);
    return random.bytes<spoken_bytes>();
}

std::string why(const Result<SpokenMessage>& heard)
{
    return heard.ok() ? "heard" : heard.error().detail;
}

} // namespace

TEST_SUITE("storage/institution/spoken words")
{
    TEST_CASE("what is said is heard: by number, in any case, and by the first four letters")
    {
        const auto list = shipped();
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto message = some_message(seed);
            auto words = say_in_words(message, list);
            CHECK(words.size() == 18);
            CHECK(hear_words(joined(words), list).value() == message);
            for (auto& word : words) {
                word = word.substr(0, 4);
                word[0] = static_cast<char>(word[0] - 0x20);
            }
            CHECK(hear_words(joined(words), list).value() == message);
        }
    }

    TEST_CASE("words of the list are found by how they begin, in order, and no more than were asked for")
    {
        const auto words = shipped();
        std::size_t all = 0;
        for (char first = 'a'; first <= 'z'; ++first) {
            const std::string letter(1, first);
            const auto found = words.starting_with(letter, word_list_size);
            CHECK(std::is_sorted(found.begin(), found.end()));
            all += found.size();
            for (const auto& word : found) CHECK(word.starts_with(letter));
        }
        CHECK(all == word_list_size);
        CHECK(words.starting_with("ab", 5).size() == 5);
        CHECK(words.starting_with("zoo", 5) == std::vector<std::string>{"zoo"});
        CHECK(words.starting_with("zoom", 5).empty()); // its first letters are those of another word
        CHECK(words.starting_with("xx", 5).empty());
        CHECK(words.starting_with("ab", 0).empty());
    }

    TEST_CASE("one misheard word is named by its place, whichever it is")
    {
        const auto list = shipped();
        SeededRandom random(3);
        for (std::size_t place = 0; place < spoken_words; ++place) {
            auto words = say_in_words(some_message(place), list);
            const auto said = words[place];
            while (words[place] == said)
                words[place] = list.word(static_cast<std::uint16_t>(random.below(word_list_size)));
            const auto heard = check_spoken(joined(words), list);
            CHECK(heard.misheard == static_cast<int>(place) + 1);
            CHECK(why(hear_words(joined(words), list)) ==
                  "word " + std::to_string(place + 1) + " was misheard: hear it again");
        }
    }

    TEST_CASE("two that changed places, a word of no list, a lost word and one too many are told apart")
    {
        const auto list = shipped();
        const auto words = say_in_words(some_message(1), list);
        auto changed = words;
        std::swap(changed[2], changed[9]);
        CHECK_FALSE(hear_words(joined(changed), list).ok());
        changed = words;
        changed[6] = "zzz";
        CHECK(why(hear_words(joined(changed), list)).find("word 7 is none") == 0);
        changed = words;
        changed.pop_back();
        CHECK(why(hear_words(joined(changed), list)).find("these are 17 words") == 0);
        CHECK_FALSE(hear_words(joined(words) + " zoo", list).ok());
        CHECK_FALSE(hear_words("", list).ok());
    }

    TEST_CASE("the terms of a renewal stand in the words, and read back as they were")
    {
        SpokenRenewal renewal;
        renewal.terms = {255, Instant{20999} * 86400 + 86399, 131071};
        renewal.mac.fill(0xa5);
        const auto read = unpack_renewal(pack_renewal(renewal)).value();
        CHECK(read.terms == renewal.terms);
        CHECK(read.mac == renewal.mac);
        auto other_version = pack_renewal(renewal);
        other_version[0] = static_cast<std::uint8_t>(other_version[0] ^ 0x80);
        CHECK_FALSE(unpack_renewal(other_version).ok());
    }

    TEST_CASE("the mark is the same for desk and kiosk, and another for every other key and every other term")
    {
        SeededRandom random(4);
        const auto desk = SigningKey::generate(random), kiosk = SigningKey::generate(random),
                   stranger = SigningKey::generate(random);
        const RenewedDelegation of{"did:web:demo.northseal.invalid", "7q3f", 3};
        const RenewalTerms terms{1, Instant{20999} * 86400 + 86399, 40};
        const auto mark = renewal_mac(of, terms, desk, kiosk.public_key()).value();
        CHECK(renewal_mac(of, terms, kiosk, desk.public_key()).value() == mark);
        CHECK(renewal_mac(of, terms, stranger, kiosk.public_key()).value() != mark);
        CHECK(renewal_mac(of, terms, kiosk, stranger.public_key()).value() != mark);
        for (const auto& other : {RenewalTerms{2, terms.until, 40}, RenewalTerms{1, terms.until + 86400, 40},
                                  RenewalTerms{1, terms.until, 41}}) {
            CHECK(renewal_mac(of, other, desk, kiosk.public_key()).value() != mark);
        }
        CHECK(renewal_mac({of.did, of.kiosk, 4}, terms, desk, kiosk.public_key()).value() != mark);
    }
}
