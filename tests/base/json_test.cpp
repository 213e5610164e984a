#include "storage/base/json.h"

#include <bit>
#include <charconv>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/support/shared.h"

using namespace northseal;

TEST_SUITE("storage/base/json")
{
    TEST_CASE("what no careful sender writes is refused, and the words say why")
    {
        CHECK(parse_json(R"({"a":1,"a":2})").error().detail.find("twice") != std::string::npos);
        CHECK_FALSE(parse_json(R"({"a":1} x)").ok());
        CHECK_FALSE(parse_json("[1e999]").ok());
        CHECK_FALSE(parse_json("\"\\ud800\"").ok());
        CHECK_FALSE(parse_json("\"\xc3\x28\"").ok());
        CHECK_FALSE(parse_json("").ok());
        CHECK(parse_json(std::string(20, '['), {.bytes = 100, .depth = 10}).error().detail ==
              "nested deeper than 10");
        CHECK(parse_json("[1,2,3]", {.bytes = 3}).error().fault == Fault::full);
    }

    TEST_CASE("the canonical form sorts by UTF-16 units and escapes as little as RFC 8785 allows")
    {
        const auto value = parse_json("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,"
                                      "\"\\u0080\":6,\"\\u00f6\":7}");
        CHECK(canonical_json(value.value()) ==
              "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"\xc3\xb6\":7,\"\xe2\x82\xac\":1,\"\xf0\x9f\x98\x80\":5,"
              "\"\xef\xac\xb3\":3}");
        CHECK(canonical_json(parse_json(R"([56.0,{"d":true,"10":null,"1":[]}])").value()) ==
              R"([56,{"1":[],"10":null,"d":true}])");
        CHECK(canonical_json(Json("\x01\b\t\n\f\r\"\\/\x7f")) == "\"\\u0001\\b\\t\\n\\f\\r\\\"\\\\/\x7f\"");
    }

    TEST_CASE("numbers are printed as ECMAScript prints them")
    {
        const std::pair<double, const char*> samples[] = {{0.0, "0"},
                                                          {-0.0, "0"},
                                                          {1e21, "1e+21"},
                                                          {1e20, "100000000000000000000"},
                                                          {1e-6, "0.000001"},
                                                          {1e-7, "1e-7"},
                                                          {123.456, "123.456"},
                                                          {-5e-324, "-5e-324"},
                                                          {1.7976931348623157e308, "1.7976931348623157e+308"},
                                                          {333333333.33333329, "333333333.3333333"},
                                                          {9007199254740992.0, "9007199254740992"},
                                                          {4.35, "4.35"}};
        for (const auto& [number, text] : samples) CHECK(ecmascript_number(number) == text);
    }

    TEST_CASE("the 10,000 numbers of the RFC 8785 test set, where they lie beside this checkout")
    {
        const auto lines = test::shared_lines("data/vectors/rfc8785-jcs/es6-numbers-10000.csv");
        for (const auto& line : lines) {
            const auto comma = line.find(',');
            std::uint64_t bits = 0;
            std::from_chars(line.data(), line.data() + comma, bits, 16);
            REQUIRE(ecmascript_number(std::bit_cast<double>(bits)) == line.substr(comma + 1));
        }
    }
}
