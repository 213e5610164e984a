#pragma once
// The page as a whole: it is solved on a surface of the kind it will be drawn on, then drawn as often as
// needed.

#include "kiosk/paper/certificate_parts.h"

namespace northseal::kiosk {

class CertificatePage {
public:
    // Refused where the texts do not fit the page in any density, where the code would be too fine, or where
    // a letter has no face.
    static Result<CertificatePage> solve(cairo_t*, const CertificateContent&, const Qr&);
    void draw(cairo_t*) const; // in points, from the page's upper left corner

private:
    CertificatePage(Lettering lettering, CertificateContent content, Qr qr)
        : m_lettering(std::move(lettering)), m_content(std::move(content)), m_qr(std::move(qr))
    {}
    Result<bool> fits(const Density&);
    Result<> spread(const Density&);
    double side_bottom() const;
    double room() const; // between what stands above the foot and the foot
    void raise_shore(double by);
    Result<> check_letters() const;
    void draw_side(cairo_t*) const;

    Lettering m_lettering;
    CertificateContent m_content;
    Qr m_qr;
    Sheet m_header, m_outcomes, m_signers, m_foot, m_facts;
    CodeCard m_card;
    double m_shore{0};
    double m_outcomes_top{0}, m_signers_top{0}, m_foot_top{0};
};

} // namespace northseal::kiosk
