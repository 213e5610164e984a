#include "storage/credential/status_list.h"

#include <zlib.h>

#include <nlohmann/json.hpp>

#include "storage/credential/proof.h"

namespace northseal::credential {
namespace {

constexpr std::size_t list_bytes = status_list_entries / 8;
constexpr int gzip_window = 15 + 16; // the largest window, and a gzip head instead of zlib's
constexpr std::size_t encoded_most = 64 * 1024;

} // namespace

bool StatusBits::get(std::uint32_t position) const
{
    return (m_bits[position / 8] >> (7 - position % 8) & 1) != 0;
}

void StatusBits::set(std::uint32_t position)
{
    m_bits[position / 8] = static_cast<std::uint8_t>(m_bits[position / 8] | (0x80U >> (position % 8)));
}

std::string StatusBits::encoded() const
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        std::abort();
    Bytes out(deflateBound(&stream, list_bytes));
    stream.next_in = const_cast<Bytef*>(m_bits.data());
    stream.avail_in = static_cast<uInt>(m_bits.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    if (end != Z_STREAM_END)
        std::abort(); // the bound that zlib itself gave was too small: nothing to go on with
    return "u" + to_base64url(out);
}

Result<StatusBits> StatusBits::decode(std::string_view encoded_list)
{
    if (!encoded_list.starts_with('u')) return refused("the status list is not in base64url as multibase");
    if (encoded_list.size() > encoded_most)
        return Error{Fault::full, "the status list is longer than any we read"};
    auto packed = TRY(from_base64url(encoded_list.substr(1)));
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK) std::abort();
    StatusBits bits;
    stream.next_in = packed.data();
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = bits.m_bits.data();
    stream.avail_out = static_cast<uInt>(bits.m_bits.size());
    int end = inflate(&stream, Z_FINISH);
    const bool filled = stream.avail_out == 0;
    // The trailer may still be unread when the room is used up; one byte more of content is one too many.
    std::uint8_t spare = 0;
    stream.next_out = &spare;
    stream.avail_out = 1;
    if (end == Z_BUF_ERROR || end == Z_OK) end = inflate(&stream, Z_FINISH);
    const bool whole = filled && end == Z_STREAM_END && stream.avail_out == 1 && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!whole) {
        return refused("the status list does not unpack to " + std::to_string(status_list_entries) +
                       " entries");
    }
    return bits;
}

Result<std::string> sign_status_list(const StatusListFacts& facts, const StatusBits& bits,
                                     const SigningKey& publisher)
{
    Json list = {{"@context", {"https://www.w3.org/ns/credentials/v2"}},
                 {"id", facts.id},
                 {"type", {"VerifiableCredential", "BitstringStatusListCredential"}},
                 {"issuer", facts.issuer},
                 {"validFrom", facts.valid_from},
                 {"credentialSubject",
                  {{"id", facts.id + "#list"},
                   {"type", "BitstringStatusList"},
                   {"statusPurpose", "revocation"},
                   {"encodedList", bits.encoded()}}}};
    const Json options = {{"type", "DataIntegrityProof"},
                          {"cryptosuite", "eddsa-rdfc-2022"},
                          {"created", facts.valid_from},
                          {"verificationMethod", facts.verification_method},
                          {"proofPurpose", "assertionMethod"}};
    list["proof"] = TRY(create_proof(list, options, publisher));
    return canonical_json(list);
}

Result<StatusBits> read_status_list(const Json& credential, StatusListFacts& facts)
{
    facts.id = TRY(text_member(credential, "id"));
    facts.issuer = TRY(text_member(credential, "issuer"));
    facts.valid_from = TRY(text_member(credential, "validFrom"));
    const auto* const types = member(credential, "type");
    const bool listed =
        types != nullptr && types->is_array() &&
        std::find(types->begin(), types->end(), "BitstringStatusListCredential") != types->end();
    const auto* const subject = member(credential, "credentialSubject");
    if (!listed || subject == nullptr) return refused("this is no BitstringStatusListCredential");
    if (TRY(text_member(*subject, "type")) != "BitstringStatusList" ||
        TRY(text_member(*subject, "statusPurpose")) != "revocation") {
        return refused("this status list is not about revocation");
    }
    const auto* const proof = member(credential, "proof");
    if (proof != nullptr && proof->is_object()) {
        facts.verification_method = TRY(text_member(*proof, "verificationMethod"));
    }
    const auto encoded = TRY(text_member(*subject, "encodedList"));
    return StatusBits::decode(encoded);
}

} // namespace northseal::credential
