#include <algorithm>

#include "kiosk/paper/certificate_parts.h"

namespace northseal::kiosk {

namespace {

constexpr double rule = 0.6;

struct Cell {
    Block name;
    Block words;
    double height{0};
};

struct Columns {
    double text;  // width of name and words
    double meter; // width of the bars
    double level; // width of the level's name; 0 where it leads the words
};

double level_column(const Lettering& lettering, const CertificateContent& content, double size)
{
    constexpr double least = 52, most = 112;
    double width = least;
    for (const auto& row : content.outcomes) {
        width = std::max(width, lettering.set(row.level, Face::text, size).width() + 0.5);
    }
    return std::min(width, most);
}

// One column: text, bars and the level's name side by side.
Sheet set_wide(const Lettering& lettering, const CertificateContent& content, const Density& density,
               double padding)
{
    const double level_size = std::min(10.0, density.name);
    const double level_width = level_column(lettering, content, level_size);
    constexpr double meter_width = 57, meter_height = 6, gap = 14;
    const double meter_x = main_width - level_width - 12 - meter_width;
    Sheet sheet;
    double y = 0;
    for (const auto& row : content.outcomes) {
        const Lines wrapped{.width = meter_x - gap};
        auto name = lettering.set(row.name, Face::text_bold, density.name, wrapped);
        auto level = lettering.set(row.level, Face::text, level_size, {.width = level_width});
        double height = name.height();
        sheet.add_rule(0, y, main_width, rule, ink::hairline);
        const double top = y + padding;
        sheet.add(std::move(name), 0, top, ink::dark);
        if (density.with_words && !row.words.empty()) {
            auto words = lettering.set_balanced(row.words, Face::text, density.words, wrapped);
            const double words_height = words.height();
            sheet.add(std::move(words), 0, top + height, ink::soft);
            height += words_height;
        }
        height = std::max(height, level.height());
        const double middle = top + height / 2;
        const double level_top = middle - level.height() / 2;
        sheet.add_meter(meter_x, middle - meter_height / 2, meter_width, meter_height, row.reached,
                        row.levels);
        sheet.add(std::move(level), main_width - level_width, level_top, ink::dark);
        y = top + height + padding;
    }
    sheet.add_rule(0, y, main_width, rule, ink::hairline);
    sheet.set_height(y + rule);
    return sheet;
}

constexpr double cell_gap = 22, cell_width = (main_width - cell_gap) / 2;
constexpr double small_meter = 38, small_meter_height = 4.6;

Cell set_cell(const Lettering& lettering, const OutcomeRow& row, const Density& density)
{
    const bool words = density.with_words && !row.words.empty();
    const auto text = words ? row.level + ". " + row.words : row.level;
    Cell cell{
        lettering.set(row.name, Face::text_bold, density.name, {.width = cell_width - small_meter - 8}),
        lettering.set(text, Face::text, density.words, {.width = cell_width, .bold_bytes = row.level.size()}),
        0};
    cell.height = cell.name.height() + cell.words.height();
    return cell;
}

void add_cell(Sheet& sheet, Cell cell, const OutcomeRow& row, double x, double top, double name_size)
{
    const double first_line = cell.name.first_baseline();
    const double name_height = cell.name.height();
    sheet.add(std::move(cell.name), x, top, ink::dark);
    sheet.add_meter(x + cell_width - small_meter,
                    top + first_line - name_size * 0.36 - small_meter_height / 2, small_meter,
                    small_meter_height, row.reached, row.levels);
    sheet.add(std::move(cell.words), x, top + name_height, ink::soft);
}

// Two columns, read downwards: the level's name leads the words.
Sheet set_narrow(const Lettering& lettering, const CertificateContent& content, const Density& density,
                 double padding)
{
    Sheet sheet;
    const auto& outcomes = content.outcomes;
    const std::size_t rows = (outcomes.size() + 1) / 2;
    double y = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        double height = 0;
        for (std::size_t column = 0; column < 2; ++column) {
            const std::size_t index = i + column * rows;
            const double x = static_cast<double>(column) * (cell_width + cell_gap);
            sheet.add_rule(x, y, cell_width, rule, ink::hairline);
            if (index >= outcomes.size()) continue;
            auto cell = set_cell(lettering, outcomes[index], density);
            height = std::max(height, cell.height);
            add_cell(sheet, std::move(cell), outcomes[index], x, y + padding, density.name);
        }
        y += height + 2 * padding;
    }
    for (const double x : {0.0, cell_width + cell_gap}) {
        sheet.add_rule(x, y, cell_width, rule, ink::hairline);
    }
    sheet.set_height(y + rule);
    return sheet;
}

} // namespace

Sheet set_outcomes(const Lettering& lettering, const CertificateContent& content, const Density& density,
                   double more_padding)
{
    auto sheet = density.columns == 1
                     ? set_wide(lettering, content, density, density.padding + more_padding)
                     : set_narrow(lettering, content, density, density.padding + more_padding);
    if (density.with_words) return sheet;
    auto note = lettering.set(content.words_in_code, Face::text, least_size, {.width = main_width});
    const double height = note.height();
    sheet.add(std::move(note), 0, sheet.height() + 3, ink::soft);
    sheet.set_height(sheet.height() + 3 + height);
    return sheet;
}

} // namespace northseal::kiosk
