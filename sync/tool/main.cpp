// The command for people and scripts. Here stand the clock, the randomness and the disk that everything below
// is passed.

#include <exception>

#include "storage/vault/process.h"
#include "sync/tool/assets.h"
#include "sync/tool/command_line.h"

int main(int count, char** arguments)
{
    using namespace northseal;
    // Passphrases and PINs pass through here: no core dump keeps them.
    static_cast<void>(vault::harden_process().ok());
    SystemClock clock;
    SystemRandom random;
    RealDisk disk;
    tool::Tool tool{clock, random, disk, tool::assets_folder()};
    try {
        return tool::run_command_line(count, arguments, tool);
    } catch (const std::exception& problem) {
        tool::note(std::string("something went wrong inside (") + problem.what() +
                   "); please report it with the command that you gave");
        return tool::exit_no;
    }
}
