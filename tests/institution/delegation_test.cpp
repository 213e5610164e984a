#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "tests/institution/samples.h"

using namespace northseal;
using namespace northseal::institution;
using namespace northseal::test;

namespace {

const std::string template_text = R"({"northseal":"template 1"})";
const std::string programme_text = "id = \"example\"\n";

Delegation sample_delegation(const SampleKeys& keys)
{
    Delegation out;
    out.number = 3;
    out.kiosk = "7q3f";
    out.kiosk_key = keys.kiosk.public_key();
    out.transport_key = keys.transport.public_key();
    out.site = 2;
    out.templates = {sha256(view(template_text))};
    out.programmes = {sha256(view(programme_text))};
    out.count = 2;
    out.from = sample_day;
    out.until = sample_day + 300 * 86400;
    out.status_indexes = {4, 131073, 200000};
    out.facilitators = sample_request(keys).facilitators;
    out.protection_class = "passphrase";
    out.specimen = true;
    return out;
}

std::string pack_of(const SampleKeys& keys, const Delegation& delegation)
{
    return write_pack(sign_record(sample_record(keys), keys.root),
                      sign_statement(delegation_kind, to_json(delegation), keys.desk), {template_text},
                      {programme_text});
}

} // namespace

TEST_SUITE("storage/institution/delegation")
{
    TEST_CASE("a request reads back, and only the kiosk that holds the key can have written it")
    {
        const SampleKeys keys;
        const auto read = read_request(write_request(sample_request(keys), keys.kiosk));
        REQUIRE(read.ok());
        CHECK(read.value().facilitators.at(0).name == "Demo Facilitator");
        CHECK(read.value().transport_key == keys.transport.public_key());
        CHECK_FALSE(read_request(write_request(sample_request(keys), keys.transport)).ok());
    }

    TEST_CASE("a request with an unknown role, a name of spaces or a strange class is refused")
    {
        const SampleKeys keys;
        auto request = sample_request(keys);
        request.facilitators[0].role = "administrator";
        CHECK_FALSE(read_request(write_request(request, keys.kiosk)).ok());
        request = sample_request(keys);
        request.facilitators[0].name = "  ";
        CHECK_FALSE(read_request(write_request(request, keys.kiosk)).ok());
        request = sample_request(keys);
        request.protection_class = "none";
        CHECK_FALSE(read_request(write_request(request, keys.kiosk)).ok());
    }

    TEST_CASE("a pack reads back whole")
    {
        const SampleKeys keys;
        const auto pack = read_pack(pack_of(keys, sample_delegation(keys)));
        REQUIRE(pack.ok());
        CHECK(pack.value().delegation.status_indexes == std::vector<std::uint32_t>{4, 131073, 200000});
        CHECK(pack.value().templates.at(0) == template_text);
        CHECK(pack.value().record.root == keys.root.public_key());
    }

    TEST_CASE("a template or programme that the desk did not sign for is refused")
    {
        const SampleKeys keys;
        auto json = Json::parse(pack_of(keys, sample_delegation(keys)));
        json["templates"][0] = R"({"northseal":"template 2"})";
        CHECK_FALSE(read_pack(canonical_json(json)).ok());
        json = Json::parse(pack_of(keys, sample_delegation(keys)));
        json["programmes"] = Json::array();
        CHECK_FALSE(read_pack(canonical_json(json)).ok());
    }

    TEST_CASE("a delegation that another key than the record's desk signed is refused")
    {
        const SampleKeys keys;
        const auto pack =
            write_pack(sign_record(sample_record(keys), keys.root),
                       sign_statement(delegation_kind, to_json(sample_delegation(keys)), keys.publisher),
                       {template_text}, {programme_text});
        CHECK_FALSE(read_pack(pack).ok());
    }

    TEST_CASE("a delegation is refused that is unordered, short of indexes, elsewhere, late or half specimen")
    {
        const SampleKeys keys;
        const auto refused_with = [&](const auto& change) {
            auto delegation = sample_delegation(keys);
            change(delegation);
            return !read_pack(pack_of(keys, delegation)).ok();
        };
        CHECK(refused_with([](Delegation& d) { d.status_indexes = {4, 4, 9}; }));
        CHECK(refused_with([](Delegation& d) { d.status_indexes = {4}; }));
        CHECK(refused_with([](Delegation& d) { d.site = 3; }));
        CHECK(refused_with([](Delegation& d) { d.site = 0; }));
        CHECK(refused_with([](Delegation& d) { d.kiosk = "7q1f"; }));
        CHECK(refused_with([](Delegation& d) { d.until = d.from - 1; }));
        CHECK(refused_with([](Delegation& d) { d.specimen = false; }));
        CHECK(refused_with([](Delegation& d) {
            d.from += 400 * 86400;
            d.until += 800 * 86400;
        }));
    }

    TEST_CASE("every single changed byte of a pack is refused or changes nothing that was signed")
    {
        const SampleKeys keys;
        const auto good = pack_of(keys, sample_delegation(keys));
        for (std::size_t place = 0; place < good.size(); ++place) {
            auto bad = good;
            bad[place] = static_cast<char>(bad[place] ^ 1);
            CHECK_FALSE(read_pack(bad).ok());
        }
    }
}
