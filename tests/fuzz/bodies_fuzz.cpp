// The bodies of the log's entries and the sealed columns of the tables: a disk that was in other hands may
// hold anything there. The first byte chooses which; what reads is written again the same.

#include <cstdlib>

#include "storage/station/access_bodies.h"
#include "storage/station/bodies.h"
#include "storage/station/session_body.h"

using namespace northseal;
using namespace northseal::station;

namespace {

template<class Body>
void expect_same(const Result<Body>& read, ByteView written)
{
    if (!read.ok()) return;
    const Bytes again = encode(read.value());
    if (!std::equal(again.begin(), again.end(), written.begin(), written.end())) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const ByteView body(data + 1, size - 1);
    switch (data[0] % 17) {
    case 0:
        expect_same(decode_session(body), body);
        break;
    case 1:
        expect_same(decode_change(body), body);
        break;
    case 2:
        expect_same(decode_identity(body), body);
        break;
    case 3:
        expect_same(decode_erasure(body), body);
        break;
    case 4:
        expect_same(decode_content(body), body);
        break;
    case 5:
        expect_same(decode_issued(body), body);
        break;
    case 6:
        expect_same(decode_epoch(body), body);
        break;
    case 7:
        expect_same(decode_clock(body), body);
        break;
    case 8:
        expect_same(decode_settled(body), body);
        break;
    case 9:
        expect_same(decode_renewal(body), body);
        break;
    case 10:
        expect_same(decode_facts(body), body);
        break;
    case 11:
        static_cast<void>(decode_registration(body).ok());
        break;
    case 12:
        static_cast<void>(decode_signed(body).ok());
        break;
    case 13:
        expect_same(decode_left(body), body);
        break;
    case 14:
        expect_same(decode_opened(body), body);
        break;
    case 15:
        expect_same(decode_learner_pin(body), body);
        break;
    default:
        static_cast<void>(decode_number(body).ok());
        break;
    }
    return 0;
}
