#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using credential::Verdict;

namespace {

struct CheckedSite {
    explicit CheckedSite(const test::DeskOptions& options = {}) : demo(scratch.path("site"), options) {}
    test::Scratch scratch;
    test::DemoSite demo;
    station::Station& site() { return *demo.site; }
    std::string slip(station::IssuedId id) { return site().issued(id).value()->slip_url; }
    Verdict verdict(const std::string& text) { return site().judge(text, "").value().finding.verdict; }
};

test::DeskOptions real_site()
{
    test::DeskOptions options;
    options.specimen = false;
    options.host = "credentials.example.org";
    return options;
}

} // namespace

TEST_SUITE("storage/station/checking")
{
    TEST_CASE("an own certificate is genuine and not yet confirmed, and is found by its code and its serial")
    {
        CheckedSite test(real_site());
        const auto id = test.demo.issue_to("Ada");
        const auto judged = test.site().judge(test.slip(id), "");
        REQUIRE(judged.ok());
        CHECK(judged.value().finding.verdict == Verdict::not_yet_confirmed);
        CHECK(judged.value().own == id);
        CHECK_FALSE(judged.value().finding.credential.empty());
        const auto serial = test.site().issued(id).value()->row.serial;
        CHECK(test.site().find_by_serial(serial).value() == id);
        std::string typed = serial;
        for (auto& each : typed) each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
        CHECK(test.site().find_by_serial(" " + typed + " ").value() == id);
        CHECK_FALSE(test.site().find_by_serial("AAAA-AAAA").value());
        CHECK_FALSE(test.site().find_by_serial("").value());
        CHECK(test.site().holder(id).value() == station::LearnerId{1});
    }

    TEST_CASE("a specimen is called one")
    {
        CheckedSite test;
        CHECK(test.verdict(test.slip(test.demo.issue_to("Ada"))) == Verdict::specimen);
    }

    TEST_CASE("one other digit is not genuine, and is nobody's certificate")
    {
        CheckedSite test(real_site());
        auto text = test.slip(test.demo.issue_to("Ada"));
        auto& last = text[text.size() - 30];
        last = last == '7' ? '8' : '7';
        const auto judged = test.site().judge(text, "");
        REQUIRE(judged.ok());
        CHECK(judged.value().finding.verdict == Verdict::not_genuine);
        CHECK_FALSE(judged.value().own);
        CHECK(judged.value().finding.credential.empty());
    }

    TEST_CASE("of another kiosk of the institution it says that it cannot tell")
    {
        CheckedSite one(real_site());
        auto options = real_site();
        options.kiosk = "b2zz";
        options.first_index = 900000;
        test::Scratch elsewhere;
        test::DemoSite other(elsewhere.path("other"), options, 12);
        const auto id = other.issue_to("Per");
        const auto judged = one.site().judge(other.site->issued(id).value()->slip_url, "");
        REQUIRE(judged.ok());
        CHECK(judged.value().finding.verdict == Verdict::lists_too_old);
        CHECK(judged.value().finding.credential.empty());
        CHECK_FALSE(judged.value().own);
    }

    TEST_CASE("what is no code of ours is not genuine, whatever it is")
    {
        CheckedSite test;
        for (const char* text : {"", "https://example.org/", "12345", "https://credentials.example.org/#123"})
            CHECK(test.verdict(text) == Verdict::not_genuine);
    }

    TEST_CASE("a folder of lists that cannot be believed changes nothing, and is told")
    {
        CheckedSite test(real_site());
        const auto id = test.demo.issue_to("Ada");
        const auto folder = test.scratch.path("trust");
        REQUIRE(test.demo.disk.make_folder(folder).ok());
        REQUIRE(test.demo.disk.write_durably(folder + "/index.json", view("{}")).ok());
        const auto judged = test.site().judge(test.slip(id), folder);
        REQUIRE(judged.ok());
        CHECK(judged.value().finding.verdict == Verdict::not_yet_confirmed);
        CHECK_FALSE(judged.value().lists_refused.empty());
    }

    TEST_CASE("a request about a certificate takes a PIN, is kept with its words, and the log knows it")
    {
        CheckedSite test;
        const auto id = test.demo.issue_to("Ada");
        station::ChangeRequest request;
        request.wanted = station::ChangeWanted::correct;
        request.reason = station::ChangeReason::wrong_name;
        request.words = "Her name is written Ådä.";
        const auto wrong = test.site().request_change(id, request, {1}, "000000");
        CHECK(wrong.value().answer == station::PinAnswer::wrong);
        CHECK_FALSE(test.site().change_request(id).value());
        CHECK_FALSE(test.site().issued(id).value()->row.asked);
        REQUIRE(test.site().request_change(id, request, {1}, test::assessor_pin).ok());
        test.demo.reopen();
        test.demo.unlock();
        const auto kept = test.site().change_request(id).value();
        REQUIRE(kept);
        CHECK(kept->wanted == station::ChangeWanted::correct);
        CHECK(kept->reason == station::ChangeReason::wrong_name);
        CHECK(kept->words == request.words);
        CHECK(kept->by == test::assessor_name);
        CHECK(test.site().issued(id).value()->row.asked == station::ChangeWanted::correct);
        CHECK(test.site().check_log().ok());
        // The later one counts.
        request.wanted = station::ChangeWanted::revoke;
        request.reason = station::ChangeReason::other;
        request.words.clear();
        CHECK_FALSE(test.site().request_change(id, request, {1}, test::assessor_pin).ok());
        request.words = "It is no longer wanted.";
        REQUIRE(test.site().request_change(id, request, {1}, test::assessor_pin).ok());
        CHECK(test.site().change_request(id).value()->wanted == station::ChangeWanted::revoke);
        CHECK(test.site().check_log().ok());
        CHECK_FALSE(test.site().request_change({999}, request, {1}, test::assessor_pin).ok());
    }
}
