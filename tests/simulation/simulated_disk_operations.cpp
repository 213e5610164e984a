// What every operation of a simulated disk goes through: whether there is power, whether a fault was armed
// for it, what is settled by it, and what is left of all that when the power is back.

#include "tests/simulation/simulated_disk.h"

#include <algorithm>

namespace northseal::simulation {

void SimulatedDisk::say(const std::string& words) const
{
    if (m_trace != nullptr) m_trace->push_back("    disk: " + words);
}

void SimulatedDisk::cut_power_after(std::uint64_t operations)
{
    m_cut_at = m_operations + operations;
}

void SimulatedDisk::cut_power()
{
    if (!m_powered) return;
    m_powered = false;
    count(FaultKind::power_cut);
    say("the power is cut");
}

void SimulatedDisk::fail(DiskOperation operation, std::uint64_t nth, bool for_good)
{
    m_failures[operation] = {nth, for_good};
}

void SimulatedDisk::read_short(std::uint64_t nth)
{
    m_reads_until_short = nth;
}

void SimulatedDisk::heal()
{
    m_failures.clear();
    m_reads_until_short = 0;
    m_capacity = std::numeric_limits<std::uint64_t>::max();
    m_cut_at = std::numeric_limits<std::uint64_t>::max();
}

bool SimulatedDisk::does_fail(DiskOperation operation)
{
    const auto armed = m_failures.find(operation);
    if (armed == m_failures.end()) return false;
    auto& failure = armed->second;
    ++failure.seen;
    const bool fails = failure.for_good ? failure.seen >= failure.nth : failure.seen == failure.nth;
    if (fails) count(FaultKind::io_error);
    return fails;
}

SimulatedDisk::Step SimulatedDisk::begin(DiskOperation operation, const std::string& words)
{
    if (!m_powered) return Step::dead;
    say(std::string(word_of(operation)) + " " + words);
    if (operation != DiskOperation::read) {
        if (m_operations >= m_cut_at) {
            cut_power();
            return Step::under_way;
        }
        ++m_operations;
    }
    if (does_fail(operation)) {
        say("... fails with an I/O error");
        return Step::failed;
    }
    return Step::go;
}

SimulatedDisk::FileHandle SimulatedDisk::open(const std::string& path, bool may_create, DiskAnswer& answer)
{
    answer = m_powered ? DiskAnswer::done : DiskAnswer::failed;
    if (!m_powered) return nullptr;
    const auto found = m_files.find(path);
    if (found != m_files.end()) return found->second;
    if (!may_create || !m_folders.contains(folder_of(path))) {
        answer = DiskAnswer::missing;
        return nullptr;
    }
    auto file = std::make_shared<SimulatedFile>();
    answer = change_name(DiskOperation::create, {NameChange::What::add, path, {}, file}, path);
    return answer == DiskAnswer::done ? file : nullptr;
}

DiskAnswer SimulatedDisk::read_at(const std::string& path, const SimulatedFile& file, std::uint64_t offset,
                                  std::span<std::uint8_t> out)
{
    if (begin(DiskOperation::read, path) != Step::go) return DiskAnswer::failed;
    const auto& live = file.live();
    auto there = offset >= live.size() ? 0 : std::min<std::uint64_t>(out.size(), live.size() - offset);
    if (m_reads_until_short > 0 && --m_reads_until_short == 0 && there > 0) {
        there = m_dice.below(there);
        count(FaultKind::short_read);
        say("... gets only " + std::to_string(there) + " bytes");
    }
    std::copy_n(live.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(offset, live.size())),
                there, out.begin());
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(there), out.end(), std::uint8_t{0});
    return there < out.size() ? DiskAnswer::short_read : DiskAnswer::done;
}

DiskAnswer SimulatedDisk::write_at(const std::string& path, SimulatedFile& file, std::uint64_t offset,
                                   ByteView bytes)
{
    const auto step = begin(DiskOperation::write, path + ": " + std::to_string(bytes.size()) + " bytes at " +
                                                      std::to_string(offset));
    if (step == Step::dead) return DiskAnswer::failed;
    if (step == Step::failed) {
        file.write(offset, bytes.first(m_dice.below(bytes.size() + 1)));
        return DiskAnswer::failed;
    }
    const auto end = offset + bytes.size();
    const auto grows = end > file.live().size() ? end - file.live().size() : 0;
    const auto used = m_capacity == std::numeric_limits<std::uint64_t>::max() ? 0 : used_bytes();
    if (grows > 0 && used + grows > m_capacity) {
        count(FaultKind::disk_full);
        say("... the disk is full");
        const auto room = m_capacity > used ? m_capacity - used : 0;
        const auto fits = bytes.size() > grows - room ? bytes.size() - (grows - room) : 0;
        if (fits > 0) file.write(offset, bytes.first(fits));
        return DiskAnswer::full;
    }
    file.write(offset, bytes);
    if (step != Step::under_way) return DiskAnswer::done;
    m_under_way = &file;
    return DiskAnswer::failed;
}

