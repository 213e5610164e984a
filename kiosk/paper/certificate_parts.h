#pragma once
// The parts of a certificate, each set for a density: how large, how close, in how many columns. The page
// takes the most generous density in which everything fits.

#include "kiosk/paper/certificate_content.h"
#include "kiosk/paper/qr_print.h"
#include "kiosk/paper/sheet.h"

namespace northseal::kiosk {

constexpr double main_width = 484.7; // points; the left column
constexpr double side_width = 158.8; // the right column
constexpr double full_width = 678.8; // both, and the gap between them
constexpr double least_size = 7.7;   // of any letter, but in the last resort

struct Density {
    int columns;        // of outcomes
    double holder;      // largest size of the holder's name
    double spacing;     // factor on the gaps of the header
    double name;        // size of an outcome's name
    double words;       // size of the words of its level
    double padding;     // above and below each outcome
    double least_shore; // height that the drawing at the foot must keep
    bool with_words;    // of the levels
    bool with_skills;   // alignments at the foot
    bool note_in_foot;  // how it was signed: at the foot, not beside the names
};

// Institution, holder, programme and the line under it.
Result<Sheet> set_header(const Lettering&, const CertificateContent&, const Density&);
Sheet set_outcomes(const Lettering&, const CertificateContent&, const Density&, double more_padding);
Sheet set_signers(const Lettering&, const CertificateContent&, const Density&);
Sheet set_foot(const Lettering&, const CertificateContent&, const Density&);

// The card with the code. The symbol's place is from the card's corner.
struct CodeCard {
    Sheet sheet;
    double qr_x{0};
    double qr_y{0};
    double module{0};
};
Result<CodeCard> set_code_card(const Lettering&, const CertificateContent&, const Qr&);
Sheet set_facts(const Lettering&, const CertificateContent&);

} // namespace northseal::kiosk
