#pragma once
// Before signing: what is missing is said in words, and who signs.

#include <cstdint>

#include "kiosk/screens/action.h"
#include "kiosk/screens/page.h"

namespace northseal::kiosk {

struct ReviewView {
    std::string line; // "Rose Beardy, Mathematics for Trades and Technology", where the head has room for it
    std::string learner;
    std::string programme;
    std::string saved;
    std::string heading;
    struct Row {
        int number{1};
        std::string name;
        std::uint32_t level{0};
        int levels{4};
        std::string level_name;
        std::string sentence; // what is missing; empty where nothing is
        bool missing{false};
    };
    std::vector<Row> rows;
    std::string narrative; // what stands there, or that nothing does
    std::string evidence;  // how many pictures; empty: the programme keeps none
    struct Signer {
        station::FacilitatorId id;
        std::string name;
        std::string role;
        std::string initial;
        std::string chip;
        bool signed_already{false};
        bool second{false};
        bool may_choose{false}; // another person may sign second
    };
    std::vector<Signer> signers;
    std::string declaration; // “I saw this work myself and I stand by these levels.”
    std::string after;
    bool can_sign{false};
    std::string why_not;
    std::string main_label;
    Action main;
    bool editable{true};
    bool busy{false};
    std::string failure;
};

ReviewView review_view(const AppState&, const Words&);
Action draw(const ReviewView&, Page&);

} // namespace northseal::kiosk
