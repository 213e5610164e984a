#include "storage/ledger/learner_pin_table.h"

namespace northseal::ledger {

Result<LearnerPinTable> LearnerPinTable::open(Database& database)
{
    LearnerPinTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("INSERT INTO learner_pins(learner, entry) VALUES (?, ?)"
                " ON CONFLICT (learner) DO UPDATE SET entry = excluded.entry"),
        prepare("SELECT entry FROM learner_pins WHERE learner = ?"),
        prepare("SELECT learner, entry FROM learner_pins ORDER BY learner"),
        prepare("DELETE FROM learner_pins WHERE learner = ?"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<> LearnerPinTable::keep(const LearnerPinRecord& record)
{
    return m_statements->keep.run(record.learner, record.entry);
}

Result<std::optional<std::uint64_t>> LearnerPinTable::find(std::int64_t learner)
{
    return m_statements->find.one([](const Row& row) { return static_cast<std::uint64_t>(row.number(0)); },
                                  learner);
}

Result<std::vector<LearnerPinRecord>> LearnerPinTable::all()
{
    std::vector<LearnerPinRecord> out;
    TRY(m_statements->all.each([&](const Row& row) -> Result<> {
        out.push_back({row.number(0), static_cast<std::uint64_t>(row.number(1))});
        return {};
    }));
    return out;
}

Result<> LearnerPinTable::forget(std::int64_t learner)
{
    return m_statements->forget.run(learner);
}

} // namespace northseal::ledger
