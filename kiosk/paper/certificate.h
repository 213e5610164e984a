#pragma once
// The Letter certificate: one landscape page by Cairo and Pango, fonts embedded, names in any script, the
// slip as a vector QR at level M. Everything printed comes from the credential itself; the words around it
// from assets/words in the certificate's language.

#include <functional>
#include <string>
#include <vector>

#include "kiosk/paper/picture.h"
#include "storage/credential/award.h"

namespace northseal::kiosk {

// Words of assets/words in the language of the award: "paper.*", and "date.*" and "list.*" that paper shares
// with the screen. Holes are left as {name}: they are filled here. A word that is missing is an error, never
// a gap on paper.
struct CertificateText {
    std::function<std::string(std::string_view key)> words;
};

struct Certificate {
    credential::Award award;
    std::string slip_url;
    std::string verify_host;            // in words beside the code
    std::vector<std::string> six_words; // the institution's; empty: the line is left out
    std::vector<std::string> partners;
    bool endorsed{false};        // partners have signed; never said otherwise
    std::string credential_json; // attached to the PDF; empty: nothing is attached
    int utc_offset_minutes{0};   // of the site, east of UTC: dates are printed as its calendar had them
};

constexpr double certificate_width_points = 792; // Letter, landscape
constexpr double certificate_height_points = 612;

// A finished PDF. Before it is returned its page is drawn to pixels and the QR read back: what cannot be
// scanned is not printed. Faults: not_found, a face or a word is missing; refused, the code or the texts do
// not fit the page, or a name has a letter that no installed face can draw. The same award makes the same
// bytes.
Result<Bytes> make_certificate_pdf(const Certificate&, const CertificateText&);
// The same page as a picture for the screen, `width` pixels wide (at least 400). It is not checked by
// reading its code.
Result<Picture> draw_certificate(const Certificate&, const CertificateText&, int width);

} // namespace northseal::kiosk
