#include "storage/ledger/ledger.h"

#include "storage/ledger/schema.h"

namespace northseal::ledger {
namespace {

// About fifty certificates between two moments of rest; past it the file grows as it would without.
constexpr std::int64_t wal_room = 1 << 20;

enum class Depth { quick, whole };

Result<> check_structure(const Database& database, Depth depth)
{
    auto integrity =
        TRY(database.prepare(depth == Depth::quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)"));
    const auto answer = TRY(integrity.one([](const Row& row) { return row.text(0); })).value_or("no answer");
    if (answer != "ok") return corrupt("the ledger's file is damaged: " + answer);
    return {};
}

Error misfit_of_clock()
{
    return corrupt("the list of entries about the clock does not fit the log");
}

} // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& folder, Disk& disk)
{
    const auto path = folder + "/ledger.db";
    // SQLite would make it readable for others; an empty file of ours it takes as a new database.
    if (!disk.exists(path)) TRY(disk.write_durably(path, {}));
    auto database = TRY(Database::open(path, disk.sqlite_vfs()));
    TRY(database.rewrite_wal());
    TRY(migrate(database));
    auto log = TRY(Log::open(database));
    auto learners = TRY(LearnerTable::open(database));
    auto assessments = TRY(AssessmentTable::open(database));
    auto issued = TRY(IssuedTable::open(database));
    auto delegations = TRY(DelegationTable::open(database));
    auto erasures = TRY(ErasureTable::open(database));
    auto sessions = TRY(SessionTable::open(database));
    auto change_requests = TRY(ChangeRequestTable::open(database));
    auto forms = TRY(FormTable::open(database));
    auto evidence = TRY(EvidenceTable::open(database));
    auto openings = TRY(OpeningTable::open(database));
    auto learner_pins = TRY(LearnerPinTable::open(database));
    TRY(database.make_wal_room(wal_room));
    TRY(log.head()); // a torn head is found now, in words, and not at the first certificate
    return std::unique_ptr<Ledger>(new Ledger(
        std::move(database), std::move(log), std::move(learners), std::move(assessments), std::move(issued),
        std::move(delegations), std::move(erasures), std::move(sessions), std::move(change_requests),
        std::move(forms), std::move(evidence), std::move(openings), std::move(learner_pins)));
}

Result<Ledger::Examined> Ledger::examine(const std::string& path, Disk& disk)
{
    const auto database = TRY(Database::open_to_read(path, disk.sqlite_vfs()));
    TRY(check_structure(database, Depth::whole));
    auto read = TRY(database.prepare("SELECT size, edge FROM head"));
    const auto edge = TRY(read.one([](const Row& row) {
        return TreeEdge::read(static_cast<std::uint64_t>(row.number(0)), row.bytes(1));
    }));
    if (!edge) return corrupt("the log has lost its head");
    const auto tree = TRY(Result<TreeEdge>(*edge));
    return Examined{tree.size(), tree.root()};
}

Result<> Ledger::copy_to(const std::string& path, Disk& disk, const std::function<void()>& between)
{
    TRY(disk.write_durably(path, {})); // its name is durable before a byte of it is
    return m_database.copy_to(path, disk.sqlite_vfs(), between);
}

Result<> Ledger::copy_file(const std::string& from, const std::string& to, Disk& disk)
{
    const auto source = TRY(Database::open_to_read(from, disk.sqlite_vfs()));
    TRY(disk.write_durably(to, {}));
    return source.copy_to(to, disk.sqlite_vfs());
}

Result<std::int64_t> Ledger::bytes()
{
    auto pages =
        TRY(m_database.prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"));
    return TRY(pages.one([](const Row& row) { return row.number(0); })).value_or(0);
}

Result<> Ledger::rest()
{
    // RESTART: the next commit begins the WAL anew, in the file that stands there.
    TRY(m_database.run_script("PRAGMA wal_checkpoint(RESTART)"));
    return m_database.make_wal_room(wal_room);
}

Result<> Ledger::wipe_wal()
{
    TRY(m_database.run_script("PRAGMA wal_checkpoint(RESTART)"));
    TRY(m_database.overwrite_wal());
    TRY(m_database.run_script("PRAGMA wal_checkpoint(TRUNCATE)"));
    return m_database.make_wal_room(wal_room);
}

Result<> Ledger::limit_pages(std::int64_t most)
{
    return m_database.run_script("PRAGMA max_page_count=" + std::to_string(most));
}

Result<> Ledger::check_file()
{
    return check_structure(m_database, Depth::quick);
}

Result<> Ledger::check(const Judges& judges)
{
    TRY(check_structure(m_database, Depth::whole));
    const auto head = TRY(m_log.head());
    const auto notes = TRY(m_log.checkpoints());
    const auto clock_entries = TRY(m_log.clock_entries());
    auto clock = clock_entries.begin();
    TreeEdge tree;
    std::int64_t issued = 0;
    Instant last_time = 0;
    const auto visit = [&](const Entry& entry, const Digest& leaf) -> Result<> {
        tree.add(leaf);
        if (entry.time < last_time && !may_fall_back(entry)) {
            return corrupt("log entry " + std::to_string(entry.number) +
                           " is dated before the one before it");
        }
        last_time = entry.time;
        if (clock != clock_entries.end() && *clock == entry.number) {
            if (!tells_of_clock(entry)) return misfit_of_clock();
            ++clock;
        } else if (entry.kind != EntryKind::clock_noted && tells_of_clock(entry)) {
            return misfit_of_clock();
        }
        if (entry.kind == EntryKind::credential_issued) ++issued;
        TRY(judges.entry(entry)); // first: an entry that begins an epoch says whose checkpoints follow
        const auto note = notes.find(tree.size());
        if (note != notes.end()) TRY(judges.checkpoint(note->second, tree.size(), tree.root()));
        return {};
    };
    TRY(m_log.visit(1, visit));
    if (tree.size() != head.tree.size() || tree.hashes() != head.tree.hashes()) {
        return corrupt("the log's tree does not fit its entries: " + std::to_string(tree.size()) +
                       " entries stand there and " + std::to_string(head.tree.size()) + " were written");
    }
    if (!notes.empty() && notes.rbegin()->first > tree.size()) {
        return corrupt("the log is shorter than a checkpoint that was made of it");
    }
    if (clock != clock_entries.end()) return misfit_of_clock();
    if (issued != head.issued || issued != TRY(m_issued.count())) {
        return corrupt("the list of issued certificates does not fit the log");
    }
    return {};
}

} // namespace northseal::ledger
