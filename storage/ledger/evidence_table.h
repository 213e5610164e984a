#pragma once
// Files of evidence, sealed: a photograph of the work, named by its salted digest.

#include <cstdint>
#include <memory>

#include "storage/ledger/database.h"

namespace northseal::ledger {

struct EvidenceRecord {
    std::int64_t id{0};
    std::int64_t assessment{0};
    std::int64_t learner{0};
    ByteArray<16> digest{};
    Bytes sealed;
};

class EvidenceTable {
public:
    static Result<EvidenceTable> open(Database&);
    Result<std::int64_t> next_id(); // never one that was used before
    Result<> insert(const EvidenceRecord&);
    Result<> remove(std::int64_t assessment, const ByteArray<16>& digest);
    Result<std::optional<EvidenceRecord>> find(std::int64_t assessment, const ByteArray<16>& digest);
    Result<std::int64_t> bytes_of_learner(std::int64_t learner); // of all their files
    Result<std::int64_t> bytes_of_all();

private:
    EvidenceTable() = default;
    struct Statements {
        Statement next_id, insert, remove, find, bytes, all;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
