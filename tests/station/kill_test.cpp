#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;

namespace {

// Issues one after another and writes each number to the pipe once issue() has returned, until it is killed.
[[noreturn]] void issue_for_ever(test::DemoSite& site, int pipe)
{
    site.reopen();
    site.unlock();
    for (int i = 0;; ++i) {
        const auto id = site.issue_to("Learner " + std::to_string(i)).value;
        if (::write(pipe, &id, sizeof id) != sizeof id) ::_exit(1);
    }
}

std::set<std::int64_t> acknowledged_before_kill(test::DemoSite& site, int wanted)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    site.site.reset(); // no database handle may cross a fork
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) issue_for_ever(site, ends[1]);
    ::close(ends[1]);
    std::set<std::int64_t> out;
    std::int64_t id = 0;
    while (::read(ends[0], &id, sizeof id) == sizeof id) {
        out.insert(id);
        if (static_cast<int>(out.size()) == wanted) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGKILL); // and not of something that went wrong in it
    return out;
}

} // namespace

TEST_SUITE("storage/station/kill")
{
    TEST_CASE(
        "after kill -9 every certificate that was acknowledged is there and verifies, and the log is whole")
    {
        const test::Scratch scratch;
        test::DeskOptions many;
        many.count = 2000;
        test::DemoSite site(scratch.path("site"), many);
        std::set<std::int64_t> acknowledged;
        for (const int wanted : {1, 7, 20}) {
            acknowledged.merge(acknowledged_before_kill(site, wanted));
            site.reopen();
            site.unlock();
            for (const auto id : acknowledged) CHECK(site.site->issued({id}).value().has_value());
            const auto counts = site.site->counts().value();
            CHECK(counts.issued >= static_cast<std::int64_t>(acknowledged.size()));
            CHECK(counts.issued + counts.may_still_issue == 2000);
            CHECK(site.site->check_log().ok());
        }
    }
}
