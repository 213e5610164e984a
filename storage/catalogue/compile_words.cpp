#include "storage/catalogue/compile_words.h"

namespace northseal::catalogue {

namespace {

CertificateWords english()
{
    return {
        {"kiosk clock, confirmed by the institution within 30 days", "kiosk clock, unconfirmed",
         "set by two people"},
        {"known to the assessor", "document seen", "not checked"},
        {"supervised, one assessor", "supervised, assessor and witness", "supervised at a distance"},
        "Record of work kept by the learner and the institution",
    };
}

CertificateWords french()
{
    return {
        {"horloge de la borne, confirmée par l’établissement depuis moins de 30 jours",
         "horloge de la borne, non confirmée", "réglée par deux personnes"},
        {"personne connue de l’évaluation", "pièce d’identité vue", "non vérifiée"},
        {"supervisée, une personne évaluatrice", "supervisée, personne évaluatrice et témoin",
         "supervisée à distance"},
        "Dossier conservé par la personne et par l’établissement",
    };
}

} // namespace

Result<CertificateWords> certificate_words(const Programme& programme, const std::string& language)
{
    const auto own = programme.certificate_words.find(language);
    if (own != programme.certificate_words.end()) return own->second;
    if (language == "en" || language.starts_with("en-")) return english();
    if (language == "fr" || language.starts_with("fr-")) return french();
    return refused("the words that stand on every certificate are built in for English and French only: "
                   "write [certificate_words." +
                   language + "] in the programme, in words that its community has given");
}

} // namespace northseal::catalogue
