// What befalls the kiosk: its clock is moved, its disk fails, a bit rots overnight.

#include "tests/simulation/community.h"

namespace northseal::simulation {
namespace {

constexpr Instant year_2062 = 2'903'299'200;
constexpr std::int64_t a_day = 86400;

} // namespace

void Community::jump_clock()
{
    m_clock_jumped = true;
    auto& clock = m_kiosk.clock;
    switch (m_dice.below(12)) {
    case 0:
        clock.set(0);
        break;
    case 1:
        if (m_dice.one_in(6)) clock.set(year_2062);
        break;
    case 2:
        clock.jump(40 * a_day);
        break;
    case 3:
        clock.jump(-a_day);
        break;
    case 4:
        clock.jump(-3600);
        break;
    default:
        // Somebody sets it right.
        clock.set(test::demo_day + m_day * a_day);
        break;
    }
    say("the clock is set to " + to_date_time(std::clamp<Instant>(clock.now(), 0, instant_most)));
}

void Community::arm_fault()
{
    auto& disk = m_kiosk.disk();
    constexpr DiskOperation operations[] = {
        DiskOperation::read,   DiskOperation::write,  DiskOperation::write,
        DiskOperation::sync,   DiskOperation::sync,   DiskOperation::truncate,
        DiskOperation::create, DiskOperation::rename, DiskOperation::sync_folder};
    const auto operation = operations[m_dice.below(std::size(operations))];
    const auto nth = 1 + m_dice.below(5);
    switch (m_dice.below(8)) {
    case 0:
    case 1:
    case 2: {
        const auto cut = m_dice.below(24);
        disk.cut_power_after(cut);
        return say("the power will go after " + std::to_string(cut) + " operations");
    }
    case 3:
    case 4:
        disk.fill_up();
        disk.limit_bytes(disk.used_bytes() + m_dice.below(3) * 4096);
        return say("the disk is all but full");
    case 5:
        disk.read_short(nth);
        return say("read " + std::to_string(nth) + " will be short");
    default:
        disk.fail(operation, nth, m_dice.one_in(3));
        return say(std::string(word_of(operation)) + " " + std::to_string(nth) + " will fail");
    }
}

// At rest a bit flips. The kiosk must say so, or show all that it showed before; then the disk is exchanged.
void Community::rot_overnight()
{
    m_kiosk.close();
    if (!m_kiosk.disk().has_power()) m_kiosk.power_returns(m_dice.next());
    m_kiosk.disk().heal();
    if (!open_and_look()) return;
    m_kiosk.close();
    const auto whole = m_kiosk.disk().as_seen();
    std::vector<std::string> names(4,
                                   std::string(kiosk_folder) + "/ledger.db"); // most of what there is to rot
    for (const auto& [path, content] : whole.files) {
        if (path.starts_with(kiosk_folder)) names.push_back(path);
    }
    const auto& name = names[m_dice.below(names.size())];
    const auto place = m_kiosk.disk().rot(m_dice, name);
    if (!place) return;
    say("rot: " + *place);
    const auto outcome = [&]() -> Result<Facts> {
        TRY(m_kiosk.open());
        TRY(m_kiosk.site().check_log());
        return observe(m_kiosk.site());
    }();
    if (!outcome.ok()) {
        ++m_played.rot_told;
        say("the kiosk tells it: " + outcome.error().detail);
    } else if (auto facts = outcome.value(); true) {
        facts["log"] = m_model.facts().at("log"); // the clock may have been noted
        const auto wrong = m_model.compare(facts);
        if (wrong.empty())
            ++m_played.rot_harmless;
        else
            breaks(Law::rot_is_seen, *place + ": " + wrong);
    }
    m_kiosk.put_image(whole);
}

} // namespace northseal::simulation
