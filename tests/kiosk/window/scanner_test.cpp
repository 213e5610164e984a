#include <doctest/doctest.h>

#include <GLFW/glfw3.h>

#include <map>

#include "kiosk/window/input.h"
#include "storage/base/text.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

constexpr const char* address = "https://verify.north-seal.ca/#00174039281605947";

// One key of a board as a scanner or a person presses it.
struct Press {
    int key;
    bool shift{false};
    bool level3{false};
};

using Layout = std::map<char32_t, Press>;

// Whole layouts, so that what one board types can be read as another would: written down here from the
// layouts' pictures, apart from the tables under test.
Layout letters(const std::string& upper, const std::string& home, const std::string& lower)
{
    static constexpr int upper_keys[] = {GLFW_KEY_Q, GLFW_KEY_W, GLFW_KEY_E, GLFW_KEY_R, GLFW_KEY_T,
                                         GLFW_KEY_Y, GLFW_KEY_U, GLFW_KEY_I, GLFW_KEY_O, GLFW_KEY_P};
    static constexpr int home_keys[] = {GLFW_KEY_A, GLFW_KEY_S, GLFW_KEY_D, GLFW_KEY_F, GLFW_KEY_G,
                                        GLFW_KEY_H, GLFW_KEY_J, GLFW_KEY_K, GLFW_KEY_L, GLFW_KEY_SEMICOLON};
    static constexpr int lower_keys[] = {GLFW_KEY_Z, GLFW_KEY_X, GLFW_KEY_C, GLFW_KEY_V,
                                         GLFW_KEY_B, GLFW_KEY_N, GLFW_KEY_M};
    Layout out;
    for (std::size_t at = 0; at < upper.size(); ++at)
        out[static_cast<char32_t>(upper[at])] = {upper_keys[at]};
    for (std::size_t at = 0; at < home.size(); ++at) out[static_cast<char32_t>(home[at])] = {home_keys[at]};
    for (std::size_t at = 0; at < lower.size(); ++at)
        out[static_cast<char32_t>(lower[at])] = {lower_keys[at]};
    return out;
}

void figures(Layout& layout, bool shift)
{
    for (int digit = 0; digit < 10; ++digit)
        layout[static_cast<char32_t>('0' + digit)] = {GLFW_KEY_0 + digit, shift};
}

Layout us()
{
    Layout out = letters("qwertyuiop", "asdfghjkl;", "zxcvbnm");
    figures(out, false);
    out[U'-'] = {GLFW_KEY_MINUS};
    out[U'.'] = {GLFW_KEY_PERIOD};
    out[U'/'] = {GLFW_KEY_SLASH};
    out[U':'] = {GLFW_KEY_SEMICOLON, true};
    out[U'#'] = {GLFW_KEY_3, true};
    out[U'`'] = {GLFW_KEY_GRAVE_ACCENT};
    out[U'!'] = {GLFW_KEY_1, true};
    out[U'>'] = {GLFW_KEY_PERIOD, true};
    return out;
}

Layout canadian_french()
{
    Layout out = letters("qwertyuiop", "asdfghjkl;", "zxcvbnm");
    figures(out, false);
    out[U'-'] = {GLFW_KEY_MINUS};
    out[U'.'] = {GLFW_KEY_PERIOD};
    out[U'é'] = {GLFW_KEY_SLASH};
    out[U':'] = {GLFW_KEY_SEMICOLON, true};
    out[U'/'] = {GLFW_KEY_3, true};
    out[U'#'] = {GLFW_KEY_GRAVE_ACCENT};
    return out;
}

Layout multilingual()
{
    Layout out = canadian_french();
    out[U'/'] = {GLFW_KEY_GRAVE_ACCENT};
    out[U'#'] = {GLFW_KEY_3, true};
    return out;
}

