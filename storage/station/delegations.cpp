#include <algorithm>

#include "storage/base/read_cache.h"
#include "storage/catalogue/compile.h"
#include "storage/institution/delegation.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr int proof_rounds = 8;

// A start, an unlocking and a renewal all meet the same few templates and programmes: each thread keeps those
// that it has read, and what was proved of a template stays proved.
ReadCache<credential::Template>& templates_of_this_thread()
{
    thread_local ReadCache<credential::Template> cache(credential::Template::read);
    return cache;
}

ReadCache<catalogue::Programme>& programmes_of_this_thread()
{
    thread_local ReadCache<catalogue::Programme> cache(catalogue::read_programme);
    return cache;
}

using Programmes = std::vector<std::shared_ptr<const catalogue::Programme>>;
using Templates = std::vector<std::unique_ptr<HeldTemplate>>;
// Templates that the kiosk holds already come with every renewal: says which text not to read or prove again.
using HeldText = std::function<bool(const std::string& template_text)>;

// "https://HOST/programmes/ID/VERSION/LANGUAGE": how a template names its achievement (storage/catalogue).
struct AchievementName {
    std::string programme;
    std::string version;
};

Result<AchievementName> achievement_of(const credential::Template& form)
{
    const Json* place = &form.json();
    for (const auto* name : {"credential", "credentialSubject", "achievement"}) {
        place = place == nullptr ? nullptr : member(*place, name);
    }
    if (place == nullptr) return refused("a template names no achievement");
    const auto id = TRY(text_member(*place, "id"));
    constexpr std::string_view folder = "/programmes/";
    const auto begin = id.find(folder);
    const auto last = id.rfind('/');
    const auto middle = begin == std::string::npos ? begin : id.find('/', begin + folder.size());
    if (middle == std::string::npos || last <= middle) {
        return refused("a template's achievement has an id of another form: " + id);
    }
    const auto from = begin + folder.size();
    return AchievementName{id.substr(from, middle - from), id.substr(middle + 1, last - middle - 1)};
}

std::shared_ptr<const catalogue::Programme> find_programme(const Programmes& programmes,
                                                           const AchievementName& name)
{
    for (const auto& programme : programmes) {
        if (programme->id == name.programme && programme->version == name.version) return programme;
    }
    return nullptr;
}

// A new machine has a name of its own: credentials of the one before it name the key that signed them.
Result<> check_name(const DelegationFacts& known, const DelegationFacts& now, bool of_this_machine)
{
    if (of_this_machine && known.facts.kiosk != now.facts.kiosk) {
        return refused("this delegation gives the kiosk another name: " + now.facts.kiosk);
    }
    if (!of_this_machine && known.facts.kiosk == now.facts.kiosk) {
        return refused("this delegation gives the new machine the name of the one that it replaces: " +
                       now.facts.kiosk);
    }
    return {};
}

Result<> check_same_institution(const DelegationFacts& first, const DelegationFacts& now)
{
    if (first.root != now.root || first.facts.did != now.facts.did) {
        return refused("this delegation is by another institution than the one this kiosk belongs to");
    }
    if (first.facts.specimen != now.facts.specimen) {
        return refused(first.facts.specimen ? "a demonstration kiosk can never issue real certificates"
                                            : "a real kiosk can never become a demonstration");
    }
    return {};
}

Result<> check_delegation(const institution::DelegationPack& pack, const vault::Vault& vault)
{
    const auto& delegation = pack.delegation;
    if (delegation.kiosk_key != vault.kiosk_key() || delegation.transport_key != vault.transport_key()) {
        return refused("this delegation is for another kiosk; ask the desk for the one that answers this "
                       "kiosk's request");
    }
    if (delegation.protection_class != vault.protection_class()) {
        return refused("this delegation is for protection class " + delegation.protection_class +
                       ", and this kiosk is of class " + vault.protection_class());
    }
    if (delegation.specimen != pack.record.specimen) {
        return refused("a demonstration institution issues specimens only, and a real one none");
    }
    if (pack.record.specimen != pack.record.issuer.host.ends_with(".invalid")) {
        return refused("a demonstration lives under .invalid, and nothing else does");
    }
    if (delegation.site < 1 || delegation.site > pack.record.issuer.sites.size()) {
        return refused("this delegation is for a site that the institution does not list");
    }
    if (delegation.count == 0 || delegation.status_indexes.size() < delegation.count) {
        return refused("this delegation gives fewer status indexes than certificates");
    }
    if (delegation.from >= delegation.until) return refused("this delegation ends before it begins");
    return {};
}

