#include "kiosk/paper/certificate.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "storage/base/disk.h"
#include "tests/paper/samples.h"
#include "tests/paper/shell.h"
#include "tests/support/scratch.h"
#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

// A certificate on the disk, as a stranger gets it.
struct Printed {
    explicit Printed(const Certificate& certificate)
    {
        const auto pdf = make_certificate_pdf(certificate, test::words_for(certificate));
        if (!pdf.ok()) FAIL(pdf.error().detail);
        RealDisk disk;
        REQUIRE(disk.write_durably(path, pdf.value()).ok());
    }
    std::string text() const { return test::run("pdftotext -raw '" + path + "' -").output; }

    test::Scratch scratch;
    std::string path{scratch.path("certificate.pdf")};
};

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::string one_line(std::string text)
{
    for (auto& letter : text) letter = letter == '\n' ? ' ' : letter;
    return text;
}

struct Box {
    double left, top, right, bottom;
};

// Where poppler finds each word, made lower by what faces reserve above and below their letters.
std::vector<Box> word_boxes(const Printed& printed)
{
    std::vector<Box> boxes;
    std::istringstream lines(test::run("pdftotext -bbox '" + printed.path + "' -").output);
    for (std::string line; std::getline(lines, line);) {
        Box box{};
        if (std::sscanf(line.c_str(), " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &box.left,
                        &box.top, &box.right, &box.bottom) != 4) {
            continue;
        }
        const double reserve = (box.bottom - box.top) * 0.24;
        boxes.push_back({box.left, box.top + reserve, box.right, box.bottom - reserve});
    }
    return boxes;
}

int collisions(const std::vector<Box>& boxes)
{
    int count = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            const auto &a = boxes[i], &b = boxes[j];
            const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
            const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
            if (across > 0.6 && down > 0.6) ++count;
        }
    }
    return count;
}

Certificate crowded(Certificate certificate)
{
    certificate.partners = {"Demonstration training partner", "Demonstration community partner",
                            "Demonstration employer"};
    certificate.endorsed = true;
    certificate.award.witness = "Ruth Spence";
    certificate.award.credits = "0.25";
    certificate.award.evidence_items = 3;
    certificate.award.narrative = "Seen.";
    return certificate;
}

} // namespace

