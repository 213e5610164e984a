#include "storage/station/session_body.h"

#include "storage/credential/cbor.h"

namespace northseal::station {
namespace {

std::uint64_t unsigned_of(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

Result<std::int64_t> whole(credential::CborReader& in)
{
    return static_cast<std::int64_t>(TRY(in.number()));
}

} // namespace

Bytes encode(const SessionBody& body)
{
    credential::CborWriter out;
    out.array(3).number(unsigned_of(body.session)).number(unsigned_of(body.day));
    out.array(body.seats.size() * 3);
    for (const auto& seat : body.seats) {
        out.number(unsigned_of(seat.learner)).number(unsigned_of(seat.attendance));
        out.number(unsigned_of(seat.assessment));
    }
    return out.take();
}

Result<SessionBody> decode_session(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 3) return refused("a session has another shape");
    SessionBody out;
    out.session = TRY(whole(in));
    out.day = TRY(whole(in));
    const auto items = TRY(in.array());
    if (items % 3 != 0 || items / 3 > seats_most) return refused("a session's list has another length");
    for (std::size_t i = 0; i < items / 3; ++i) {
        ledger::SeatRecord seat;
        seat.session = out.session;
        seat.learner = TRY(whole(in));
        seat.attendance = TRY(whole(in));
        seat.assessment = TRY(whole(in));
        if (seat.attendance > 2) return refused("somebody was neither here nor away");
        if (!out.seats.empty() && out.seats.back().learner >= seat.learner)
            return refused("a session's list is not in order");
        out.seats.push_back(seat);
    }
    if (!in.at_end()) return refused("there is something after a session's end");
    return out;
}

Bytes encode(const ChangeBody& body)
{
    credential::CborWriter out;
    out.array(3).number(unsigned_of(body.certificate));
    out.number(static_cast<std::uint64_t>(body.wanted)).number(static_cast<std::uint64_t>(body.reason));
    return out.take();
}

Result<ChangeBody> decode_change(ByteView bytes)
{
    credential::CborReader in(bytes);
    if (TRY(in.array()) != 3) return refused("a request to change a certificate has another shape");
    ChangeBody out;
    out.certificate = TRY(whole(in));
    const auto wanted = TRY(in.number());
    const auto reason = TRY(in.number());
    if (wanted < 1 || wanted > 2 || reason < 1 || reason > change_reason_count)
        return refused("a request to change a certificate gives no reason that is known");
    out.wanted = static_cast<ChangeWanted>(wanted);
    out.reason = static_cast<ChangeReason>(reason);
    if (!in.at_end()) return refused("there is something after the request's end");
    return out;
}

} // namespace northseal::station
