#include "storage/institution/institution.h"

#include <nlohmann/json.hpp>

#include "storage/base/text.h"
#include "storage/institution/fields.h"
#include "storage/institution/institution_parts.h"

namespace northseal::institution {
namespace {

constexpr Instant year = 366 * 86400;

std::string key_path(const std::string& folder, KeyName name)
{
    return folder + "/keys/" + std::string(name_of(name)) + ".key";
}

Result<catalogue::Words> cleaned(const catalogue::Words& words)
{
    catalogue::Words out;
    for (const auto& [language, text] : words) out[language] = TRY(clean_text_claim(text));
    if (out.empty()) return refused("a name is missing");
    return out;
}

Result<InstitutionRecord> new_record(const NewInstitution& wish, Instant now)
{
    InstitutionRecord record;
    TRY(check_host(wish.host));
    record.issuer.host = wish.host;
    record.issuer.did = "did:web:" + wish.host;
    record.issuer.name = TRY(cleaned(wish.name));
    record.issuer.country = wish.country;
    record.issuer.region = wish.region;
    for (const auto& site : wish.sites) {
        const auto number = static_cast<std::uint32_t>(record.issuer.sites.size() + 1);
        record.issuer.sites.push_back({number, TRY(cleaned(site))});
    }
    record.verify_host = wish.verify_host.empty() ? wish.host : wish.verify_host;
    record.desk_name = "desk-" + std::to_string(civil_date(now, 0).year);
    record.desk_until = now + year;
    record.publisher_name = "publisher-1";
    record.made = now;
    record.specimen = wish.demo;
    return record;
}

Result<> write_keys(const std::string& folder, const SigningKey& root, const SigningKey& desk,
                    const SigningKey& publisher, const SecretBytes& passphrase, const Surroundings& around,
                    Hardness hardness)
{
    TRY(around.disk.make_folder(folder + "/keys"));
    const std::pair<KeyName, const SigningKey*> keys[] = {
        {KeyName::root, &root}, {KeyName::desk, &desk}, {KeyName::publisher, &publisher}};
    for (const auto& [name, key] : keys) {
        const auto sealed = TRY(seal_key(name_of(name), *key, passphrase, around.random, hardness));
        TRY(around.disk.write_durably(key_path(folder, name), view(sealed)));
    }
    return {};
}

Result<std::vector<Delegation>> load_delegations(const std::string& folder, const PublicKey& desk, Disk& disk)
{
    std::vector<Delegation> out;
    const auto names = TRY(disk.list(folder + "/delegations"));
    for (const auto& name : names) {
        if (!name.ends_with(".json")) continue;
        const auto path = folder + "/delegations/" + name;
        const auto envelope = TRY(read_json_file(path, disk));
        const auto statement = open_statement(delegation_kind, envelope, desk);
        auto read =
            statement.ok() ? read_delegation(statement.value()) : Result<Delegation>(statement.error());
        if (!read.ok()) return corrupt(path + ": " + read.error().detail);
        out.push_back(std::move(read).value());
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return out;
}

} // namespace

std::string_view name_of(KeyName name)
{
    switch (name) {
    case KeyName::root:
        return "root";
    case KeyName::desk:
        return "desk";
    case KeyName::publisher:
        return "publisher";
    }
    std::abort();
}

Result<Json> read_json_file(const std::string& path, Disk& disk)
{
    const auto bytes = TRY(disk.read(path, institution_file_most));
    auto json = parse_json(text_of(bytes), {institution_file_most, 32});
    if (!json.ok()) return corrupt(path + ": " + json.error().detail);
    return json;
}

Institution::Institution(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{}
Institution::Institution(Institution&&) noexcept = default;
Institution::~Institution() = default;

Result<Institution> Institution::create(const std::string& folder, const NewInstitution& wish,
                                        const SecretBytes& passphrase, Surroundings around, Hardness hardness)
{
    if (around.disk.exists(folder + "/institution.json")) {
        return refused(folder + " holds an institution already; nothing was changed");
    }
    const auto now = around.clock.now();
    auto record = TRY(new_record(wish, now));
    const auto root = SigningKey::generate(around.random);
    const auto desk = SigningKey::generate(around.random);
    const auto publisher = SigningKey::generate(around.random);
    record.root = root.public_key();
    record.desk = desk.public_key();
    record.publisher = publisher.public_key();
    TRY(read_record(to_json(record))); // nothing is made that could not be read back
    TRY(around.disk.make_folder(folder + "/delegations"));
    TRY(around.disk.make_folder(folder + "/templates"));
    TRY(around.disk.make_folder(folder + "/programmes"));
    TRY(write_keys(folder, root, desk, publisher, passphrase, around, hardness));
    State state;
    state.lists.assign(lists_least, now);
    TRY(save_state(folder, state, around.disk));
    // Last: where this file stands, all the others do.
    const auto envelope = canonical_json(sign_record(record, root));
    TRY(around.disk.write_durably(folder + "/institution.json", view(envelope)));
    auto made = TRY(open(folder, around));
    TRY(made.refresh_listing(desk));
    return made;
}

Result<Institution> Institution::open(const std::string& folder, Surroundings around)
{
    if (!around.disk.exists(folder + "/institution.json")) {
        return Error{Fault::not_found, folder + " holds no institution: make one with "
                                                "\"northseal institution init\""};
    }
    auto envelope = TRY(read_json_file(folder + "/institution.json", around.disk));
    auto record = open_record(envelope);
    if (!record.ok()) return corrupt(folder + "/institution.json: " + record.error().detail);
    auto state = TRY(load_state(folder, around.disk));
    auto delegations = TRY(load_delegations(folder, record.value().desk, around.disk));
    auto renewals = TRY(load_renewals(folder, record.value().desk, delegations, around.disk));
    auto received = TRY(ReceivedStore::load(folder, around.disk));
    return Institution(std::make_unique<Parts>(
        Parts{folder, around, std::move(envelope), std::move(record).value(), std::move(state),
              std::move(delegations), std::move(renewals), std::move(received)}));
}

const std::string& Institution::folder() const
{
    return m_parts->folder;
}
const InstitutionRecord& Institution::record() const
{
    return m_parts->record;
}
const Json& Institution::record_envelope() const
{
    return m_parts->envelope;
}
const State& Institution::state() const
{
    return m_parts->state;
}
const std::vector<Delegation>& Institution::delegations() const
{
    return m_parts->delegations;
}
const ReceivedStore& Institution::received() const
{
    return m_parts->received;
}
Surroundings& Institution::surroundings() const
{
    return m_parts->surroundings;
}

Result<SigningKey> Institution::open_key(KeyName name, const SecretBytes& passphrase) const
{
    const auto path = key_path(m_parts->folder, name);
    if (!m_parts->surroundings.disk.exists(path)) {
        return Error{Fault::locked, "the key of the " + std::string(name_of(name)) +
                                        " is not on this machine: bring " + path + " back to use it"};
    }
    const auto text = TRY(m_parts->surroundings.disk.read(path, 16384));
    auto key = TRY(institution::open_key(name_of(name), text_of(text), passphrase));
    const auto& record = m_parts->record;
    const auto& expected = name == KeyName::root   ? record.root
                           : name == KeyName::desk ? record.desk
                                                   : record.publisher;
    if (key.public_key() != expected) {
        return corrupt(path + " is not the key that the institution's record names");
    }
    return key;
}

Result<> Institution::keep(const State& state)
{
    TRY(save_state(m_parts->folder, state, m_parts->surroundings.disk));
    m_parts->state = state;
    return {};
}

Result<> Institution::keep_publication(const Publication& publication)
{
    auto state = m_parts->state;
    state.published = publication;
    return keep(state);
}

} // namespace northseal::institution
