#include <doctest/doctest.h>

#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

using namespace northseal;
using namespace northseal::station;

namespace {

// A real disk that says how much is free as it is told to.
class NearlyFullDisk final : public Disk {
public:
    Result<Bytes> read(const std::string& path, std::size_t most) override { return m_real.read(path, most); }
    Result<> write_durably(const std::string& path, ByteView bytes) override
    {
        return m_real.write_durably(path, bytes);
    }
    Result<> make_folder(const std::string& path) override { return m_real.make_folder(path); }
    Result<> remove(const std::string& path) override { return m_real.remove(path); }
    Result<> rename(const std::string& from, const std::string& to) override
    {
        return m_real.rename(from, to);
    }
    Result<std::vector<std::string>> list(const std::string& folder) override { return m_real.list(folder); }
    bool exists(const std::string& path) override { return m_real.exists(path); }
    Result<std::uint64_t> free_bytes(const std::string&) override { return free; }

    std::uint64_t free{1U << 30};

private:
    RealDisk m_real;
};

} // namespace

TEST_SUITE("storage/station/full disk")
{
    TEST_CASE(
        "a disk that is nearly full stops new work, says how much still fits, and lets the rest be finished")
    {
        const test::Scratch scratch;
        test::DemoSite site(scratch.path("site"));
        const auto learner =
            site.site->register_learner(test::learner_named("Rose Beardy"), site.assessor).value();
        const auto draft = site.draft_for(learner);
        site.site.reset();
        NearlyFullDisk disk;
        auto opened = Station::open(site.folder, {site.clock, site.random, disk});
        auto& kiosk = *opened.value();
        REQUIRE(kiosk.unlock(test::demo_words).ok());
        CHECK(kiosk.disk_room().takes_new_work);

        disk.free = 10U << 20;
        CHECK_FALSE(kiosk.disk_room().takes_new_work);
        const auto refused = kiosk.register_learner(test::learner_named("Elijah Wesley"), site.assessor);
        CHECK(refused.error().fault == Fault::full);
        CHECK(refused.error().detail.find("about 426 more certificates fit") != std::string::npos);
        const auto programme = kiosk.programmes().at(0).id;
        CHECK(kiosk.begin_assessment(learner, programme, "en", site.assessor).error().fault == Fault::full);
        REQUIRE(kiosk.sign_off(draft, site.assessor, test::assessor_pin).ok());
        CHECK(kiosk.issue(draft, site.assessor).ok());

        disk.free = 1U << 30;
        CHECK(kiosk.register_learner(test::learner_named("Elijah Wesley"), site.assessor).ok());
    }
}
