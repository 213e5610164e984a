#include "kiosk/paper/certificate_page.h"

#include <algorithm>
#include <array>

#include "kiosk/paper/page_art.h"

namespace northseal::kiosk {

namespace {

constexpr double page_width = certificate_width_points, page_height = certificate_height_points;
constexpr double left = 56.6, top = 50;
constexpr double side_left = left + full_width - side_width;
constexpr double card_top = 101, card_gap = 7;
constexpr double bottom = page_height - frame_inset;
constexpr double to_signers = 27; // room to write a name by hand above the line
constexpr double to_foot = 13, to_shore = 9;
constexpr double natural_shore = 62;

// From generous to the last resort. The words of the levels go last: they are in the code in any case.
constexpr std::array<Density, 11> densities{{
    {1, 42, 1.06, 12.2, 10.0, 6.0, 62, true, true, false},
    {1, 40, 1.00, 11.0, 9.1, 3.6, 50, true, true, false},
    {1, 40, 1.00, 11.0, 9.1, 3.3, 40, true, false, false},
    {1, 38, 0.92, 10.4, 8.8, 2.6, 34, true, false, false},
    {1, 34, 0.84, 9.6, 8.3, 2.0, 24, true, false, true},
    {2, 36, 0.88, 9.4, 8.2, 3.0, 24, true, false, false},
    {1, 30, 0.74, 8.8, 7.8, 1.4, 16, true, false, true},
    {2, 32, 0.80, 9.0, 7.9, 2.4, 16, true, false, true},
    {2, 28, 0.66, 8.4, least_size, 1.6, 12, true, false, true},
    {2, 26, 0.60, 7.8, 7.0, 1.2, 10, true, false, true},
    {2, 24, 0.55, 8.0, least_size, 1.2, 10, false, false, true},
}};

} // namespace

Result<CertificatePage> CertificatePage::solve(cairo_t* cairo, const CertificateContent& content,
                                               const Qr& qr)
{
    CertificatePage page(Lettering(cairo, content.language), content, qr);
    page.m_card = TRY(set_code_card(page.m_lettering, content, qr));
    page.m_facts = set_facts(page.m_lettering, content);
    for (const auto& density : densities) {
        const bool fits = TRY(page.fits(density));
        if (!fits) continue;
        TRY(page.spread(density));
        TRY(page.check_letters());
        return page;
    }
    return refused(
        "the programme's texts are too long for one page, even in the smallest letters: shorten the "
        "names of its outcomes");
}

Result<bool> CertificatePage::fits(const Density& density)
{
    auto header = set_header(m_lettering, m_content, density);
    // A name that is too long for this density may not be for a smaller one: only the last one refuses.
    if (!header.ok())
        return &density == &densities.back() ? Result<bool>(header.error()) : Result<bool>(false);
    m_header = std::move(header).value();
    m_outcomes = set_outcomes(m_lettering, m_content, density, 0);
    m_signers = set_signers(m_lettering, m_content, density);
    m_foot = set_foot(m_lettering, m_content, density);
    m_shore = density.least_shore;
    m_outcomes_top = top + m_header.height();
    m_signers_top = m_outcomes_top + m_outcomes.height() + to_signers;
    m_foot_top = bottom - m_shore - to_shore - m_foot.height();
    return room() >= 0;
}

double CertificatePage::side_bottom() const
{
    return card_top + m_card.sheet.height() + card_gap + m_facts.height();
}

double CertificatePage::room() const
{
    return m_foot_top - to_foot - std::max(m_signers_top + m_signers.height(), side_bottom());
}

// What is left over opens the header first, then raises the shore, then goes between the outcomes and around
// the names.
Result<> CertificatePage::spread(const Density& density)
{
    constexpr double header_gaps = 81; // points, at a spacing of 1
    auto opened = density;
    opened.spacing = std::max(density.spacing, std::min(1.0, density.spacing + room() * 0.6 / header_gaps));
    m_header = TRY(set_header(m_lettering, m_content, opened));
    m_outcomes_top = top + m_header.height();
    m_signers_top = m_outcomes_top + m_outcomes.height() + to_signers;
    raise_shore(std::clamp(natural_shore - m_shore, 0.0, std::max(0.0, room())));
    const double between = m_foot_top - to_foot - m_signers_top - m_signers.height();
    const auto columns = static_cast<std::size_t>(density.columns);
    const auto rows =
        static_cast<double>(std::max<std::size_t>(1, (m_content.outcomes.size() + columns - 1) / columns));
    const double more_padding = std::clamp(between * 0.6 / (2 * rows), 0.0, 5.0);
    m_outcomes = set_outcomes(m_lettering, m_content, density, more_padding);
    m_signers_top = m_outcomes_top + m_outcomes.height() + to_signers;
    raise_shore(std::clamp(room(), 0.0, 16.0));
    const double rest = m_foot_top - to_foot - m_signers_top - m_signers.height();
    m_signers_top += rest * 0.7;
    return {};
}

void CertificatePage::raise_shore(double by)
{
    m_shore += by;
    m_foot_top -= by;
}

Result<> CertificatePage::check_letters() const
{
    const int missing = m_header.missing_characters() + m_outcomes.missing_characters() +
                        m_signers.missing_characters() + m_foot.missing_characters() +
                        m_facts.missing_characters() + m_card.sheet.missing_characters();
    if (missing == 0) return {};
    return refused(
        std::to_string(missing) +
        " letters of this certificate have no face on this machine and would print as boxes: install "
        "a font package for that script (fonts-noto-core, fonts-noto-extra)");
}

void CertificatePage::draw_side(cairo_t* cairo) const
{
    rounded_rectangle(cairo, side_left, card_top, side_width, m_card.sheet.height(), 4);
    set_ink(cairo, {0xFFFFFF});
    cairo_fill_preserve(cairo);
    set_ink(cairo, ink::hairline);
    cairo_set_line_width(cairo, 0.7);
    cairo_stroke(cairo);
    // The symbol stands on whole dots of the printer.
    const auto on_dot = [](double at) {
        return static_cast<double>(static_cast<int>(at / 0.24 + 0.5)) * 0.24;
    };
    draw_qr(cairo, m_qr, on_dot(side_left + m_card.qr_x), on_dot(card_top + m_card.qr_y), m_card.module);
    m_card.sheet.draw(cairo, side_left, card_top);
    m_facts.draw(cairo, side_left, card_top + m_card.sheet.height() + card_gap);
    if (m_content.specimen.empty()) return;
    draw_specimen_box(cairo, m_lettering, m_content.specimen, m_content.specimen_line, side_left + side_width,
                      top, side_width);
}

void CertificatePage::draw(cairo_t* cairo) const
{
    set_ink(cairo, {0xFFFFFF});
    cairo_paint(cairo);
    if (!m_content.specimen.empty()) {
        draw_pale_word(cairo, m_lettering, m_content.specimen, left + main_width / 2 + 6,
                       m_outcomes_top + m_outcomes.height() / 2, 505);
    }
    draw_shore(cairo, page_width, page_height, m_shore);
    draw_frame(cairo, page_width, page_height);
    m_header.draw(cairo, left, top);
    m_outcomes.draw(cairo, left, m_outcomes_top);
    draw_side(cairo);
    m_signers.draw(cairo, left, m_signers_top);
    m_foot.draw(cairo, left, m_foot_top);
}

} // namespace northseal::kiosk
