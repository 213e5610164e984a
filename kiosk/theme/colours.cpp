#include "kiosk/theme/colours.h"

#include <cmath>
#include <iterator>

namespace northseal::kiosk {

namespace {

constexpr Colours light_colours{
    .ground = rgb(0xEDF1F1),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xF4F7F7),
    .raised = rgb(0xFFFFFF),
    .line = rgb(0xD2DCDE),
    .edge = rgb(0x70858C),
    .text = rgb(0x10262E),
    .text_soft = rgb(0x455A62),
    .primary = rgb(0x0F4A60),
    .on_primary = rgb(0xFFFFFF),
    .primary_press = rgb(0x0A3546),
    .primary_soft = rgb(0xDCEBF0),
    .on_primary_soft = rgb(0x0C3D50),
    .spruce = rgb(0x1F6148),
    .spruce_soft = rgb(0xDDEEE5),
    .ember = rgb(0x94460C),
    .ember_soft = rgb(0xFDEEDC),
    .ember_mark = rgb(0xD8702A),
    .berry = rgb(0x9A2136),
    .berry_soft = rgb(0xFAE4E6),
    .dusk = rgb(0x54457F),
    .dusk_soft = rgb(0xEAE6F4),
    .rail = rgb(0x0C2E3C),
    .on_rail = rgb(0xFFFFFF),
    .on_rail_soft = rgb(0xB9D0D8),
    .rail_active = rgb(0x1D5368),
    .on_rail_active = rgb(0xFFFFFF),
    .focus = rgb(0xD8702A),
    .disabled = rgb(0xE3E9EA),
    .on_disabled = rgb(0x53656C),
    .scrim = rgb(0x0B1D25),
    .keyboard = rgb(0xC9D5D8),
    .function_key = rgb(0xE3EAEC),
    .key = rgb(0xFFFFFF),
    .badge = rgb(0xF2A65E),
    .on_badge = rgb(0x2A1402),
    .shadow = rgb(0x0B2530),
    .toast = rgb(0x10262E),
    .on_toast = rgb(0xFFFFFF),
    .toast_mark = rgb(0x8BD0AC),
    .toast_action = rgb(0x9FD6E4),
    .practice = rgb(0x54457F),
    .on_practice = rgb(0xFFFFFF),
    .practice_rail = rgb(0x2E2450),
    .on_practice_rail = rgb(0xD6CFEA),
    .practice_active = rgb(0x64549A),
    .rail_top = rgb(0x0B2937),
    .rail_middle = rgb(0x10394A),
    .rail_foot = rgb(0x1A5064),
    .practice_rail_middle = rgb(0x40346B),
    .verdict_good = rgb(0x1F6148),
    .verdict_caution = rgb(0x7A3B0A),
    .verdict_refused = rgb(0x9A2136),
    .verdict_unknown = rgb(0x455A62),
    .on_verdict = rgb(0xFFFFFF),
};

constexpr Colours dark_colours{
    .ground = rgb(0x0C171C),
    .surface = rgb(0x14232A),
    .sunken = rgb(0x101D23),
    .raised = rgb(0x1B2D35),
    .line = rgb(0x2A4049),
    .edge = rgb(0x78909A),
    .text = rgb(0xEEF3F2),
    .text_soft = rgb(0xB3C3C8),
    .primary = rgb(0x8FCBDB),
    .on_primary = rgb(0x06212B),
    .primary_press = rgb(0xB5DEE9),
    .primary_soft = rgb(0x1A3F4E),
    .on_primary_soft = rgb(0xCFE9F1),
    .spruce = rgb(0x8BD0AC),
    .spruce_soft = rgb(0x17372B),
    .ember = rgb(0xF3AE6E),
    .ember_soft = rgb(0x3A2917),
    .ember_mark = rgb(0xF0954A),
    .berry = rgb(0xF79BA5),
    .berry_soft = rgb(0x431F28),
    .dusk = rgb(0xC0B5E8),
    .dusk_soft = rgb(0x2C2744),
    .rail = rgb(0x081318),
    .on_rail = rgb(0xEEF3F2),
    .on_rail_soft = rgb(0xA9BDC4),
    .rail_active = rgb(0x1A3F4E),
    .on_rail_active = rgb(0xEEF3F2),
    .focus = rgb(0xF0954A),
    .disabled = rgb(0x22343B),
    .on_disabled = rgb(0x9AACB2),
    .scrim = rgb(0x02080B),
    .keyboard = rgb(0x0A1419),
    .function_key = rgb(0x22343B),
    .key = rgb(0x1B2D35),
    .badge = rgb(0xF2A65E),
    .on_badge = rgb(0x2A1402),
    .shadow = rgb(0x000000),
    .toast = rgb(0x1B2D35),
    .on_toast = rgb(0xFFFFFF),
    .toast_mark = rgb(0x8BD0AC),
    .toast_action = rgb(0x9FD6E4),
    .practice = rgb(0x54457F),
    .on_practice = rgb(0xFFFFFF),
    .practice_rail = rgb(0x2E2450),
    .on_practice_rail = rgb(0xD6CFEA),
    .practice_active = rgb(0x64549A),
    .rail_top = rgb(0x081217),
    .rail_middle = rgb(0x0A1B23),
    .rail_foot = rgb(0x0F2A36),
    .practice_rail_middle = rgb(0x40346B),
    .verdict_good = rgb(0x1F6148),
    .verdict_caution = rgb(0x7A3B0A),
    .verdict_refused = rgb(0x9A2136),
    .verdict_unknown = rgb(0x455A62),
    .on_verdict = rgb(0xFFFFFF),
};

constexpr Colours contrast_colours{
    .ground = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xFFFFFF),
    .raised = rgb(0xFFFFFF),
    .line = rgb(0x10262E),
    .edge = rgb(0x000000),
    .text = rgb(0x000000),
    .text_soft = rgb(0x1C2B31),
    .primary = rgb(0x00303F),
    .on_primary = rgb(0xFFFFFF),
    .primary_press = rgb(0x000000),
    .primary_soft = rgb(0xD5EAF1),
    .on_primary_soft = rgb(0x00242F),
    .spruce = rgb(0x00432A),
    .spruce_soft = rgb(0xFFFFFF),
    .ember = rgb(0x5A2800),
    .ember_soft = rgb(0xFFFFFF),
    .ember_mark = rgb(0xB54A00),
    .berry = rgb(0x74001A),
    .berry_soft = rgb(0xFFFFFF),
    .dusk = rgb(0x2F1F66),
    .dusk_soft = rgb(0xFFFFFF),
    .rail = rgb(0x00171F),
    .on_rail = rgb(0xFFFFFF),
    .on_rail_soft = rgb(0xE6F0F3),
    .rail_active = rgb(0xFFFFFF),
    .on_rail_active = rgb(0x00171F),
    .focus = rgb(0xB54A00),
    .disabled = rgb(0xFFFFFF),
    .on_disabled = rgb(0x3A474C),
    .scrim = rgb(0x000000),
    .keyboard = rgb(0xFFFFFF),
    .function_key = rgb(0xFFFFFF),
    .key = rgb(0xFFFFFF),
    .badge = rgb(0xF2A65E),
    .on_badge = rgb(0x2A1402),
    .shadow = rgb(0x000000),
    .toast = rgb(0x000000),
    .on_toast = rgb(0xFFFFFF),
    .toast_mark = rgb(0x8BD0AC),
    .toast_action = rgb(0x9FD6E4),
    .practice = rgb(0x2F1F66),
    .on_practice = rgb(0xFFFFFF),
    .practice_rail = rgb(0x1A1040),
    .on_practice_rail = rgb(0xFFFFFF),
    .practice_active = rgb(0x2F1F66),
    .rail_top = rgb(0x00171F),
    .rail_middle = rgb(0x00171F),
    .rail_foot = rgb(0x00171F),
    .practice_rail_middle = rgb(0x1A1040),
    .verdict_good = rgb(0x00432A),
    .verdict_caution = rgb(0x5A2800),
    .verdict_refused = rgb(0x74001A),
    .verdict_unknown = rgb(0x1C2B31),
    .on_verdict = rgb(0xFFFFFF),
};

