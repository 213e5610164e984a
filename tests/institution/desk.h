#pragma once
// An institution made in a scratch folder, with the illustrative programme on offer and one kiosk whose key
// the test holds, so that it can sign whatever a kiosk could and should not.

#include <doctest/doctest.h>

#include <cstdint>

#include "storage/credential/slip.h"
#include "storage/institution/publish.h"
#include "storage/institution/trust_folder.h"
#include "tests/institution/samples.h"
#include "tests/support/scratch.h"
#include "tests/support/shared.h"

namespace northseal::test {

template<class T>
T must(Result<T> result)
{
    REQUIRE_MESSAGE(result.ok(), (result.ok() ? std::string() : result.error().detail));
    return std::move(result).value();
}

inline std::string offered_programme()
{
    return read_file(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/programmes/northern-mathematics.toml");
}

inline catalogue::Frameworks all_frameworks()
{
    catalogue::Frameworks out;
    RealDisk disk;
    const auto folder = std::string(NORTHSEAL_SOURCE_DIR) + "/assets/frameworks";
    for (const auto& name : must(disk.list(folder))) must(out.add(read_file(folder + "/" + name)));
    return out;
}

struct Desk {
    Scratch scratch;
    FixedClock clock{sample_day};
    SeededRandom random{21};
    RealDisk disk;
    SampleKeys kiosk_keys;
    SecretBytes passphrase = SecretBytes::copy_of(view("river stone kettle lantern"));
    institution::Institution institution;
    SigningKey desk;
    SigningKey publisher;
    institution::Delegation delegation;

    Desk()
        : institution(must(institution::Institution::create(folder(), wish(), passphrase, around(),
                                                            institution::Hardness::fast))),
          desk(must(institution.open_key(institution::KeyName::desk, passphrase))),
          publisher(must(institution.open_key(institution::KeyName::publisher, passphrase)))
    {
        must(institution.add_programme(offered_programme(), all_frameworks(), desk));
        delegation = must(delegate(2)).delegation;
    }

    std::string folder() const { return scratch.path("institution"); }
    std::string trust() const { return scratch.path("trust"); }
    institution::Surroundings around() { return {clock, random, disk}; }

    static institution::NewInstitution wish()
    {
        institution::NewInstitution out;
        out.host = "demo.northseal.invalid";
        out.name = {{"en", "Northseal demonstration institution"},
                    {"fr", "Établissement de démonstration Northseal"}};
        out.sites = {{{"en", "First site"}, {"fr", "Premier site"}},
                     {{"en", "Second site"}, {"fr", "Second site, rive nord"}}};
        out.demo = true;
        return out;
    }

    Result<institution::Delegated> delegate(std::uint32_t count)
    {
        institution::NewDelegation wanted;
        wanted.request = institution::write_request(sample_request(kiosk_keys), kiosk_keys.kiosk);
        wanted.site = 1;
        wanted.count = count;
        wanted.until = clock.now() + 200 * 86400;
        return institution.delegate(wanted, desk);
    }

    credential::Claims claims(std::size_t which)
    {
        credential::Claims out;
        out.id[0] = static_cast<std::uint8_t>(which + 1);
        out.id[6] = 0x40;
        out.id[8] = 0x80;
        out.valid_from = clock.now();
        out.time_source = 2;
        out.learner_name = "Sample Learner Northwater";
        out.levels = {3, 3, 4, 3, 3};
        out.assessor = "Demo Facilitator";
        out.identity_grade = 1;
        out.supervision = 1;
        out.kiosk = delegation.kiosk;
        out.status_index = delegation.status_indexes.at(which);
        out.specimen = true;
        out.site = 1;
        return out;
    }

    // The slip of what the kiosk signed.
    std::string slip(const credential::Claims& claims)
    {
        const auto text =
            must(institution.template_text(institution.state().programmes.at(0).templates.at("en")));
        const auto form = must(credential::Template::read(text));
        const auto award = must(credential::sign(form, claims, kiosk_keys.kiosk));
        return must(credential::to_slip_url(credential::slip_of(award), "https://demo.northseal.invalid/"));
    }
};

} // namespace northseal::test
