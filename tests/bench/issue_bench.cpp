// Issue to durable, against its floor in the same run: one SQLite insert of a row of equal size under WAL and
// FULL, plus the one Ed25519 signature that an issue makes. A second floor has its WAL written ahead as the
// ledger has. Prints one JSON line.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "storage/credential/credential.h"
#include "storage/ledger/database.h"
#include "storage/ledger/ledger.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

using Times = std::vector<double>;

// A session's worth: a kiosk rests at every lock.
constexpr std::size_t issues_between_rests = 40;

template<class Work>
double microseconds(Work&& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

double median(Times times)
{
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2),
                     times.end());
    return times[times.size() / 2];
}

void require(bool ok, const char* what)
{
    if (ok) return;
    std::fprintf(stderr, "issue_bench: %s failed\n", what);
    std::exit(1);
}

class Floor { // the least that any program could do
public:
    Floor(const std::string& path, std::size_t row_bytes, const SigningKey& key, std::int64_t wal_room)
        : m_database(std::move(ledger::Database::open(path, nullptr)).value()), m_row(row_bytes), m_key(key),
          m_wal_room(wal_room)
    {
        require(
            m_database.run_script("CREATE TABLE rows(id INTEGER PRIMARY KEY, row BLOB NOT NULL) STRICT").ok(),
            "making the floor's table");
        m_insert.emplace(std::move(m_database.prepare("INSERT INTO rows(row) VALUES (?)")).value());
    }
    void rest()
    {
        require(m_database.run_script("PRAGMA wal_checkpoint(RESTART)").ok(), "the floor's rest");
        require(m_database.make_wal_room(m_wal_room).ok(), "the floor's room");
    }
    void once()
    {
        const auto signature = m_key.sign(ByteView(m_row).first(64));
        std::copy(signature.begin(), signature.end(), m_row.begin());
        require(m_insert->run(m_row).ok(), "the floor's insert");
    }

private:
    ledger::Database m_database;
    Bytes m_row;
    const SigningKey& m_key;
    std::int64_t m_wal_room;
    std::optional<ledger::Statement> m_insert;
};

std::vector<station::AssessmentId> prepare(test::DemoSite& site, int count)
{
    std::vector<station::AssessmentId> out;
    for (int i = 0; i < count; ++i) {
        const auto learner = site.site->register_learner(
            test::learner_named("Sample Learner " + std::to_string(100'000 + i)), site.assessor);
        out.push_back(site.ready_for(learner.value()));
    }
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    const int rounds = argc > 1 ? std::max(20, std::atoi(argv[1])) : 500;
    // On the disk that holds the folder one stands in: a temporary folder may be memory, and syncs nothing.
    const auto folder = std::filesystem::current_path() / "issue-bench.tmp";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    {
        test::DeskOptions options;
        options.count = static_cast<std::uint32_t>(rounds) + 100;
        test::DemoSite site((folder / "site").string(), options);
        const auto ready = prepare(site, rounds);
        require(site.site->rest().ok(), "resting");
        auto& parts = station::StationProbe::parts(*site.site);
        const auto warm =
            site.ready_for(site.site->register_learner(test::learner_named("Warm"), {1}).value());
        const auto first = site.site->issue(warm, site.assessor).value();
        const auto entry = parts.ledger->log().entry(static_cast<std::uint64_t>(first.value)).value();
        const auto row_bytes = encode(*entry).size();
        const auto& key = *parts.vault.kiosk_signing_key();
        Floor floor((folder / "floor.db").string(), row_bytes, key, 0);
        Floor roomy_floor((folder / "roomy.db").string(), row_bytes, key, 1 << 20);
        roomy_floor.rest();
        Times issues;
        Times floors;
        Times roomy_floors;
        for (std::size_t i = 0; i < ready.size();
             ++i) { // in turn, so that a slow moment of the disk hits all
            if (i % issues_between_rests == 0) {
                require(site.site->rest().ok(), "resting");
                roomy_floor.rest();
            }
            floors.push_back(microseconds([&] { floor.once(); }));
            roomy_floors.push_back(microseconds([&] { roomy_floor.once(); }));
            issues.push_back(
                microseconds([&] { require(site.site->issue(ready[i], site.assessor).ok(), "issue"); }));
        }
        // The part of it that makes the credential itself, with nothing kept.
        const auto issued = *site.site->issued(first).value();
        const auto* held = parts.find_template(issued.signed_credential.template_id);
        Times signings;
        for (int i = 0; i < rounds; ++i) {
            signings.push_back(microseconds([&] {
                require(credential::sign(*held->form, issued.signed_credential.claims,
                                         *parts.vault.kiosk_signing_key())
                            .ok(),
                        "signing");
            }));
        }
        std::printf(
            "{\"name\":\"issue\",\"rounds\":%d,\"row_bytes\":%zu,\"issue_us\":%.1f,\"floor_us\":%.1f,"
            "\"roomy_floor_us\":%.1f,\"sign_us\":%.1f,\"ratio\":%.3f,\"roomy_ratio\":%.3f,\"reach\":1.5}\n",
            rounds, row_bytes, median(issues), median(floors), median(roomy_floors), median(signings),
            median(issues) / median(floors), median(issues) / median(roomy_floors));
    }
    std::filesystem::remove_all(folder);
    return 0;
}
