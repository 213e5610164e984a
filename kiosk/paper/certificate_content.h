#pragma once
// Every string that stands on a certificate, ready to be set: taken from the credential and from the words
// of its language, before anything is drawn. Nothing here says more than the credential does.

#include <string>
#include <vector>

#include "kiosk/paper/certificate.h"
#include "storage/base/clock.h"

namespace northseal::kiosk {

struct OutcomeRow {
    std::string name;
    std::string words; // of the level that was reached; empty where there is none
    std::string level;
    std::size_t reached{0}; // of `levels`
    std::size_t levels{0};
};

struct Labelled {
    std::string label;
    std::string text;
};

struct CertificateContent {
    std::string language;
    std::string title; // of the document
    std::string institution;
    std::string with_partners; // one line under the institution; empty: none
    std::string held_by;
    std::string holder;
    std::string programme;
    std::string line;
    std::vector<OutcomeRow> outcomes;
    std::vector<Labelled> signers; // name and part
    std::string signing_note;
    std::vector<Labelled> foot;   // partners, framework
    std::vector<Labelled> skills; // the first thing to go where room is short
    std::string promise;          // beside the code
    std::string whole;
    std::string host;
    std::string six_words_are; // empty: no six words
    std::vector<std::string> six_words;
    std::vector<Labelled> facts;
    std::string specimen; // empty: a real award
    std::string specimen_line;
    std::string words_in_code; // said instead of the levels' words where they do not fit
    Instant dated{0};          // validFrom
};

Result<CertificateContent> certificate_content(const Certificate&, const CertificateText&);

} // namespace northseal::kiosk
