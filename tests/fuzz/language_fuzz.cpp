// A language from somebody's stick: what it is, its words, and a recording. The input is three files with a
// zero byte between them.

#include <array>
#include <cstdlib>

#include "kiosk/voice/recordings.h"
#include "kiosk/words/pack.h"
#include "storage/base/text.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

// A stick with these files on it, and no room to write.
class Stick final : public Disk {
public:
    explicit Stick(ByteView input)
    {
        for (std::size_t part = 0; part < m_files.size(); ++part) {
            const auto end =
                part + 1 < m_files.size() ? std::find(input.begin(), input.end(), 0) : input.end();
            m_files[part].assign(input.begin(), end);
            input = end == input.end() ? ByteView{} : ByteView(end + 1, input.end());
        }
    }
    const Bytes& recording() const { return m_files[2]; }

    Result<Bytes> read(const std::string& path, std::size_t most) override
    {
        for (std::size_t file = 0; file < names.size(); ++file) {
            if (!path.ends_with(names[file])) continue;
            if (m_files[file].size() > most) return refused("too large");
            return m_files[file];
        }
        return refused("no such file");
    }
    Result<std::vector<std::string>> list(const std::string& folder) override
    {
        if (folder.ends_with("/recordings")) return std::vector<std::string>{names[2]};
        return std::vector<std::string>{names[0], names[1]};
    }
    bool exists(const std::string&) override { return true; }
    Result<> write_durably(const std::string&, ByteView) override { return refused("no room"); }
    Result<> make_folder(const std::string&) override { return refused("no room"); }
    Result<> remove(const std::string&) override { return refused("no room"); }
    Result<> rename(const std::string&, const std::string&) override { return refused("no room"); }
    Result<std::uint64_t> free_bytes(const std::string&) override { return std::uint64_t{0}; }

private:
    inline static const std::array<std::string, 3> names{"pack.toml", "words.toml", "nav.home.wav"};
    std::array<Bytes, 3> m_files;
};

const Words& english()
{
    static const Words words = [] {
        RealDisk disk;
        return Words::load(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words", "en", disk).value();
    }();
    return words;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Stick stick(ByteView(data, size));
    const auto any_letter = [](char32_t letter) { return letter < 0x2000; };
    const Pack pack = read_pack("/stick", english(), any_letter, stick);
    if (pack.words.has_value() != (pack.report.fault == PackFault::none)) std::abort();
    if (pack.words && !is_nfc((*pack.words)("nav.home"))) std::abort();
    const auto sound = read_wav(stick.recording());
    if (sound.ok()) static_cast<void>(at_rate(sound.value(), 16000).samples.size());
    return 0;
}
