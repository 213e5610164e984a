#include <doctest/doctest.h>

#include "kiosk/voice/recordings.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

void put(Bytes& to, std::uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

void put(Bytes& to, std::string_view text)
{
    to.insert(to.end(), text.begin(), text.end());
}

Bytes wav(int channels, int rate, const std::vector<std::int16_t>& samples, int bits = 16)
{
    Bytes out;
    put(out, "RIFF");
    put(out, static_cast<std::uint32_t>(36 + 12 + 2 * samples.size()), 4);
    put(out, "WAVEfmt ");
    put(out, 16, 4);
    put(out, 1, 2);
    put(out, static_cast<std::uint32_t>(channels), 2);
    put(out, static_cast<std::uint32_t>(rate), 4);
    put(out, static_cast<std::uint32_t>(rate * channels * 2), 4);
    put(out, static_cast<std::uint32_t>(channels * 2), 2);
    put(out, static_cast<std::uint32_t>(bits), 2);
    put(out, "LIST"); // a recorder's own remarks are passed over
    put(out, 3, 4);
    put(out, "me\n");
    out.push_back(0);
    put(out, "data");
    put(out, static_cast<std::uint32_t>(2 * samples.size()), 4);
    for (const std::int16_t sample : samples) put(out, static_cast<std::uint16_t>(sample), 2);
    return out;
}

} // namespace

TEST_SUITE("kiosk/voice/recordings")
{
    TEST_CASE("a recording in one channel is read as it is, in two it is mixed")
    {
        const auto one = read_wav(wav(1, 22050, {0, 1000, -1000}));
        REQUIRE(one.ok());
        CHECK(one.value().rate == 22050);
        CHECK(one.value().samples == std::vector<std::int16_t>{0, 1000, -1000});
        CHECK(read_wav(wav(2, 44100, {100, 300, -32768, -32768})).value().samples ==
              std::vector<std::int16_t>{200, -32768});
    }

    TEST_CASE("what is no recording is refused, cut off anywhere")
    {
        CHECK_FALSE(read_wav(wav(3, 22050, {0})).ok());
        CHECK_FALSE(read_wav(wav(1, 4000, {0})).ok());
        CHECK_FALSE(read_wav(wav(1, 22050, {0}, 24)).ok());
        const Bytes whole = wav(1, 22050, {1, 2, 3, 4});
        for (std::size_t length = 0; length < whole.size(); ++length)
            CHECK_FALSE(read_wav(ByteView(whole).first(length)).ok());
    }

    TEST_CASE("at another rate it takes as long as before")
    {
        Sound sound{8000, std::vector<std::int16_t>(8000, 500)};
        const Sound other = at_rate(sound, 22050);
        CHECK(other.samples.size() == 22050);
        CHECK(other.samples.front() == 500);
        CHECK(other.samples.back() == 500);
    }

    TEST_CASE("a file is played for just what its key says, in the language that has the key")
    {
        test::Scratch scratch;
        RealDisk disk;
        for (const char* language : {"en", "xx"})
            REQUIRE(disk.make_folder(scratch.path("words/") + language).ok());
        REQUIRE(disk.write_durably(scratch.path("words/en/kiosk.toml"),
                                   view("\"nav.home\" = \"Home\"\n\"nav.lock\" = \"Lock\"\n"))
                    .ok());
        REQUIRE(disk.write_durably(scratch.path("words/xx/kiosk.toml"), view("\"nav.home\" = \"Maison\"\n"))
                    .ok());
        const std::string folder = scratch.path("words/xx/recordings");
        REQUIRE(disk.make_folder(folder).ok());
        for (const char* name : {"/nav.home.wav", "/nav.lock.wav", "/notes.txt"})
            REQUIRE(disk.write_durably(folder + name, wav(1, 22050, {1})).ok());
        const auto words = Words::load(scratch.path("words"), "xx", disk);
        REQUIRE(words.ok());
        const Recordings found = Recordings::of_language(folder, words.value(), disk);
        CHECK(found.file_for("Maison") == folder + "/nav.home.wav");
        CHECK(found.file_for("Maison.") == folder + "/nav.home.wav"); // as a sentence ends
        CHECK_FALSE(found.file_for("Maison..").has_value());
        CHECK_FALSE(found.file_for("Lock").has_value());
        CHECK_FALSE(found.file_for("Home").has_value());
        CHECK(Recordings::of_language(scratch.path("nowhere"), words.value(), disk).empty());
    }
}
