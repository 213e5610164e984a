#include "kiosk/paper/certificate_content.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/paper/samples.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

CertificateContent content_of(const Certificate& certificate)
{
    return certificate_content(certificate, test::words_for(certificate)).value();
}

std::string fact(const CertificateContent& content, const std::string& label)
{
    for (const auto& each : content.facts) {
        if (each.label == label) return each.text;
    }
    return "(none)";
}

std::string foot(const CertificateContent& content)
{
    std::string all;
    for (const auto& each : content.foot) all += each.label + " " + each.text + "\n";
    return all;
}

} // namespace

TEST_SUITE("kiosk/paper/certificate_content")
{
    TEST_CASE("dates stand in the language of the award")
    {
        auto english = test::reference_certificate("en-typical"),
             french = test::reference_certificate("fr-typical");
        english.award.valid_from = french.award.valid_from = "2026-11-24T15:00:00Z";
        CHECK(fact(content_of(english), "Issued") == "24 November 2026");
        CHECK(fact(content_of(french), "Délivré") == "le 24 novembre 2026");
        french.award.valid_from = "2026-12-01T15:00:00Z";
        CHECK(fact(content_of(french), "Délivré") == "le 1er décembre 2026");
    }

    TEST_CASE("a date is that of the site's calendar")
    {
        auto certificate = test::reference_certificate("en-typical");
        certificate.award.valid_from = "2026-11-25T02:30:00Z";
        certificate.utc_offset_minutes = -300;
        CHECK(fact(content_of(certificate), "Issued") == "24 November 2026");
    }

    TEST_CASE("partners are said to have endorsed only where they have")
    {
        auto certificate = test::reference_certificate("en-typical");
        CHECK(foot(content_of(certificate)).find("Partners") == std::string::npos);
        certificate.partners = {"One", "Two", "Three"};
        CHECK(foot(content_of(certificate)).find("Partners: One, Two and Three.") != std::string::npos);
        CHECK(foot(content_of(certificate)).find("endorsed") == std::string::npos);
        certificate.endorsed = true;
        CHECK(foot(content_of(certificate)).find("Each has endorsed") != std::string::npos);
    }

    TEST_CASE("a fact that the credential does not have takes no line")
    {
        auto certificate = test::reference_certificate("en-typical");
        auto& award = certificate.award;
        award.hours = award.credits = award.code = award.witness = "";
        award.evidence_items = 0;
        award.narrative.clear();
        const auto content = content_of(certificate);
        for (const char* label : {"Learning time", "Credit", "Code", "Evidence", "Awarded"}) {
            CAPTURE(label);
            CHECK(fact(content, label) == "(none)");
        }
        CHECK(content.signers.size() == 1);
        CHECK(fact(content, "Expires") == "Never");
    }

    TEST_CASE("hours, credit and evidence are said with their nouns and the language's decimals")
    {
        auto certificate = test::reference_certificate("fr-typical");
        certificate.award.hours = "7.5";
        certificate.award.credits = "0.25";
        certificate.award.evidence_items = 2;
        certificate.award.narrative = "Vu.";
        const auto content = content_of(certificate);
        CHECK(fact(content, "Durée") == "7,5 heures");
        CHECK(fact(content, "Crédits") == "0,25, DEMO-MATH-1");
        CHECK(fact(content, "Preuves") == "Observation et 2 travaux");
    }

    TEST_CASE("a correction says when the award was first made")
    {
        const auto content = content_of(test::reference_certificate("en-full"));
        CHECK(fact(content, "Awarded") == "22 May 2026");
        CHECK(fact(content, "Issued") == "13 June 2026");
    }

    TEST_CASE("an outcome without a level says so and fills no bar")
    {
        auto certificate = test::reference_certificate("en-typical");
        certificate.award.outcomes[1].achieved = 0;
        const auto row = content_of(certificate).outcomes[1];
        CHECK(row.level == "Not assessed");
        CHECK(row.reached == 0);
        CHECK(row.words.empty());
        CHECK(row.levels == 4);
    }

    TEST_CASE("only a specimen says that it is one")
    {
        auto certificate = test::reference_certificate("en-typical");
        CHECK(content_of(certificate).specimen == "Specimen");
        certificate.award.specimen = false;
        CHECK(content_of(certificate).specimen.empty());
    }

    TEST_CASE("a word that is missing is an error that names it, never a gap on paper")
    {
        const auto certificate = test::reference_certificate("en-typical");
        const auto whole = test::words_for(certificate);
        const CertificateText holed{
            [&](std::string_view key) { return key == "paper.issued" ? std::string() : whole.words(key); }};
        const auto content = certificate_content(certificate, holed);
        REQUIRE_FALSE(content.ok());
        CHECK(content.error().fault == Fault::not_found);
        CHECK(content.error().detail.find("paper.issued") != std::string::npos);
    }

    TEST_CASE("a date that is none is refused")
    {
        auto certificate = test::reference_certificate("en-typical");
        certificate.award.valid_from = "yesterday";
        CHECK_FALSE(certificate_content(certificate, test::words_for(certificate)).ok());
    }
}
