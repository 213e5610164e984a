#include "kiosk/widgets/text_entry.h"

#include <algorithm>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

bool is_mark(char32_t letter)
{
    return (letter >= 0x0300 && letter <= 0x036F) || (letter >= 0x1AB0 && letter <= 0x1AFF) ||
           (letter >= 0x1DC0 && letter <= 0x1DFF) || (letter >= 0x20D0 && letter <= 0x20FF) ||
           letter == 0x200D;
}

bool is_control(char32_t letter)
{
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0x2028 || letter == 0x2029 ||
           letter == 0xFFFD;
}

std::string typeable(std::string_view text)
{
    std::string out;
    for (const char32_t letter : code_points(text)) {
        if (!is_control(letter)) append_utf8(out, letter);
    }
    return out;
}

std::size_t stop_before(const std::string& text, std::size_t caret)
{
    std::size_t before = 0;
    for (const std::size_t stop : caret_stops(text)) {
        if (stop < caret) before = stop;
    }
    return before;
}

std::size_t stop_after(const std::string& text, std::size_t caret)
{
    for (const std::size_t stop : caret_stops(text)) {
        if (stop > caret) return stop;
    }
    return text.size();
}

bool move_to(TextEntry& entry, std::size_t place)
{
    const bool moved = entry.caret != place;
    entry.caret = place;
    return moved;
}

bool insert(TextEntry& entry, const std::string& typed)
{
    const std::string more = typeable(typed);
    if (more.empty()) return false;
    // A mark joins the letter before it, so both sides of the caret are brought to NFC together.
    const auto before = to_nfc(entry.text.substr(0, entry.caret) + more);
    if (!before.ok()) return false;
    const auto whole = to_nfc(before.value() + entry.text.substr(entry.caret));
    if (!whole.ok() || count_code_points(whole.value()) > entry.most) return false;
    entry.text = whole.value();
    entry.caret = std::min(before.value().size(), entry.text.size());
    return true;
}

bool remove(TextEntry& entry, std::size_t from, std::size_t to)
{
    if (from == to) return false;
    entry.text.erase(from, to - from);
    entry.caret = from;
    return true;
}

} // namespace

std::vector<std::size_t> caret_stops(const std::string& text)
{
    std::vector<std::size_t> stops{0};
    std::size_t at = 0;
    for (const char32_t letter : code_points(text)) {
        std::string bytes;
        append_utf8(bytes, letter);
        if (at > 0 && !is_mark(letter)) stops.push_back(at);
        at += bytes.size();
    }
    if (!text.empty()) stops.push_back(text.size());
    return stops;
}

bool TextEntry::apply(const Edit& edit)
{
    caret = std::min(caret, text.size());
    switch (edit.kind) {
    case Edit::Kind::insert:
        return insert(*this, edit.text);
    case Edit::Kind::backspace:
        return remove(*this, stop_before(text, caret), caret);
    case Edit::Kind::erase:
        return remove(*this, caret, stop_after(text, caret));
    case Edit::Kind::left:
        return move_to(*this, stop_before(text, caret));
    case Edit::Kind::right:
        return move_to(*this, stop_after(text, caret));
    case Edit::Kind::home:
        return move_to(*this, 0);
    case Edit::Kind::end:
        return move_to(*this, text.size());
    case Edit::Kind::enter:
        return false;
    }
    return false;
}

void TextEntry::set(std::string new_text)
{
    text = std::move(new_text);
    caret = text.size();
}

} // namespace northseal::kiosk
