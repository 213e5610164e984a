#include "storage/ledger/entry.h"

#include <doctest/doctest.h>

#include "storage/base/random.h"

using namespace northseal;
using namespace northseal::ledger;

namespace {

Entry sample()
{
    Entry entry;
    entry.number = 300;
    entry.time = 1781276645;
    entry.actor = 2;
    entry.kind = EntryKind::credential_issued;
    entry.learner = 70000;
    entry.body = {0x81, 0x01};
    entry.sealed = {1, 2, 3};
    return entry;
}

} // namespace

TEST_SUITE("storage/ledger/entry")
{
    TEST_CASE("an entry is these bytes, and reads back")
    {
        CHECK(to_hex(encode(sample())) == "8819012c1a6a2c1fe50202071a00011170428101"
                                          "43010203");
        CHECK(decode_entry(encode(sample())).value() == sample());
    }

    TEST_CASE("kinds, times and sources that are never written are refused")
    {
        const auto refused = [](const auto& change) {
            auto entry = sample();
            change(entry);
            return !decode_entry(encode(entry)).ok();
        };
        CHECK(refused([](auto& entry) { entry.number = 0; }));
        CHECK(refused([](auto& entry) { entry.kind = static_cast<EntryKind>(entry_kind_most + 1); }));
        CHECK(refused([](auto& entry) { entry.time_source = static_cast<TimeSource>(4); }));
        CHECK(refused([](auto& entry) { entry.time = instant_most + 1; }));
        CHECK_FALSE(refused([](auto&) {}));
    }

    TEST_CASE("whatever decodes encodes to the same bytes, however the bytes were damaged")
    {
        SeededRandom random{4};
        const auto whole = encode(sample());
        for (int i = 0; i < 20000; ++i) {
            auto bytes = whole;
            bytes[static_cast<std::size_t>(random.below(bytes.size()))] = random.bytes<1>()[0];
            if (random.below(4) == 0) bytes.resize(static_cast<std::size_t>(random.below(bytes.size() + 1)));
            const auto decoded = decode_entry(bytes);
            if (decoded.ok()) CHECK(encode(decoded.value()) == bytes);
        }
    }
}
