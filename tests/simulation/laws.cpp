#include "tests/simulation/laws.h"

#include <nlohmann/json.hpp>
#include <set>

#include "storage/base/hash.h"
#include "storage/credential/proof.h"
#include "tests/support/demo_site.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

void breaks(BrokenLaws& broken, Law law, std::string what)
{
    broken.push_back({law, std::move(what)});
}

} // namespace

const char* word_of(Law law)
{
    constexpr const char* words[] = {
        "the kiosk opens again",
        "what was shown as done is there",
        "what was not done is there wholly or not at all",
        "the log is whole",
        "every credential verifies",
        "no status index is used twice",
        "the tree extends what left the machine",
        "the kiosk goes on",
        "rot is told and never believed",
        "wrong PINs are counted and never accepted",
        "no secret and no name is said of an error",
        "what was erased is gone",
        "who left signs nothing",
    };
    static_assert(std::size(words) == law_count);
    return words[static_cast<std::size_t>(law)];
}

Result<std::vector<std::string>> kept_checkpoints(station::Station& site)
{
    std::vector<std::string> out;
    const auto kept = TRY(station::StationProbe::parts(site).ledger->log().checkpoints());
    for (const auto& [size, note] : kept) out.push_back(note);
    return out;
}

std::string secret_in(const std::string& said, const station::RecoveryCodes& codes, const Facts& facts)
{
    const auto has = [&](const std::string& secret) {
        return !secret.empty() && said.find(secret) != said.npos;
    };
    for (const std::string& secret : {std::string(test::assessor_pin), std::string(test::witness_pin),
                                      std::string(test::demo_words), codes.steward, codes.coordinator}) {
        if (has(secret)) return secret;
    }
    for (const auto& [name, text] : facts) {
        const bool is_learner = name.starts_with("learner "), is_person = name.starts_with("person ");
        if (!is_learner && !is_person) continue;
        const auto whole = text.substr(0, text.find(is_learner ? " | " : ", "));
        if (whole != "erased" && has(whole)) return whole;
    }
    return {};
}

void check_log_is_whole(station::Station& site, BrokenLaws& broken)
{
    const auto checked = site.check_log();
    if (!checked.ok()) breaks(broken, Law::log_is_whole, checked.error().detail);
}

namespace {

Result<bool> is_erasure_known(station::Station& site, const station::IssuedRow& row)
{
    auto& ledger = *station::StationProbe::parts(site).ledger;
    const auto record = TRY(ledger.issued().find(static_cast<std::uint64_t>(row.id.value)));
    if (!record) return corrupt("it is in no list");
    const auto erasure = TRY(ledger.erasures().find(record->learner));
    return erasure && erasure->erased != 0;
}

} // namespace

void check_credentials_verify(station::Station& site, std::size_t latest, BrokenLaws& broken)
{
    const auto rows = site.issued_rows(latest, 0);
    if (!rows.ok()) return breaks(broken, Law::verifies, rows.error().detail);
    for (const auto& row : rows.value()) {
        const auto name = "certificate " + std::to_string(row.id.value) + ": ";
        const auto erased_there = is_erasure_known(site, row);
        if (!erased_there.ok()) {
            breaks(broken, Law::verifies, name + erased_there.error().detail);
            continue;
        }
        if (erased_there.value()) continue; // its claims went with the key; what is on paper stands
        const auto issued = site.issued(row.id);
        if (!issued.ok() || !issued.value()) {
            breaks(broken, Law::verifies, name + (issued.ok() ? "is gone" : issued.error().detail));
            continue;
        }
        const auto document = parse_json(issued.value()->json);
        if (!document.ok()) {
            breaks(broken, Law::verifies, name + document.error().detail);
            continue;
        }
        const auto& key =
            station::StationProbe::parts(site).kiosk_key_at(static_cast<std::uint64_t>(row.id.value));
        const auto outcomes = credential::verify_proofs(
            document.value(), [&](const std::string&) -> Result<PublicKey> { return key; });
        if (!outcomes.ok() || outcomes.value().empty() || !outcomes.value().front().valid) {
            breaks(broken, Law::verifies, name + "its proof does not fit");
        }
    }
}

