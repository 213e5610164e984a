#include <doctest/doctest.h>

#include <string>

#include "kiosk/theme/colours.h"

using namespace northseal::kiosk;

namespace {

double lowest(Scheme scheme, Pair::Kind kind, std::string& name)
{
    double least = 21;
    for (int index = 0; index < pairs().count; ++index) {
        const Pair& pair = pairs().first[index];
        const double ratio = contrast(colours(scheme).*pair.words, colours(scheme).*pair.ground);
        if (pair.kind != kind || ratio >= least) continue;
        least = ratio;
        name = pair.name;
    }
    return least;
}

} // namespace

TEST_SUITE("kiosk/theme")
{
    TEST_CASE("the contrast of black on white is 21 and of a colour with itself 1")
    {
        CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
        CHECK(contrast(rgb(0x0F4A60), rgb(0x0F4A60)) == doctest::Approx(1));
        CHECK(contrast(rgb(0x767676), rgb(0xFFFFFF)) ==
              doctest::Approx(4.54).epsilon(0.005)); // WCAG's own example
    }

    TEST_CASE("all words reach 4.5 to 1 on their ground, in light and in dark")
    {
        std::string name;
        CHECK_MESSAGE(lowest(Scheme::light, Pair::Kind::words, name) >= 4.5, name);
        CHECK_MESSAGE(lowest(Scheme::dark, Pair::Kind::words, name) >= 4.5, name);
    }

    TEST_CASE("all words reach 7 to 1 at high contrast")
    {
        std::string name;
        CHECK_MESSAGE(lowest(Scheme::contrast, Pair::Kind::words, name) >= 7, name);
    }

    TEST_CASE("lines and dots that carry meaning reach 3 to 1 in every scheme")
    {
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::contrast}) {
            std::string name;
            CHECK_MESSAGE(lowest(scheme, Pair::Kind::mark, name) >= 3, name);
        }
    }
}
