#include "storage/ledger/checkpoint.h"

#include <charconv>

#include "storage/base/hash.h"
#include "storage/base/text.h"

namespace northseal::ledger {
namespace {

constexpr std::string_view dash = "\xe2\x80\x94 "; // em dash and a space
constexpr std::size_t note_most = 100'000;

ByteArray<4> key_id(std::string_view name, const PublicKey& key)
{
    constexpr std::uint8_t after_name[] = {0x0a, 0x01};
    const auto digest = sha256({view(name), after_name, key});
    return {digest[0], digest[1], digest[2], digest[3]};
}

Result<> check_name(std::string_view name)
{
    if (name.empty() || !is_utf8(name)) return refused("a log's name must be text");
    for (const char letter : name) {
        const auto code = static_cast<unsigned char>(letter);
        if (code <= ' ' || code == '+' || code == 0x7f) {
            return refused("a log's name holds no space and no plus sign");
        }
    }
    return {};
}

Result<std::string_view> take_line(std::string_view& rest)
{
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return refused("a checkpoint ends too early");
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

} // namespace

Result<std::string> sign_note(std::string_view text, std::string_view name, const SigningKey& key)
{
    TRY(check_name(name));
    if (text.empty() || text.back() != '\n' || !is_utf8(text)) {
        return refused("a note is text that ends with a newline");
    }
    const auto signature = key.sign(view(text));
    const auto line = joined({key_id(name, key.public_key()), signature});
    return std::string(text) + "\n" + std::string(dash) + std::string(name) + " " + to_base64(line) + "\n";
}

Result<std::string> open_note(std::string_view note, std::string_view name, const PublicKey& key)
{
    TRY(check_name(name));
    if (note.size() > note_most) return Error{Fault::full, "a note is larger than any that we read"};
    if (!is_utf8(note)) return refused("a note is not text");
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos) return refused("a note has no signatures");
    const auto text = note.substr(0, split + 1);
    auto rest = note.substr(split + 2);
    if (rest.empty()) return refused("a note has no signatures");
    const auto prefix = std::string(dash) + std::string(name) + " ";
    while (!rest.empty()) {
        const auto line = TRY(take_line(rest));
        if (!line.starts_with(dash)) return refused("a signature line of a note is not one");
        if (!line.starts_with(prefix)) continue;
        const auto bytes = from_base64(line.substr(prefix.size()));
        if (!bytes.ok() || bytes.value().size() != 68) continue;
        const auto id = key_id(name, key);
        if (!std::equal(id.begin(), id.end(), bytes.value().begin())) continue;
        const auto signature = TRY(exactly<64>(ByteView(bytes.value()).subspan(4), "a signature"));
        if (!verify(key, view(text), signature)) return refused("a note's signature does not fit its text");
        return std::string(text);
    }
    return refused("a note carries no signature by " + std::string(name));
}

Result<std::string> sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key)
{
    const auto text =
        checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(checkpoint.root) + "\n";
    return sign_note(text, checkpoint.origin, key);
}

Result<Checkpoint> open_checkpoint(std::string_view note, std::string_view origin, const PublicKey& key)
{
    const auto text = TRY(open_note(note, origin, key));
    std::string_view rest = text;
    Checkpoint out;
    out.origin = TRY(take_line(rest));
    if (out.origin != origin) return refused("a checkpoint is of another log: " + out.origin);
    const auto size = TRY(take_line(rest));
    const auto parsed = std::from_chars(size.data(), size.data() + size.size(), out.size);
    if (parsed.ec != std::errc() || std::to_string(out.size) != size) {
        return refused("a checkpoint's size is not a number");
    }
    const auto root_line = TRY(take_line(rest));
    const auto root = TRY(from_base64(root_line));
    out.root = TRY(exactly<32>(root, "a checkpoint's root"));
    return out;
}

} // namespace northseal::ledger
