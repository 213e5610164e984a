#pragma once
// Checkpoints as C2SP writes them: a tlog-checkpoint inside a signed note with Ed25519 (type 0x01). Anybody's
// tool that reads transparency logs reads these.

#include <cstdint>
#include <string>
#include <string_view>

#include "storage/base/ed25519.h"

namespace northseal::ledger {

struct Checkpoint {
    std::string origin; // names the log: "HOST/kiosk-7q3f/1"; no white space, no "+"
    std::uint64_t size{0};
    Digest root{};
};

// Signed note: the text, an empty line, and "— NAME base64(key id ‖ signature)". `text` ends with a newline.
Result<std::string> sign_note(std::string_view text, std::string_view name, const SigningKey&);
// The text, where a line by that name and key stands under it and fits. Lines of others are passed over.
Result<std::string> open_note(std::string_view note, std::string_view name, const PublicKey&);

// The key's name is the log's origin.
Result<std::string> sign_checkpoint(const Checkpoint&, const SigningKey&);
Result<Checkpoint> open_checkpoint(std::string_view note, std::string_view origin, const PublicKey&);

} // namespace northseal::ledger
