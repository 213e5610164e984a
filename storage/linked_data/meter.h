#pragma once
// What one call may use up. A document from a stranger ends in Fault::full, never in a kiosk that hangs.

#include <string>

#include "storage/linked_data/json_ld.h"

namespace northseal::linked_data {

class Meter {
public:
    explicit Meter(const JsonLdLimits& limits) : m_limits(limits) {}

    Result<> check_depth(std::size_t depth) const
    {
        return within(depth, m_limits.depth, "levels of nesting");
    }
    Result<> count_node() { return within(++m_nodes, m_limits.nodes, "values"); }
    std::size_t nodes() const { return m_nodes; }
    Result<> count_remote_context()
    {
        return within(++m_remote, m_limits.remote_contexts, "contexts by URL");
    }
    Result<> count_terms(std::size_t more)
    {
        return within(m_terms += more, m_limits.context_terms, "terms in contexts");
    }
    Result<> count_text(std::size_t more)
    {
        return within(m_text += more, m_limits.text, "bytes of expanded text");
    }
    Result<> check_quads(std::size_t count) const { return within(count, m_limits.quads, "quads"); }

private:
    static Result<> within(std::size_t used, std::size_t most, const char* what)
    {
        if (used <= most) return {};
        return Error{Fault::full, "the document needs more than " + std::to_string(most) + " " + what};
    }

    JsonLdLimits m_limits;
    std::size_t m_nodes{0};
    std::size_t m_remote{0};
    std::size_t m_terms{0};
    std::size_t m_text{0};
};

} // namespace northseal::linked_data
