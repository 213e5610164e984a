#include "storage/vault/pin_tries.h"

#include <iterator>

#include "storage/credential/cbor.h"

namespace northseal::vault {
namespace {

constexpr std::string_view tries_magic = "northseal tries 1\n";
constexpr std::size_t tries_file_most = 16384;
constexpr int waits[] = {0, 0, 0, 30, 60, 120, 300, 600, 900, 1800, 3600};

} // namespace

int wait_after(std::uint64_t wrong_tries)
{
    const auto last = std::size(waits) - 1;
    return waits[wrong_tries < last ? static_cast<std::size_t>(wrong_tries) : last];
}

Result<PinTries> PinTries::open(const std::string& path, Disk& disk, const Clock& clock)
{
    PinTries tries(path, disk, clock);
    auto bytes = disk.read(path, tries_file_most);
    if (!bytes.ok()) {
        if (bytes.error().fault == Fault::not_found) return tries;
        return std::move(bytes).error();
    }
    const Error unreadable = corrupt("the count of wrong PINs does not read back: " + path);
    const ByteView all = bytes.value();
    if (all.size() < tries_magic.size() || text_of(all.first(tries_magic.size())) != tries_magic)
        return unreadable;
    credential::CborReader in(all.subspan(tries_magic.size()));
    const auto count = in.array();
    if (!count.ok()) return unreadable;
    for (std::size_t i = 0; i < count.value(); i += 2) { // two numbers a person
        const auto person = in.number();
        if (!person.ok()) return unreadable;
        const auto wrong = in.number();
        if (!wrong.ok()) return unreadable;
        tries.m_tries[static_cast<std::int64_t>(person.value())] = {
            wrong.value(), clock.ticks() + wait_after(wrong.value()) * std::int64_t{1000}};
    }
    return tries;
}

int PinTries::wait_seconds(std::int64_t person) const
{
    const auto found = m_tries.find(person);
    if (found == m_tries.end()) return 0;
    const auto left = found->second.heard_at - m_clock->ticks();
    return left <= 0 ? 0 : static_cast<int>((left + 999) / 1000);
}

std::uint64_t PinTries::wrong(std::int64_t person) const
{
    const auto found = m_tries.find(person);
    return found == m_tries.end() ? 0 : found->second.wrong;
}

Result<> PinTries::begin(std::int64_t person)
{
    auto& tries = m_tries[person];
    ++tries.wrong;
    tries.heard_at = m_clock->ticks() + wait_after(tries.wrong) * std::int64_t{1000};
    return keep();
}

Result<> PinTries::succeeded(std::int64_t person)
{
    m_tries.erase(person);
    return keep();
}

Result<> PinTries::take_back(std::int64_t person)
{
    const auto found = m_tries.find(person);
    if (found == m_tries.end()) return {};
    if (found->second.wrong <= 1) return succeeded(person);
    --found->second.wrong;
    found->second.heard_at = m_clock->ticks();
    return keep();
}

Result<> PinTries::keep() const
{
    credential::CborWriter out;
    out.array(m_tries.size() * 2);
    for (const auto& [person, tries] : m_tries) {
        out.number(static_cast<std::uint64_t>(person)).number(tries.wrong);
    }
    return m_disk->write_durably(m_path, joined({view(tries_magic), out.take()}));
}

} // namespace northseal::vault
