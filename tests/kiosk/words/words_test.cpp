#include "kiosk/words/words.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

const std::string shipped = std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words";

Words load(const std::string& language)
{
    RealDisk disk;
    return Words::load(shipped, language, disk).value();
}

struct WrittenPack {
    test::Scratch scratch;
    RealDisk disk;
    void write(const std::string& language, const std::string& text)
    {
        REQUIRE(disk.make_folder(scratch.path("words/" + language)).ok());
        REQUIRE(disk.write_durably(scratch.path("words/" + language + "/kiosk.toml"), view(text)).ok());
    }
    Result<Words> load(const std::string& language)
    {
        return Words::load(scratch.path("words"), language, disk);
    }
};

} // namespace

TEST_SUITE("kiosk/words")
{
    TEST_CASE("holes are filled, and a hole that nobody fills stays to be seen")
    {
        const Words words = load("en");
        CHECK(words("consent.agrees", {{"name", "ᒪᕆ"}}) == "ᒪᕆ agrees");
        CHECK(words("consent.agrees") == "{name} agrees");
    }

    TEST_CASE("a name that looks like a hole is not filled again")
    {
        CHECK(load("en")("review.line", {{"name", "{programme}"}, {"programme", "P"}}) == "{programme}, P");
    }

    TEST_CASE("English and French are complete")
    {
        CHECK(load("en").uncovered().empty());
        CHECK(load("fr").uncovered().empty());
    }

    TEST_CASE("each language counts by its own rule, and French counts nought with one")
    {
        CHECK(load("en").count("home.learners", 0) == "0 learners");
        CHECK(load("fr").count("home.learners", 0) == "0 personne");
        CHECK(load("en").count("home.learners", 1) == "1 learner");
        CHECK(load("fr").count("home.learners", 2) == "2 personnes");
    }

    TEST_CASE("five figures are grouped as the language groups them, and four stand together")
    {
        CHECK(load("en").number(40000) == "40,000");
        CHECK(load("fr").number(40000) == "40\u00a0000");
        CHECK(load("en").number(1000000) == "1,000,000");
        CHECK(load("fr").number(2318) == "2318");
    }

    TEST_CASE("names are joined as people say them")
    {
        CHECK(load("en").list({"Rose"}) == "Rose");
        CHECK(load("en").list({"Rose", "ᒪᕆ", "Jade"}) == "Rose, ᒪᕆ and Jade");
        CHECK(load("fr").list({"Rose", "Émilie"}) == "Rose et Émilie");
        CHECK(load("fr").list({}).empty());
    }

    TEST_CASE("what a community's pack does not have is said in English and reported")
    {
        WrittenPack pack;
        pack.write("en", "\"a.one\" = \"one\"\n\"a.two\" = \"two\"\n");
        pack.write("oj", "\"a.one\" = \"ok\"\n");
        const Words words = pack.load("oj").value();
        CHECK(words("a.one") == "ok");
        CHECK(words("a.two") == "two");
        CHECK(words.uncovered() == std::vector<std::string>{"a.two"});
        CHECK_FALSE(words.has("a.two"));
    }

    TEST_CASE("a key that no language has is seen on the screen")
    {
        CHECK(load("fr")("no.such_key") == "⟦no.such_key⟧");
    }

    TEST_CASE("a file that is no flat table of strings is refused, with its name and line")
    {
        WrittenPack pack;
        pack.write("en", "\"a\" = \"fine\"\n\"b\" = 3\n");
        const auto number = pack.load("en");
        REQUIRE_FALSE(number.ok());
        CHECK(number.error().detail.find("\"b\" is no text") != std::string::npos);
        pack.write("en", "\"a\" = \"fine\"\nb = \n");
        const auto broken = pack.load("en");
        REQUIRE_FALSE(broken.ok());
        CHECK(broken.error().detail.find("line 2") != std::string::npos);
        pack.write("en", "\"a\" = \"\xff\"\n");
        CHECK_FALSE(pack.load("en").ok());
    }

    TEST_CASE("a language is a tag and never a path")
    {
        RealDisk disk;
        CHECK_FALSE(Words::load(shipped, "../words/en", disk).ok());
        CHECK_FALSE(Words::load(shipped, "", disk).ok());
        CHECK_FALSE(Words::load(shipped, "xx", disk).ok());
    }
}
