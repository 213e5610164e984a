// Each law of layout finds what breaks it, and nothing else.

#include <doctest/doctest.h>

#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"
#include "kiosk/widgets/scroll.h"
#include "tests/kiosk/support/stage.h"

using namespace northseal::kiosk;

namespace {

// A page of 400x300 with a card of 40,40 to 360,260 on it; everything else is the test's.
template<class Draw>
std::string faults_of(Draw draw, Look look = {})
{
    Stage stage({400, 300, look});
    stage.frame([&] {
        page_ground(stage.ui());
        card(stage.ui(), {40, 40, 320, 220});
        draw(stage.ui());
        return 0;
    });
    std::string out;
    for (const std::string& fault : stage.faults()) out += fault + "\n";
    return out;
}

void say(Ui& ui, Point at, const char* words, Role role = Role::body)
{
    draw_line(ui, at, role, ui.colours().text, words);
}

bool found(const std::string& faults, const char* what)
{
    return faults.find(what) != std::string::npos;
}

} // namespace

TEST_SUITE("kiosk/widgets/layout_laws")
{
    TEST_CASE("a page with nothing wrong has no fault")
    {
        CHECK(faults_of([](Ui& ui) {
                  say(ui, {60, 60}, "Rose Beardy");
                  button(ui, "one", {60, 120, 130, 64}, {.label = "One"});
                  button(ui, "two", {198, 120, 130, 64}, {.label = "Two", .style = ButtonStyle::outline});
              }) == "");
    }
    TEST_CASE("words that do not fit their room are found")
    {
        CHECK(found(faults_of([](Ui& ui) {
                        draw_text(ui, {60, 60, 200, 20}, Role::body, ui.colours().text,
                                  "One line is not enough for all that is said here.");
                    }),
                    "does not fit"));
    }
    TEST_CASE("a word that goes on in the next line is found; words that part at a space are not")
    {
        const auto narrow = [](const char* words) {
            return [words](Ui& ui) {
                draw_text(ui, {60, 60, 110, 160}, Role::body, ui.colours().text, words);
            };
        };
        CHECK(found(faults_of(narrow("Microcertification")), "a word is broken in two"));
        CHECK(faults_of(narrow("Rose and Elijah agree")) == "");
    }
    TEST_CASE("words on the edge of a card, or beyond the screen, are found")
    {
        CHECK(found(faults_of([](Ui& ui) { say(ui, {330, 60}, "Rose Beardy"); }), "stands across an edge"));
        CHECK(found(faults_of([](Ui& ui) { say(ui, {60, 285}, "Rose Beardy"); }), "out of reach"));
    }
    TEST_CASE("words over words, and words under something that was painted later, are found")
    {
        CHECK(found(faults_of([](Ui& ui) {
                        say(ui, {60, 60}, "Rose Beardy");
                        say(ui, {90, 66}, "Elijah Wesley");
                    }),
                    "words over words"));
        CHECK(found(faults_of([](Ui& ui) {
                        say(ui, {60, 60}, "Rose Beardy");
                        fill(ui, {100, 50, 40, 60}, ui.colours().surface);
                    }),
                    "painted over"));
    }
    TEST_CASE("words that a scrolled list never brings into sight are found; what it brings is not")
    {
        const auto list = [](Ui& ui, float ends_at) {
            Scroll scroll(ui, "list", {60, 60, 280, 100});
            say(ui, {60, 240}, "Rose Beardy");
            scroll.ends_at(ends_at);
        };
        CHECK(found(faults_of([&](Ui& ui) { list(ui, 200); }), "out of reach"));
        CHECK(faults_of([&](Ui& ui) { list(ui, 280); }) == "");
    }
    TEST_CASE("words half under what opened over the page are found")
    {
        CHECK(found(faults_of([](Ui& ui) {
                        say(ui, {60, 150}, "Rose Beardy");
                        ui.open_layer({0, 164, 400, 136});
                        fill(ui, {0, 164, 400, 136}, ui.colours().keyboard);
                        ui.close_layer();
                    }),
                    "half under the keyboard"));
    }
    TEST_CASE("a letter without a glyph, and words under sixteen pixels, are found")
    {
        CHECK(found(faults_of([](Ui& ui) { say(ui, {60, 60}, "漢字"); }), "has no glyph"));
        CHECK(faults_of([](Ui& ui) { say(ui, {60, 60}, "ᒪᕆ ᐊᓂᔑᓈᐯ, Kwak̓wala"); }) == "");
        Registry registry;
        TextBox small;
        small.text = "small";
        small.box = small.whole = small.view = {60, 60, 60, 20};
        small.line = 20;
        small.em = 15;
        registry.add(small);
        Stage stage;
        std::vector<std::string> out;
        text_faults({registry, stage.ui().theme(), {0, 0, 400, 300}, {}}, out);
        REQUIRE(out.size() == 1);
        CHECK(out.front() == "smaller than 16 px: \"small\"");
    }
    TEST_CASE("too little contrast is found, on a flat ground, on a see-through one and on a picture")
    {
        const auto grey = with_alpha(0xFF000000U, 0.45F);
        CHECK(found(faults_of([&](Ui& ui) {
                        draw_line(ui, {60, 60}, Role::body, grey, "Rose Beardy");
                    }),
                    "contrast of only"));
        CHECK(found(faults_of([&](Ui& ui) {
                        fill(ui, {50, 50, 200, 60}, with_alpha(0xFF000000U, 0.5F));
                        say(ui, {60, 60}, "Rose Beardy");
                    }),
                    "contrast of only"));
        std::vector<std::uint8_t> dark(std::size_t{4} * 16, 40);
        for (std::size_t pixel = 0; pixel < 16; ++pixel) dark[pixel * 4 + 3] = 255;
        CHECK(found(faults_of([&](Ui& ui) {
                        const Texture texture = ui.textures().upload({4, 4, dark, Alpha::straight});
                        picture(ui, {50, 50, 200, 60}, texture);
                        say(ui, {60, 60}, "Rose Beardy");
                    }),
                    "contrast of only"));
    }
    TEST_CASE("large bold words may have less contrast, and high contrast asks for more")
    {
        // 4.0 to 1 on white.
        constexpr std::uint32_t ink = 0xFF808080U;
        const auto said = [&](Role role) {
            return [role](Ui& ui) { draw_line(ui, {60, 60}, role, ink, "Rose"); };
        };
        CHECK(found(faults_of(said(Role::body)), "contrast of only"));
        CHECK(faults_of(said(Role::heading)) == "");
        CHECK(found(faults_of(said(Role::heading), {Scheme::contrast, TextSize::normal, 1}),
                    "contrast of only"));
    }
    TEST_CASE("targets that are too close, overlap, are off the screen or say nothing are found")
    {
        const auto two = [](float apart) {
            return [apart](Ui& ui) {
                button(ui, "one", {60, 120, 100, 64}, {.label = "One"});
                button(ui, "two", {160 + apart, 120, 100, 64}, {.label = "Two"});
            };
        };
        CHECK(faults_of(two(8)) == "");
        CHECK(found(faults_of(two(4)), "too close: one and two"));
        CHECK(found(faults_of(two(-20)), "targets overlap: one and two"));
        CHECK(found(faults_of([](Ui& ui) {
                        button(ui, "one", {60, 260, 100, 64}, {.label = "One"});
                    }),
                    "out of reach: one"));
        CHECK(found(faults_of([](Ui& ui) { touch(ui, "one", {60, 60, 80, 80}, {}); }), "says nothing"));
    }
    TEST_CASE("a target under 56 px is found")
    {
        Registry registry;
        Target small;
        small.id = "small";
        small.label = "Small";
        small.box = small.whole = {60, 60, 56, 40};
        small.view = {0, 0, 400, 300};
        registry.add(small);
        Stage stage;
        std::vector<std::string> out;
        target_faults({registry, stage.ui().theme(), {0, 0, 400, 300}, {}}, out);
        REQUIRE(out.size() == 1);
        CHECK(out.front() == "too small: small");
    }
    TEST_CASE("words across the edge of something to touch are found")
    {
        CHECK(found(faults_of([](Ui& ui) {
                        touch(ui, "one", {60, 60, 80, 80}, {"One"});
                        say(ui, {100, 90}, "Rose Beardy");
                    }),
                    "words across a target"));
    }
    TEST_CASE("the ground that the registry tells is the one that is painted")
    {
        for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::contrast}) {
            Stage stage({400, 300, {scheme, TextSize::normal, 1}});
            stage.frame([&] {
                Ui& ui = stage.ui();
                page_ground(ui);
                card(ui, {40, 40, 320, 220});
                fill(ui, {60, 60, 120, 60}, with_alpha(0xFF2040C0U, 0.4F));
                gradient_down(ui, {200, 60, 100, 120}, {{0, 0xFF104020U}, {1, 0xFF90D0F0U}});
                disc(ui, {120, 190}, 40, 0xFF30B060U);
                say(ui, {0, 0}, " "); // stands last: everything lies under it
                return 0;
            });
            const auto painted = stage.paint();
            const Seen seen = stage.look_at_page();
            const TextBox& last = seen.registry.texts().back();
            for (const Point at : {Point{20, 20}, Point{50, 50}, Point{100, 90}, Point{250, 80},
                                   Point{250, 150}, Point{120, 190}, Point{340, 240}}) {
                const Under ground = under(seen, last, {at.x + 0.5F, at.y + 0.5F});
                REQUIRE(ground.known);
                const int place = static_cast<int>(at.y) * painted.width + static_cast<int>(at.x);
                const std::uint8_t* pixel = &painted.rgba[static_cast<std::size_t>(4 * place)];
                CAPTURE(at.x);
                CAPTURE(at.y);
                CHECK(std::abs(ground.red - static_cast<float>(pixel[0])) < 2.5F);
                CHECK(std::abs(ground.green - static_cast<float>(pixel[1])) < 2.5F);
                CHECK(std::abs(ground.blue - static_cast<float>(pixel[2])) < 2.5F);
            }
        }
    }
}
