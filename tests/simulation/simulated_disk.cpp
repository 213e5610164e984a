#include "tests/simulation/simulated_disk.h"

#include <algorithm>

#include "tests/simulation/simulated_vfs.h"

namespace northseal::simulation {
namespace {

constexpr std::uint64_t ample = std::uint64_t{64} << 30;

Error error_for(DiskAnswer answer, const std::string& doing, const std::string& path)
{
    switch (answer) {
    case DiskAnswer::full:
        return {Fault::full, doing + " " + path + ": no space left on device"};
    case DiskAnswer::missing:
        return {Fault::not_found, doing + " " + path + ": no such file"};
    case DiskAnswer::done:
    case DiskAnswer::failed:
    case DiskAnswer::short_read:
        break;
    }
    return {Fault::io, doing + " " + path + ": input/output error"};
}

} // namespace

const char* word_of(DiskOperation operation)
{
    constexpr const char* words[] = {"read",   "create", "write",       "truncate",   "sync",
                                     "rename", "remove", "make folder", "sync folder"};
    static_assert(std::size(words) == disk_operation_count);
    return words[static_cast<std::size_t>(operation)];
}

const char* word_of(FaultKind kind)
{
    constexpr const char* words[] = {"power cuts", "full disks", "I/O errors", "short reads", "rotten bits"};
    static_assert(std::size(words) == fault_kind_count);
    return words[static_cast<std::size_t>(kind)];
}

std::string folder_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

SimulatedDisk::SimulatedDisk(const DiskImage& image, std::uint64_t seed)
    : m_folders(image.folders), m_durable_folders(image.folders), m_dice(seed),
      m_vfs(std::make_unique<SimulatedVfs>(*this))
{
    for (const auto& [path, content] : image.files) m_files[path] = std::make_shared<SimulatedFile>(content);
    m_durable_files = m_files;
}

SimulatedDisk::~SimulatedDisk() = default;

const char* SimulatedDisk::sqlite_vfs() const
{
    return m_vfs->name();
}

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

Result<Bytes> SimulatedDisk::read(const std::string& path, std::size_t most_bytes)
{
    DiskAnswer answer{};
    const auto file = open(path, false, answer);
    if (file == nullptr) return error_for(answer, "reading", path);
    Bytes out(file->live().size());
    if (out.size() > most_bytes) {
        return Error{Fault::full,
                     path + " is larger than the " + std::to_string(most_bytes) + " bytes allowed"};
    }
    answer = read_at(path, *file, 0, out);
    if (answer != DiskAnswer::done) return error_for(answer, "reading", path);
    return out;
}

// The steps of RealDisk, one by one: power may go between any two of them.
Result<> SimulatedDisk::write_durably(const std::string& path, ByteView bytes)
{
    const auto partial = path + ".partial";
    static_cast<void>(unlink(partial));
    auto answer = DiskAnswer::done;
    const auto file = open(partial, true, answer);
    if (file == nullptr) return error_for(answer, "creating", partial);
    if (!bytes.empty()) answer = write_at(partial, *file, 0, bytes);
    if (answer == DiskAnswer::done) answer = sync(partial, *file);
    if (answer != DiskAnswer::done) {
        static_cast<void>(unlink(partial));
        return error_for(answer, "writing", partial);
    }
    answer = move(partial, path);
    if (answer != DiskAnswer::done) return error_for(answer, "renaming", partial);
    answer = sync_folder(folder_of(path));
    if (answer != DiskAnswer::done) return error_for(answer, "keeping", folder_of(path));
    return {};
}

Result<> SimulatedDisk::make_folder(const std::string& path)
{
    if (!m_powered) return error_for(DiskAnswer::failed, "making", path);
    if (path.empty() || m_folders.contains(path)) return {};
    const auto parent = folder_of(path);
    TRY(make_folder(parent));
    const auto answer =
        change_name(DiskOperation::make_folder, {NameChange::What::add_folder, path, {}, nullptr}, path);
    if (answer != DiskAnswer::done) return error_for(answer, "making", path);
    if (sync_folder(parent) != DiskAnswer::done) return error_for(DiskAnswer::failed, "keeping", parent);
    return {};
}

Result<> SimulatedDisk::remove(const std::string& path)
{
    auto answer = unlink(path);
    if (answer == DiskAnswer::missing) return {};
    if (answer == DiskAnswer::done) answer = sync_folder(folder_of(path));
    if (answer != DiskAnswer::done) return error_for(answer, "removing", path);
    return {};
}

Result<> SimulatedDisk::destroy(const std::string& path)
{
    DiskAnswer answer{};
    const auto file = open(path, false, answer);
    if (file == nullptr)
        return answer == DiskAnswer::missing ? Result<>() : error_for(answer, "opening", path);
    answer = write_at(path, *file, 0, Bytes(file->live().size()));
    if (answer == DiskAnswer::done) answer = sync(path, *file);
    if (answer != DiskAnswer::done) return error_for(answer, "overwriting", path);
    return remove(path);
}

Result<> SimulatedDisk::rename(const std::string& from, const std::string& to)
{
    auto answer = move(from, to);
    if (answer == DiskAnswer::done) answer = sync_folder(folder_of(to));
    if (answer == DiskAnswer::done && folder_of(from) != folder_of(to)) answer = sync_folder(folder_of(from));
    if (answer != DiskAnswer::done) return error_for(answer, "renaming", from);
    return {};
}

Result<std::vector<std::string>> SimulatedDisk::list(const std::string& folder)
{
    if (!m_powered) return error_for(DiskAnswer::failed, "listing", folder);
    if (!m_folders.contains(folder)) return error_for(DiskAnswer::missing, "listing", folder);
    std::vector<std::string> out;
    for (const auto& [path, file] : m_files) {
        if (folder_of(path) == folder) out.push_back(path.substr(folder.size() + 1));
    }
    return out;
}

bool SimulatedDisk::exists(const std::string& path)
{
    return m_powered && (m_files.contains(path) || m_folders.contains(path));
}

std::uint64_t SimulatedDisk::used_bytes() const
{
    std::uint64_t used = 0;
    for (const auto& [path, file] : m_files) used += file->live().size();
    return used;
}

Result<std::uint64_t> SimulatedDisk::free_bytes(const std::string& folder)
{
    if (!m_powered) return error_for(DiskAnswer::failed, "measuring", folder);
    const auto capacity = std::min(m_capacity, ample);
    return capacity - std::min(capacity, used_bytes());
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
