#include "storage/ledger/tables.h"

namespace northseal::ledger {
namespace {

ErasureRecord read_erasure(const Row& row)
{
    return {row.number(0), static_cast<std::uint64_t>(row.number(1)), row.number(2),
            static_cast<std::uint64_t>(row.number(3))};
}

WrappingRecord read_wrapping(const Row& row)
{
    const auto sealed = row.bytes(1);
    return {row.number(0), Bytes(sealed.begin(), sealed.end())};
}

Result<std::vector<ErasureRecord>> collect_erasures(Statement& statement)
{
    std::vector<ErasureRecord> out;
    const auto keep = [&](const Row& row) -> Result<> {
        out.push_back(read_erasure(row));
        return {};
    };
    TRY(statement.each(keep));
    return out;
}

} // namespace

Result<ErasureTable> ErasureTable::open(Database& database)
{
    const std::string select = "SELECT learner, requested, due, erased FROM erasures ";
    ErasureTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("INSERT INTO erasures(learner, requested, due, erased) VALUES (?1, ?2, ?3, 0)"
                " ON CONFLICT(learner) DO UPDATE SET requested = ?2, due = ?3 WHERE erased = 0"),
        prepare("UPDATE erasures SET erased = ?2 WHERE learner = ?1"),
        prepare(select + "WHERE learner = ?"),
        prepare(select + "WHERE erased = 0 ORDER BY due, learner"),
        prepare(select + "ORDER BY learner"),
        prepare("SELECT max(coalesce((SELECT registered FROM learners WHERE id = ?1), 0),"
                " coalesce((SELECT max(saved) FROM assessments WHERE learner = ?1), 0),"
                " coalesce((SELECT max(issued_at) FROM issued WHERE learner = ?1), 0))"),
        prepare("SELECT epoch, sealed FROM wrapping"),
        prepare("INSERT OR REPLACE INTO wrapping(one, epoch, sealed) VALUES (1, ?, ?)"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<> ErasureTable::request(const ErasureRecord& record)
{
    return m_statements->request.run(record.learner, record.requested, record.due);
}

Result<> ErasureTable::carried_out(std::int64_t learner, std::uint64_t entry)
{
    return m_statements->carried_out.run(learner, entry);
}

Result<std::optional<ErasureRecord>> ErasureTable::find(std::int64_t learner)
{
    return m_statements->find.one(read_erasure, learner);
}

Result<std::vector<ErasureRecord>> ErasureTable::waiting()
{
    return collect_erasures(m_statements->waiting);
}

Result<std::vector<ErasureRecord>> ErasureTable::all()
{
    return collect_erasures(m_statements->all);
}

Result<Instant> ErasureTable::last_use(std::int64_t learner)
{
    return TRY(m_statements->last_use.one([](const Row& row) { return row.number(0); }, learner)).value_or(0);
}

Result<std::optional<WrappingRecord>> ErasureTable::wrapping()
{
    return m_statements->wrapping.one(read_wrapping);
}

Result<> ErasureTable::keep_wrapping(const WrappingRecord& record)
{
    return m_statements->keep_wrapping.run(record.epoch, record.sealed);
}

} // namespace northseal::ledger
