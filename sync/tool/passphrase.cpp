#include "sync/tool/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

namespace northseal::tool {
namespace {

constexpr std::size_t secret_most = 1024;

// Puts the echo back however the question ends.
class Quiet {
public:
    explicit Quiet(int terminal) : m_terminal(terminal)
    {
        m_known = ::tcgetattr(terminal, &m_before) == 0;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_known) ::tcsetattr(terminal, TCSAFLUSH, &quiet);
    }
    ~Quiet()
    {
        if (m_known) ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    int m_terminal;
    termios m_before{};
    bool m_known{false};
};

SecretBytes first_line(ByteView text)
{
    const auto end = std::find_if(text.begin(), text.end(), [](auto c) { return c == '\n' || c == '\r'; });
    return SecretBytes::copy_of(text.first(static_cast<std::size_t>(end - text.begin())));
}

Result<SecretBytes> read_line(int terminal)
{
    SecretBytes buffer(secret_most);
    std::size_t size = 0;
    while (size < secret_most) {
        const auto got = ::read(terminal, buffer.writable().data() + size, 1);
        if (got <= 0 || buffer.view()[size] == '\n') break;
        ++size;
    }
    return SecretBytes::copy_of(buffer.view().first(size));
}

Result<SecretBytes> ask(Asking asking)
{
    auto first = TRY(ask_terminal("Passphrase of the institution: "));
    if (asking == Asking::existing) return first;
    const auto again = TRY(ask_terminal("The same once more: "));
    if (!equal_in_constant_time(first.view(), again.view())) return refused("the two passphrases differ");
    return first;
}

} // namespace

Result<SecretBytes> ask_terminal(const std::string& question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0) return Error{Fault::io, "there is no terminal to ask on"};
    Result<SecretBytes> answer{SecretBytes()};
    {
        const Quiet quiet(terminal);
        if (::write(terminal, question.data(), question.size()) < 0) note(question);
        answer = read_line(terminal);
        if (::write(terminal, "\n", 1) < 0) note("");
    }
    ::close(terminal);
    return answer;
}

Result<SecretBytes> read_passphrase(const PassphraseAsk& wish, Asking asking, Tool& tool)
{
    if (!wish.file.empty()) {
        auto bytes = TRY(tool.disk.read(wish.file, secret_most));
        auto secret = first_line(bytes);
        wipe(bytes);
        if (secret.empty()) return refused(wish.file + " has no passphrase in its first line");
        return secret;
    }
    if (const char* set = std::getenv("NORTHSEAL_PASSPHRASE")) return first_line(view(set));
    auto answer = ask(asking);
    if (!answer.ok() && answer.error().fault == Fault::io) {
        return refused(
            "a passphrase is needed: give --passphrase-file FILE or set NORTHSEAL_PASSPHRASE, or run "
            "this in a terminal");
    }
    return answer;
}

} // namespace northseal::tool
