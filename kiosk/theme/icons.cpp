#include "kiosk/theme/icons.h"

#include <iterator>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

struct Entry {
    const char* name;
    char16_t code_point;
};

constexpr Entry entries[] = {
    {"none", 0},
    {"activity", 0xED23},
    {"affiliate", 0xEDFF},
    {"alert-triangle", 0xEA06},
    {"arrow-back-up", 0xEB77},
    {"arrow-big-up", 0xEDDD},
    {"arrow-down", 0xEA16},
    {"arrow-left", 0xEA19},
    {"arrow-right", 0xEA1F},
    {"arrow-up", 0xEA25},
    {"award", 0xEA2C},
    {"backspace", 0xEA2D},
    {"ban", 0xEA2E},
    {"battery-charging", 0xEA33},
    {"bolt", 0xEA38},
    {"books", 0xEFF2},
    {"bulb", 0xEA51},
    {"calendar", 0xEA53},
    {"calendar-event", 0xEA52},
    {"calendar-off", 0xEE1F},
    {"camera", 0xEA54},
    {"camera-off", 0xECEE},
    {"certificate", 0xED76},
    {"check", 0xEA5E},
    {"checklist", 0xF074},
    {"chevron-down", 0xEA5F},
    {"chevron-left", 0xEA60},
    {"chevron-right", 0xEA61},
    {"circle-check", 0xEA67},
    {"circle-dashed", 0xED27},
    {"clock", 0xEA70},
    {"clock-exclamation", 0xF847},
    {"clock-question", 0xF7C6},
    {"cloud-check", 0xF84D},
    {"cloud-off", 0xED3E},
    {"cloud-upload", 0xEA75},
    {"contrast", 0xEC4E},
    {"copy", 0xEA7A},
    {"cpu", 0xEF8E},
    {"database", 0xEA88},
    {"device-desktop", 0xEA89},
    {"device-mobile", 0xEA8A},
    {"device-usb", 0xFC59},
    {"door-exit", 0xEF4D},
    {"download", 0xEA96},
    {"ear", 0xEBCE},
    {"eraser", 0xEB8B},
    {"eye", 0xEA9A},
    {"file-certificate", 0xED4D},
    {"file-text", 0xEAA2},
    {"fingerprint", 0xEBD1},
    {"headphones", 0xEABD},
    {"heart-handshake", 0xF0F3},
    {"help", 0xEABF},
    {"history", 0xEBEA},
    {"home", 0xEAC1},
    {"hourglass", 0xEF93},
    {"inbox", 0xEAC4},
    {"info-circle", 0xEAC5},
    {"key", 0xEAC7},
    {"keyboard", 0xEBD6},
    {"keyboard-hide", 0xEC7E},
    {"language", 0xEBBE},
    {"lifebuoy", 0xEADD},
    {"list-check", 0xEB6A},
    {"lock", 0xEAE2},
    {"map-pin", 0xEAE8},
    {"message-2", 0xEAEC},
    {"microphone", 0xEAF0},
    {"minus", 0xEAF2},
    {"moon", 0xEAF8},
    {"notes", 0xEB6E},
    {"paperclip", 0xEB02},
    {"pencil", 0xEB04},
    {"phone", 0xEB09},
    {"photo", 0xEB0A},
    {"plane-departure", 0xEB9A},
    {"player-pause", 0xED45},
    {"player-play", 0xED46},
    {"player-stop", 0xED4A},
    {"plus", 0xEB0B},
    {"printer", 0xEB0E},
    {"printer-off", 0xF184},
    {"qrcode", 0xEB11},
    {"radio", 0xEF2D},
    {"refresh", 0xEB13},
    {"replace", 0xEBC7},
    {"report-analytics", 0xEECB},
    {"satellite", 0xEED3},
    {"scan", 0xEBC8},
    {"school", 0xECF7},
    {"school-off", 0xF19A},
    {"search", 0xEB1C},
    {"send", 0xEB1E},
    {"server", 0xEB1F},
    {"settings", 0xEB20},
    {"shield-check", 0xEB22},
    {"shield-lock", 0xED58},
    {"signature", 0xEEE0},
    {"sun", 0xEB30},
    {"text-size", 0xF2B1},
    {"tool", 0xEB40},
    {"trash", 0xEB41},
    {"upload", 0xEB47},
    {"user-check", 0xEB49},
    {"user-circle", 0xEF68},
    {"user-off", 0xECF9},
    {"user-plus", 0xEB4B},
    {"user-x", 0xEB4C},
    {"users", 0xEBF2},
    {"users-group", 0xFA21},
    {"volume", 0xEB51},
    {"wifi", 0xEB52},
    {"world", 0xEB54},
    {"writing", 0xEF08},
    {"writing-sign", 0xEF07},
    {"user", 0xEB4D},
    {"list-details", 0xEF40},
    {"device-floppy", 0xEB62},
    {"sun-moon", 0xF4A3},
    {"dots", 0xEA95},
    {"id", 0xEAC3},
    {"stack-2", 0xEEF7},
    {"x", 0xEB55},
};
static_assert(std::size(entries) == icon_count);

const Entry& entry(Icon icon)
{
    return entries[static_cast<std::size_t>(icon)];
}

} // namespace

char16_t code_point(Icon icon)
{
    return entry(icon).code_point;
}

std::string icon_text(Icon icon)
{
    std::string out;
    if (icon != Icon::none) append_utf8(out, entry(icon).code_point);
    return out;
}

const char* icon_name(Icon icon)
{
    return entry(icon).name;
}

} // namespace northseal::kiosk
