#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "kiosk/window/mailbox.h"

using namespace northseal::kiosk;

TEST_SUITE("kiosk/window/mailbox")
{
    TEST_CASE("what other threads post is done in order by the one that delivers")
    {
        std::atomic<int> woken{0};
        Mailbox mailbox([&] { ++woken; });
        std::vector<int> done;
        std::thread worker([&] {
            for (int index = 0; index < 100; ++index) mailbox.post([&done, index] { done.push_back(index); });
        });
        worker.join();
        CHECK(done.empty());
        CHECK(mailbox.deliver());
        REQUIRE(done.size() == 100);
        CHECK(done.front() == 0);
        CHECK(done.back() == 99);
        CHECK(woken == 100);
        CHECK_FALSE(mailbox.deliver());
    }

    TEST_CASE("what is delivered may post again")
    {
        Mailbox mailbox([] {});
        int times = 0;
        mailbox.post([&] {
            ++times;
            mailbox.post([&] { ++times; });
        });
        mailbox.deliver();
        CHECK(times == 1);
        mailbox.deliver();
        CHECK(times == 2);
    }
}
