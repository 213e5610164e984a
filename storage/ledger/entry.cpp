#include "storage/ledger/entry.h"

#include "storage/credential/cbor.h"

namespace northseal::ledger {

Bytes encode(const Entry& entry)
{
    credential::CborWriter out;
    out.array(8).number(entry.number).number(static_cast<std::uint64_t>(entry.time));
    out.number(static_cast<std::uint64_t>(entry.time_source)).number(static_cast<std::uint64_t>(entry.actor));
    out.number(static_cast<std::uint64_t>(entry.kind)).number(static_cast<std::uint64_t>(entry.learner));
    out.bytes(entry.body).bytes(entry.sealed);
    return out.take();
}

Result<Entry> decode_entry(ByteView bytes)
{
    if (bytes.size() > entry_most) return Error{Fault::full, "a log entry is larger than any that we read"};
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 8) return refused("a log entry has another shape than is written here");
    Entry entry;
    entry.number = TRY(in.number());
    const auto time = TRY(in.number());
    const auto source = TRY(in.number());
    entry.actor = static_cast<std::int64_t>(TRY(in.number()));
    const auto kind = TRY(in.number());
    entry.learner = static_cast<std::int64_t>(TRY(in.number()));
    const auto body = TRY(in.bytes());
    const auto sealed = TRY(in.bytes());
    if (!in.at_end()) return refused("a log entry has something after its end");
    if (entry.number == 0 || time > static_cast<std::uint64_t>(instant_most) || source < 1 || source > 3 ||
        kind < 1 || kind > entry_kind_most) {
        return refused("a log entry holds a value that is never written");
    }
    entry.time = static_cast<Instant>(time);
    entry.time_source = static_cast<TimeSource>(source);
    entry.kind = static_cast<EntryKind>(kind);
    entry.body.assign(body.begin(), body.end());
    entry.sealed.assign(sealed.begin(), sealed.end());
    return entry;
}

} // namespace northseal::ledger
