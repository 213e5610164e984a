#include "kiosk/paper/qr_print.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

#include "kiosk/paper/page_check.h"
#include "tests/paper/samples.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

// Digits that compress no better than a real slip's.
std::string slip_of_digits(std::size_t count)
{
    std::string url = "https://verify.example.ca/#";
    for (std::size_t i = 0; i < count; ++i) url += static_cast<char>('0' + (i * i * 7 + i / 3) % 10);
    return url;
}

} // namespace

TEST_SUITE("kiosk/paper/qr")
{
    TEST_CASE("the slip of a typical award is at most version 11, and 10 without the specimen mark")
    {
        for (const char* name : {"en-typical", "fr-typical", "en-least", "en-syllabics"}) {
            CAPTURE(name);
            CHECK(
                encode_slip_qr(test::reference_file("slip-" + std::string(name) + ".txt")).value().version <=
                11);
        }
        // 181 bytes: 25 groups of 17 digits, and 15 for the last six bytes.
        CHECK(encode_slip_qr(slip_of_digits(25 * 17 + 15)).value().version == 10);
    }

    TEST_CASE("the largest slip of the reference still has modules that a phone can read")
    {
        const auto qr = encode_slip_qr(test::reference_file("slip-en-full.txt")).value();
        const double module = qr_module_points(qr, 146, 16).value();
        CHECK(module * 25.4 / 72 >= qr_module_least_mm);
        CHECK(module * qr.side_with_quiet() <= 146);
    }

    TEST_CASE("a module is a whole number of dots of 1/600 inch")
    {
        const auto qr = encode_slip_qr(slip_of_digits(440)).value();
        const double dots = qr_module_points(qr, 146, 16).value() * 600 / 72;
        CHECK(dots == doctest::Approx(16));
    }

    TEST_CASE("a code that would be too fine is refused, and the words say what to do")
    {
        const auto qr = encode_slip_qr(slip_of_digits(2400)).value();
        const auto module = qr_module_points(qr, 146, 16);
        REQUIRE_FALSE(module.ok());
        CHECK(module.error().detail.find("narrative") != std::string::npos);
    }

    TEST_CASE("what is no slip, or fits no code at all, is refused")
    {
        for (const char* text : {"", "https://verify.example.ca/", "https://verify.example.ca/#", "123456",
                                 "http://verify.example.ca/#12", "https://verify.example.ca/#12a4"}) {
            CAPTURE(text);
            CHECK(encode_slip_qr(text).error().fault == Fault::refused);
        }
        CHECK(encode_slip_qr(slip_of_digits(9000)).error().fault == Fault::refused);
    }

    TEST_CASE("what is drawn is read back as it was")
    {
        const auto url = slip_of_digits(440);
        const auto qr = encode_slip_qr(url).value();
        auto canvas = Canvas::create(300, 300).value();
        set_ink(canvas.context(), {0xFFFFFF});
        cairo_paint(canvas.context());
        draw_qr(canvas.context(), qr, 16, 16, 4);
        const auto grey = canvas.finish_grey().value();
        CHECK(read_qr(grey, 300).value() == url);
        const auto dark = std::count(qr.dark.begin(), qr.dark.end(), true);
        CHECK(std::count(grey.begin(), grey.end(), 0) == dark * 16);
    }

    TEST_CASE("a renewal's words as a picture for the browser are read back as they were")
    {
        const std::string words = "river stone kettle lantern birch otter abandon ability able about above "
                                  "absent absorb abstract absurd "
                                  "abuse access accident";
        const auto qr = encode_text_qr(words).value();
        const auto svg = to_svg(qr);
        constexpr std::size_t scale = 4;
        const auto side = static_cast<std::size_t>(qr.side_with_quiet()) * scale;
        CHECK(svg.find("viewBox=\"0 0 " + std::to_string(qr.side_with_quiet())) != std::string::npos);
        Bytes grey(side * side, 255);
        const std::regex run(R"(M(\d+) (\d+)h(\d+)v1h-(\d+)z)");
        for (std::sregex_iterator each(svg.begin(), svg.end(), run), end; each != end; ++each) {
            const auto number = [&](std::size_t group) { return std::stoul((*each)[group].str()) * scale; };
            CHECK(number(3) == number(4));
            for (std::size_t y = number(2); y < number(2) + scale; ++y)
                for (std::size_t x = number(1); x < number(1) + number(3); ++x) grey[y * side + x] = 0;
        }
        CHECK(read_qr(grey, static_cast<int>(side)).value() == words);
    }

    TEST_CASE("an empty page has no code to read")
    {
        CHECK_FALSE(read_qr(Bytes(300 * 300, 255), 300).ok());
        CHECK_FALSE(read_qr(Bytes(7, 255), 3).ok());
    }
}
