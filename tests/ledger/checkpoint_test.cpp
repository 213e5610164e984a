#include "storage/ledger/checkpoint.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "storage/base/random.h"
#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::ledger;

TEST_SUITE("storage/ledger/checkpoint")
{
    TEST_CASE("a checkpoint opens with the key that signed it and names size and root")
    {
        SeededRandom random{1};
        const auto key = SigningKey::generate(random);
        const Checkpoint checkpoint{"demo.northseal.invalid/kiosk-7q3f/1", 12, random.bytes<32>()};
        const auto note = sign_checkpoint(checkpoint, key).value();
        const auto read = open_checkpoint(note, checkpoint.origin, key.public_key());
        REQUIRE(read.ok());
        CHECK(read.value().size == 12);
        CHECK(read.value().root == checkpoint.root);
        CHECK_FALSE(open_checkpoint(note, "demo.northseal.invalid/kiosk-7q3f/2", key.public_key()).ok());
        CHECK_FALSE(open_checkpoint(note, checkpoint.origin, SigningKey::generate(random).public_key()).ok());
    }

    TEST_CASE("no letter of a checkpoint's text can change")
    {
        SeededRandom random{2};
        const auto key = SigningKey::generate(random);
        const Checkpoint checkpoint{"host/kiosk-aaaa/1", 9, random.bytes<32>()};
        const auto note = sign_checkpoint(checkpoint, key).value();
        const auto text_end = note.find("\n\n") + 1;
        for (std::size_t i = 0; i < text_end; ++i) {
            auto changed = note;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            CHECK_FALSE(open_checkpoint(changed, checkpoint.origin, key.public_key()).ok());
        }
    }

    TEST_CASE("names with white space or a plus sign, and notes without an end, are refused")
    {
        SeededRandom random{3};
        const auto key = SigningKey::generate(random);
        CHECK_FALSE(sign_note("text\n", "two words", key).ok());
        CHECK_FALSE(sign_note("text\n", "a+b", key).ok());
        CHECK_FALSE(sign_note("text", "name", key).ok());
        CHECK_FALSE(open_note("", "name", key.public_key()).ok());
        CHECK_FALSE(open_note("text\n\n", "name", key.public_key()).ok());
        CHECK_FALSE(open_note("text\n\nname\n", "name", key.public_key()).ok());
        CHECK_FALSE(open_note(std::string(200'000, 'x'), "name", key.public_key()).ok());
    }

    TEST_CASE("a signed note is, byte for byte, the one that Go's note package writes")
    {
        const auto text = test::shared_file("data/vectors/c2sp/signed-note.json");
        if (text.empty()) return;
        const auto vector = nlohmann::json::parse(text);
        const auto key = SigningKey::from_seed(from_hex(vector["seed_hex"].get<std::string>()).value());
        const auto note = sign_note(vector["text"].get<std::string>(), "PeterNeumann", key);
        CHECK(note.value() == vector["note"].get<std::string>());
        CHECK(open_note(note.value(), "PeterNeumann", key.public_key()).ok());
    }

    TEST_CASE("a checkpoint with a witness's line under ours is the published one, and opens")
    {
        const auto text = test::shared_file("data/vectors/c2sp/checkpoint-example.json");
        if (text.empty()) return;
        const auto vector = nlohmann::json::parse(text);
        const auto note = vector["checkpoint"].get<std::string>();
        const auto key = SigningKey::from_seed(from_hex(vector["log_seed_hex"].get<std::string>()).value());
        const auto read = open_checkpoint(note, "kiosk.example.ca/log/fn-07", key.public_key());
        REQUIRE(read.ok());
        CHECK(read.value().size == 8);
        CHECK(note.starts_with(sign_checkpoint(read.value(), key).value()));
    }
}
