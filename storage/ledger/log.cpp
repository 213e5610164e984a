#include "storage/ledger/log.h"

#include "storage/credential/cbor.h"

namespace northseal::ledger {
namespace {

constexpr unsigned subtree_level = 8;

Error misfit(std::uint64_t number, const std::string& why)
{
    return corrupt("log entry " + std::to_string(number) + ": " + why);
}

Result<Digest> read_digest(ByteView bytes, std::string_view what)
{
    return exactly<32>(bytes, what);
}

Bytes encode_spent(const std::map<std::uint64_t, std::uint32_t>& spent)
{
    credential::CborWriter out;
    out.map(spent.size());
    for (const auto& [delegation, count] : spent) out.number(delegation).number(count);
    return out.take();
}

// What encode_spent writes, and nothing else.
Result<std::map<std::uint64_t, std::uint32_t>> read_spent(ByteView bytes)
{
    const auto read = [&]() -> Result<std::map<std::uint64_t, std::uint32_t>> {
        std::map<std::uint64_t, std::uint32_t> spent;
        credential::CborReader in(bytes);
        for (auto left = TRY(in.map()); left > 0; --left) {
            const auto delegation = TRY(in.number());
            spent[delegation] = static_cast<std::uint32_t>(TRY(in.number()));
        }
        return spent;
    }();
    const auto same = [&](const Bytes& written) { return std::ranges::equal(written, bytes); };
    if (!read.ok() || !same(encode_spent(read.value()))) {
        return corrupt("the log's head does not say what was spent of the delegations");
    }
    return read;
}

Result<LogHead> read_head(const Row& row)
{
    LogHead head;
    head.tree = TRY(TreeEdge::read(static_cast<std::uint64_t>(row.number(0)), row.bytes(1)));
    head.last_time = row.number(2);
    head.epoch = row.number(3);
    head.received = row.number(4);
    head.issued = row.number(5);
    head.spent = TRY(read_spent(row.bytes(6)));
    head.epoch_entry = static_cast<std::uint64_t>(row.number(7));
    head.last_erasure = static_cast<std::uint64_t>(row.number(8));
    return head;
}

} // namespace

bool may_fall_back(const Entry& entry)
{
    return entry.kind == EntryKind::clock_corrected;
}

bool tells_of_clock(const Entry& entry)
{
    return entry.kind == EntryKind::clock_noted || entry.kind == EntryKind::clock_corrected ||
           entry.kind == EntryKind::clock_settled;
}

Result<Log> Log::open(Database& database)
{
    Log log;
    Preparer prepare(database);
    log.m_statements = std::make_unique<Statements>(Statements{
        prepare("SELECT size, edge, last_time, epoch, received, issued, spent, epoch_entry, last_erasure "
                "FROM head"),
        prepare("UPDATE head SET size = ?, edge = ?, last_time = ?, issued = ?, spent = ?, epoch = ?, "
                "epoch_entry = ?, last_erasure = ?"),
        prepare("INSERT INTO entries(number, entry, leaf) VALUES (?, ?, ?)"),
        prepare("INSERT INTO subtrees(number, root) VALUES (?, ?)"),
        prepare("SELECT entry, leaf FROM entries WHERE number = ?"),
        prepare("SELECT number, entry, leaf FROM entries WHERE number >= ? ORDER BY number"),
        prepare("SELECT leaf FROM entries WHERE number > ?1 AND number <= ?2 ORDER BY number"),
        prepare("SELECT root FROM subtrees WHERE number >= ?1 AND number < ?2 ORDER BY number"),
        prepare("INSERT OR REPLACE INTO checkpoints(size, note) VALUES (?, ?)"),
        prepare("SELECT note FROM checkpoints WHERE size = ?"),
        prepare("SELECT size, note FROM checkpoints"),
        prepare("INSERT INTO clock_entries(entry) VALUES (?)"),
        prepare("SELECT entry FROM clock_entries ORDER BY entry"),
    });
    TRY(prepare.outcome());
    return log;
}

Result<LogHead> Log::head()
{
    auto row = TRY(m_statements->read_head.one(read_head));
    if (!row) return corrupt("the log has lost its head");
    return std::move(*row);
}

Result<> Log::append(const Entry& entry, LogHead& head)
{
    if (entry.number != head.tree.size() + 1) return misfit(entry.number, "its number is not the next");
    if (entry.time < head.last_time && !may_fall_back(entry))
        return misfit(entry.number, "it is dated before the one before it");
    const auto bytes = encode(entry);
    if (bytes.size() > entry_most) {
        return Error{Fault::full, "a log entry would be larger than any that can be read back"};
    }
    const auto leaf = leaf_hash(bytes);
    TRY(m_statements->insert_entry.run(entry.number, bytes, leaf));
    head.tree.add(leaf);
    if (tells_of_clock(entry)) TRY(m_statements->insert_clock_entry.run(entry.number));
    head.last_time = entry.time;
    if (entry.kind == EntryKind::credential_issued) ++head.issued;
    if (entry.kind == EntryKind::learner_erased) head.last_erasure = entry.number;
    if (entry.kind == EntryKind::epoch_begun) {
        ++head.epoch;
        head.epoch_entry = entry.number;
    }
    if (const auto* root = head.tree.finished(subtree_level)) {
        TRY(m_statements->insert_subtree.run((entry.number >> subtree_level) - 1, *root));
    }
    return m_statements->write_head.run(entry.number, head.tree.hashes(), head.last_time, head.issued,
                                        encode_spent(head.spent), head.epoch, head.epoch_entry,
                                        head.last_erasure);
}

namespace {

Result<Entry> checked_entry(std::uint64_t number, ByteView bytes, ByteView leaf)
{
    const auto hash = leaf_hash(bytes);
    if (!std::equal(hash.begin(), hash.end(), leaf.begin(), leaf.end())) {
        return misfit(number, "its bytes do not fit its leaf");
    }
    auto entry = decode_entry(bytes);
    if (!entry.ok()) return misfit(number, entry.error().detail);
    if (entry.value().number != number) return misfit(number, "it stands under another number");
    return entry;
}

} // namespace

Result<std::optional<Entry>> Log::entry(std::uint64_t number)
{
    auto found = TRY(m_statements->read_entry.one(
        [&](const Row& row) { return checked_entry(number, row.bytes(0), row.bytes(1)); }, number));
    if (!found) return std::optional<Entry>();
    return std::optional<Entry>(TRY(std::move(*found)));
}

Result<> Log::visit(std::uint64_t first,
                    const std::function<Result<>(const Entry&, const Digest& leaf)>& visit)
{
    std::uint64_t expected = first;
    return m_statements->read_from.each(
        [&](const Row& row) -> Result<> {
            const auto number = static_cast<std::uint64_t>(row.number(0));
            if (number != expected) return misfit(expected, "it is missing");
            ++expected;
            const auto entry = TRY(checked_entry(number, row.bytes(1), row.bytes(2)));
            const auto leaf = TRY(read_digest(row.bytes(2), "a leaf"));
            return visit(entry, leaf);
        },
        first);
}

Result<std::vector<std::uint64_t>> Log::clock_entries()
{
    std::vector<std::uint64_t> out;
    TRY(m_statements->read_clock_entries.each([&](const Row& row) -> Result<> {
        out.push_back(static_cast<std::uint64_t>(row.number(0)));
        return {};
    }));
    return out;
}

Result<Digest> Log::subtree(unsigned level, std::uint64_t index)
{
    const bool by_leaves = level <= subtree_level;
    const auto width = std::uint64_t{1} << (by_leaves ? level : level - subtree_level);
    std::vector<Digest> parts;
    const auto collect = [&](const Row& row) -> Result<> {
        parts.push_back(TRY(read_digest(row.bytes(0), "a node of the tree")));
        return {};
    };
    auto& statement = by_leaves ? m_statements->read_leaves : m_statements->read_subtrees;
    TRY(statement.each(collect, index * width, (index + 1) * width));
    if (parts.size() != width) return corrupt("the log's tree has a gap");
    return root_of(parts);
}

Result<TreeProof> Log::inclusion(std::uint64_t number, std::uint64_t size)
{
    if (number == 0) return refused("entries are numbered from 1");
    return inclusion_proof(number - 1, size,
                           [this](unsigned level, std::uint64_t index) { return subtree(level, index); });
}

Result<TreeProof> Log::consistency(std::uint64_t old_size, std::uint64_t new_size)
{
    return consistency_proof(old_size, new_size,
                             [this](unsigned level, std::uint64_t index) { return subtree(level, index); });
}

Result<> Log::keep_checkpoint(std::uint64_t size, const std::string& note)
{
    return m_statements->insert_checkpoint.run(size, note);
}

Result<std::optional<std::string>> Log::checkpoint_at(std::uint64_t size)
{
    return m_statements->read_checkpoint.one([](const Row& row) { return row.text(0); }, size);
}

Result<std::map<std::uint64_t, std::string>> Log::checkpoints()
{
    std::map<std::uint64_t, std::string> out;
    const auto collect = [&](const Row& row) -> Result<> {
        out.emplace(static_cast<std::uint64_t>(row.number(0)), row.text(1));
        return {};
    };
    TRY(m_statements->read_checkpoints.each(collect));
    return out;
}

} // namespace northseal::ledger
