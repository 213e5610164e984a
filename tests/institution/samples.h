#pragma once
// An institution under .invalid, its keys and a kiosk, made from seeds.

#include "storage/base/random.h"
#include "storage/institution/delegation.h"

namespace northseal::test {

struct SampleKeys {
    SeededRandom random{7};
    SigningKey root = SigningKey::generate(random);
    SigningKey desk = SigningKey::generate(random);
    SigningKey publisher = SigningKey::generate(random);
    SigningKey kiosk = SigningKey::generate(random);
    SigningKey transport = SigningKey::generate(random);
    SigningKey facilitator = SigningKey::generate(random);
};

constexpr Instant sample_day = 1780326000; // 2026-06-01T15:00:00Z

inline institution::InstitutionRecord sample_record(const SampleKeys& keys)
{
    institution::InstitutionRecord record;
    record.issuer.did = "did:web:demo.northseal.invalid";
    record.issuer.host = "demo.northseal.invalid";
    record.issuer.name = {{"en", "Northseal demonstration institution"},
                          {"fr", "Établissement de démonstration Northseal"}};
    record.issuer.sites = {{1, {{"en", "First site"}, {"fr", "Premier site"}}},
                           {2, {{"en", "Second site"}, {"fr", "Second site, rive nord"}}}};
    record.verify_host = "demo.northseal.invalid";
    record.root = keys.root.public_key();
    record.desk = keys.desk.public_key();
    record.desk_name = "desk-2026";
    record.desk_until = sample_day + 366 * 86400;
    record.publisher = keys.publisher.public_key();
    record.publisher_name = "publisher-1";
    record.made = sample_day;
    record.specimen = true;
    return record;
}

inline institution::EnrolmentRequest sample_request(const SampleKeys& keys)
{
    return {keys.kiosk.public_key(),
            keys.transport.public_key(),
            "passphrase",
            {{"Demo Facilitator", "assessor", keys.facilitator.public_key()}}};
}

} // namespace northseal::test
