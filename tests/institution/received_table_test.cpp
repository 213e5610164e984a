#include <doctest/doctest.h>

#include "storage/base/hash.h"
#include "storage/base/random.h"
#include "storage/institution/trust_index.h"

using namespace northseal;
using namespace northseal::institution;

namespace {

ReceivedTable table_of(std::size_t count, std::uint64_t seed)
{
    SeededRandom random(seed);
    ReceivedTable out;
    while (out.size() < count) {
        const auto place = static_cast<std::uint32_t>(random.below(131'072));
        out[place] = {random.bytes<8>(), out.size() % 50 == 7};
    }
    return out;
}

ReceivedTable read_back(const ReceivedFiles& files, std::uint32_t list)
{
    const auto manifest = read_received_manifest(files.manifest, list);
    REQUIRE(manifest.ok());
    ReceivedTable out;
    for (const auto& [shard, digest] : manifest.value().shards) {
        const auto& text = files.shards.at(shard);
        CHECK(sha256(view(text)) == digest);
        auto entries = read_received_shard(text, list, shard, manifest.value().width);
        REQUIRE(entries.ok());
        out.merge(entries.value());
    }
    return out;
}

} // namespace

TEST_SUITE("storage/institution/received_table")
{
    TEST_CASE("what was received reads back, exact, however much it is, in shards of 20 kB")
    {
        for (const std::size_t count : {0U, 1U, 500U, 20'000U, 131'072U}) {
            const auto table = table_of(count, count + 1);
            const auto files = write_received(3, table);
            for (const auto& [shard, text] : files.shards) CHECK(text.size() <= shard_most);
            const auto back = read_back(files, 3);
            CHECK(back.size() == table.size());
            CHECK(std::equal(back.begin(), back.end(), table.begin(), [](const auto& a, const auto& b) {
                return a.first == b.first && a.second.digest == b.second.digest &&
                       a.second.superseded == b.second.superseded;
            }));
            CHECK(files.manifest.size() <= shard_most);
        }
    }

    TEST_CASE("a shard that stands in another's place, or speaks of another list, is refused")
    {
        const auto files = write_received(1, table_of(5'000, 9));
        const auto manifest = read_received_manifest(files.manifest, 1).value();
        REQUIRE(files.shards.size() > 2);
        CHECK_FALSE(read_received_shard(files.shards.at(0), 1, 1, manifest.width).ok());
        CHECK_FALSE(read_received_shard(files.shards.at(0), 2, 0, manifest.width).ok());
        CHECK_FALSE(read_received_manifest(files.manifest, 2).ok());
    }
}
