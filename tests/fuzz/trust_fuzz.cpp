// The doors through which an institution's word comes in: packs and requests as files, and behind their
// signatures the statements themselves, which a signer gone wrong could still malform. What reads is written
// again the same.

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "storage/institution/delegation.h"
#include "storage/institution/listing.h"
#include "storage/institution/state.h"
#include "storage/institution/trust_index.h"

using namespace northseal;
using namespace northseal::institution;

namespace {

template<class T>
void expect_same(const Result<T>& read, const Json& statement)
{
    if (read.ok() && canonical_json(to_json(read.value())) != canonical_json(statement)) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = text_of(ByteView(data, size));
    static_cast<void>(read_request(text).ok());
    static_cast<void>(read_pack(text).ok());
    const auto manifest = read_received_manifest(text, 0);
    const auto shard = read_received_shard(text, 0, 0, 512);
    if (shard.ok() && !shard.value().empty() && shard.value().rbegin()->first >= 512) std::abort();
    const auto json = parse_json(text, {256U << 10, 32});
    if (!json.ok()) return 0;
    const auto* inside = member(json.value(), "statement");
    const auto& statement = inside != nullptr ? *inside : json.value();
    expect_same(read_record(statement), statement);
    expect_same(read_delegation(statement), statement);
    expect_same(read_listing_page(statement), statement);
    expect_same(read_index(statement), statement);
    expect_same(read_state(statement), statement);
    return 0;
}