void check_indexes(station::Station& site, BrokenLaws& broken)
{
    // From the log's entries and not from the list, whose own UNIQUE would hide it.
    std::set<std::uint32_t> seen;
    auto& log = station::StationProbe::parts(site).ledger->log();
    const auto visited = log.visit(1, [&](const ledger::Entry& entry, const Digest&) -> Result<> {
        if (entry.kind != ledger::EntryKind::credential_issued) return {};
        const auto body = TRY(station::decode_issued(entry.body));
        if (!seen.insert(body.status_index).second) {
            breaks(broken, Law::index_once, "status index " + std::to_string(body.status_index));
        }
        return {};
    });
    if (!visited.ok()) breaks(broken, Law::log_is_whole, visited.error().detail);
}

namespace {

// A checkpoint that left, by whichever epoch of the log signed it.
struct Left {
    ledger::Checkpoint checkpoint;
    std::int64_t epoch{0};
};

Result<Left> read_left(const std::string& note, const station::Station::Parts& parts, std::int64_t last_epoch)
{
    for (auto epoch = last_epoch; epoch > 0; --epoch) {
        for (const auto& era : parts.eras) {
            for (const auto& facts : parts.public_facts) {
                const auto origin = station::origin_of(facts, epoch);
                const auto read = ledger::open_checkpoint(note, origin, era.kiosk_key);
                if (read.ok()) return Left{read.value(), epoch};
            }
        }
    }
    return corrupt("a checkpoint that left is not by this kiosk");
}

// How much of the log each epoch kept of the one before it.
Result<std::map<std::int64_t, std::uint64_t>> kept_by_epoch(ledger::Log& log)
{
    std::map<std::int64_t, std::uint64_t> kept;
    TRY(log.visit(1, [&](const ledger::Entry& entry, const Digest&) -> Result<> {
        if (entry.kind != ledger::EntryKind::epoch_begun) return {};
        const auto body = TRY(station::decode_epoch(entry.body));
        kept[static_cast<std::int64_t>(body.epoch)] = body.size;
        return {};
    }));
    return kept;
}

std::string why_not_extended(const Left& left, const ledger::TreeEdge& tree, ledger::Log& log,
                             const std::map<std::int64_t, std::uint64_t>& kept)
{
    const auto& [origin, size, root] = left.checkpoint;
    // A restore goes back behind what its backup never had, and says so by a new epoch.
    const auto next = kept.upper_bound(left.epoch);
    if (next != kept.end() && size > next->second) return {};
    const auto name = "the checkpoint of size " + std::to_string(size);
    if (size > tree.size()) return name + " is past the log's " + std::to_string(tree.size());
    const auto proof = log.consistency(size, tree.size());
    const bool extends =
        proof.ok() && ledger::verify_consistency(size, root, tree.size(), tree.root(), proof.value());
    return extends ? std::string() : name + " is of another history";
}

} // namespace

void check_extends(station::Station& site, const std::vector<std::string>& left, BrokenLaws& broken)
{
    auto& parts = station::StationProbe::parts(site);
    if (left.empty() || parts.public_facts.empty()) return;
    auto& log = parts.ledger->log();
    const auto head = log.head();
    const auto kept = kept_by_epoch(log);
    if (!head.ok() || !kept.ok()) {
        return breaks(broken, Law::log_is_whole, (head.ok() ? kept.error() : head.error()).detail);
    }
    for (const auto& note : left) {
        const auto read = read_left(note, parts, head.value().epoch);
        const auto why = read.ok() ? why_not_extended(read.value(), head.value().tree, log, kept.value())
                                   : read.error().detail;
        if (!why.empty()) breaks(broken, Law::extends, why);
    }
}

} // namespace northseal::simulation
