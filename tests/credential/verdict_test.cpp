// Every verdict, by the vectors that the verify page shares: tests/vectors/verdicts/*.txt.
#include "storage/credential/verdict.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <set>

#include "tests/credential/reference.h"

using namespace northseal;
using namespace northseal::credential;
using namespace northseal::test;

namespace {

const std::string vectors = NORTHSEAL_SOURCE_DIR "/tests/vectors/";

class VectorTrust final : public TrustSource {
public:
    void add(const std::string& name, const std::string& value)
    {
        std::istringstream words(value);
        std::string first;
        std::string second;
        words >> first >> second;
        if (name == "issuer") issuers.insert(first);
        if (name == "template") known.push_back(Template::read(read_file(vectors + first)).value());
        if (name == "lists-dated") lists_dated = from_date_time(first).value();
        if (name == "lists") has_lists = first != "none";
        if (name == "revoked") bits.insert(static_cast<std::uint32_t>(std::stoul(first)));
        if (name == "superseded") replaced.insert(static_cast<std::uint32_t>(std::stoul(first)));
        if (name == "received") {
            digests[static_cast<std::uint32_t>(std::stoul(first))] =
                exactly<8>(from_hex(second).value(), "a digest").value();
        }
        if (name == "key") {
            std::string role;
            std::string state;
            words >> role >> state;
            Key key;
            key.key = from_multikey(second).value();
            key.role = role == "institution" ? KeyRole::institution : KeyRole::kiosk;
            key.state = state == "closed" ? KeyState::closed : KeyState::open;
            keys[first] = key;
        }
    }

    const Template* find_template(const TemplatePrefix& prefix) const override
    {
        for (const auto& one : known) {
            if (one.prefix() == prefix) return &one;
        }
        return nullptr;
    }
    std::vector<const Template*> templates() const override
    {
        std::vector<const Template*> out;
        for (const auto& one : known) out.push_back(&one);
        return out;
    }
    bool lists_issuer(std::string_view did) const override { return issuers.contains(std::string(did)); }
    std::optional<Key> key(std::string_view method) const override
    {
        const auto found = keys.find(std::string(method));
        return found == keys.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<bool> revoked(std::uint32_t index) const override
    {
        return has_lists ? std::optional(bits.contains(index)) : std::nullopt;
    }
    bool superseded(std::uint32_t index) const override { return replaced.contains(index); }
    std::optional<ReceivedDigest> received(std::uint32_t index) const override
    {
        const auto found = digests.find(index);
        return found == digests.end() ? std::nullopt : std::optional(found->second);
    }
    Instant dated() const override { return lists_dated; }

    std::vector<Template> known;
    std::set<std::string> issuers;
    std::map<std::string, Key> keys;
    std::set<std::uint32_t> bits;
    std::set<std::uint32_t> replaced;
    std::map<std::uint32_t, ReceivedDigest> digests;
    Instant lists_dated{0};
    bool has_lists{true};
};

struct Vector {
    VectorTrust trust;
    VerifyOptions options;
    std::string expect;
    std::string body;
};

void read_vector(const std::string& path, Vector& vector)
{
    std::istringstream file(read_file(path));
    for (std::string line; std::getline(file, line) && !line.empty();) {
        const auto colon = line.find(": ");
        const auto name = line.substr(0, colon);
        const auto value = line.substr(colon + 2);
        if (name == "expect") vector.expect = value;
        if (name == "now") vector.options.now = from_date_time(value).value();
        vector.trust.add(name, value);
    }
    vector.body.assign(std::istreambuf_iterator<char>(file), {});
    while (!vector.body.empty() && vector.body.back() == '\n') vector.body.pop_back();
}

Finding judge(const Vector& vector)
{
    return vector.body.starts_with('{') ? verify_json(vector.body, vector.trust, vector.options)
                                        : verify_slip(vector.body, vector.trust, vector.options);
}

Finding judge(const std::string& name)
{
    Vector vector;
    read_vector(vectors + "verdicts/" + name + ".txt", vector);
    return judge(vector);
}

} // namespace

TEST_SUITE("storage/credential/verdict")
{
    TEST_CASE("each vector gets the verdict that it expects, and each verdict has a vector")
    {
        std::set<std::string> met;
        for (const auto& entry : std::filesystem::directory_iterator(vectors + "verdicts")) {
            if (entry.path().extension() != ".txt") continue;
            CAPTURE(entry.path().filename());
            Vector vector;
            read_vector(entry.path(), vector);
            const auto finding = judge(vector);
            CAPTURE(finding.reason);
            CHECK(std::string(facts_of(finding.verdict).name) == vector.expect);
            CHECK_FALSE(finding.reason.empty());
            met.insert(vector.expect);
        }
        CHECK(met.size() == verdict_count);
    }

    TEST_CASE("the exit code says genuine, not, or cannot tell")
    {
        CHECK(facts_of(Verdict::genuine).exit_code == 0);
        CHECK(facts_of(Verdict::revoked).exit_code == 1);
        CHECK(facts_of(Verdict::specimen).exit_code == 1);
        CHECK(facts_of(Verdict::programme_not_known).exit_code == 2);
        for (std::size_t i = 0; i < verdict_count; ++i) {
            CHECK(facts_of(static_cast<Verdict>(i)).verdict == static_cast<Verdict>(i));
        }
    }

    TEST_CASE("what is not genuine shows nothing of itself; what was genuine once shows what it said")
    {
        CHECK(judge("not_genuine_changed_name").credential.empty());
        CHECK(judge("not_genuine_reordered_json").credential.empty());
        CHECK(judge("programme_not_known").credential.empty());
        CHECK_FALSE(judge("revoked").credential.empty());
        CHECK(judge("genuine").credential == judge("genuine_json_indented").credential);
    }

    TEST_CASE("each verdict has its title, sentence and next step in both languages")
    {
        for (const std::string language : {"en", "fr"}) {
            const auto words = read_file(NORTHSEAL_SOURCE_DIR "/assets/words/" + language + "/verdict.toml");
            for (std::size_t i = 0; i < verdict_count; ++i) {
                const auto key = "\"" + std::string(facts_of(static_cast<Verdict>(i)).words) + ".";
                CAPTURE(key);
                for (const auto* const part : {"title\" = \"", "sentence\" = \"", "what_next\" = \""}) {
                    CHECK(words.find(key + part) != words.npos);
                }
            }
        }
    }

    TEST_CASE("every value of the JSON matters: each one changed is refused")
    {
        Vector vector;
        read_vector(vectors + "verdicts/genuine_json.txt", vector);
        const auto flat = parse_json(vector.body).value().flatten();
        int changed = 0;
        for (const auto& item : flat.items()) {
            const std::string path = item.key();
            const Json& value = item.value();
            auto json = parse_json(vector.body).value();
            auto& place = json[Json::json_pointer(path)];
            place = value.is_boolean() ? Json(!value.get<bool>()) : Json(value.get<std::string>() + "x");
            CAPTURE(path);
            const auto finding = verify_json(json.dump(), vector.trust, vector.options);
            CHECK(facts_of(finding.verdict).exit_code != 0);
            ++changed;
        }
        CHECK(changed > 200);
    }
}
