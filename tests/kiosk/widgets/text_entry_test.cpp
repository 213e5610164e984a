#include <doctest/doctest.h>

#include "kiosk/widgets/text_entry.h"

using namespace northseal::kiosk;

namespace {

TextEntry typed(std::initializer_list<const char*> parts)
{
    TextEntry entry;
    for (const char* part : parts) entry.apply({Edit::Kind::insert, part});
    return entry;
}

} // namespace

TEST_SUITE("kiosk/widgets/text_entry")
{
    TEST_CASE("text goes in at the caret")
    {
        TextEntry entry = typed({"R", "s", "e"});
        entry.apply({Edit::Kind::left, {}});
        entry.apply({Edit::Kind::left, {}});
        entry.apply({Edit::Kind::insert, "o"});
        CHECK(entry.text == "Rose");
        CHECK(entry.caret == 2);
    }

    TEST_CASE("a mark typed after its letter becomes one letter in NFC")
    {
        const TextEntry entry = typed({"e", "\u0301"});
        CHECK(entry.text == "é");
        CHECK(entry.caret == entry.text.size());
    }

    TEST_CASE("a letter goes with the marks that NFC leaves apart")
    {
        TextEntry entry = typed({"a", "k̓"});
        CHECK(caret_stops(entry.text).size() == 3);
        entry.apply({Edit::Kind::backspace, {}});
        CHECK(entry.text == "a");
    }

    TEST_CASE("a syllabic letter is one step")
    {
        TextEntry entry = typed({"ᒪ", "ᕆ"});
        entry.apply({Edit::Kind::backspace, {}});
        CHECK(entry.text == "ᒪ");
    }

    TEST_CASE("what goes beyond the bound is refused whole")
    {
        TextEntry entry = typed({"abc"});
        entry.most = 4;
        CHECK_FALSE(entry.apply({Edit::Kind::insert, "de"}));
        CHECK(entry.text == "abc");
        CHECK(entry.apply({Edit::Kind::insert, "d"}));
    }

    TEST_CASE("control characters are not text")
    {
        TextEntry entry;
        CHECK_FALSE(entry.apply({Edit::Kind::insert, "\n\x1B"}));
        CHECK(entry.apply({Edit::Kind::insert, "a\tb"}));
        CHECK(entry.text == "ab");
    }

    TEST_CASE("nothing happens at the ends")
    {
        TextEntry entry = typed({"a"});
        CHECK_FALSE(entry.apply({Edit::Kind::erase, {}}));
        CHECK_FALSE(entry.apply({Edit::Kind::right, {}}));
        CHECK(entry.apply({Edit::Kind::home, {}}));
        CHECK_FALSE(entry.apply({Edit::Kind::backspace, {}}));
        CHECK(entry.apply({Edit::Kind::erase, {}}));
        CHECK(entry.text.empty());
    }

    TEST_CASE("a caret beyond the text is brought back before anything is typed")
    {
        TextEntry entry{"ab", 99, 120};
        CHECK(entry.apply({Edit::Kind::insert, "c"}));
        CHECK(entry.text == "abc");
    }
}
