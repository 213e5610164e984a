#pragma once
// Who is here, and their PIN.

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct PinView {
    std::string title; // "Lena’s PIN"
    std::string hint;  // "3 of 6 digits", or what to do first
    int digits{0};
    bool wrong{false};
    bool open{false}; // a person is chosen and no wait is running
    bool complete{false};
    std::string below; // the wait in words, or how it grows
    std::string demo;  // the PIN itself, on a demonstration only
};
PinView pin_view(const AppState&, const Words&);
std::string role_name(std::string_view role, const Words&);

struct SignInView {
    struct Person {
        station::FacilitatorId id;
        std::string name;
        std::string role;
        std::string initial;
        int disc{0};
        bool chosen{false};
    };
    std::vector<Person> people;
    PinView pin;
    bool busy{false};
    std::string failure;
    std::string empty; // nobody is enrolled here: what to do
};

SignInView sign_in_view(const AppState&, const Words&);
Action draw_sign_in(const SignInView&, Page&);

} // namespace northseal::kiosk