TEST_SUITE("kiosk/paper/certificate")
{
    TEST_CASE("every face is embedded and subset")
    {
        const Printed printed(test::reference_certificate("en-syllabics"));
        std::istringstream lines(test::run("pdffonts '" + printed.path + "'").output);
        std::string line;
        std::getline(lines, line);
        std::getline(lines, line);
        int faces = 0;
        std::string all;
        for (; std::getline(lines, line); ++faces) {
            CAPTURE(line);
            CHECK(has(line, "yes yes yes"));
            all += line;
        }
        CHECK(faces >= 4);
        CHECK(has(all, "Manrope"));
        CHECK(has(all, "GentiumBookPlus"));
        CHECK(has(all, "NotoSansCanadianAboriginal"));
        CHECK_FALSE(has(all, "DejaVu"));
    }

    TEST_CASE("names in any script can be copied out of the page as they were signed")
    {
        auto certificate = test::reference_certificate("en-syllabics");
        CHECK(has(Printed(certificate).text(), certificate.award.holder));
        certificate.award.holder = "hən̓q̓əmin̓əm̓ Kʷəl̓əsqən";
        CHECK(has(Printed(certificate).text(), certificate.award.holder));
    }

    TEST_CASE("the page says who, what, how well, when and how to check it")
    {
        const auto certificate = crowded(test::reference_certificate("fr-typical"));
        const auto text = one_line(Printed(certificate).text());
        const auto& award = certificate.award;
        for (const auto& part :
             {award.institution, award.holder, award.assessor, award.site, certificate.verify_host,
              award.outcomes[3].name, award.outcomes[3].levels[2].words, award.outcomes[3].levels[2].name,
              std::string("le 12 juin 2026"), std::string("Spécimen"), std::string("ouvrez-le plus tard."),
              std::string("lake · birch · stone")}) {
            CAPTURE(part);
            CHECK(has(text, part));
        }
    }

    TEST_CASE("a stranger's reader finds the slip in the pixels of a scan at 150 dpi")
    {
        for (const char* name : {"en-typical", "fr-60letters", "en-full"}) {
            CAPTURE(name);
            const auto certificate = test::reference_certificate(name);
            const Printed printed(certificate);
            const auto picture = printed.scratch.path("page");
            REQUIRE(test::run("pdftoppm -r 150 -png -singlefile '" + printed.path + "' '" + picture + "'")
                        .status == 0);
            const auto read =
                test::run("zbarimg -q --raw -Sdisable -Sqrcode.enable '" + picture + ".png' 2>/dev/null");
            CHECK(read.output == certificate.slip_url + "\n");
        }
    }

    TEST_CASE("the attached file is the credential, byte for byte")
    {
        const auto certificate = test::reference_certificate("en-typical");
        const Printed printed(certificate);
        const auto out = printed.scratch.path("credential.json");
        REQUIRE(test::run("pdfdetach -save 1 -o '" + out + "' '" + printed.path + "'").status == 0);
        CHECK(test::read_file(out) == certificate.credential_json);
        CHECK(has(test::read_file(printed.path), "/AFRelationship /Data"));
        auto bare = certificate;
        bare.credential_json.clear();
        CHECK(has(test::run("pdfdetach -list '" + Printed(bare).path + "'").output, "0 embedded"));
    }

    TEST_CASE("the document names itself, its institution, its language and the time of the award")
    {
        const auto certificate = test::reference_certificate("fr-typical");
        const Printed printed(certificate);
        const auto facts = test::run("TZ=UTC pdfinfo -isodates '" + printed.path + "'").output;
        CHECK(has(facts, certificate.award.programme));
        CHECK(has(facts, "Author:          " + certificate.award.institution));
        CHECK(has(facts, "2026-06-12T15:04:05Z"));
        CHECK(has(facts, "792 x 612"));
        CHECK(has(test::read_file(printed.path), "/Lang (fr)"));
    }

    TEST_CASE("the same award makes the same bytes")
    {
        const auto certificate = test::reference_certificate("en-full");
        const auto words = test::words_for(certificate);
        const auto first = make_certificate_pdf(certificate, words).value();
        REQUIRE(make_certificate_pdf(test::reference_certificate("fr-typical"),
                                     test::words_for(test::reference_certificate("fr-typical")))
                    .ok());
        CHECK(make_certificate_pdf(certificate, words).value() == first);
    }

    TEST_CASE("from one outcome to twelve, in both languages, nothing collides and nothing is cut")
    {
        for (const char* name : {"en-typical", "fr-60letters"}) {
            for (const std::size_t count : {1U, 3U, 5U, 7U, 9U, 12U}) {
                CAPTURE(name);
                CAPTURE(count);
                const Printed printed(test::with_outcomes(crowded(test::reference_certificate(name)), count));
                const auto boxes = word_boxes(printed);
                CHECK(boxes.size() > 80);
                CHECK(collisions(boxes) == 0);
                for (const auto& box : boxes) {
                    CHECK(box.left >= 50);
                    CHECK(box.right <= 742);
                    CHECK(box.bottom <= 580);
                }
            }
        }
    }

    TEST_CASE("a long name takes more lines and is never cut")
    {
        auto certificate = test::reference_certificate("en-typical");
        std::string name;
        for (int i = 1; i <= 40; ++i) name += (i == 1 ? "Name" : " Name") + std::to_string(i);
        certificate.award.holder = name;
        const Printed printed(certificate);
        CHECK(has(one_line(printed.text()), name));
        CHECK(collisions(word_boxes(printed)) == 0);
    }

    TEST_CASE("a name is broken between words, never at a hyphen")
    {
        const auto text = Printed(test::reference_certificate("fr-60letters")).text();
        CHECK(has(text, "Anne-Sophie"));
        CHECK(has(text, "Essai-Apprenante"));
        auto certificate = test::reference_certificate("en-typical");
        certificate.award.holder = std::string(130, 'W');
        CHECK(make_certificate_pdf(certificate, test::words_for(certificate)).ok());
    }

    TEST_CASE("a name with a letter that no face has is refused, with words")
    {
        auto certificate = test::reference_certificate("en-typical");
        certificate.award.holder = "Rose \U000F1234";
        const auto pdf = make_certificate_pdf(certificate, test::words_for(certificate));
        REQUIRE_FALSE(pdf.ok());
        CHECK(has(pdf.error().detail, "font package"));
    }

    TEST_CASE("a slip that is none, or too long to be scanned, is not printed")
    {
        auto certificate = test::reference_certificate("en-typical");
        const auto words = test::words_for(certificate);
        certificate.slip_url += std::string(2400, '7');
        CHECK(make_certificate_pdf(certificate, words).error().fault == Fault::refused);
        certificate.slip_url = "https://verify.example.ca/";
        CHECK(make_certificate_pdf(certificate, words).error().fault == Fault::refused);
    }

    TEST_CASE("where a face is missing nothing is printed and the package is named")
    {
        const test::Scratch scratch;
        std::ofstream(scratch.path("fonts.conf"))
            << "<fontconfig><cachedir>" << scratch.path("cache") << "</cachedir></fontconfig>";
        const auto ran = test::run("FONTCONFIG_FILE='" + scratch.path("fonts.conf") +
                                   "' '" PAPER_PAGES "' '" + scratch.path() + "' 2>&1");
        CHECK(has(ran.output, "install the package fonts-noto-core"));
        CHECK(RealDisk().list(scratch.path()).value() == std::vector<std::string>{"fonts.conf"});
    }

    TEST_CASE("the picture for the screen is the same page")
    {
        const auto certificate = test::reference_certificate("en-typical");
        const auto words = test::words_for(certificate);
        const auto picture = draw_certificate(certificate, words, 1232).value();
        CHECK(picture.width == 1232);
        CHECK(picture.height == 952);
        CHECK(picture.rgba.size() == 1232U * 952U * 4U);
        CHECK(picture.rgba[0] == 255);
        CHECK_FALSE(draw_certificate(certificate, words, 100).ok());
        CHECK_FALSE(draw_certificate(certificate, words, 100'000).ok());
    }
}
