// Words that somebody heard over the radio and typed, and the message behind them.

#include <cstdlib>

#include "storage/base/disk.h"
#include "storage/institution/renewal.h"
#include "storage/institution/spoken_words.h"

using namespace northseal;
using namespace northseal::institution;

namespace {

const WordList& list()
{
    static const WordList words = [] {
        RealDisk disk;
        const auto text =
            disk.read(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words/passphrase.txt", 1U << 20);
        if (!text.ok()) std::abort();
        auto read = WordList::read(std::string(text_of(text.value())));
        if (!read.ok()) std::abort();
        return std::move(read).value();
    }();
    return words;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto typed = text_of(ByteView(data, size));
    static_cast<void>(check_spoken(typed, list()));
    const auto heard = hear_words(typed, list());
    if (heard.ok()) {
        const auto renewal = unpack_renewal(heard.value());
        if (renewal.ok() && pack_renewal(renewal.value()) != heard.value()) std::abort();
    }
    SpokenMessage message{};
    if (size != message.size()) return 0;
    std::copy(data, data + size, message.begin());
    const auto renewal = unpack_renewal(message);
    if (renewal.ok() && pack_renewal(renewal.value()) != message) std::abort();
    return 0;
}
