// Prints sample certificates into a folder, to be looked at: paper_pages DIR.

#include <cstdio>

#include "storage/base/disk.h"
#include "tests/paper/samples.h"

using namespace northseal;

namespace {

struct Page {
    const char* file;
    kiosk::Certificate certificate;
};

kiosk::Certificate full(kiosk::Certificate certificate)
{
    certificate.partners = {"Demonstration training partner", "Demonstration community partner",
                            "Demonstration employer"};
    certificate.endorsed = true;
    certificate.award.witness = "Ruth Spence";
    certificate.award.credits = "0.25";
    certificate.award.narrative = "Seen.";
    certificate.award.evidence_items = 2;
    return certificate;
}

kiosk::Certificate with_holder(kiosk::Certificate certificate, const char* holder)
{
    certificate.award.holder = holder;
    return certificate;
}

kiosk::Certificate real_and_bare(kiosk::Certificate certificate)
{
    auto& award = certificate.award;
    award.specimen = false;
    award.witness = award.site = award.hours = award.code = award.supervision = award.identity_grade = "";
    award.alignments.clear();
    certificate.six_words.clear();
    return certificate;
}

kiosk::Certificate longest(kiosk::Certificate certificate)
{
    auto& award = certificate.award;
    award.programme += ", et bien plus encore pour celles et ceux qui poursuivent leurs études";
    award.holder = "Maximilienne-Éléonore Anne-Sophie Marie-Louise Essai-Apprenante du Lac-Blanc et de la "
                   "Rivière-aux-Outardes-du-Nord";
    award.institution =
        "Établissement de démonstration Northseal pour l’apprentissage dans le Nord et les communautés";
    return certificate;
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) {
        std::fprintf(stderr, "paper_pages DIR: prints sample certificates into DIR\n");
        return 2;
    }
    using test::reference_certificate, test::with_outcomes;
    const auto en = reference_certificate("en-typical"), fr = reference_certificate("fr-typical");
    const std::vector<Page> pages{
        {"en-typical", en},
        {"en-full", full(reference_certificate("en-full"))},
        {"en-bare", real_and_bare(reference_certificate("en-least"))},
        {"en-syllabics", reference_certificate("en-syllabics")},
        {"en-marks", with_holder(en, "hən̓q̓əmin̓əm̓ Kʷəl̓əsqən Ḵ̓wal")},
        {"en-3", with_outcomes(en, 3)},
        {"en-8", with_outcomes(full(en), 8)},
        {"en-12", with_outcomes(full(en), 12)},
        {"fr-typical", fr},
        {"fr-60letters", full(reference_certificate("fr-60letters"))},
        {"fr-12-longest", longest(with_outcomes(full(fr), 12))},
        {"en-narrative", reference_certificate("en-narrative")},
    };
    RealDisk disk;
    for (const auto& page : pages) {
        const auto pdf = kiosk::make_certificate_pdf(page.certificate, test::words_for(page.certificate));
        if (!pdf.ok()) {
            std::fprintf(stderr, "%s: %s\n", page.file, pdf.error().detail.c_str());
            continue;
        }
        const auto path = std::string(arguments[1]) + "/" + page.file + ".pdf";
        if (!disk.write_durably(path, pdf.value()).ok()) return 1;
    }
    return 0;
}
