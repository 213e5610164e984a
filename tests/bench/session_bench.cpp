// A whole group of two hundred, one tap a learner: what a tap costs from the level to the page that shows it,
// beside a group of ten. Prints one JSON line a measurement.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

void require(bool ok, const char* what)
{
    if (ok) return;
    std::fprintf(stderr, "session_bench: %s failed\n", what);
    std::exit(1);
}

double milliseconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// As the kiosk shows a group: the session, and for each seat what its assessment lacks.
void open_page(test::DemoSite& site, station::SessionId id)
{
    const auto session = site.site->session(id);
    require(session.ok() && session.value().has_value(), "opening the session");
    for (const auto& seat : session.value()->seats) {
        if (seat.assessment) require(site.site->missing(seat.assessment->id).ok(), "what is missing");
    }
}

void measure(int seats)
{
    test::Scratch scratch;
    test::DemoSite site(scratch.path("kiosk"));
    std::vector<station::LearnerId> people;
    for (int i = 0; i < seats; ++i) {
        const auto learner =
            site.site->register_learner(test::learner_named("Learner " + std::to_string(i)), site.assessor);
        require(learner.ok(), "registering");
        people.push_back(learner.value());
    }
    const auto programme = site.site->programmes().front().id;
    const auto id = site.site->begin_session(programme, 0, site.assessor);
    require(id.ok(), "beginning a session");
    for (const auto& who : people) require(site.site->seat(id.value(), who, true).ok(), "seating");
    const double here = milliseconds([&] {
        require(site.site->everyone_is_here(id.value()).ok(), "attendance");
        open_page(site, id.value());
    });
    std::vector<double> taps;
    for (std::size_t outcome = 0; outcome < 3; ++outcome) {
        for (const auto& who : people) {
            taps.push_back(milliseconds([&] {
                require(site.site->mark(id.value(), who, outcome, 2, site.assessor).ok(), "marking");
                open_page(site, id.value());
            }));
        }
    }
    std::sort(taps.begin(), taps.end());
    std::printf(R"({"bench":"session","seats":%d,"tap_ms":%.2f,"tap_p99_ms":%.2f,"everyone_here_ms":%.2f})"
                "\n",
                seats, taps[taps.size() / 2], taps[taps.size() * 99 / 100], here);
}

} // namespace

int main()
{
    measure(10);
    measure(200);
    return 0;
}
