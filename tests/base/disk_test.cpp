#include "storage/base/disk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/support/scratch.h"

using namespace northseal;

TEST_SUITE("storage/base/disk")
{
    TEST_CASE("what was written durably is read back, and a second writing replaces it whole")
    {
        const test::Scratch scratch;
        RealDisk disk;
        const auto path = scratch.path("kept");
        REQUIRE(disk.write_durably(path, view("first, longer")).ok());
        REQUIRE(disk.write_durably(path, view("second")).ok());
        CHECK(text_of(disk.read(path, 100).value()) == "second");
        CHECK(disk.list(scratch.path()).value() == std::vector<std::string>{"kept"});
    }

    TEST_CASE("a file is for its owner alone")
    {
        const test::Scratch scratch;
        RealDisk disk;
        REQUIRE(disk.write_durably(scratch.path("secret"), view("x")).ok());
        struct stat facts {};
        REQUIRE(::stat(scratch.path("secret").c_str(), &facts) == 0);
        CHECK((facts.st_mode & 0777) == 0600);
    }

    TEST_CASE("each way out has its own fault")
    {
        const test::Scratch scratch;
        RealDisk disk;
        CHECK(disk.read(scratch.path("absent"), 10).error().fault == Fault::not_found);
        REQUIRE(disk.write_durably(scratch.path("long"), view("0123456789")).ok());
        CHECK(disk.read(scratch.path("long"), 9).error().fault == Fault::full);
        CHECK_FALSE(disk.write_durably(scratch.path("no/such/folder"), view("x")).ok());
        CHECK(disk.remove(scratch.path("absent")).ok());
    }

    TEST_CASE("a left-over of a power cut does not stand in the way")
    {
        const test::Scratch scratch;
        RealDisk disk;
        REQUIRE(disk.write_durably(scratch.path("kept.partial"), view("half")).ok());
        REQUIRE(disk.write_durably(scratch.path("kept"), view("whole")).ok());
        CHECK(text_of(disk.read(scratch.path("kept"), 100).value()) == "whole");
    }
}
