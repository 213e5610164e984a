#include "kiosk/window/scan_reading.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/widgets/scan.h"

namespace northseal::kiosk {

namespace {

enum class Hold { nothing, shift, level3 };

struct Place {
    int key;
    Hold hold;
    char letter;
};

// Where the signs of a slip's address stand: after xkeyboard-config 2.35, symbols/us, ca (fr, multix), fr.
constexpr Place us[] = {{GLFW_KEY_SEMICOLON, Hold::shift, ':'},
                        {GLFW_KEY_SLASH, Hold::nothing, '/'},
                        {GLFW_KEY_PERIOD, Hold::nothing, '.'},
                        {GLFW_KEY_MINUS, Hold::nothing, '-'},
                        {GLFW_KEY_3, Hold::shift, '#'}};
constexpr Place canadian_french[] = {{GLFW_KEY_SEMICOLON, Hold::shift, ':'},
                                     {GLFW_KEY_3, Hold::shift, '/'},
                                     {GLFW_KEY_PERIOD, Hold::nothing, '.'},
                                     {GLFW_KEY_MINUS, Hold::nothing, '-'},
                                     {GLFW_KEY_GRAVE_ACCENT, Hold::nothing, '#'}};
constexpr Place multilingual[] = {{GLFW_KEY_SEMICOLON, Hold::shift, ':'},
                                  {GLFW_KEY_GRAVE_ACCENT, Hold::nothing, '/'},
                                  {GLFW_KEY_PERIOD, Hold::nothing, '.'},
                                  {GLFW_KEY_MINUS, Hold::nothing, '-'},
                                  {GLFW_KEY_3, Hold::shift, '#'}};
constexpr Place french[] = {{GLFW_KEY_PERIOD, Hold::nothing, ':'}, {GLFW_KEY_PERIOD, Hold::shift, '/'},
                            {GLFW_KEY_COMMA, Hold::shift, '.'},    {GLFW_KEY_6, Hold::nothing, '-'},
                            {GLFW_KEY_3, Hold::level3, '#'},       {GLFW_KEY_Q, Hold::nothing, 'a'},
                            {GLFW_KEY_A, Hold::nothing, 'q'},      {GLFW_KEY_W, Hold::nothing, 'z'},
                            {GLFW_KEY_Z, Hold::nothing, 'w'},      {GLFW_KEY_SEMICOLON, Hold::nothing, 'm'},
                            {GLFW_KEY_M, Hold::nothing, 0}};

struct Board {
    const Place* first;
    const Place* last;
    Hold digits; // what the figures of its upper row need
};

const std::array<Board, 4> boards = {{{std::begin(us), std::end(us), Hold::nothing},
                                      {std::begin(canadian_french), std::end(canadian_french), Hold::nothing},
                                      {std::begin(multilingual), std::end(multilingual), Hold::nothing},
                                      {std::begin(french), std::end(french), Hold::shift}}};

bool is_letter(int key)
{
    return key >= GLFW_KEY_A && key <= GLFW_KEY_Z;
}

// What that key is on that board; 0 where it has no part in an address.
char letter_of(const Board& board, const KeyStroke& stroke)
{
    const Hold held = stroke.level3 ? Hold::level3 : stroke.shift ? Hold::shift : Hold::nothing;
    for (const Place* place = board.first; place != board.last; ++place) {
        // A capital of a host is the same letter.
        const bool any_case = is_letter(place->key) && held != Hold::level3;
        if (place->key == stroke.key && (place->hold == held || any_case)) return place->letter;
    }
    if (stroke.key >= GLFW_KEY_KP_0 && stroke.key <= GLFW_KEY_KP_9)
        return static_cast<char>('0' + stroke.key - GLFW_KEY_KP_0);
    if (stroke.key >= GLFW_KEY_0 && stroke.key <= GLFW_KEY_9 && held == board.digits)
        return static_cast<char>('0' + stroke.key - GLFW_KEY_0);
    if (is_letter(stroke.key) && held != Hold::level3)
        return static_cast<char>('a' + stroke.key - GLFW_KEY_A);
    return 0;
}

std::optional<std::string> address_on(const Board& board, const std::vector<KeyStroke>& strokes)
{
    std::string text;
    for (const KeyStroke& stroke : strokes) {
        const char letter = letter_of(board, stroke);
        if (letter == 0) return std::nullopt;
        text.push_back(letter);
    }
    if (!is_slip_address(text)) return std::nullopt;
    return text;
}

} // namespace

std::string read_scan(const std::vector<KeyStroke>& strokes)
{
    std::string typed;
    for (const KeyStroke& stroke : strokes) typed += stroke.typed;
    if (is_slip_address(typed)) {
        std::transform(typed.begin(), typed.end(), typed.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        return typed;
    }
    for (const Board& board : boards) {
        if (auto address = address_on(board, strokes)) return *address;
    }
    return typed;
}

} // namespace northseal::kiosk
