#include "storage/institution/institution.h"

#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

Result<institution::NewInstitution> wish_of(const InitAsk& ask)
{
    if (ask.sites_en.size() != ask.sites_fr.size()) {
        return refused(
            "each site needs its name in both languages: --site-en and --site-fr as often as one another");
    }
    const bool invalid = ask.host.substr(0, ask.host.find("%3A")).ends_with(".invalid");
    if (ask.demo != invalid) {
        return refused(ask.demo
                           ? "--demo needs a host under .invalid, e.g. demo.northseal.invalid"
                           : "a host under .invalid is for demonstrations: give --demo, or your own host");
    }
    institution::NewInstitution wish;
    wish.host = ask.host;
    wish.verify_host = ask.verify_host;
    wish.name = {{"en", ask.name_en}, {"fr", ask.name_fr}};
    for (std::size_t i = 0; i < ask.sites_en.size(); ++i) {
        wish.sites.push_back({{"en", ask.sites_en[i]}, {"fr", ask.sites_fr[i]}});
    }
    wish.country = ask.country;
    wish.region = ask.region;
    wish.demo = ask.demo;
    return wish;
}

Result<std::string> init(const InitAsk& ask, Tool& tool)
{
    const auto wish = TRY(wish_of(ask));
    if (tool.disk.exists(ask.folder + "/institution.json")) {
        return refused(ask.folder + " holds an institution already; nothing was changed");
    }
    const auto passphrase = TRY(read_passphrase(ask.passphrase, Asking::twice, tool));
    const auto made = TRY(
        institution::Institution::create(ask.folder, wish, passphrase, {tool.clock, tool.random, tool.disk}));
    return "Made " + made.record().issuer.did + "\nRoot key: " + to_multikey(made.record().root) +
           "\nDesk until: " + to_date_time(made.record().desk_until) + "\nKeep " + ask.folder +
           "/keys/root.key off this machine until next year: only the record needs it.\n";
}

Result<std::string> describe(const std::string& folder, Tool& tool)
{
    const auto institution =
        TRY(institution::Institution::open(folder, {tool.clock, tool.random, tool.disk}));
    const auto& record = institution.record();
    std::string out = record.issuer.did + (record.specimen ? " (demonstration)" : "") +
                      "\nRoot key: " + to_multikey(record.root) +
                      "\nDesk until: " + to_date_time(record.desk_until) + "\n";
    for (const auto& site : record.issuer.sites) {
        out += "Site " + std::to_string(site.number) + ": " + site.name.begin()->second + "\n";
    }
    for (const auto& programme : institution.state().programmes) {
        out += "Programme " + programme.id + " " + programme.version + ":";
        for (const auto& [language, digest] : programme.templates) {
            out += " " + language + " " + to_hex(digest).substr(0, 16);
        }
        out += "\n";
    }
    for (const auto& kiosk : institution.kiosks()) {
        const bool closed = institution.state().closed.contains(kiosk.name);
        out += "Kiosk " + kiosk.name + (closed ? ": closed" : ": until " + to_date_time(kiosk.until)) + "\n";
    }
    return out + "Received: " + std::to_string(institution.received().all().size()) +
           "\nWithdrawn: " + std::to_string(institution.state().withdrawn.size()) + "\nPublished: number " +
           std::to_string(institution.state().published.number) + "\n";
}

int finish(const Result<std::string>& text)
{
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace

int institution_init(const InitAsk& ask, Tool& tool)
{
    return finish(init(ask, tool));
}

int institution_show(const std::string& folder, Tool& tool)
{
    return finish(describe(folder, tool));
}

} // namespace northseal::tool
