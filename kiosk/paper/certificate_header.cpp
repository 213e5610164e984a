#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "kiosk/paper/certificate_parts.h"

namespace northseal::kiosk {

namespace {

struct Fitted {
    Block block;
    double size;
};

// One line as large as it fits, down to 60 %; then two lines, then more: a name is never cut. Nothing where
// even six lines at a quarter of the size do not hold it.
std::optional<Fitted> fit(const Lettering& lettering, std::string_view text, Face face, double most,
                          double width)
{
    const double natural = lettering.set(text, face, most).width();
    if (natural <= width) return Fitted{lettering.set(text, face, most), most};
    const double one_line = std::floor(most * width / natural * 10) / 10;
    if (one_line >= most * 0.6) return Fitted{lettering.set(text, face, one_line), one_line};
    struct Step {
        int lines;
        double from, to;
    };
    constexpr std::array<Step, 3> steps{{{2, 0.75, 0.45}, {3, 0.45, 0.34}, {6, 0.34, 0.25}}};
    for (const auto& step : steps) {
        for (double part = step.from; part >= step.to; part -= 0.025) {
            const double size = most * part;
            auto block = lettering.set_balanced(text, face, size, {.width = width, .leading = 0.82});
            if (block.lines() <= step.lines) return Fitted{std::move(block), size};
        }
    }
    return std::nullopt;
}

// Adds a block whose first line stands on `baseline`; the base line of its last line comes back.
double add_lines(Sheet& sheet, Block block, double baseline, Colour colour)
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