constexpr auto words = Pair::Kind::words;
constexpr auto mark = Pair::Kind::mark;

constexpr Pair all_pairs[] = {
    {"text on ground", &Colours::text, &Colours::ground, words},
    {"text on surface", &Colours::text, &Colours::surface, words},
    {"text on sunken", &Colours::text, &Colours::sunken, words},
    {"text on raised", &Colours::text, &Colours::raised, words},
    {"text_soft on ground", &Colours::text_soft, &Colours::ground, words},
    {"text_soft on surface", &Colours::text_soft, &Colours::surface, words},
    {"text_soft on sunken", &Colours::text_soft, &Colours::sunken, words},
    {"text_soft on raised", &Colours::text_soft, &Colours::raised, words},
    {"on_primary on primary", &Colours::on_primary, &Colours::primary, words},
    {"on_primary on primary_press", &Colours::on_primary, &Colours::primary_press, words},
    {"on_primary_soft on primary_soft", &Colours::on_primary_soft, &Colours::primary_soft, words},
    {"text on primary_soft", &Colours::text, &Colours::primary_soft, words},
    {"primary on surface", &Colours::primary, &Colours::surface, words},
    {"primary on ground", &Colours::primary, &Colours::ground, words},
    {"primary on sunken", &Colours::primary, &Colours::sunken, words},
    {"spruce on surface", &Colours::spruce, &Colours::surface, words},
    {"spruce on ground", &Colours::spruce, &Colours::ground, words},
    {"spruce on spruce_soft", &Colours::spruce, &Colours::spruce_soft, words},
    {"spruce on primary_soft", &Colours::spruce, &Colours::primary_soft, words},
    {"text on spruce_soft", &Colours::text, &Colours::spruce_soft, words},
    {"ember on surface", &Colours::ember, &Colours::surface, words},
    {"ember on ground", &Colours::ember, &Colours::ground, words},
    {"ember on ember_soft", &Colours::ember, &Colours::ember_soft, words},
    {"text on ember_soft", &Colours::text, &Colours::ember_soft, words},
    {"text_soft on ember_soft", &Colours::text_soft, &Colours::ember_soft, words},
    {"berry on surface", &Colours::berry, &Colours::surface, words},
    {"berry on ground", &Colours::berry, &Colours::ground, words},
    {"berry on berry_soft", &Colours::berry, &Colours::berry_soft, words},
    {"text on berry_soft", &Colours::text, &Colours::berry_soft, words},
    {"text_soft on berry_soft", &Colours::text_soft, &Colours::berry_soft, words},
    {"dusk on surface", &Colours::dusk, &Colours::surface, words},
    {"dusk on ground", &Colours::dusk, &Colours::ground, words},
    {"dusk on dusk_soft", &Colours::dusk, &Colours::dusk_soft, words},
    {"text on dusk_soft", &Colours::text, &Colours::dusk_soft, words},
    {"on_rail on rail", &Colours::on_rail, &Colours::rail, words},
    {"on_rail_soft on rail", &Colours::on_rail_soft, &Colours::rail, words},
    {"on_rail_active on rail_active", &Colours::on_rail_active, &Colours::rail_active, words},
    {"on_disabled on disabled", &Colours::on_disabled, &Colours::disabled, words},
    {"text on key", &Colours::text, &Colours::key, words},
    {"text on function_key", &Colours::text, &Colours::function_key, words},
    {"text_soft on keyboard", &Colours::text_soft, &Colours::keyboard, words},
    {"text on keyboard", &Colours::text, &Colours::keyboard, words},
    {"on_badge on badge", &Colours::on_badge, &Colours::badge, words},
    {"on_toast on toast", &Colours::on_toast, &Colours::toast, words},
    {"toast_action on toast", &Colours::toast_action, &Colours::toast, words},
    {"on_practice on practice", &Colours::on_practice, &Colours::practice, words},
    {"on_practice_rail on practice_rail", &Colours::on_practice_rail, &Colours::practice_rail, words},
    {"on_practice on practice_active", &Colours::on_practice, &Colours::practice_active, words},
    {"on_rail_soft on rail_foot", &Colours::on_rail_soft, &Colours::rail_foot, words},
    {"on_practice_rail on practice_rail_middle", &Colours::on_practice_rail, &Colours::practice_rail_middle,
     words},
    {"on_verdict on verdict_good", &Colours::on_verdict, &Colours::verdict_good, words},
    {"on_verdict on verdict_caution", &Colours::on_verdict, &Colours::verdict_caution, words},
    {"on_verdict on verdict_refused", &Colours::on_verdict, &Colours::verdict_refused, words},
    {"on_verdict on verdict_unknown", &Colours::on_verdict, &Colours::verdict_unknown, words},
    {"edge on surface", &Colours::edge, &Colours::surface, mark},
    {"edge on ground", &Colours::edge, &Colours::ground, mark},
    {"ember_mark on surface", &Colours::ember_mark, &Colours::surface, mark},
    {"ember_mark on rail", &Colours::ember_mark, &Colours::rail, mark},
    {"focus on surface", &Colours::focus, &Colours::surface, mark},
    {"primary on surface", &Colours::primary, &Colours::surface, mark},
    {"toast_mark on toast", &Colours::toast_mark, &Colours::toast, mark},
};

double channel(std::uint32_t value)
{
    const double part = value / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * channel(colour & 0xFFU) + 0.7152 * channel((colour >> 8U) & 0xFFU) +
           0.0722 * channel((colour >> 16U) & 0xFFU);
}

} // namespace

const Colours& colours(Scheme scheme)
{
    switch (scheme) {
    case Scheme::light:
        return light_colours;
    case Scheme::dark:
        return dark_colours;
    case Scheme::contrast:
        return contrast_colours;
    }
    return light_colours;
}

double contrast(Colour first, Colour second)
{
    const double one = luminance(first) + 0.05;
    const double two = luminance(second) + 0.05;
    return one > two ? one / two : two / one;
}

Pairs pairs()
{
    return {all_pairs, static_cast<int>(std::size(all_pairs))};
}

} // namespace northseal::kiosk
