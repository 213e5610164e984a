// Signing and verifying on one core, against bare Ed25519: one JSON line a measure, the median of nine
// windows.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "storage/credential/did.h"
#include "storage/credential/proof.h"
#include "storage/credential/verdict.h"

using namespace northseal;
using namespace northseal::credential;

namespace {

constexpr int windows = 9;
constexpr auto window_length = std::chrono::milliseconds(300);

std::string reference(const std::string& name)
{
    std::ifstream file(NORTHSEAL_SOURCE_DIR "/tests/vectors/reference/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Work that fails would be fast: it ends the program instead.
void must(bool done)
{
    if (done) return;
    std::fputs("bench_credential: the work that is measured went wrong\n", stderr);
    std::exit(1);
}

double processor_seconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// By the clock on the wall, and by the processor's time: on a machine with other work only the second means
// much.
void measure(const char* name, const std::function<void()>& work)
{
    using Clock = std::chrono::steady_clock;
    for (int i = 0; i < 3; ++i) work();
    std::vector<double> wall;
    std::vector<double> processor;
    for (int window = 0; window < windows; ++window) {
        const auto start = Clock::now();
        const auto processor_start = processor_seconds();
        double count = 0;
        auto now = start;
        for (; now - start < window_length; now = Clock::now()) {
            work();
            ++count;
        }
        wall.push_back(count / std::chrono::duration<double>(now - start).count());
        processor.push_back(count / (processor_seconds() - processor_start));
    }
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    std::printf("{\"name\": \"%s\", \"per_second\": %.1f, \"per_processor_second\": %.1f, \"windows\": %d}\n",
                name, wall[windows / 2], processor[windows / 2], windows);
    std::fflush(stdout);
}

// The institution of the reference, everything received and nothing revoked.
class BenchTrust final : public TrustSource {
public:
    BenchTrust(const Template& tmpl, const Signed& award)
        : m_template(tmpl), m_digest(received_digest(award).value()), m_index(award.claims.status_index)
    {
        const auto document = read_did_document(parse_json(reference("did.json")).value()).value();
        for (const auto& key : document.assertion_keys) {
            Key known;
            known.key = key.key;
            m_keys[key.id] = known;
        }
    }
    const Template* find_template(const TemplatePrefix& prefix) const override
    {
        return prefix == m_template.prefix() ? &m_template : nullptr;
    }
    bool lists_issuer(std::string_view) const override { return true; }
    std::optional<Key> key(std::string_view method) const override
    {
        const auto found = m_keys.find(std::string(method));
        return found == m_keys.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<bool> revoked(std::uint32_t) const override { return false; }
    std::optional<ReceivedDigest> received(std::uint32_t index) const override
    {
        return index == m_index ? std::optional(m_digest) : std::nullopt;
    }
    Instant dated() const override { return 1'781'300'000; }

private:
    const Template& m_template;
    ReceivedDigest m_digest;
    std::uint32_t m_index;
    std::map<std::string, Key> m_keys;
};

void measure_bare(const SigningKey& key)
{
    const Bytes message(64, 7);
    const auto signature = key.sign(message);
    measure("ed25519_sign", [&] { must(key.sign(message) == signature); });
    measure("ed25519_verify", [&] { must(verify(key.public_key(), message, signature)); });
}

void measure_ours(const Template& tmpl, const SigningKey& key)
{
    auto claims = read_claims(parse_json(reference("claims-en-typical.json")).value()).value();
    const auto award = sign(tmpl, claims, key).value();
    std::uint8_t turn = 0;
    measure("sign", [&] {
        claims.id[0] = ++turn; // another credential each time
        must(sign(tmpl, claims, key).ok());
    });
    measure("sign_to_json", [&] {
        claims.id[0] = ++turn;
        const auto made = sign(tmpl, claims, key);
        must(to_json(tmpl, made.value()).ok());
    });
    const BenchTrust trust(tmpl, award);
    const auto slip = to_slip_url(slip_of(award), "https://verify.example.ca/").value();
    VerifyOptions options;
    options.now = 1'781'300'000;
    measure("verify_slip", [&] { must(verify_slip(slip, trust, options).verdict == Verdict::specimen); });
}

void measure_any_json()
{
    const auto keys = read_did_document(parse_json(reference("did.json")).value()).value().assertion_keys;
    const KeyLookup lookup = [&](const std::string& method) -> Result<PublicKey> {
        for (const auto& key : keys) {
            if (key.id == method) return key.key;
        }
        return refused("no such key");
    };
    const auto text = reference("credential-en-typical.json");
    measure("verify_json", [&] {
        const auto credential = parse_json(text).value();
        must(verify_proofs(credential, lookup).value()[0].valid);
    });
}

} // namespace

int main()
{
    const auto tmpl = Template::read(reference("template-en.json")).value();
    const auto keys = parse_json(reference("keys.json")).value();
    const auto key =
        SigningKey::from_seed(from_hex(keys["keys"]["kiosk-7q3f"]["seed"].get<std::string>()).value());
    measure_bare(key);
    measure_ours(tmpl, key);
    measure_any_json();
}