Layout french()
{
    Layout out = letters("azertyuiop", "qsdfghjklm", "wxcvbn,");
    figures(out, true);
    out[U'&'] = {GLFW_KEY_1};
    out[U'é'] = {GLFW_KEY_2};
    out[U'-'] = {GLFW_KEY_6};
    out[U'à'] = {GLFW_KEY_0};
    out[U'.'] = {GLFW_KEY_COMMA, true};
    out[U'/'] = {GLFW_KEY_PERIOD, true};
    out[U':'] = {GLFW_KEY_PERIOD};
    out[U'!'] = {GLFW_KEY_SLASH};
    out[U'M'] = {GLFW_KEY_SEMICOLON, true};
    out[U'#'] = {GLFW_KEY_3, false, true};
    return out;
}

// What a machine under that layout makes of a key; nothing where it has no letter there.
char32_t made_of(const Layout& machine, const Press& press)
{
    for (const auto& [letter, at] : machine) {
        if (at.key == press.key && at.shift == press.shift && at.level3 == press.level3) return letter;
    }
    return 0;
}

struct Bench {
    Input input;
    double now{10};

    void press(const Press& press, char32_t made)
    {
        if (press.level3) input.key(GLFW_KEY_RIGHT_ALT, GLFW_PRESS, 0, now);
        input.key(press.key, GLFW_PRESS, press.shift ? GLFW_MOD_SHIFT : 0, now);
        if (made != 0) input.letter(static_cast<unsigned>(made), now);
        input.key(press.key, GLFW_RELEASE, 0, now);
        if (press.level3) input.key(GLFW_KEY_RIGHT_ALT, GLFW_RELEASE, 0, now);
    }
    void type(const std::string& text, const Layout& board, const Layout& machine, double apart)
    {
        for (const char32_t letter : code_points(text)) {
            press(board.at(letter), made_of(machine, board.at(letter)));
            now += apart;
        }
    }
    void enter() { input.key(GLFW_KEY_ENTER, GLFW_PRESS, 0, now); }
    FrameInput frame() { return input.next(1280, 800, 0.016F, now); }
};

std::string typed(const FrameInput& frame)
{
    std::string out;
    for (const Edit& edit : frame.edits) out += edit.kind == Edit::Kind::insert ? edit.text : "|";
    return out;
}

} // namespace

