#pragma once
// Contexts that were worked out before. Each is a pure function of the context it started from and of what
// was processed, so it can be used again for ever. One cache belongs to each thread: no lock is needed,
// nothing can be seen of another thread's documents, and what a stranger's documents leave in it is bounded
// and dropped.

#include <string>
#include <unordered_map>

#include "storage/linked_data/active_context.h"

namespace northseal::linked_data {

struct CacheKey {
    const ActiveContext* start{nullptr};
    const Json* scoped{nullptr}; // a term's context, known by its address
    std::string text;            // a context in a document: its URL, or its JSON
    unsigned char flags{0};

    friend bool operator==(const CacheKey&, const CacheKey&) = default;
};

class ContextCache {
public:
    const ContextPtr* find(const CacheKey&) const;
    // Keeps `start` and `scoped` alive, so that their addresses stay theirs.
    void store(CacheKey, ContextPtr start, std::shared_ptr<const Json> scoped, ContextPtr result);
    // Between two calls, never within one.
    void drop_if_large();

private:
    struct Hash {
        std::size_t operator()(const CacheKey&) const;
    };
    struct Entry {
        ContextPtr start;
        std::shared_ptr<const Json> scoped;
        ContextPtr result;
    };
    std::unordered_map<CacheKey, Entry, Hash> m_entries;
    std::size_t m_terms{0};
    std::size_t m_bytes{0}; // of keys
};

ContextCache& context_cache_of_this_thread();

} // namespace northseal::linked_data
