#include "storage/station/search_index.h"

#include <algorithm>
#include <array>

#include "storage/base/secret.h"
#include "storage/base/text.h"

namespace northseal::station {
namespace {

constexpr std::size_t block_size = 1U << 16;

bool separates(char32_t c)
{
    return c == U' ' || c == U'-' || c == U'.' || c == U',' || c == U'\'' || c == U'\u2019';
}

std::vector<char32_t> form_of(std::string_view text)
{
    auto form = to_search_form(text);
    auto points = code_points(form);
    wipe(form);
    return points;
}

std::vector<std::u32string_view> words_of(std::u32string_view form)
{
    std::vector<std::u32string_view> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= form.size(); ++i) {
        if (i < form.size() && !separates(form[i])) continue;
        if (i > begin) out.push_back(form.substr(begin, i - begin));
        begin = i + 1;
    }
    return out;
}

std::uint64_t hash_of_parts(std::u32string_view form)
{
    std::uint64_t sum = 0;
    for (const auto word : words_of(form)) {
        std::uint64_t hash = 0xcbf29ce484222325ULL;
        for (const auto c : word) hash = (hash ^ c) * 0x100000001b3ULL;
        sum += hash;
    }
    return sum;
}

enum class Hit { none, inside, at_word };

Hit find_word(std::u32string_view form, std::u32string_view word)
{
    Hit best = Hit::none;
    for (auto at = form.find(word); at != std::u32string_view::npos; at = form.find(word, at + 1)) {
        if (at == 0 || separates(form[at - 1])) return Hit::at_word;
        best = Hit::inside;
    }
    return best;
}

// Levenshtein's distance where it is at most `most` (1 or 2), else more than that. Only the band around the
// diagonal is looked at.
std::size_t edits_between(std::u32string_view a, std::u32string_view b, std::size_t most)
{
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most || b.size() >= 512) return most + 1;
    // Not zeroed: a hundred thousand candidates pass through here, and each cell is written before it is
    // read.
    std::array<std::size_t, 513> above;
    std::array<std::size_t, 513> row;
    for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const auto from = i > most ? i - most : 1;
        const auto to = std::min(b.size(), i + most);
        std::size_t least = row[from - 1] = from == 1 ? i : most + 1;
        for (auto j = from; j <= to; ++j) {
            const auto changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            const auto dropped = j < i + most ? above[j] + 1 : most + 1;
            row[j] = std::min({changed, dropped, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
        std::swap(above, row);
    }
    return above[b.size()];
}

} // namespace

std::u32string_view SearchIndex::keep(const std::vector<char32_t>& text)
{
    if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < text.size()) {
        m_blocks.emplace_back().reserve(std::max(block_size, text.size()));
    }
    auto& block = m_blocks.back();
    const auto begin = block.size();
    block.insert(block.end(), text.begin(), text.end());
    return {block.data() + begin, text.size()};
}

void SearchIndex::add(std::int64_t id, std::string_view name, std::string_view number)
{
    auto name_form = form_of(name);
    auto number_form = form_of(number);
    const auto kept_name = keep(name_form);
    m_rows.push_back({id, kept_name, keep(number_form), hash_of_parts(kept_name)});
    for (auto* form : {&name_form, &number_form}) {
        wipe({reinterpret_cast<std::uint8_t*>(form->data()), form->size() * sizeof(char32_t)});
    }
}

void SearchIndex::remove(std::int64_t id)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
    if (found == m_rows.end()) return;
    for (const auto form : {found->name, found->number}) {
        for (auto& block : m_blocks) {
            if (form.empty() || form.data() < block.data() || form.data() >= block.data() + block.size())
                continue;
            auto* text = block.data() + (form.data() - block.data());
            wipe({reinterpret_cast<std::uint8_t*>(text), form.size() * sizeof(char32_t)});
        }
    }
    m_rows.erase(found);
}

std::vector<std::int64_t> SearchIndex::find(std::string_view query, std::size_t most) const
{
    const auto form = form_of(query);
    const auto words = words_of({form.data(), form.size()});
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> second;
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && first.size() < most; ++row) {
        Hit worst = Hit::at_word;
        for (const auto word : words) {
            worst = std::min(worst, std::max(find_word(row->name, word), find_word(row->number, word)));
            if (worst == Hit::none) break;
        }
        if (worst == Hit::at_word) first.push_back(row->id);
        if (worst == Hit::inside && second.size() < most) second.push_back(row->id);
    }
    second.resize(std::min(second.size(), most - first.size()));
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<std::int64_t> SearchIndex::called(std::string_view form) const
{
    auto points = code_points(form);
    const std::u32string_view wanted(points.data(), points.size());
    std::vector<std::int64_t> out;
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && !wanted.empty(); ++row) {
        if (row->name == wanted || row->number == wanted) out.push_back(row->id);
    }
    wipe({reinterpret_cast<std::uint8_t*>(points.data()), points.size() * sizeof(char32_t)});
    return out;
}

std::vector<std::int64_t> SearchIndex::similar(std::string_view name, std::size_t most) const
{
    const auto form = form_of(name);
    const std::u32string_view wanted(form.data(), form.size());
    const auto parts = hash_of_parts(wanted);
    const std::size_t edits = wanted.size() < 6 ? 1 : 2;
    std::vector<std::int64_t> out;
    if (wanted.empty()) return out;
    for (auto row = m_rows.rbegin(); row != m_rows.rend() && out.size() < most; ++row) {
        if (row->parts == parts || edits_between(row->name, wanted, edits) <= edits) out.push_back(row->id);
    }
    return out;
}

void SearchIndex::wipe_all()
{
    for (auto& block : m_blocks) {
        wipe({reinterpret_cast<std::uint8_t*>(block.data()), block.size() * sizeof(char32_t)});
    }
    m_blocks.clear();
    if (!m_rows.empty()) {
        wipe({reinterpret_cast<std::uint8_t*>(m_rows.data()), m_rows.size() * sizeof(Row)});
    }
    m_rows.clear();
}

} // namespace northseal::station