TEST_SUITE("kiosk/window/scanner")
{
    TEST_CASE("a certificate's code is read right, whatever layout the scanner and the machine have")
    {
        const std::map<std::string, Layout> all{{"us", us()},
                                                {"canadian french", canadian_french()},
                                                {"canadian multilingual", multilingual()},
                                                {"french", french()}};
        for (const auto& [scanner, board] : all) {
            for (const auto& [kiosk, machine] : all) {
                const std::string pair = scanner + " on " + kiosk;
                CAPTURE(pair);
                Bench bench;
                bench.type(address, board, machine, 0.012);
                bench.enter();
                const FrameInput frame = bench.frame();
                REQUIRE(frame.scanned);
                CHECK(*frame.scanned == address);
                CHECK(frame.edits.empty());
                CHECK(frame.moves.empty());
            }
        }
    }

    TEST_CASE("a code under Caps Lock is the same code")
    {
        Bench bench;
        for (const char letter : std::string("HTTPS://VERIFY.NORTH-SEAL.CA/#0017")) {
            const char small = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
            bench.press(us().at(static_cast<char32_t>(small)), static_cast<char32_t>(letter));
            bench.now += 0.01;
        }
        bench.enter();
        CHECK(bench.frame().scanned == "https://verify.north-seal.ca/#0017");
    }

    TEST_CASE("what a person types is typed, a blink later")
    {
        Bench bench;
        bench.type("rose", us(), us(), 0.11);
        bench.press({GLFW_KEY_S}, U's');
        CHECK(typed(bench.frame()) == "rose");
        CHECK_FALSE(bench.input.waiting(bench.now));
        CHECK(bench.input.held_for(bench.now) > 0);
        bench.now += 0.06;
        CHECK(bench.input.waiting(bench.now));
        CHECK(typed(bench.frame()) == "s");
        bench.enter();
        const FrameInput last = bench.frame();
        CHECK(typed(last) == "|");
        CHECK_FALSE(last.scanned);
    }

    TEST_CASE("a short word that fingers know by heart is no scan, however fast")
    {
        Bench bench;
        bench.type("rose", us(), us(), 0.01);
        bench.enter();
        const FrameInput frame = bench.frame();
        CHECK(typed(frame) == "rose|");
        CHECK_FALSE(frame.scanned);
    }

    TEST_CASE("a key held down is no scan, though it repeats as fast as a scanner types")
    {
        Bench bench;
        bench.press({GLFW_KEY_E}, U'e');
        bench.now += 0.5;
        for (int times = 0; times < 30; ++times) {
            bench.input.key(GLFW_KEY_E, GLFW_REPEAT, 0, bench.now);
            bench.input.letter(U'e', bench.now);
            bench.now += 0.033;
        }
        bench.enter();
        const FrameInput frame = bench.frame();
        CHECK(typed(frame) == std::string(31, 'e') + "|");
        CHECK_FALSE(frame.scanned);
    }

    TEST_CASE("another barcode is a scan as the machine's layout reads it, with its Enter")
    {
        Bench bench;
        bench.type("2026-00417", us(), us(), 0.01);
        bench.enter();
        CHECK(bench.frame().scanned == "2026-00417");
        // Without one it may as well be a hand that rolled over the keys.
        bench.type("2026-00417", us(), us(), 0.01);
        bench.now += 0.1;
        const FrameInput frame = bench.frame();
        CHECK_FALSE(frame.scanned);
        CHECK(typed(frame) == "2026-00417");
    }

    TEST_CASE("a certificate's code is known by its form where the scanner ends in a Tab or in nothing")
    {
        Bench bench;
        bench.type(address, us(), canadian_french(), 0.01);
        bench.input.key(GLFW_KEY_TAB, GLFW_PRESS, 0, bench.now);
        FrameInput frame = bench.frame();
        CHECK(frame.scanned == address);
        CHECK(frame.moves.empty());
        bench.type(address, us(), canadian_french(), 0.01);
        bench.now += 0.1;
        frame = bench.frame();
        CHECK(frame.scanned == address);
        CHECK(frame.edits.empty());
    }

    TEST_CASE("two codes one after the other are two scans, a frame each")
    {
        Bench bench;
        for (const char* code : {"https://a.ca/#0017", "https://a.ca/#0018"}) {
            bench.type(code, us(), us(), 0.005);
            bench.enter();
        }
        CHECK(bench.frame().scanned == "https://a.ca/#0017");
        CHECK(bench.input.waiting(bench.now));
        CHECK(bench.frame().scanned == "https://a.ca/#0018");
        CHECK_FALSE(bench.input.waiting(bench.now));
    }

    TEST_CASE("figures of the keypad are figures")
    {
        std::vector<KeyStroke> strokes;
        const Layout board = us();
        for (const char letter : std::string("https://a.ca/#"))
            strokes.push_back({board.at(static_cast<char32_t>(letter)).key,
                               board.at(static_cast<char32_t>(letter)).shift,
                               false,
                               {}});
        for (const int key : {GLFW_KEY_KP_0, GLFW_KEY_KP_4, GLFW_KEY_KP_9})
            strokes.push_back({key, false, false, {}});
        CHECK(read_scan(strokes) == "https://a.ca/#049");
    }

    TEST_CASE("a scanner that never stops fills no memory")
    {
        Bench bench;
        for (int letter = 0; letter < 20'000; ++letter) bench.press({GLFW_KEY_A}, U'a');
        bench.enter();
        std::size_t seen = typed(bench.frame()).size();
        CHECK(seen > 10'000);
    }
}
