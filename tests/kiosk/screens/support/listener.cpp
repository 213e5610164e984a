#include "tests/kiosk/screens/support/listener.h"

#include "kiosk/widgets/text_entry.h"

namespace northseal::test {

namespace {

constexpr int stops_most = 120; // on any page; more is a voice that leads round and round

} // namespace

void Listener::press(kiosk::FocusMove move)
{
    m_play.key(move);
}

std::string Listener::heard() const
{
    return m_play.voice.said.empty() ? std::string() : m_play.voice.said.back();
}

bool Listener::has_heard(const std::string& part, std::size_t since) const
{
    for (std::size_t at = since; at < m_play.voice.said.size(); ++at) {
        if (m_play.voice.said[at].find(part) != std::string::npos) return true;
    }
    return false;
}

std::string Listener::transcript() const
{
    std::string out;
    for (const std::string& line : m_play.voice.said) out += line + "\n";
    return out;
}

void Listener::find(const std::string& part)
{
    for (int presses = 0; presses < stops_most; ++presses) {
        if (heard().find(part) != std::string::npos) return;
        next();
    }
    FAIL("nothing said holds \"" << part << "\":\n" << transcript());
}

void Listener::find_key(const std::string& name, const std::string& or_name)
{
    for (int presses = 0; presses < stops_most; ++presses) {
        const auto& speech = m_play.voice.speeches.back();
        for (const auto& phrase : speech) {
            for (const std::string& wanted : {name, or_name}) {
                if (phrase.said == wanted || phrase.said == wanted + ".") return;
            }
        }
        next();
    }
    FAIL("no key is called \"" << name << "\":\n" << transcript());
}

void Listener::type(const std::string& letters, Case letter_case)
{
    const std::vector<std::size_t> stops = kiosk::caret_stops(letters);
    for (std::size_t index = 0; index + 1 < stops.size(); ++index) {
        const std::string letter = letters.substr(stops[index], stops[index + 1] - stops[index]);
        const bool capital = letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z';
        const std::string name = letter == " " ? "Space" : capital ? "capital " + letter : letter;
        std::string small = letter;
        if (capital) small[0] = static_cast<char>(letter[0] - 'A' + 'a');
        find_key(name, letter_case == Case::any ? small : name);
        choose();
    }
}

void Listener::pin(const std::string& digits)
{
    if (m_play.voice.plugged) {
        for (const char digit : digits) {
            find_key(std::string(1, digit), std::string(1, digit));
            choose();
        }
        return;
    }
    find("Digit 1 of 6");
    for (const char digit : digits) {
        const int presses = digit == '0' ? 9 : digit - '1';
        for (int i = 0; i < presses; ++i) next();
        choose();
    }
}

} // namespace northseal::test
