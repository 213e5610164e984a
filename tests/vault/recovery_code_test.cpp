#include "storage/vault/recovery_code.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>

using namespace northseal;

namespace {

std::string sample_code(std::uint64_t seed = 21)
{
    SeededRandom random{seed};
    return vault::draw_recovery_code(random);
}

std::vector<int> wrong_groups(const std::string& typed)
{
    return vault::check_recovery_code(typed).wrong_groups;
}

} // namespace

TEST_SUITE("storage/vault/recovery_code")
{
    TEST_CASE("a code is nine groups of four letters that nobody takes for another")
    {
        const auto code = sample_code();
        CHECK(code.size() == 9 * 4 + 8);
        for (const char letter : std::string("0O1IL")) CHECK(code.find(letter) == std::string::npos);
        CHECK(vault::check_recovery_code(code).complete());
        CHECK(vault::recovery_secret(code).ok());
    }

    TEST_CASE("it is the same code in small letters, with other spaces and without dashes")
    {
        const auto code = sample_code();
        std::string plain = " ";
        for (const char c : code) {
            if (c != '-') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        CHECK(equal_in_constant_time(vault::recovery_secret(code).value().view(),
                                     vault::recovery_secret(plain).value().view()));
    }

    TEST_CASE("any one letter misheard for any other is found, and the group it stands in is named")
    {
        const auto code = sample_code();
        for (std::size_t i = 0; i < code.size(); ++i) {
            if (code[i] == '-') continue;
            const std::vector<int> expected{static_cast<int>(i / 5) + 1};
            for (const char other : std::string(vault::code_letters) + "0O1IL*") {
                if (other == code[i]) continue;
                auto typed = code;
                typed[i] = other;
                REQUIRE(wrong_groups(typed) == expected);
            }
        }
        auto typed = code;
        typed[12] = typed[12] == '7' ? '8' : '7';
        CHECK(vault::recovery_secret(typed).error().detail.find("group 3") != std::string::npos);
    }

    TEST_CASE("two letters of a group changed about, and two groups changed about, are found")
    {
        const auto code = sample_code(22);
        for (std::size_t i = 0; i + 1 < code.size(); ++i) {
            if (code[i] == '-' || code[i + 1] == '-' || code[i] == code[i + 1]) continue;
            auto typed = code;
            std::swap(typed[i], typed[i + 1]);
            CHECK(wrong_groups(typed) == std::vector<int>{static_cast<int>(i / 5) + 1});
        }
        for (std::size_t i = 0; i < 9; ++i) {
            for (std::size_t j = i + 1; j < 9; ++j) {
                auto typed = code;
                std::swap_ranges(typed.begin() + static_cast<long>(5 * i),
                                 typed.begin() + static_cast<long>(5 * i) + 4,
                                 typed.begin() + static_cast<long>(5 * j));
                CHECK(wrong_groups(typed) ==
                      std::vector<int>{static_cast<int>(i) + 1, static_cast<int>(j) + 1});
            }
        }
    }

    TEST_CASE("a code that is still being typed is judged group by group")
    {
        const auto code = sample_code();
        const auto half = vault::check_recovery_code(code.substr(0, 12));
        CHECK(half.whole_groups == 2);
        CHECK(half.wrong_groups.empty());
        CHECK_FALSE(half.complete());
        CHECK(vault::recovery_secret(code.substr(0, 12)).error().detail.find("2 whole groups") !=
              std::string::npos);
        CHECK_FALSE(vault::recovery_secret(code + "2").ok());
        CHECK_FALSE(vault::recovery_secret("").ok());
        CHECK(vault::check_recovery_code("7K3O").not_a_letter == 'O');
    }

    TEST_CASE("a thousand codes have nothing in common, and every letter comes up")
    {
        std::set<std::string> codes;
        std::set<char> letters;
        SeededRandom random{23};
        for (int i = 0; i < 1000; ++i) {
            const auto code = vault::draw_recovery_code(random);
            codes.insert(code);
            letters.insert(code.begin(), code.end());
        }
        CHECK(codes.size() == 1000);
        CHECK(letters.size() == 32); // 31 and the dash
    }
}
