#pragma once
// Where secrets come from: a file, the environment, or the terminal without echo. Never the command line,
// which every user of the machine can read.

#include "storage/base/secret.h"
#include "sync/tool/tool.h"

namespace northseal::tool {

struct PassphraseAsk {
    std::string file; // its first line; empty: NORTHSEAL_PASSPHRASE, then the terminal
};

enum class Asking { existing, twice }; // a new one is asked for twice

Result<SecretBytes> read_passphrase(const PassphraseAsk&, Asking, Tool&);

// One secret line from the terminal, for PINs. Fault::io where there is no terminal.
Result<SecretBytes> ask_terminal(const std::string& question);

} // namespace northseal::tool
