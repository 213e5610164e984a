#include "kiosk/screens/people.h"

#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

TEST_SUITE("kiosk/screens/people")
{
    TEST_CASE("French elides before a vowel or an h, accents or not, and y goes by its sound")
    {
        const Words french = words("fr");
        CHECK(of_name(french, "Rose") == "de Rose");
        CHECK(of_name(french, "Émilie") == "d’Émilie");
        CHECK(of_name(french, "Hugo") == "d’Hugo");
        CHECK(of_name(french, "Yves") == "d’Yves");
        CHECK(of_name(french, "Yasmine") == "de Yasmine");
        CHECK(of_name(french, "ᒪᕆ") == "de ᒪᕆ");
        CHECK(of_name(words("en"), "Émilie") == "Émilie");
    }

    TEST_CASE("a first name is a whole word in any script, and an initial a whole letter")
    {
        CHECK(first_name("Rose Beardy") == "Rose");
        CHECK(first_name("ᒪᕆ ᐊᓂᔑᓈᐯ") == "ᒪᕆ");
        CHECK(first_name("Jean-Luc") == "Jean-Luc");
        CHECK(initial("Émilie") == "É");
        CHECK(initial("ᒪᕆ") == "ᒪ");
        CHECK(initial("").empty());
    }

    TEST_CASE("a programme that does not speak a language is read in one that it speaks")
    {
        CHECK(said({{"en", "Maths"}}, "fr") == "Maths");
        CHECK(said({}, "fr").empty());
    }
}