DelegationFacts facts_of(const institution::DelegationPack& pack, std::string_view text)
{
    const auto& record = pack.record;
    const auto& delegation = pack.delegation;
    DelegationFacts out;
    out.facts.institution = record.issuer.name;
    out.facts.site = record.issuer.sites[delegation.site - 1].name;
    out.facts.did = record.issuer.did;
    out.facts.verify_host = record.verify_host;
    out.facts.kiosk = delegation.kiosk;
    out.facts.specimen = delegation.specimen;
    out.facts.protection_class = delegation.protection_class;
    out.facts.delegation_from = delegation.from;
    out.facts.delegation_until = delegation.until;
    out.facts.delegation_count = delegation.count;
    out.host = record.issuer.host;
    out.root = record.root;
    out.from = delegation.from;
    out.templates = delegation.templates;
    out.pack = sha256(view(text));
    return out;
}

Result<> prove_templates(const Templates& templates, const institution::DelegationPack& pack,
                         const Surroundings& around, const HeldText& held_already)
{
    const auto& allowed = pack.delegation.templates;
    for (const auto& id : allowed) {
        const auto is_it = [&](const auto& held) { return held->form->id() == id; };
        if (std::none_of(templates.begin(), templates.end(), is_it)) {
            return refused("a template that this delegation names is not in its file");
        }
    }
    for (const auto& held : templates) {
        if (std::find(allowed.begin(), allowed.end(), held->form->id()) == allowed.end()) {
            return refused("the file holds a template that its delegation does not name");
        }
        if (!held_already(held->form->text())) TRY(held->form->prove(around.random, proof_rounds));
        if (around.frameworks == nullptr) continue;
        const auto compiled = TRY(catalogue::compile_template(*held->programme, pack.record.issuer,
                                                              *around.frameworks, held->language));
        if (compiled != held->form->text()) {
            return refused("programme " + held->programme_id + " (" + held->language +
                           ") does not compile to the template that the desk signed");
        }
    }
    return {};
}

Result<> append_delegation(ledger::Ledger& ledger, const institution::Delegation& delegation,
                           const DelegationFacts& facts, Instant time, Surroundings around)
{
    auto head = TRY(ledger.log().head());
    ledger::Entry entry;
    entry.number = head.tree.size() + 1;
    entry.time = std::max(time, head.last_time);
    entry.kind = ledger::EntryKind::delegation_installed;
    entry.body = encode(facts);
    TRY(ledger.log().append(entry, head));
    // Drawn at random once, here: every later issue takes the next, and two certificates in a row have
    // nothing in common in the published lists.
    auto order = delegation.status_indexes;
    for (auto left = order.size(); left > 1; --left) {
        std::swap(order[left - 1], order[static_cast<std::size_t>(around.random.below(left))]);
    }
    auto inserted = ledger.delegations().insert({delegation.number, entry.number, entry.body}, order);
    if (!inserted.ok() && inserted.error().fault == Fault::corrupt) {
        return refused("this delegation gives a status index that an earlier one gave: " +
                       inserted.error().detail);
    }
    return inserted;
}

// The templates that a pack brings, but for those that are held already; each with its programme.
Result<Templates> open_pack(const institution::DelegationPack& pack, const HeldText& held)
{
    Templates out;
    if (std::all_of(pack.templates.begin(), pack.templates.end(), held)) return out;
    Programmes programmes;
    for (const auto& text : pack.programmes)
        programmes.push_back(TRY(programmes_of_this_thread().read(text)));
    for (const auto& text : pack.templates) {
        if (held(text)) continue;
        auto form = TRY(templates_of_this_thread().read(text));
        const auto name = TRY(achievement_of(*form));
        auto programme = find_programme(programmes, name);
        if (programme == nullptr) {
            return refused("the file brings no programme " + name.programme + " " + name.version +
                           " for one of its templates");
        }
        const auto language = form->language();
        out.push_back(std::make_unique<HeldTemplate>(
            HeldTemplate{std::move(form), name.programme, name.version, language, std::move(programme)}));
    }
    return out;
}

bool holds_nothing(const std::string& /*form*/)
{
    return false;
}

