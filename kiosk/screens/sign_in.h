#pragma once
// Who is here, and their PIN: to sign in, or to have a lost one replaced while the kiosk is recovering.

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
// What a card says while a new PIN is typed for the first time, and again.
void ask_twice(PinView&, const PinTwice&, const Words&);
std::string wait_sentence(int seconds, const Words&); // in minutes where it is long
std::string role_name(std::string_view role, const Words&);

struct PersonTile {
    station::FacilitatorId id;
    std::string name;
    std::string role;
    std::string initial_of; // the name, or the number of somebody unnamed
    bool chosen{false};
};
// A locked kiosk whose chip asks for the PIN knows numbers and roles only: nobody's name.
std::vector<PersonTile> person_tiles(const AppState&, const Words&);

struct SignInView {
    std::string title;
    std::string note; // below the title; empty: none
    std::string foot; // the sentence at the lower left
    std::vector<PersonTile> people;
    PinView pin;
    std::string main; // what the PIN is given for
    std::string back;
    Action back_action;
    std::string way_out; // a button beside the foot; empty: none
    Icon way_out_icon{Icon::lifebuoy};
    Action way_out_action;
    bool offers_my_record{false};
    std::string busy;
    std::string failure;
    std::string empty; // nobody is enrolled here: what to do
};

SignInView sign_in_view(const AppState&, const Words&);
SignInView new_pin_view(const AppState&, const Words&);
Action draw(const SignInView&, Page&);

} // namespace northseal::kiosk
