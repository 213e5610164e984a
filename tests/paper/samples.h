#pragma once
// Certificates to print in tests: the reference credentials of tests/vectors, and shapes that a page must
// survive. Every sample is a specimen unless a test says otherwise.

#include "kiosk/paper/certificate.h"

namespace northseal::test {

// "en-typical", "en-syllabics", "fr-60letters", …: credential, slip and host of tests/vectors/reference.
kiosk::Certificate reference_certificate(const std::string& name);
// The same with `count` outcomes (the reference's five, repeated with a numeral).
kiosk::Certificate with_outcomes(kiosk::Certificate, std::size_t count);

// The words of assets/words in the language of the certificate.
kiosk::CertificateText words_for(const kiosk::Certificate&);

std::string reference_file(const std::string& name);

} // namespace northseal::test
