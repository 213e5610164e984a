#pragma once
// Fields that both versions of the vault file share, and the reader of the first one. Inside this module
// only.

#include "storage/credential/cbor.h"
#include "storage/vault/vault_file.h"

namespace northseal::vault {

using credential::CborReader;
using credential::CborWriter;

void write_cost(CborWriter&, const KdfCost&);
Result<KdfCost> read_cost(CborReader&); // refuses a cost that was never written
Result<> expect_items(CborReader&, std::size_t count);
Result<Bytes> read_bytes(CborReader&);
// The eight fields of a person that version 1 knew.
void write_known_person(CborWriter&, const PersonSlot&);
Result<PersonSlot> read_known_person(CborReader&);
// People are numbered one by one.
Result<> expect_number(const std::vector<PersonSlot>&, std::size_t last);

template<std::size_t N>
Result<ByteArray<N>> read_exactly(CborReader& in, std::string_view what)
{
    const auto bytes = TRY(in.bytes());
    return exactly<N>(bytes, what);
}

// Version 1 knew six words only, and sealed the transport key under the master key. Nobody writes it any
// more.
Result<VaultFile> read_first_body(CborReader);

} // namespace northseal::vault
