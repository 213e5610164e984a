#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/paper/certificate_parts.h"

namespace northseal::kiosk {

namespace {

struct Fitted {
    Block block;
    double size;
};

// Lines of whole words, broken at spaces only, none wider than `width`; widths are those of `space` and
// words.
std::string broken_at_spaces(const std::vector<std::string>& words, const std::vector<double>& widths,
                             double space, double width, int& lines)
{
    std::string out;
    double line = 0;
    lines = 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && line + space + widths[i] > width) {
            out += '\n';
            line = widths[i];
            ++lines;
        } else {
            out += i > 0 ? " " : "";
            line += (i > 0 ? space : 0) + widths[i];
        }
        out += words[i];
    }
    return out;
}

// A name in `most_lines` lines at most, as even as its words allow: never broken at a hyphen, which may be
// the middle of somebody's given name.
std::string in_even_lines(const Lettering& lettering, std::string_view text, Face face, int most_lines)
{
    constexpr double size = 10;
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (letter == ' ')
            words.emplace_back();
        else
            words.back() += letter;
    }
    std::vector<double> widths;
    for (const auto& word : words) widths.push_back(lettering.set(word, face, size).width());
    const double space =
        lettering.set("n n", face, size).width() - 2 * lettering.set("n", face, size).width();
    double low = *std::max_element(widths.begin(), widths.end());
    double high = lettering.set(text, face, size).width() + size;
    while (high - low > 0.5) {
        int lines = 0;
        (void)broken_at_spaces(words, widths, space, (low + high) / 2, lines);
        (lines <= most_lines ? high : low) = (low + high) / 2;
    }
    int lines = 0;
    return broken_at_spaces(words, widths, space, high, lines);
}

// One line as large as it fits, down to 60 %; then two lines, then more: a name is never cut. Nothing where
// even six lines at a quarter of the size do not hold it.
std::optional<Fitted> fit(const Lettering& lettering, std::string_view text, Face face, double most,
                          double width)
{
    const double natural = lettering.set(text, face, most).width();
    const double one_line = std::min(most, std::floor(most * width / natural * 10) / 10);
    if (natural <= width || one_line >= most * 0.6)
        return Fitted{lettering.set(text, face, one_line), one_line};
    struct Step {
        int lines;
        double from, to; // parts of the largest size
    };
    constexpr std::array<Step, 3> steps{{{2, 0.75, 0.45}, {3, 0.45, 0.34}, {6, 0.34, 0.25}}};
    constexpr double leading = 0.82;
    for (const auto& step : steps) {
        const auto even = in_even_lines(lettering, text, face, step.lines);
        const double widest = lettering.set(even, face, most).width();
        const double size = std::min(most * step.from, std::floor(most * width / widest * 10) / 10);
        if (size >= most * step.to)
            return Fitted{lettering.set(even, face, size, {.leading = leading}), size};
    }
    // A word longer than the page is broken inside.
    const double size = most * steps.back().to;
    auto block = lettering.set(text, face, size, {.width = width, .leading = leading});
    if (block.lines() > steps.back().lines) return std::nullopt;
    return Fitted{std::move(block), size};
}

// Adds a block whose first line stands on `baseline`; the base line of its last line comes back.
double add_lines(Sheet& sheet, Block block, double baseline, Ink colour)
{
    const double more = block.last_baseline() - block.first_baseline();
    sheet.add_at_baseline(std::move(block), 0, baseline, colour);
    return baseline + more;
}

// The institution, in one line or more, and the partners where they fit below it in one line.
double add_institution(Sheet& sheet, const Lettering& lettering, const CertificateContent& content,
                       double scale)
{
    auto name = lettering.set(content.institution, Face::paper_bold, 18);
    if (name.width() > main_width) {
        name = lettering.set_balanced(content.institution, Face::paper_bold, 15 * scale,
                                      {.width = main_width, .leading = 0.8});
    }
    const double baseline = add_lines(sheet, std::move(name), 17, ink::dark);
    if (content.with_partners.empty()) return baseline;
    auto partners = lettering.set(content.with_partners, Face::text, 9.1);
    if (partners.width() > main_width) return baseline;
    return add_lines(sheet, std::move(partners), baseline + 14, ink::soft);
}

double add_programme(Sheet& sheet, const Lettering& lettering, const std::string& programme, double y,
                     double scale)
{
    double size = 18 * scale;
    const double natural = lettering.set_display(programme, size).width();
    if (natural > main_width)
        size = std::max(14.5 * scale, std::floor(size * main_width / natural * 10) / 10);
    auto block = lettering.set_balanced(programme, lettering.display_face(programme), size,
                                        {.width = main_width, .leading = 0.92});
    return add_lines(sheet, std::move(block), y, ink::lake);
}

} // namespace

Result<Sheet> set_header(const Lettering& lettering, const CertificateContent& content,
                         const Density& density)
{
    Sheet sheet;
    const double gap = density.spacing;
    const double scale = std::min(1.0, 0.5 + 0.5 * density.holder / 38); // of the rest, with the name
    double y = std::max(30.5, add_institution(sheet, lettering, content, scale)) + 34 * gap;
    sheet.add_at_baseline(lettering.set(content.held_by, Face::text, 10.5), 0, y, ink::soft);
    auto holder = fit(lettering, content.holder, Face::paper, density.holder, main_width);
    if (!holder) return refused("the holder's name is too long for the page, even in six small lines");
    y = add_lines(sheet, std::move(holder->block), y + 12 * gap + holder->size * 0.8, ink::dark);
    y += 4 * gap + holder->size * 0.27;
    sheet.add_rule(0, y, 58, 2, ink::ember);
    y = add_programme(sheet, lettering, content.programme, y + 9 + 17 * gap, scale);
    auto line = lettering.set(content.line, Face::text, 10, {.width = main_width, .leading = 0.95});
    y = add_lines(sheet, std::move(line), y + 17, ink::dark);
    sheet.set_height(y + 14 * gap);
    return sheet;
}

} // namespace northseal::kiosk
