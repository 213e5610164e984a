#pragma once
// Kiosks that a chip or a stick guards, and what people do at their doors.

#include <doctest/doctest.h>

#include "tests/kiosk/screens/support/play.h"
#include "tests/vault/software_tpm.h"

namespace northseal::test {

constexpr const char* new_pin = "730164";

inline PlaySet guarded_by(const SoftwareTpm& chip)
{
    PlaySet set;
    set.guard.protection = vault::TpmChip{};
    set.guard.tpm = chip.place();
    return set;
}

inline PlaySet guarded_by(const std::string& stick)
{
    PlaySet set;
    set.guard.protection = vault::UsbToken{stick};
    set.guard.token = stick;
    return set;
}

// From the page that asks for words, stick or PIN.
inline void type_code(Play& play, const std::string& code)
{
    play.tap("code");
    play.type(code);
    play.tap("key/done");
}

inline void choose_new_pin(Play& play, const std::string& first, const std::string& second)
{
    play.pin(first);
    play.pin(second);
}

// With a code, past the page for lost PINs, to the home page.
inline void open_by_code(Play& play, const std::string& way_in, const std::string& code)
{
    play.tap("language/en");
    play.tap(way_in);
    type_code(play, code);
    play.tap("open");
    REQUIRE_MESSAGE(play.state().screen == kiosk::Screen::new_pin, play.on_screen());
    play.tap("back");
    play.tap("person/1");
    play.pin(assessor_pin);
    REQUIRE_MESSAGE(play.state().screen == kiosk::Screen::home, play.on_screen());
    CHECK(play.says("Opened by a recovery code"));
    play.app->apply(kiosk::act::Go{kiosk::Screen::keys});
    play.frame();
}

inline void seal(Play& play)
{
    play.app->apply(kiosk::act::CloseVault{});
    play.frame();
    play.tap("open");
}

inline std::string other_letter_in(std::string code, std::size_t at)
{
    code[at] = code[at] == '7' ? '8' : '7';
    return code;
}

} // namespace northseal::test