// Fault::refused where it is not for this kiosk, or not newer than the one in force. The same once more
// changes nothing.
Result<> install_into(vault::Vault& vault, ledger::Ledger& ledger, const std::string& folder,
                      std::string_view text, const Dated& now, Surroundings around,
                      const HeldText& held_already)
{
    if (text.size() > institution::delegation_pack_most) {
        return Error{Fault::full, "the delegation's file is larger than any that a desk writes"};
    }
    const auto pack = TRY(institution::read_pack(text));
    TRY(check_delegation(pack, vault));
    const auto facts = facts_of(pack, text);
    const auto earlier = TRY(ledger.delegations().all());
    const auto eras = TRY(eras_of(ledger.log(), vault.kiosk_key()));
    for (const auto& record : earlier) {
        const auto known = TRY(decode_facts(record.facts));
        if (known.pack == facts.pack) return {};
        TRY(check_same_institution(known, facts));
        TRY(check_name(known, facts, record.entry >= eras.back().first));
        if (record.number >= pack.delegation.number) {
            return refused("delegation " + std::to_string(pack.delegation.number) +
                           " is older than the one installed here");
        }
    }
    if (around.disk.exists(lost_pack_path(folder, pack.delegation.number))) {
        return refused(
            "delegation " + std::to_string(pack.delegation.number) +
            " was here before the ledger was restored, and what was lost may have issued under it; "
            "ask the institution for a new one");
    }
    // The first one is itself a witness of the time; a later one waits for a clock that is sure.
    if (!earlier.empty() && now.trust != ClockTrust::sound) {
        return clock_doubt(now, "install the file again then");
    }
    const auto opened = TRY(open_pack(pack, holds_nothing));
    TRY(prove_templates(opened, pack, around, held_already));

    // The file first, sealed, since it names the facilitators; the entry makes it count.
    const auto number = pack.delegation.number;
    TRY(around.disk.make_folder(folder + "/delegations"));
    const auto sealed =
        TRY(vault.seal_for_station(vault::Purpose::delegation_pack, view(text), pack_place(number)));
    TRY(around.disk.write_durably(pack_path(folder, number), sealed));
    TRY(ledger.transaction(
        [&] { return append_delegation(ledger, pack.delegation, facts, now.time, around); }));
    return ledger.rest();
}

} // namespace

Result<> Station::install(const std::string& folder, std::string_view text, std::string_view words,
                          Surroundings around)
{
    if (!vault::Vault::exists(folder, around.disk)) {
        return Error{Fault::not_found, "no kiosk has been enrolled in " + folder};
    }
    auto vault = TRY(vault::Vault::open(folder, around.disk, around.clock, around.random, around.tpm));
    TRY(vault.unlock(words));
    auto ledger = TRY(ledger::Ledger::open(folder, around.disk));
    const auto now = TRY(date_without_station(*ledger, around.clock));
    return install_into(vault, *ledger, folder, text, now, around, holds_nothing);
}

Result<> Station::install(std::string_view text)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto reading = TRY(parts.watch_clock());
    const auto head = TRY(parts.ledger->log().head());
    const Dated now{parts.time_after(head), reading.trust, reading.says, head.last_time};
    const auto held = [&](const std::string& form) { return parts.holds_template(form); };
    TRY(install_into(parts.vault, *parts.ledger, parts.folder, text, now, parts.around, held));
    TRY(parts.load_facts());
    TRY(parts.load_clock());
    if (reading.trust != ClockTrust::sound) parts.clock_watch.forget();
    return parts.load_all();
}

// By its text: a template's id is the hash of that.
bool Station::Parts::holds_template(const std::string& form) const
{
    return find_template(sha256(view(form))) != nullptr;
}

Result<> Station::Parts::load_delegations()
{
    const auto renewals = TRY(ledger->delegations().renewals());
    for (const auto& record : TRY(ledger->delegations().all())) {
        const auto sealed = TRY(around.disk.read(pack_path(folder, record.number), sealed_pack_most));
        auto text =
            vault.open_for_station(vault::Purpose::delegation_pack, sealed, pack_place(record.number));
        auto held_facts = TRY(facts_in_force(record, renewals));
        if (!text.ok() || sha256(text.value()) != held_facts.pack) {
            return corrupt("delegation " + std::to_string(record.number) +
                           " is not the one that was installed");
        }
        auto pack = TRY(institution::read_pack(text_of(text.value())));
        wipe(text.value());
        const auto known = [&](const std::string& form) { return holds_template(form); };
        for (auto& held : TRY(open_pack(pack, known))) {
            if (find_template(held->form->id()) == nullptr) templates.push_back(std::move(held));
        }
        delegations.push_back({record.number, record.entry, std::move(held_facts), pack.delegation.site,
                               pack.record.desk, std::move(pack.delegation.facilitators)});
    }
    if (delegations.empty()) return {};
    for (const auto& id : delegations.back().facts.templates) {
        const auto* held = find_template(id);
        if (held == nullptr) return corrupt("a template of the delegation is missing");
        const auto same = [&](const ProgrammeOffer& offer) { return offer.id == held->programme_id; };
        const auto found = std::find_if(offers.begin(), offers.end(), same);
        if (found == offers.end()) {
            offers.push_back({held->programme_id, held->version, {held->language}, held->programme.get()});
        } else {
            found->languages.push_back(held->language);
        }
    }
    return {};
}

} // namespace northseal::station
