#pragma once
// What was read before, by the SHA-256 of its bytes: the same bytes are read once and give the same object.
// For values that are a pure function of their bytes and that nobody's secret is part of. What is refused is
// not kept, and when there are values_most all are dropped; whoever holds one goes on holding it. One thread.

#include <map>
#include <memory>

#include "storage/base/hash.h"

namespace northseal {

template<class Value>
class ReadCache {
public:
    static constexpr std::size_t values_most = 64;
    using Read = Result<Value> (*)(std::string_view);

    explicit ReadCache(Read read) : m_read(read) {}

    Result<std::shared_ptr<const Value>> read(std::string_view bytes)
    {
        const auto name = sha256(view(bytes));
        const auto known = m_values.find(name);
        if (known != m_values.end()) return known->second;
        auto value = std::make_shared<const Value>(TRY(m_read(bytes)));
        if (m_values.size() >= values_most) m_values.clear();
        m_values.emplace(name, value);
        return value;
    }

private:
    Read m_read;
    std::map<Digest, std::shared_ptr<const Value>> m_values;
};

} // namespace northseal
