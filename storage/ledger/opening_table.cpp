#include "storage/ledger/opening_table.h"

namespace northseal::ledger {
namespace {

OpeningRecord read_opening(const Row& row)
{
    return {static_cast<std::uint64_t>(row.number(0)),
            row.number(1),
            row.number(2),
            row.number(3),
            row.number(4),
            row.number(5)};
}

std::int64_t counted(const Row& row)
{
    return row.number(0);
}

} // namespace

Result<OpeningTable> OpeningTable::open(Database& database)
{
    const std::string select = "SELECT entry, learner, day, person, how, opened FROM openings ";
    OpeningTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("INSERT INTO openings(entry, learner, day, person, how, opened) VALUES (?, ?, ?, ?, ?, ?)"),
        prepare("SELECT 1 FROM openings WHERE learner = ? AND day = ? AND person = ?"),
        prepare(select + "WHERE entry = ?"),
        prepare(select + "WHERE learner = ? ORDER BY entry DESC LIMIT ?"),
        prepare("SELECT count(*), coalesce(min(opened), 0) FROM openings WHERE learner = ?"),
        prepare("SELECT count(*) FROM openings"),
        prepare("DELETE FROM openings WHERE learner = ?"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<> OpeningTable::insert(const OpeningRecord& record)
{
    return m_statements->insert.run(record.entry, record.learner, record.day, record.person, record.how,
                                    record.opened);
}

Result<bool> OpeningTable::has(std::int64_t learner, std::int64_t day, std::int64_t person)
{
    return TRY(m_statements->has.one(counted, learner, day, person)).has_value();
}

Result<std::optional<OpeningRecord>> OpeningTable::find(std::uint64_t entry)
{
    return m_statements->find.one(read_opening, entry);
}

Result<std::vector<OpeningRecord>> OpeningTable::of_learner(std::int64_t learner, std::size_t most)
{
    std::vector<OpeningRecord> out;
    TRY(m_statements->of_learner.each(
        [&](const Row& row) -> Result<> {
            out.push_back(read_opening(row));
            return {};
        },
        learner, most));
    return out;
}

Result<OpeningTable::Times> OpeningTable::times(std::int64_t learner)
{
    const auto read = [](const Row& row) { return Times{row.number(0), row.number(1)}; };
    return TRY(m_statements->times.one(read, learner)).value_or(Times{});
}

Result<std::int64_t> OpeningTable::count()
{
    return TRY(m_statements->count.one(counted)).value_or(0);
}

Result<> OpeningTable::forget(std::int64_t learner)
{
    return m_statements->forget.run(learner);
}

} // namespace northseal::ledger
