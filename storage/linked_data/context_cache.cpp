#include "storage/linked_data/context_cache.h"

namespace northseal::linked_data {
namespace {

constexpr std::size_t entries_most = 4'000;
constexpr std::size_t terms_most = 200'000;
constexpr std::size_t bytes_most = 4U << 20;

} // namespace

std::size_t ContextCache::Hash::operator()(const CacheKey& key) const
{
    std::size_t hash = std::hash<std::string>()(key.text);
    const auto mix = [&](std::size_t more) {
        hash ^= more + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U);
    };
    mix(std::hash<const void*>()(key.start));
    mix(std::hash<const void*>()(key.scoped));
    mix(key.flags);
    return hash;
}

const ContextPtr* ContextCache::find(const CacheKey& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second.result;
}

void ContextCache::store(CacheKey key, ContextPtr start, std::shared_ptr<const Json> scoped,
                         ContextPtr result)
{
    m_terms += result->terms.size();
    m_bytes += key.text.size();
    m_entries.insert_or_assign(std::move(key), Entry{std::move(start), std::move(scoped), std::move(result)});
}

void ContextCache::drop_if_large()
{
    if (m_entries.size() <= entries_most && m_terms <= terms_most && m_bytes <= bytes_most) return;
    m_entries.clear();
    m_terms = 0;
    m_bytes = 0;
}

ContextCache& context_cache_of_this_thread()
{
    thread_local ContextCache cache;
    return cache;
}

} // namespace northseal::linked_data
