#pragma once
// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto, which uses the processor's own instructions: five times
// libsodium's speed. SHA-384 exists because RDFC-1.0 allows a document to be canonicalized with it.

#include <memory>

#include "storage/base/bytes.h"

struct evp_md_ctx_st;

namespace northseal {

Digest sha256(ByteView);
Digest sha256(std::initializer_list<ByteView> parts); // of the parts joined, without joining them
ByteArray<48> sha384(ByteView);

// For many short hashes in a row, or for parts that arrive one by one.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    Sha256& add(ByteView);
    Digest finish();     // and ready for the next
    Sha256 copy() const; // what was added so far, to go on from more than once

private:
    struct Free {
        void operator()(evp_md_ctx_st*) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace northseal
