#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/institution/desk.h"

using namespace northseal;
using namespace northseal::institution;
using namespace northseal::test;

namespace {

std::map<std::string, std::string> all_files(const std::string& folder)
{
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) out[entry.path().string()] = read_file(entry.path().string());
    }
    return out;
}

std::string refusal(Desk& desk, const credential::Claims& claims)
{
    const auto received = desk.institution.receive(desk.slip(claims));
    return received.ok() ? std::string() : received.error().detail;
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("storage/institution/folder")
{
    TEST_CASE("an institution opened again is the one that was made, and its keys need the passphrase")
    {
        Desk desk;
        const auto again = must(Institution::open(desk.folder(), desk.around()));
        CHECK(again.record().root == desk.institution.record().root);
        CHECK(again.delegations().size() == 1);
        CHECK(again.listing_is_current());
        const auto wrong = SecretBytes::copy_of(view("some other passphrase"));
        CHECK(again.open_key(KeyName::desk, wrong).error().fault == Fault::refused);
        std::filesystem::remove(desk.folder() + "/keys/root.key");
        CHECK(again.open_key(KeyName::root, desk.passphrase).error().fault == Fault::locked);
    }

    TEST_CASE("the pack that a kiosk gets reads back, and no index of it is ever given again")
    {
        Desk desk;
        const auto more = must(desk.delegate(3));
        const auto pack = must(read_pack(more.pack));
        CHECK(pack.delegation.kiosk == desk.delegation.kiosk); // a renewal keeps the kiosk's name
        CHECK(pack.delegation.number == 2);
        for (const auto index : desk.delegation.status_indexes) {
            CHECK_FALSE(std::binary_search(pack.delegation.status_indexes.begin(),
                                           pack.delegation.status_indexes.end(), index));
        }
    }

    TEST_CASE("what the kiosk was delegated is received once, and again it changes nothing")
    {
        Desk desk;
        const auto slip = desk.slip(desk.claims(0));
        CHECK_FALSE(must(desk.institution.receive(slip)).known_already);
        CHECK(must(desk.institution.receive(slip)).known_already);
        const auto again = must(Institution::open(desk.folder(), desk.around()));
        CHECK(again.received().all().size() == 1);
    }

    TEST_CASE("what the kiosk was not delegated is refused, and each time the sentence says why")
    {
        Desk desk;
        auto claims = desk.claims(0);
        claims.status_index = 5;
        CHECK(has(refusal(desk, claims), "was not allotted"));
        claims = desk.claims(0);
        claims.site = 2;
        CHECK(has(refusal(desk, claims), "stands at site 1"));
        claims = desk.claims(0);
        claims.assessor = "Somebody Else";
        CHECK(has(refusal(desk, claims), "no assessor of that name"));
        claims = desk.claims(0);
        claims.valid_from = sample_day - 3 * 86400;
        CHECK(has(refusal(desk, claims), "was not delegated to issue on"));
        CHECK(desk.institution.received().all().empty());
    }

    TEST_CASE("a number that belongs to another credential and an issue past the count are refused")
    {
        Desk desk;
        must(desk.institution.receive(desk.slip(desk.claims(0))));
        auto claims = desk.claims(0);
        claims.learner_name = "Another Sample";
        CHECK(has(refusal(desk, claims), "belongs to another credential"));
        must(desk.institution.receive(desk.slip(desk.claims(1))));
        CHECK(has(refusal(desk, desk.claims(2)), "has issued all 2"));
    }

    TEST_CASE("a correction withdraws what it corrects, in whichever order the two arrive")
    {
        for (const bool correction_first : {false, true}) {
            Desk desk;
            const auto first = desk.claims(0);
            auto corrected = first;
            corrected.status_index = desk.delegation.status_indexes.at(1);
            corrected.awarded_date = first.valid_from;
            corrected.valid_from += 60;
            must(desk.institution.receive(desk.slip(correction_first ? corrected : first)));
            must(desk.institution.receive(desk.slip(correction_first ? first : corrected)));
            CHECK(desk.institution.state().withdrawn.size() == 1);
            CHECK(desk.institution.state().withdrawn.at(first.status_index).kind == Withdrawn::superseded);
        }
    }

    TEST_CASE("publishing twice with no change writes the same bytes; a change has a new number")
    {
        Desk desk;
        CHECK(must(publish(desk.institution, desk.trust(), desk.publisher)).number == 1);
        const auto before = all_files(desk.trust());
        desk.clock.advance(600);
        const auto again = must(publish(desk.institution, desk.trust(), desk.publisher));
        CHECK_FALSE(again.changed);
        CHECK(again.files_written == 0);
        CHECK(all_files(desk.trust()) == before);
        must(desk.institution.withdraw(desk.delegation.status_indexes.at(0), Withdrawn::revoked,
                                       "entered for the wrong person"));
        CHECK(must(publish(desk.institution, desk.trust(), desk.publisher)).number == 2);
        desk.clock.advance(2 * 86400);
        CHECK(must(publish(desk.institution, desk.trust(), desk.publisher)).number == 3); // dated anew
    }

    TEST_CASE("the trust folder says what the institution knows, and nothing of what it keeps")
    {
        Desk desk;
        const auto claims = desk.claims(0);
        must(desk.institution.receive(desk.slip(claims)));
        must(desk.institution.withdraw(desk.delegation.status_indexes.at(1), Withdrawn::revoked,
                                       "entered for the wrong person"));
        must(publish(desk.institution, desk.trust(), desk.publisher));
        const auto trust = must(TrustFolder::open(desk.trust(), desk.disk));
        CHECK(trust->received(claims.status_index).has_value());
        CHECK(trust->revoked(claims.status_index) == false);
        CHECK(trust->revoked(desk.delegation.status_indexes.at(1)) == true);
        CHECK_FALSE(trust->revoked(5 * 131072).has_value());
        const auto kiosk = trust->key("did:web:demo.northseal.invalid#kiosk-" + desk.delegation.kiosk);
        REQUIRE(kiosk.has_value());
        CHECK(kiosk->key == desk.kiosk_keys.kiosk.public_key());
        CHECK(kiosk->state == credential::KeyState::open);
        CHECK(trust->templates().size() == 2);
        for (const auto& [place, text] : all_files(desk.trust())) {
            const std::string path = place;
            CAPTURE(path);
            CHECK_FALSE(has(text, "Northwater"));
            CHECK_FALSE(has(text, "entered for the wrong person"));
            CHECK_FALSE(has(text, "Demo Facilitator"));
        }
    }

    TEST_CASE("a key closes when the coordinator says so and when its delegation ends; only a compromised "
              "one leaves did.json")
    {
        Desk desk;
        const auto method = "did:web:demo.northseal.invalid#kiosk-" + desk.delegation.kiosk;
        must(desk.institution.close(desk.delegation.kiosk, false));
        must(publish(desk.institution, desk.trust(), desk.publisher));
        CHECK(must(TrustFolder::open(desk.trust(), desk.disk))->key(method)->state ==
              credential::KeyState::closed);
        CHECK(has(read_file(desk.trust() + "/did.json"), method));
        must(desk.institution.close(desk.delegation.kiosk, true));
        must(publish(desk.institution, desk.trust(), desk.publisher));
        CHECK_FALSE(has(read_file(desk.trust() + "/did.json"), method));
        CHECK_FALSE(desk.delegate(1).ok());

        Desk ended;
        ended.clock.advance(201 * 86400);
        must(publish(ended.institution, ended.trust(), ended.publisher));
        const auto key = must(TrustFolder::open(ended.trust(), ended.disk))
                             ->key("did:web:demo.northseal.invalid#kiosk-" + ended.delegation.kiosk);
        CHECK(key->state == credential::KeyState::closed);
    }

    TEST_CASE("every file that a verdict rests on is refused by name when a byte of it changes or it is gone")
    {
        Desk desk;
        must(desk.institution.receive(desk.slip(desk.claims(0))));
        must(publish(desk.institution, desk.trust(), desk.publisher));
        int checked = 0;
        for (const auto& [place, text] : all_files(desk.trust())) {
            const std::string path = place;
            const auto name = path.substr(desk.trust().size() + 1);
            if (name.starts_with("ns/") || name.starts_with("programmes/") || name.starts_with("sites/"))
                continue;
            CAPTURE(name);
            auto changed = text;
            changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
            must(desk.disk.write_durably(path, view(changed)));
            const auto bad = TrustFolder::open(desk.trust(), desk.disk);
            REQUIRE_FALSE(bad.ok());
            CHECK(has(bad.error().detail, name == "index.json" ? "index" : name));
            must(desk.disk.remove(path));
            CHECK_FALSE(TrustFolder::open(desk.trust(), desk.disk).ok());
            must(desk.disk.write_durably(path, view(text)));
            ++checked;
        }
        CHECK(checked >= 10);
        CHECK(TrustFolder::open(desk.trust(), desk.disk).ok());
    }

    TEST_CASE("a pinned root and a number that was seen are held to")
    {
        Desk desk;
        must(publish(desk.institution, desk.trust(), desk.publisher));
        TrustExpectations expected{desk.institution.record().root, 1};
        CHECK(TrustFolder::open(desk.trust(), desk.disk, expected).ok());
        expected.at_least = 2;
        CHECK(
            has(TrustFolder::open(desk.trust(), desk.disk, expected).error().detail, "older than number 2"));
        expected = {desk.kiosk_keys.root.public_key(), 0};
        CHECK(has(TrustFolder::open(desk.trust(), desk.disk, expected).error().detail, "root key"));
    }

    TEST_CASE("the publisher cannot add: a listing that it signed itself is refused")
    {
        Desk desk;
        auto pages = make_listing("did:web:demo.northseal.invalid",
                                  {{"aaaa", desk.kiosk_keys.desk.public_key(), 0, sample_day * 2}}, {});
        const auto forged =
            canonical_json(sign_statement(listing_kind, to_json(pages.at(0)), desk.publisher));
        must(desk.disk.write_durably(desk.folder() + "/listing/0.json", view(forged)));
        CHECK_FALSE(desk.institution.listing_is_current());
        CHECK_FALSE(publish(desk.institution, desk.trust(), desk.publisher).ok());
    }
}
