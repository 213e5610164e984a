#include "kiosk/paper/paper_words.h"

#include <array>

namespace northseal::kiosk {

namespace {

constexpr std::array<const char*, 12> month_keys{
    "date.month.1", "date.month.2", "date.month.3", "date.month.4",  "date.month.5",  "date.month.6",
    "date.month.7", "date.month.8", "date.month.9", "date.month.10", "date.month.11", "date.month.12"};
constexpr std::array<const char*, 12> number_keys{"paper.number.1",  "paper.number.2",  "paper.number.3",
                                                  "paper.number.4",  "paper.number.5",  "paper.number.6",
                                                  "paper.number.7",  "paper.number.8",  "paper.number.9",
                                                  "paper.number.10", "paper.number.11", "paper.number.12"};

constexpr std::string_view missing_mark = "⟦"; // what kiosk/words puts around a key that it does not know

std::string filled(std::string_view pattern, const PaperWords::Fills& fills)
{
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) break;
        const auto name = pattern.substr(open + 1, close - open - 1);
        out += pattern.substr(0, open);
        for (const auto& [hole, value] : fills) {
            if (hole == name) out += value;
        }
        pattern.remove_prefix(close + 1);
    }
    return out + std::string(pattern);
}

} // namespace

PaperWords::PaperWords(std::function<std::string(std::string_view)> words, std::string language)
    : m_words(std::move(words)), m_language(std::move(language))
{}

std::string PaperWords::operator()(std::string_view key, const Fills& fills)
{
    const auto pattern = m_words ? m_words(key) : std::string();
    if ((pattern.empty() || pattern.starts_with(missing_mark)) && m_missing.empty()) m_missing = key;
    return filled(pattern, fills);
}

std::string PaperWords::count(std::string_view key, std::size_t count)
{
    const bool one = count == 1 || (count == 0 && m_language.starts_with("fr"));
    const auto figure = std::to_string(count);
    return (*this)(std::string(key) + (one ? ".one" : ".many"), {{"count", figure}});
}

std::string PaperWords::count_in_words(std::size_t count)
{
    if (count < 1 || count > number_keys.size()) return std::to_string(count);
    return (*this)(number_keys.at(count - 1));
}

std::string PaperWords::list(const std::vector<std::string>& items)
{
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += (*this)(i + 1 == items.size() ? "list.and" : "list.comma");
        out += items[i];
    }
    return out;
}

std::string PaperWords::date(Instant instant, int utc_offset_minutes)
{
    const auto civil = civil_date(instant, utc_offset_minutes);
    const auto day = civil.day == 1 ? (*this)("date.first_of_month") : std::to_string(civil.day);
    const auto month = (*this)(month_keys.at((civil.month + 11) % 12));
    const auto year = std::to_string(civil.year);
    const auto written = (*this)("date.date", {{"day", day}, {"month", month}, {"year", year}});
    return (*this)("paper.date", {{"date", written}});
}

std::string PaperWords::decimal(std::string number) const
{
    const auto point = number.find('.');
    if (point != std::string::npos && m_language.starts_with("fr")) number[point] = ',';
    return number;
}

Result<> PaperWords::complete() const
{
    if (m_missing.empty()) return {};
    return Error{Fault::not_found, "the words for \"" + m_missing +
                                       "\" are missing in assets/words for the language \"" + m_language +
                                       "\": the certificate is not printed without them"};
}

} // namespace northseal::kiosk
