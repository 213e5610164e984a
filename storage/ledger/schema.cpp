#include "storage/ledger/schema.h"

#include <array>

namespace northseal::ledger {
namespace {

// 1: the log, and the tables that derive from it. Personal columns are named `sealed` and hold ciphertext.
constexpr const char* first_tables = R"sql(
CREATE TABLE entries(
    number INTEGER PRIMARY KEY,
    entry BLOB NOT NULL,
    leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

-- Roots of complete subtrees of 256 leaves, so that a proof reads hundreds of rows and not all.
CREATE TABLE subtrees(
    number INTEGER PRIMARY KEY,
    root BLOB NOT NULL CHECK (length(root) = 32)
) STRICT;

-- One row, which every append writes anyway: where the log ends, and how many certificates each delegation has
-- allowed (`spent`: a CBOR map, number to count).
CREATE TABLE head(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL,
    edge BLOB NOT NULL,
    last_time INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    received INTEGER NOT NULL,
    issued INTEGER NOT NULL,
    spent BLOB NOT NULL
) STRICT;
INSERT INTO head VALUES (1, 0, x'', 0, 1, 0, 0, x'a0');

CREATE TABLE checkpoints(
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE delegations(
    number INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries,
    facts BLOB NOT NULL
) STRICT;

-- The status indexes that a delegation gave, in the random order in which they will be used.
CREATE TABLE allocation(
    delegation INTEGER NOT NULL REFERENCES delegations,
    position INTEGER NOT NULL,
    status_index INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (delegation, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE learners(
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries,
    registered INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

-- Destroying a row here erases one person everywhere.
CREATE TABLE learner_keys(
    learner INTEGER PRIMARY KEY REFERENCES learners,
    wrapped BLOB NOT NULL
) STRICT;

-- Drafts live here alone; from sign-off on, the log holds what this row shows.
CREATE TABLE assessments(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    learner INTEGER NOT NULL REFERENCES learners,
    programme TEXT NOT NULL,
    language TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
    saved INTEGER NOT NULL,
    issued_entry INTEGER,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX assessments_of_learner ON assessments(learner);
CREATE INDEX assessments_open ON assessments(state, id) WHERE state < 3;

-- `allocation` gives a status index once and `spent` only grows; UNIQUE holds even where the head was damaged.
CREATE TABLE issued(
    entry INTEGER PRIMARY KEY REFERENCES entries,
    assessment INTEGER NOT NULL,
    learner INTEGER NOT NULL,
    template BLOB NOT NULL,
    status_index INTEGER NOT NULL UNIQUE,
    issued_at INTEGER NOT NULL,
    printed INTEGER NOT NULL,
    received INTEGER NOT NULL
) STRICT;
)sql";

// 2: the entry that began the epoch, after a restore; 0 in the first epoch. Delegations that were installed
// before it are used up: what was lost may have issued under any of their indexes. `last_erasure` is the
// entry of the last one: no backup that holds less of the log may stay.
constexpr const char* epochs = "ALTER TABLE head ADD COLUMN epoch_entry INTEGER NOT NULL DEFAULT 0;"
                               "ALTER TABLE head ADD COLUMN last_erasure INTEGER NOT NULL DEFAULT 0;";

// 3: which entries tell of the clock, so that the kiosk knows at opening what people said of it; and the
// renewals of delegations (kind 20); and erasures.
constexpr const char* clocks_renewals_erasures = R"sql(
CREATE TABLE clock_entries(entry INTEGER PRIMARY KEY REFERENCES entries) STRICT;
CREATE TABLE renewals(
    entry INTEGER PRIMARY KEY REFERENCES entries,
    delegation INTEGER NOT NULL REFERENCES delegations,
    number INTEGER NOT NULL,
    until INTEGER NOT NULL,
    count INTEGER NOT NULL,
    UNIQUE (delegation, number)
) STRICT;

-- Who asked to be erased and when it may be done; and the key that wraps the others' keys since the last erasure.
CREATE TABLE erasures(
    learner INTEGER PRIMARY KEY REFERENCES learners,
    requested INTEGER NOT NULL REFERENCES entries,
    due INTEGER NOT NULL,
    erased INTEGER NOT NULL
) STRICT;
CREATE TABLE wrapping(
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
)sql";

// 4: sessions (a programme, a group, a day), who was there, and the assessment of each; and what was asked of
// the institution about a certificate. Numbers only: nothing here is personal.
constexpr const char* sessions_and_requests = R"sql(
CREATE TABLE sessions(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    programme TEXT NOT NULL,
    day INTEGER NOT NULL,
    begun INTEGER NOT NULL,
    leader INTEGER NOT NULL,
    signed_entry INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_day ON sessions(day, id);
CREATE TABLE seats(
    session INTEGER NOT NULL REFERENCES sessions,
    learner INTEGER NOT NULL REFERENCES learners,
    attendance INTEGER NOT NULL CHECK (attendance BETWEEN 0 AND 2),
    assessment INTEGER NOT NULL,
    PRIMARY KEY (session, learner)
) STRICT, WITHOUT ROWID;
CREATE INDEX seats_of_learner ON seats(learner);
CREATE TABLE change_requests(
    certificate INTEGER PRIMARY KEY REFERENCES issued,
    entry INTEGER NOT NULL REFERENCES entries
) STRICT;
)sql";

// 5: forms under way, sealed; AUTOINCREMENT, so that no seal ever fits a later form.
constexpr const char* forms_under_way = R"sql(
CREATE TABLE forms(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    saved INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
)sql";

// 6: files of evidence, sealed under their learner's key. Numbered for ever, so that no seal fits another
// file.
constexpr const char* evidence_files = R"sql(
CREATE TABLE evidence(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment INTEGER NOT NULL,
    learner INTEGER NOT NULL REFERENCES learners,
    digest BLOB NOT NULL CHECK (length(digest) = 16),
    sealed BLOB NOT NULL,
    UNIQUE (assessment, digest)
) STRICT;
CREATE INDEX evidence_of_learner ON evidence(learner);
)sql";

// 7: who opened whose record and when, once a person and day. Numbers only.
constexpr const char* openings = R"sql(
CREATE TABLE openings(
    entry INTEGER PRIMARY KEY REFERENCES entries,
    learner INTEGER NOT NULL REFERENCES learners,
    day INTEGER NOT NULL,
    person INTEGER NOT NULL,
    how INTEGER NOT NULL CHECK (how BETWEEN 1 AND 3),
    opened INTEGER NOT NULL,
    UNIQUE (learner, day, person)
) STRICT;
)sql";

// 8: which entry holds the PIN that a learner chose last.
constexpr const char* learner_pins = R"sql(
CREATE TABLE learner_pins(
    learner INTEGER PRIMARY KEY REFERENCES learners,
    entry INTEGER NOT NULL REFERENCES entries
) STRICT;
)sql";

constexpr std::array migrations{first_tables,
                                epochs,
                                clocks_renewals_erasures,
                                sessions_and_requests,
                                forms_under_way,
                                evidence_files,
                                openings,
                                learner_pins};
static_assert(migrations.size() == schema_version);

} // namespace

Result<> migrate(Database& database)
{
    auto read_version = TRY(database.prepare("PRAGMA user_version"));
    const auto version = TRY(read_version.one([](const Row& row) { return row.number(0); })).value_or(0);
    if (version < 0 || version > schema_version) {
        return refused("the ledger was written by a newer version of this program (" +
                       std::to_string(version) + "); install that version again");
    }
    for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next) {
        const auto step = [&]() -> Result<> {
            TRY(database.run_script(migrations[next]));
            return database.run_script("PRAGMA user_version=" + std::to_string(next + 1));
        };
        TRY(database.transaction(step));
    }
    return {};
}

} // namespace northseal::ledger
