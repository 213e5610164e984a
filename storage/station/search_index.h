#pragma once
// The names of a site's learners as search forms, in memory while the vault is open and wiped when it locks:
// sealed names cannot be searched on the disk.

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace northseal::station {

class SearchIndex {
public:
    SearchIndex() = default;
    ~SearchIndex() { wipe_all(); }
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

    void add(std::int64_t id, std::string_view name, std::string_view number);
    void remove(std::int64_t id); // and wipes it
    std::size_t size() const { return m_rows.size(); }
    // Rows that hold each word of the query: first those where a word begins with it, then those that hold it
    // anywhere; latest first. An empty query is every row.
    std::vector<std::int64_t> find(std::string_view query, std::size_t most) const;
    // Whose name or number that is, in its search form and whole; latest first.
    std::vector<std::int64_t> called(std::string_view form) const;
    // Likely the same person: the same form, the same parts in another order, or an edit or two away.
    std::vector<std::int64_t> similar(std::string_view name, std::size_t most) const;
    void wipe_all();

private:
    struct Row {
        std::int64_t id;
        std::u32string_view name;
        std::u32string_view number;
        std::uint64_t parts; // the same for the same words in any order
    };
    // Blocks never move, so no stale copy of a name is left behind when the index grows.
    std::u32string_view keep(const std::vector<char32_t>&);

    std::deque<std::vector<char32_t>> m_blocks;
    std::vector<Row> m_rows;
};

} // namespace northseal::station
