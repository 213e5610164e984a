#pragma once
// The kiosk's one database: the log, and the tables that derive from it. A single writer; every change is one
// transaction and one sync of the WAL.

#include <cstdint>

#include "storage/base/disk.h"
#include "storage/ledger/evidence_table.h"
#include "storage/ledger/form_table.h"
#include "storage/ledger/learner_pin_table.h"
#include "storage/ledger/log.h"
#include "storage/ledger/opening_table.h"
#include "storage/ledger/session_table.h"
#include "storage/ledger/tables.h"

namespace northseal::ledger {

class Ledger {
public:
    // Makes the file where there is none. Fault::corrupt where it does not read back.
    static Result<std::unique_ptr<Ledger>> open(const std::string& folder, Disk&);

    template<class Work>
    auto transaction(Work&& work) -> decltype(work())
    {
        return m_database.transaction(std::forward<Work>(work));
    }

    Log& log() { return m_log; }
    LearnerTable& learners() { return m_learners; }
    AssessmentTable& assessments() { return m_assessments; }
    IssuedTable& issued() { return m_issued; }
    DelegationTable& delegations() { return m_delegations; }
    ErasureTable& erasures() { return m_erasures; }
    SessionTable& sessions() { return m_sessions; }
    ChangeRequestTable& change_requests() { return m_change_requests; }
    FormTable& forms() { return m_forms; }
    EvidenceTable& evidence() { return m_evidence; }
    OpeningTable& openings() { return m_openings; }
    LearnerPinTable& learner_pins() { return m_learner_pins; }

    // What a copy holds, by its own word, after SQLite's integrity check of it; nothing in it is changed.
    struct Examined {
        std::uint64_t size{0};
        Digest root{};
    };
    static Result<Examined> examine(const std::string& path, Disk&);
    // A whole copy, synced, in a file of its own: what a backup is made of, and what a restore makes of one.
    Result<> copy_to(const std::string& path, Disk&, const std::function<void()>& between = nullptr);
    static Result<> copy_file(const std::string& from, const std::string& to, Disk&);

    Result<std::int64_t> bytes(); // of the whole database, as SQLite counts its pages
    // Folds the WAL into the database: for a quiet moment.
    Result<> rest();
    // The same, and what the WAL's file held is overwritten and cut off: after an erasure.
    Result<> wipe_wal();
    // For tests of a full disk: PRAGMA max_page_count, in pages of 4 kB.
    Result<> limit_pages(std::int64_t most);
    // SQLite's quick check of the file's own structure: a second for a hundred thousand learners.
    Result<> check_file();
    // Walks the whole log: bytes against leaves, leaves against the tree, the derived tables against entries.
    // The judges look into what needs keys: signatures, sealed parts.
    struct Judges {
        std::function<Result<>(const Entry&)> entry;
        std::function<Result<>(const std::string& note, std::uint64_t size, const Digest& root)> checkpoint;
    };
    Result<> check(const Judges&);

private:
    Ledger(Database database, Log log, LearnerTable learners, AssessmentTable assessments, IssuedTable issued,
           DelegationTable delegations, ErasureTable erasures, SessionTable sessions,
           ChangeRequestTable change_requests, FormTable forms, EvidenceTable evidence, OpeningTable openings,
           LearnerPinTable learner_pins)
        : m_database(std::move(database)), m_log(std::move(log)), m_learners(std::move(learners)),
          m_assessments(std::move(assessments)), m_issued(std::move(issued)),
          m_delegations(std::move(delegations)), m_erasures(std::move(erasures)),
          m_sessions(std::move(sessions)), m_change_requests(std::move(change_requests)),
          m_forms(std::move(forms)), m_evidence(std::move(evidence)), m_openings(std::move(openings)),
          m_learner_pins(std::move(learner_pins))
    {}

    Database m_database;
    Log m_log;
    LearnerTable m_learners;
    AssessmentTable m_assessments;
    IssuedTable m_issued;
    DelegationTable m_delegations;
    ErasureTable m_erasures;
    SessionTable m_sessions;
    ChangeRequestTable m_change_requests;
    FormTable m_forms;
    EvidenceTable m_evidence;
    OpeningTable m_openings;
    LearnerPinTable m_learner_pins;
};

} // namespace northseal::ledger
