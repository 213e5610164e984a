#include "kiosk/words/pack.h"

#include <doctest/doctest.h>

#include "storage/base/text.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

bool latin(char32_t letter)
{
    return letter < 0x250;
}

struct Bench {
    test::Scratch scratch;
    RealDisk disk;
    Words english{Words::load(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words", "en", disk).value()};

    Bench()
    {
        write("pack.toml", "tag = \"qps\"\nmade_by = \"A test\"\n");
        write("words.toml", "\"language.name\" = \"Qps\"\n\"language.choose\" = \"Choose.\"\n");
    }
    std::string folder() const { return scratch.path("pack"); }
    void write(const std::string& name, const std::string& text)
    {
        const std::string path = folder() + "/" + name;
        REQUIRE(disk.make_folder(path.substr(0, path.rfind('/'))).ok());
        REQUIRE(disk.write_durably(path, view(text)).ok());
    }
    Pack read() { return read_pack(folder(), english, latin, disk); }
    PackFault fault() { return read().report.fault; }
};

} // namespace

TEST_SUITE("kiosk/words/pack")
{
    TEST_CASE("a pack says what it has, and English the rest")
    {
        Bench bench;
        bench.write("home.toml", "\"nav.home\" = \"Hömë\"\n\"nav.lock\" = \"Lo\u0308ck\"\n");
        const Pack pack = bench.read();
        REQUIRE(pack.words);
        CHECK(pack.report.tag == "qps");
        CHECK(pack.report.name == "Qps");
        CHECK(pack.report.made_by == "A test");
        CHECK(pack.report.has == 4);
        CHECK(pack.report.all == bench.english.size());
        CHECK(pack.report.missing.size() == pack.report.all - 4);
        CHECK((*pack.words)("nav.home") == "Hömë");
        CHECK(is_nfc((*pack.words)("nav.lock")));
        CHECK((*pack.words)("nav.learners") == "Learners");
        CHECK(pack.words->language() == "qps");
    }

    TEST_CASE("a file that would take the kiosk down by its depth is refused")
    {
        std::string key = "a";
        for (int level = 0; level < 100'000; ++level) key += ".a";
        Bench words;
        words.write("deep.toml", key + " = \"x\"\n");
        CHECK(words.fault() == PackFault::not_a_table);
        Bench about;
        about.write("pack.toml", "tag = \"qps\"\n" + key.substr(0, 16'000) + " = \"x\"\n");
        CHECK(about.fault() == PackFault::not_a_table);
    }

    TEST_CASE("each thing that would show on a screen as a mistake is refused by its name")
    {
        const auto with = [](const std::string& name, const std::string& text) {
            Bench bench;
            bench.write(name, text);
            return bench.read().report;
        };
        CHECK(with("a.toml", "\"nav.hmoe\" = \"X\"\n").fault == PackFault::unknown_key);
        CHECK(with("a.toml", "\"nav.hmoe\" = \"X\"\n").where == "nav.hmoe");
        CHECK(with("a.toml", "\"consent.agrees\" = \"agrees\"\n").fault == PackFault::other_holes);
        CHECK(with("a.toml", "\"consent.agrees\" = \"{name} {nobody}\"\n").fault == PackFault::other_holes);
        CHECK(with("a.toml", "\"consent.agrees\" = \"{of_name} agrees\"\n").fault == PackFault::none);
        CHECK(with("a.toml", "\"nav.home\" = \"\"\n").fault == PackFault::empty_text);
        CHECK(with("a.toml", "\"nav.home\" = \"水\"\n").fault == PackFault::no_glyph);
        CHECK(with("a.toml", "\"nav.home\" = \"水\"\n").where == "nav.home 水");
        CHECK(with("a.toml", "\"nav.home\" = \"" + std::string(2001, 'a') + "\"\n").fault ==
              PackFault::too_large);
        CHECK(with("a.toml", "# " + std::string(600U << 10, 'a') + "\n").fault == PackFault::too_large);
        CHECK(with("a.toml", "\"nav.home\" = 1\n").fault == PackFault::not_a_table);
        CHECK(with("a.toml", "\"nav.home\" = \n").fault == PackFault::not_a_table);
        CHECK(with("a.toml", "\"nav.home\" = \"\xFF\"\n").fault == PackFault::not_a_table);
        CHECK(with("a.toml", "\"language.name\" = \"Twice\"\n").fault == PackFault::not_a_table);
        CHECK(with("pack.toml", "tag = \"en\"\n").fault == PackFault::nameless);
        CHECK(with("pack.toml", "tag = \"../fr\"\n").fault == PackFault::nameless);
        CHECK(with("words.toml", "\"nav.home\" = \"X\"\n").fault == PackFault::nameless);
        CHECK(with("recordings/nav.hmoe.wav", "x").fault == PackFault::unknown_key);
        CHECK(with("recordings/nav.home.exe", "x").fault == PackFault::unknown_key);
        CHECK(with("recordings/nav.home.wav", std::string(3U << 20, 'x')).fault == PackFault::too_large);
        CHECK(with("recordings/nav.home.wav", "x").recordings == 1);
    }

    TEST_CASE("an empty folder is no language")
    {
        test::Scratch scratch;
        RealDisk disk;
        const Bench bench;
        CHECK(read_pack(scratch.path("nowhere"), bench.english, latin, disk).report.fault ==
              PackFault::nothing_there);
    }

    TEST_CASE("a pack is installed whole, takes the place of an older one, and is no pack while half of it "
              "is there")
    {
        Bench bench;
        bench.write("recordings/nav.home.wav", "sound");
        bench.write("old.toml", "\"nav.lock\" = \"Old\"\n");
        const std::string into = bench.scratch.path("installed");
        REQUIRE(install_pack(bench.folder(), bench.read().report, into, bench.disk).ok());
        REQUIRE(packs_in(into, bench.disk) == std::vector<std::string>{into + "/qps"});
        CHECK(read_pack(into + "/qps", bench.english, latin, bench.disk).report.recordings == 1);
        REQUIRE(bench.disk.remove(bench.folder() + "/old.toml").ok());
        REQUIRE(bench.disk.remove(bench.folder() + "/recordings/nav.home.wav").ok());
        REQUIRE(install_pack(bench.folder(), bench.read().report, into, bench.disk).ok());
        const Pack again = read_pack(into + "/qps", bench.english, latin, bench.disk);
        CHECK(again.report.has == 2);
        CHECK(again.report.recordings == 0);
        // A folder that no list names was cut short while it was copied.
        REQUIRE(bench.disk.remove(into + "/languages.txt").ok());
        CHECK(packs_in(into, bench.disk).empty());
        PackReport bad = again.report;
        bad.fault = PackFault::no_glyph;
        CHECK_FALSE(install_pack(bench.folder(), bad, into, bench.disk).ok());
    }
}
