#pragma once
// The command line: which commands there are, their options, and the words of --help.

#include <functional>

#include "sync/tool/tool.h"

namespace CLI {
class App;
}

namespace northseal::tool {

// Parses, runs one command and returns its exit code.
int run_command_line(int count, char** arguments, Tool&);

// Commands put what is to be run here; the last one given runs.
using Chosen = std::function<int(Tool&)>;
void add_institution_commands(CLI::App&, Chosen&);

} // namespace northseal::tool
