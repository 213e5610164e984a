// People join and leave. Vault and log are two files: what a fault kept from the log is told at the next
// opening, so whoever meets a fault here opens the kiosk anew before anybody looks.

#include "tests/simulation/community.h"
#include "tests/simulation/power_cut.h"
#include "tests/support/probe.h"

namespace northseal::simulation {
namespace {

constexpr std::int64_t founders = 2; // who was there at enrolment, and stays all month
constexpr const char* newcomers[] = {"Rosalie Moose", "Élodie Second", "Joseph Helper"};

std::string of_person(const std::string& what, std::int64_t number)
{
    return what + " " + std::to_string(number);
}

} // namespace

void Community::play_people()
{
    const auto before = faults_so_far();
    const auto people = m_kiosk.site().facilitators();
    if (!people.ok()) return;
    const auto& last = people.value().back();
    if (last.id.value > founders && m_dice.one_in(2))
        person_leaves(last.id);
    else
        person_joins();
    if (!is_undisturbed(before)) m_kiosk.close();
}

void Community::person_joins()
{
    constexpr std::int64_t most = 12;
    std::int64_t number = founders + 1;
    while (m_model.facts().contains(of_person("key of person", number))) ++number;
    if (number > most) return;
    const std::string name = newcomers[m_dice.below(std::size(newcomers))];
    const auto key = of_person("key of person", number);
    Change change = with_log({{of_person("person", number), name + ", witness"}, {key, unseen}});
    act("a person joins", change, [&]() -> Result<> {
        const auto added = TRY(m_kiosk.site().add_facilitator({name, "witness", first_pin}, assessor));
        if (added.value != number) return corrupt("a number was given twice");
        change[key] = key_fact(station::StationProbe::parts(m_kiosk.site()).vault.people().back());
        return {};
    });
}

void Community::person_leaves(station::FacilitatorId who)
{
    if (m_pins[assessor.value].most_wrong > 0) return; // they may have to wait
    const auto key = of_person("key of person", who.value);
    const auto known = m_model.facts().find(key);
    if (known == m_model.facts().end()) return;
    const Change change =
        with_log({{of_person("person", who.value), gone},
                  {key, known->second == unseen ? std::string(unseen) : known->second + ", left"}});
    act("a person leaves", change, [&]() -> Result<> {
        const auto heard = m_kiosk.site().person_left(who, assessor, test::assessor_pin);
        hear(assessor, true, heard);
        if (!heard.ok()) return heard.error();
        m_left_people.insert(who.value);
        return {};
    });
}

bool Community::owes_the_log()
{
    return !station::StationProbe::parts(m_kiosk.site()).vault.owed().empty();
}

// No restore and no old copy brings anybody's key back.
void Community::look_for_left_people()
{
    for (const auto number : m_left_people) {
        const auto heard = m_kiosk.site().check_pin({number}, first_pin);
        if (!heard.ok() && heard.error().fault == Fault::not_found) continue;
        breaks(Law::left_signs_nothing, "the PIN of person " + std::to_string(number) + " is heard");
    }
}

} // namespace northseal::simulation
