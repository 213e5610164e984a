#include "tests/simulation/erasure_law.h"

#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

bool holds_bytes(const Bytes& content, ByteView needle)
{
    return text_of(content).find(text_of(needle)) != std::string_view::npos;
}

std::string what_is_found(const Bytes& content, const Traces& traces)
{
    if (holds_bytes(content, view(traces.name))) return "the name of whom was erased";
    for (const auto& key : traces.wrapped_keys) {
        if (holds_bytes(content, key)) return "a key as it was wrapped before";
    }
    return {};
}

} // namespace

Result<Traces> traces_before_erasing(station::Station& site, station::LearnerId id)
{
    Traces out{id, {}, {}};
    const auto learner = TRY(site.learner(id));
    if (learner) out.name = learner->row.name;
    auto& ledger = *station::StationProbe::parts(site).ledger;
    const auto wrapping = TRY(ledger.erasures().wrapping());
    if (wrapping) out.wrapped_keys.push_back(wrapping->sealed);
    TRY(ledger.learners().each([&](const ledger::LearnerRecord& record) -> Result<> {
        if (!record.wrapped_key.empty()) out.wrapped_keys.push_back(record.wrapped_key);
        return {};
    }));
    return out;
}

Result<bool> is_erased(station::Station& site, station::LearnerId id)
{
    const auto record = TRY(station::StationProbe::parts(site).ledger->erasures().find(id.value));
    return record && record->erased != 0;
}

void check_traces_are_gone(const SimulatedDisk& disk, const std::string& folder, const Traces& traces,
                           BrokenLaws& broken)
{
    constexpr std::uint64_t nothing_unsynced_arrives = 0;
    for (const auto& image : {disk.as_seen(), disk.after_power_returns(nothing_unsynced_arrives)}) {
        for (const auto& [path, content] : image.files) {
            if (!path.starts_with(folder + "/")) continue;
            const auto found = what_is_found(content, traces);
            if (found.empty()) continue;
            broken.push_back({Law::erased_is_gone, path + " holds " + found});
            return;
        }
    }
}

} // namespace northseal::simulation
