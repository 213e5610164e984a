#include "tests/simulation/model.h"

namespace northseal::simulation {
namespace {

Facts changed(Facts facts, const Change& change)
{
    for (const auto& [name, text] : change) {
        if (text == gone)
            facts.erase(name);
        else
            facts[name] = text;
    }
    return facts;
}

// With what was read in place of what nobody had seen, so that it may differ in nothing else.
Facts read_where_unseen(Facts expected, const Facts& found)
{
    for (auto& [name, text] : expected) {
        const auto there = found.find(name);
        if (text == unseen && there != found.end()) text = there->second;
    }
    return expected;
}

} // namespace

std::uint64_t Model::next_entry() const
{
    return std::stoull(m_facts.at("log")) + 1;
}

void Model::done(const Change& change)
{
    if (change.empty()) return;
    m_facts = changed(std::move(m_facts), change);
    m_doubts.clear();
}

void Model::in_doubt(const Change& change)
{
    m_doubts.push_back(change);
}

void Model::note_clock()
{
    m_facts["log"] = std::to_string(next_entry());
}

std::string Model::compare(const Facts& found) const
{
    return difference(read_where_unseen(m_facts, found), found);
}

std::string Model::settle(const Facts& found, bool ended)
{
    const auto unchanged = read_where_unseen(m_facts, found);
    if (unchanged == found) {
        m_facts = found;
        if (ended) m_doubts.clear();
        return {};
    }
    for (const auto& doubt : m_doubts) {
        if (read_where_unseen(changed(m_facts, doubt), found) != found) continue;
        m_facts = found;
        m_doubts.clear();
        return {};
    }
    return difference(unchanged, found);
}

} // namespace northseal::simulation
