#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/institution/samples.h"

using namespace northseal;
using namespace northseal::institution;
using namespace northseal::test;

TEST_SUITE("storage/institution/statement")
{
    TEST_CASE("a statement opens with the key that signed it")
    {
        const SampleKeys keys;
        const Json body = {{"b", 2}, {"a", "one"}};
        const auto opened =
            open_statement("example 1", sign_statement("example 1", body, keys.desk), keys.desk.public_key());
        REQUIRE(opened.ok());
        CHECK(opened.value() == body);
    }

    TEST_CASE("a statement of one kind is never taken for another, though the body is the same")
    {
        const SampleKeys keys;
        auto envelope = sign_statement("example 1", {{"a", 1}}, keys.desk);
        envelope["northseal"] = "example 2";
        CHECK_FALSE(open_statement("example 1", envelope, keys.desk.public_key()).ok());
        CHECK_FALSE(open_statement("example 2", envelope, keys.desk.public_key()).ok());
    }

    TEST_CASE("a changed body, another key, a stray member and a shortened signature are refused")
    {
        const SampleKeys keys;
        const auto good = sign_statement("example 1", {{"a", 1}}, keys.desk);
        auto changed = good;
        changed["statement"]["a"] = 2;
        CHECK_FALSE(open_statement("example 1", changed, keys.desk.public_key()).ok());
        CHECK_FALSE(open_statement("example 1", good, keys.root.public_key()).ok());
        auto stray = good;
        stray["note"] = "unsigned";
        CHECK_FALSE(open_statement("example 1", stray, keys.desk.public_key()).ok());
        auto shortened = good;
        shortened["signature"] = "z11";
        CHECK_FALSE(open_statement("example 1", shortened, keys.desk.public_key()).ok());
    }

    TEST_CASE("the institution's record reads back as it was written")
    {
        const SampleKeys keys;
        const auto record = sample_record(keys);
        const auto read = open_record(sign_record(record, keys.root));
        REQUIRE(read.ok());
        CHECK(canonical_json(to_json(read.value())) == canonical_json(to_json(record)));
        CHECK(read.value().issuer.sites.size() == 2);
        CHECK(read.value().desk == keys.desk.public_key());
    }

    TEST_CASE("a record that its own root did not sign is refused")
    {
        const SampleKeys keys;
        CHECK_FALSE(open_record(sign_record(sample_record(keys), keys.desk)).ok());
    }

    TEST_CASE("only a demonstration stands under .invalid, and it stands nowhere else")
    {
        const SampleKeys keys;
        auto record = sample_record(keys);
        record.specimen = false;
        CHECK_FALSE(read_record(to_json(record)).ok());
        record = sample_record(keys);
        record.issuer.host = "credentials.example.ca";
        record.issuer.did = "did:web:credentials.example.ca";
        CHECK_FALSE(read_record(to_json(record)).ok());
        record.specimen = false;
        CHECK(read_record(to_json(record)).ok());
    }

    TEST_CASE("a record with a member that nobody knows is refused, lest it mean something")
    {
        const SampleKeys keys;
        auto statement = to_json(sample_record(keys));
        statement["limits"] = "none";
        CHECK_FALSE(read_record(statement).ok());
    }

    TEST_CASE("a key whose name could read as a multibase key is refused")
    {
        const SampleKeys keys;
        auto record = sample_record(keys);
        record.desk_name = "z6Mk";
        CHECK_FALSE(read_record(to_json(record)).ok());
    }
}
