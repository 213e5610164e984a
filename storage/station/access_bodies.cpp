#include "storage/station/access_bodies.h"

#include "storage/credential/cbor.h"

namespace northseal::station {

Bytes encode(const LeftBody& body)
{
    credential::CborWriter out;
    out.array(3).number(body.serial).number(static_cast<std::uint64_t>(body.person)).bytes(body.key);
    return out.take();
}

Result<LeftBody> decode_left(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 3) return refused("what tells of somebody's leaving has another shape");
    LeftBody out;
    out.serial = TRY(in.number());
    out.person = static_cast<std::int64_t>(TRY(in.number()));
    const auto key = TRY(in.bytes());
    out.key = TRY(exactly<32>(key, "a facilitator's key"));
    if (!in.at_end()) return refused("what tells of somebody's leaving has something after its end");
    return out;
}

Bytes encode(const OpenedBody& body)
{
    credential::CborWriter out;
    out.array(3).number(static_cast<std::uint64_t>(body.learner));
    out.number(static_cast<std::uint64_t>(body.person)).number(static_cast<std::uint64_t>(body.how));
    return out.take();
}

Result<OpenedBody> decode_opened(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 3) return refused("what tells of an opened record has another shape");
    OpenedBody out;
    out.learner = static_cast<std::int64_t>(TRY(in.number()));
    out.person = static_cast<std::int64_t>(TRY(in.number()));
    const auto how = TRY(in.number());
    if (how < 1 || how > opened_how_count) return refused("a record was opened in a way that is not known");
    out.how = static_cast<OpenedHow>(how);
    if ((out.person != 0) != (out.how == OpenedHow::signed_in))
        return refused("a record was opened by somebody in another's way");
    if (!in.at_end()) return refused("what tells of an opened record has something after its end");
    return out;
}

} // namespace northseal::station