DiskAnswer SimulatedDisk::truncate(const std::string& path, SimulatedFile& file, std::uint64_t size)
{
    const auto step = begin(DiskOperation::truncate, path + " to " + std::to_string(size));
    if (step == Step::dead || step == Step::failed) return DiskAnswer::failed;
    file.truncate(size);
    return step == Step::go ? DiskAnswer::done : DiskAnswer::failed;
}

DiskAnswer SimulatedDisk::sync(const std::string& path, SimulatedFile& file)
{
    const auto step = begin(DiskOperation::sync, path);
    if (step == Step::failed) file.fail_sync(m_dice);
    if (step != Step::go) return DiskAnswer::failed;
    file.sync();
    return DiskAnswer::done;
}

template<class Files>
void SimulatedDisk::apply(const NameChange& change, Files& files, std::set<std::string>& folders)
{
    switch (change.what) {
    case NameChange::What::add:
        files[change.name] = change.file;
        return;
    case NameChange::What::remove:
        files.erase(change.name);
        return;
    case NameChange::What::rename:
        files.erase(change.name);
        files[change.new_name] = change.file;
        return;
    case NameChange::What::add_folder:
        folders.insert(change.name);
        return;
    }
}

DiskAnswer SimulatedDisk::change_name(DiskOperation operation, NameChange change, const std::string& words)
{
    const auto step = begin(operation, words);
    if (step == Step::dead || step == Step::failed) return DiskAnswer::failed;
    apply(change, m_files, m_folders);
    const auto& settles_it = change.new_name.empty() ? change.name : change.new_name;
    m_unsynced_names[folder_of(settles_it)].push_back(std::move(change));
    return step == Step::go ? DiskAnswer::done : DiskAnswer::failed;
}

DiskAnswer SimulatedDisk::unlink(const std::string& path)
{
    if (!m_powered) return DiskAnswer::failed;
    const auto found = m_files.find(path);
    if (found == m_files.end()) return DiskAnswer::missing;
    return change_name(DiskOperation::remove, {NameChange::What::remove, path, {}, found->second}, path);
}

DiskAnswer SimulatedDisk::move(const std::string& path, const std::string& new_path)
{
    const auto found = m_files.find(path);
    if (found == m_files.end()) return DiskAnswer::missing;
    return change_name(DiskOperation::rename, {NameChange::What::rename, path, new_path, found->second},
                       path + " to " + new_path);
}

DiskAnswer SimulatedDisk::sync_folder(const std::string& folder)
{
    if (begin(DiskOperation::sync_folder, folder) != Step::go) return DiskAnswer::failed;
    for (const auto& change : m_unsynced_names[folder]) apply(change, m_durable_files, m_durable_folders);
    m_unsynced_names.erase(folder);
    return DiskAnswer::done;
}

std::uint64_t SimulatedDisk::used_bytes() const
{
    std::uint64_t used = 0;
    for (const auto& [path, file] : m_files) used += file->live().size();
    return used;
}

std::optional<std::string> SimulatedDisk::rot(Dice& dice, const std::string& path)
{
    const auto found = m_files.find(path);
    if (found == m_files.end() || found->second->live().empty() || !found->second->is_settled()) return {};
    const auto bit = dice.below(found->second->live().size() * 8);
    found->second->flip_bit(bit);
    count(FaultKind::bit_rot);
    auto words = "bit " + std::to_string(bit % 8) + " of byte " + std::to_string(bit / 8) + " of " + path;
    say("rot flips " + words);
    return words;
}

DiskImage SimulatedDisk::after_power_returns(std::uint64_t seed) const
{
    const auto survival = survival_of(seed);
    Dice dice(seed * 0x2545f4914f6cdd1dULL + 1);
    auto files = m_durable_files;
    auto folders = m_durable_folders;
    // Names of one folder come back in the order in which they changed, up to some moment: every journalling
    // file system keeps that much, and none promises more before the folder is synced.
    for (const auto& [folder, changes] : m_unsynced_names) {
        const auto kept = survival == Survival::nothing      ? 0
                          : survival == Survival::everything ? changes.size()
                                                             : dice.below(changes.size() + 1);
        for (std::uint64_t i = 0; i < kept; ++i) apply(changes[i], files, folders);
    }
    DiskImage out;
    out.folders = std::move(folders);
    for (const auto& [path, file] : files) {
        if (!out.folders.contains(folder_of(path))) continue;
        out.files[path] = file->after_power_loss(survival, file.get() == m_under_way, dice);
    }
    return out;
}

DiskImage SimulatedDisk::as_seen() const
{
    DiskImage out;
    out.folders = m_folders;
    for (const auto& [path, file] : m_files) out.files[path] = file->live();
    return out;
}

} // namespace northseal::simulation
