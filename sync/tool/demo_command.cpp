#include "storage/institution/publish.h"
#include "storage/station/station.h"
#include "sync/tool/assets.h"
#include "sync/tool/commands.h"

namespace northseal::tool {
namespace {

constexpr std::uint32_t demo_count = 500;
constexpr Instant demo_span = Instant{365} * 86400;

// What marks a folder as a demonstration of ours, half made or whole.
std::string mark_of(const std::string& folder)
{
    return folder + "/northseal-demo";
}

bool is_empty(const std::string& folder, Tool& tool)
{
    if (!tool.disk.exists(folder)) return true;
    const auto names = tool.disk.list(folder);
    for (const auto* part : {"/institution", "/kiosk", "/trust"}) {
        if (tool.disk.exists(folder + part)) return false;
    }
    return names.ok() && names.value().empty();
}

institution::NewInstitution wish()
{
    institution::NewInstitution out;
    out.host = "demo.northseal.invalid";
    out.name = {{"en", "Northseal demonstration institution"},
                {"fr", "Établissement de démonstration Northseal"}};
    out.sites = {{{"en", "Demonstration site one"}, {"fr", "Site de démonstration un"}},
                 {{"en", "Demonstration site two"}, {"fr", "Site de démonstration deux"}}};
    out.demo = true;
    return out;
}

std::string draw_pin(Random& random)
{
    std::string out;
    for (int i = 0; i < 6; ++i) out += static_cast<char>('0' + random.below(10));
    return out;
}

struct Secrets {
    std::string passphrase, words, assessor_pin, witness_pin;
};

// All is a specimen for ever, so its secrets may lie beside it: whoever starts the kiosk needs them.
Result<> write_secrets(const std::string& folder, const Secrets& secrets, Tool& tool)
{
    const auto text = "A demonstration: everything that it issues is a specimen.\n\n"
                      "Six words that open the kiosk: " +
                      secrets.words + "\nPIN of Demo Facilitator (assessor): " + secrets.assessor_pin +
                      "\nPIN of Demo Witness (witness): " + secrets.witness_pin +
                      "\nPassphrase of the institution: " + secrets.passphrase + "\n";
    TRY(tool.disk.write_durably(folder + "/demo.txt", view(text)));
    TRY(tool.disk.write_durably(folder + "/words.txt", view(secrets.words + "\n")));
    TRY(tool.disk.write_durably(folder + "/passphrase.txt", view(secrets.passphrase + "\n")));
    return tool.disk.write_durably(folder + "/pins.txt",
                                   view(secrets.assessor_pin + "\n" + secrets.witness_pin + "\n"));
}

Result<> make_kiosk(const std::string& folder, const Secrets& secrets, institution::Institution& institution,
                    const SigningKey& desk, const catalogue::Frameworks& frameworks, Tool& tool)
{
    station::NewStation kiosk;
    kiosk.words = secrets.words;
    kiosk.facilitators = {{"Demo Facilitator", "assessor", secrets.assessor_pin},
                          {"Demo Witness", "witness", secrets.witness_pin}};
    const station::Surroundings around{tool.clock, tool.random, tool.disk, &frameworks};
    institution::NewDelegation wanted;
    auto enrolled = TRY(station::Station::enrol(folder + "/kiosk", kiosk, around));
    wanted.request = std::move(enrolled.request);
    wanted.site = 1;
    wanted.count = demo_count;
    wanted.until = tool.clock.now() + demo_span;
    const auto delegated = TRY(institution.delegate(wanted, desk));
    return station::Station::install(folder + "/kiosk", delegated.pack, secrets.words, around);
}

Result<> make(const std::string& folder, Tool& tool)
{
    const auto frameworks = TRY(load_frameworks(tool));
    const auto programme = TRY(tool.disk.read(tool.assets + "/programmes/northern-mathematics.toml",
                                              catalogue::programme_file_most));
    TRY(tool.disk.make_folder(folder));
    TRY(tool.disk.write_durably(mark_of(folder), view("being made\n")));
    Secrets secrets;
    secrets.passphrase = TRY(draw_words(tool, 6));
    secrets.words = TRY(draw_words(tool, 6));
    secrets.assessor_pin = draw_pin(tool.random);
    secrets.witness_pin = draw_pin(tool.random);
    const auto passphrase = SecretBytes::copy_of(view(secrets.passphrase));
    auto made = TRY(institution::Institution::create(folder + "/institution", wish(), passphrase,
                                                     {tool.clock, tool.random, tool.disk}));
    const auto desk = TRY(made.open_key(institution::KeyName::desk, passphrase));
    const auto publisher = TRY(made.open_key(institution::KeyName::publisher, passphrase));
    TRY(made.add_programme(text_of(programme), frameworks, desk));
    TRY(make_kiosk(folder, secrets, made, desk, frameworks, tool));
    TRY(institution::publish(made, folder + "/trust", publisher));
    TRY(open_to_all(folder + "/trust"));
    TRY(write_secrets(folder, secrets, tool));
    return tool.disk.write_durably(mark_of(folder), view("made\n"));
}

Result<std::string> run_demo(const std::string& folder, Tool& tool)
{
    if (tool.disk.exists(mark_of(folder))) {
        const auto mark = TRY(tool.disk.read(mark_of(folder), 64));
        if (text_of(mark) == "made\n") return folder + " holds a demonstration already.\n";
        return refused(folder + " holds a demonstration that was cut short while it was made: remove it and "
                                "run this again");
    }
    if (!is_empty(folder, tool)) {
        return refused(folder +
                       " is not empty and holds no demonstration; name a new folder. Nothing was changed");
    }
    TRY(make(folder, tool));
    return "Made a demonstration in " + folder + "; its words and PINs are in " + folder + "/demo.txt\n";
}

} // namespace

int demo(const std::string& folder, Tool& tool)
{
    const auto text = run_demo(folder, tool);
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace northseal::tool
