#include "storage/ledger/evidence_table.h"

#include <algorithm>

namespace northseal::ledger {
namespace {

EvidenceRecord read_evidence(const Row& row)
{
    EvidenceRecord out;
    out.id = row.number(0);
    out.assessment = row.number(1);
    out.learner = row.number(2);
    const auto digest = row.bytes(3); // the table's CHECK keeps it to 16
    std::copy_n(digest.begin(), std::min(digest.size(), out.digest.size()), out.digest.begin());
    const auto sealed = row.bytes(4);
    out.sealed.assign(sealed.begin(), sealed.end());
    return out;
}

std::int64_t first_column(const Row& row)
{
    return row.number(0);
}

} // namespace

Result<EvidenceTable> EvidenceTable::open(Database& database)
{
    EvidenceTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'evidence'), 0) + 1"),
        prepare("INSERT INTO evidence(id, assessment, learner, digest, sealed) VALUES (?, ?, ?, ?, ?)"),
        prepare("DELETE FROM evidence WHERE assessment = ? AND digest = ?"),
        prepare("SELECT id, assessment, learner, digest, sealed FROM evidence"
                " WHERE assessment = ? AND digest = ?"),
        prepare("SELECT coalesce(sum(length(sealed)), 0) FROM evidence WHERE learner = ?"),
        prepare("SELECT coalesce(sum(length(sealed)), 0) FROM evidence"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<std::int64_t> EvidenceTable::next_id()
{
    return TRY(m_statements->next_id.one(first_column)).value_or(1);
}

Result<> EvidenceTable::insert(const EvidenceRecord& record)
{
    return m_statements->insert.run(record.id, record.assessment, record.learner, ByteView(record.digest),
                                    record.sealed);
}

Result<> EvidenceTable::remove(std::int64_t assessment, const ByteArray<16>& digest)
{
    return m_statements->remove.run(assessment, ByteView(digest));
}

Result<std::optional<EvidenceRecord>> EvidenceTable::find(std::int64_t assessment,
                                                          const ByteArray<16>& digest)
{
    return m_statements->find.one(read_evidence, assessment, ByteView(digest));
}

Result<std::int64_t> EvidenceTable::bytes_of_learner(std::int64_t learner)
{
    return TRY(m_statements->bytes.one(first_column, learner)).value_or(0);
}

Result<std::int64_t> EvidenceTable::bytes_of_all()
{
    return TRY(m_statements->all.one(first_column)).value_or(0);
}

} // namespace northseal::ledger
