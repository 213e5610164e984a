#include <doctest/doctest.h>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/issued.h"
#include "kiosk/screens/issued_line.h"
#include "kiosk/screens/learners.h"
#include "kiosk/screens/lock.h"
#include "kiosk/screens/printing.h"
#include "kiosk/screens/settings.h"
#include "kiosk/screens/sharing.h"
#include "kiosk/screens/sign_in.h"
#include "kiosk/screens/unlock.h"
#include "tests/kiosk/screens/support/states.h"

using namespace northseal;
using namespace northseal::kiosk;
using namespace northseal::test;

namespace {

AppState issued_state(PrintState print)
{
    AppState state = signed_in_state();
    IssuedPage page;
    page.issued.row = {{4}, "Émilie Gagnon", "Mathématiques", "K7Q3-M4XD", state.now - 60, false, 0};
    page.print = print;
    page.just_issued = true;
    state.personal.issued = page;
    state.has_printer = true;
    state.printer = PrintState::idle;
    return state;
}

} // namespace

TEST_SUITE("kiosk/screens/views")
{
    TEST_CASE("six words open, and fewer or more say how many are missing")
    {
        AppState state = signed_in_state();
        state.unlock.words = "river stone  kettle";
        CHECK(count_words(state.unlock.words) == 3);
        CHECK(unlock_view(state, words()).why_not == "It opens after 3 more words.");
        state.unlock.words = "a b c d e f g";
        CHECK_FALSE(unlock_view(state, words()).can_open);
        state.unlock.words = "a b c d e f";
        CHECK(unlock_view(state, words()).can_open);
    }

    TEST_CASE("what a search found in a name is marked without regard to case and marks")
    {
        const auto marked = [](std::string_view name, std::string_view query) {
            const FoundPart part = found_in(name, query);
            return std::string(name.substr(part.at, part.length));
        };
        CHECK(marked("Rose Beardy", "ros") == "Ros");
        CHECK(marked("Rose Beardy", "beardy ") == "Beardy");
        CHECK(marked("Émilie Gagnon", "emil") == "Émil");
        CHECK(marked("E\u0301milie", "e") == "E\u0301"); // its mark belongs to it
        CHECK(marked("Annan Nan", "nan") == "Nan");      // the beginning of a word, before the middle of one
        CHECK(marked("ᒪᕆ ᐊᓂᔑᓈᐯ", "ᒪᕆ") == "ᒪᕆ");
        CHECK(marked("Rose", "zzz").empty());
        CHECK(marked("Rose", " ").empty());
    }

    TEST_CASE("a certificate's line says what is asked of the institution before it says who has it")
    {
        const AppState state = signed_in_state();
        station::IssuedRow row{{4}, "Ada", "Trades", "K7Q3-M4XD", state.now - 60, true, 1};
        const auto chip = [&] { return issued_line(row, "Trades", state, words()); };
        CHECK(chip().chip == "Received");
        CHECK(chip().tone == Tone::good);
        row.asked = station::ChangeWanted::revoke;
        CHECK(chip().chip == "Revocation requested");
        row.asked = station::ChangeWanted::correct;
        CHECK(chip().chip == "Correction requested");
        CHECK(chip().tone == Tone::waits);
    }

    TEST_CASE("a learner's line says what can be done next, and else what was done last")
    {
        const AppState state = signed_in_state();
        station::LearnerRow row;
        row.name = "Rose";
        row.number = "0388";
        row.registered = state.now - 90 * 86400;
        row.drafts = 2;
        CHECK(learner_line(row, state, words()).chip == "Under way");
        CHECK(learner_line(row, state, words()).chip_waits);
        row.ready = 1;
        CHECK(learner_line(row, state, words()).chip == "Ready to sign");
        row.drafts = row.ready = 0;
        row.signed_off = 1;
        CHECK(learner_line(row, state, words()).chip == "Signed, to be issued");
        row.signed_off = 0;
        row.issued = 1;
        row.last_issued = state.now - 60;
        CHECK(learner_line(row, state, words()).chip.empty());
        CHECK(learner_line(row, state, words()).detail.starts_with("Learner 0388, certificate issued today"));
        row.issued = 2;
        CHECK(learner_line(row, state, words()).chip == "2 certificates");
    }

    TEST_CASE("a wrong PIN gives the wait in seconds, and the pad is closed until then")
    {
        AppState state = signed_in_state();
        state.pin.who = station::FacilitatorId{1};
        state.pin.digits = "123456";
        state.pin.wrong = true;
        state.pin.wait_seconds = 8;
        const PinView view = pin_view(state, words());
        CHECK_FALSE(view.complete);
        CHECK(view.below == "Wait 8 seconds, then try again.");
        CHECK(view.title == "Lena’s PIN");
    }

    TEST_CASE("a PIN is shown at a demonstration and never elsewhere")
    {
        AppState state = signed_in_state();
        state.pin.who = station::FacilitatorId{1};
        state.demo_pins = {{"Lena Baxter", "246810"}};
        CHECK(pin_view(state, words()).demo.empty());
        state.facts.specimen = true;
        CHECK(pin_view(state, words()).demo == "Demonstration PIN: 246810");
    }

    TEST_CASE("the lock screen holds no name, and leads to the words when the vault is closed")
    {
        AppState state = signed_in_state();
        CHECK(lock_view(state, words()).opens == Screen::sign_in);
        CHECK(lock_view(state, words()).other_language == "Français");
        state.vault_open = false;
        CHECK(lock_view(state, words()).opens == Screen::unlock);
    }

    TEST_CASE("an empty list offers the first registration, and a search without a find offers to add")
    {
        AppState state = signed_in_state();
        CHECK(learners_view(state, words()).nobody_yet);
        state.personal.learners.people = 412;
        state.personal.learners.query = "ᒪᕆ";
        const LearnersView view = learners_view(state, words());
        CHECK_FALSE(view.nobody_yet);
        CHECK(view.counted == "0 of 412 people");
        CHECK(view.add_line == "Add “ᒪᕆ” as a new learner");
        CHECK_FALSE(view.nothing_found.empty());
    }

    TEST_CASE("an issued certificate is said to be kept, by first name and in French with its elision")
    {
        CHECK(issued_view(issued_state(PrintState::idle), words("fr")).title ==
              "Le certificat d’Émilie est délivré");
        CHECK(issued_view(issued_state(PrintState::idle), words()).title == "Émilie’s certificate is issued");
    }

    TEST_CASE("a printer in trouble says first that the certificate is safe")
    {
        for (const auto trouble : {PrintState::out_of_paper, PrintState::jam, PrintState::low_ink,
                                   PrintState::offline, PrintState::unknown}) {
            const PrintingView view = printing_view(issued_state(trouble), words());
            CHECK(view.sentence == "Émilie’s certificate is safe. It is signed and kept, and this page has "
                                   "not been printed yet.");
            CHECK(view.steps.size() >= 2);
            CHECK(std::holds_alternative<act::Print>(view.main));
        }
        CHECK(printing_view(issued_state(PrintState::out_of_paper), words()).heading ==
              "The printer is out of paper");
    }

    TEST_CASE("a page is printed when the printer says so, and not before")
    {
        CHECK_FALSE(printing_view(issued_state(PrintState::sent), words()).done);
        CHECK_FALSE(printing_view(issued_state(PrintState::printing), words()).done);
        CHECK(printing_view(issued_state(PrintState::done), words()).done);
    }

    TEST_CASE("what leaves is open to everybody, and totals only to those who are signed in")
    {
        AppState state = signed_in_state();
        CHECK_FALSE(sharing_view(state, words()).rows.empty());
        state.personal = {};
        const SharingView view = sharing_view(state, words());
        CHECK(view.rows.empty());
        CHECK(view.total.empty());
        CHECK(view.kinds.size() == 6);
    }

    TEST_CASE("a failure says what is safe before what happened")
    {
        AppState state = signed_in_state();
        CHECK(failure_sentence(state, words()).empty());
        state.failure = Failure{Busy::issuing, Fault::full};
        CHECK(failure_sentence(state, words())
                  .starts_with("The assessment is signed and kept; the certificate is not issued yet."));
        state.failure = Failure{Busy::issuing, Fault::refused};
        CHECK(failure_sentence(state, words()).find("permission to issue") != std::string::npos);
    }

    TEST_CASE("the printing page says what failed there, and printing again waits for what is being done")
    {
        AppState state = issued_state(PrintState::out_of_paper);
        CHECK(printing_view(state, words()).failure.empty());
        CHECK_FALSE(printing_view(state, words()).waits);
        state.failure = Failure{Busy::printing, Fault::io};
        CHECK(printing_view(state, words()).failure == failure_sentence(state, words()));
        CHECK_FALSE(failure_sentence(state, words()).empty());
        state.busy = Busy::printing;
        CHECK(printing_view(state, words()).waits);
        CHECK(printing_view(state, words()).bar_sentence == busy_sentence(state.busy, words()));
    }

    TEST_CASE("about says the protection class and that a demonstration is one")
    {
        AppState state = signed_in_state();
        state.facts.protection_class = "C";
        CHECK(about_view(state, words()).class_title == "Protection class C");
        CHECK(about_view(state, words()).facts.front().first == "Institution");
        state.facts.specimen = true;
        CHECK(about_view(state, words()).facts.front().second == "A demonstration, for ever");
    }
}
