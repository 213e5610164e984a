#pragma once
// The Letter certificate: one landscape page by Cairo and Pango, fonts embedded, names in any script, the
// slip as a vector QR at level M. Everything printed comes from the credential itself; the words around it
// from assets/words in the certificate's language.

#include <functional>
#include <string>
#include <vector>

#include "storage/base/bytes.h"
#include "storage/credential/award.h"

namespace northseal::kiosk {

struct CertificateText { // words of assets/words in the language of the award, "paper.*"
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
};

// A finished PDF. Before it is returned its page is drawn to pixels and the QR read back: what cannot be
// scanned is not printed.
Result<Bytes> make_certificate_pdf(const Certificate&, const CertificateText&);
// The same page as a picture (RGBA, premultiplied) for the screen.
struct Picture {
    int width{0};
    int height{0};
    Bytes rgba;
};
Result<Picture> draw_certificate(const Certificate&, const CertificateText&, int width);

} // namespace northseal::kiosk
