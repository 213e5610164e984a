#include "tests/paper/samples.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

#include "kiosk/words/words.h"
#include "tests/support/shared.h"

namespace northseal::test {

std::string reference_file(const std::string& name)
{
    auto text = read_file(NORTHSEAL_SOURCE_DIR "/tests/vectors/reference/" + name);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

kiosk::Certificate reference_certificate(const std::string& name)
{
    kiosk::Certificate certificate;
    certificate.credential_json = reference_file("credential-" + name + ".json");
    certificate.slip_url = reference_file("slip-" + name + ".txt");
    certificate.verify_host = "verify.example.ca";
    certificate.six_words = {"lake", "birch", "stone", "lamp", "river", "seven"};
    certificate.award = credential::read_award(parse_json(certificate.credential_json).value()).value();
    return certificate;
}

kiosk::Certificate with_outcomes(kiosk::Certificate certificate, std::size_t count)
{
    const auto some = certificate.award.outcomes;
    auto& outcomes = certificate.award.outcomes;
    outcomes.resize(std::min(count, some.size()));
    for (std::size_t i = some.size(); i < count; ++i) {
        outcomes.push_back(some[i % some.size()]);
        outcomes.back().name += " " + std::to_string(i / some.size() + 1);
    }
    return certificate;
}

kiosk::CertificateText words_for(const kiosk::Certificate& certificate)
{
    RealDisk disk;
    const auto words = std::make_shared<kiosk::Words>(
        kiosk::Words::load(NORTHSEAL_SOURCE_DIR "/assets/words", certificate.award.language, disk).value());
    return {[words](std::string_view key) { return (*words)(key); }};
}

} // namespace northseal::test
