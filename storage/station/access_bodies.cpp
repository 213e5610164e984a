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

Bytes encode(const vault::LearnerPin& pin)
{
    credential::CborWriter out;
    out.array(4).bytes(pin.salt).number(pin.cost.operations).number(pin.cost.memory_bytes);
    out.bytes(pin.verifier);
    return out.take();
}

Result<vault::LearnerPin> decode_learner_pin(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 4) return refused("a learner's PIN has another shape");
    vault::LearnerPin out;
    const auto salt = TRY(in.bytes());
    out.salt = TRY(exactly<16>(salt, "the salt of a PIN"));
    out.cost.operations = TRY(in.number());
    out.cost.memory_bytes = TRY(in.number());
    if (!vault::is_cost(out.cost)) return refused("a PIN asks for a cost that was never written");
    const auto verifier = TRY(in.bytes());
    out.verifier = TRY(exactly<32>(verifier, "what is kept of a PIN"));
    if (!in.at_end()) return refused("a learner's PIN has something after its end");
    return out;
}

} // namespace northseal::station
