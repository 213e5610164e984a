#include "storage/vault/recovery_code.h"

namespace northseal::vault {
namespace {

constexpr std::size_t letters = code_letters.size();
static_assert(letters == 31, "the check letter is arithmetic in the field of 31");
constexpr std::size_t code_size = code_groups * code_group_size;

// First, second, third and check letter count once, twice, three times and thirty times, and the group's
// place four times: one wrong letter, two swapped letters and two swapped groups all leave a rest.
std::size_t rest_of(ByteView group, std::size_t place)
{
    constexpr std::size_t weights[code_group_size] = {1, 2, 3, letters - 1};
    std::size_t sum = 4 * (place + 1);
    for (std::size_t i = 0; i < code_group_size; ++i) sum += weights[i] * group[i];
    return sum % letters;
}

bool is_space(char c)
{
    return c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r';
}

struct Typed {
    SecretBytes values{code_size}; // a letter's place in the alphabet; `unknown` where it has none
    std::size_t count{0};
    std::optional<char> not_a_letter;
};
constexpr std::uint8_t unknown = 0xff;

Typed read_letters(std::string_view text)
{
    Typed out;
    for (const char c : text) {
        if (is_space(c)) continue;
        if (out.count++ >= code_size) continue;
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        const auto found = code_letters.find(upper);
        if (found == std::string_view::npos && !out.not_a_letter) out.not_a_letter = c;
        out.values.writable()[out.count - 1] =
            found == std::string_view::npos ? unknown : static_cast<std::uint8_t>(found);
    }
    return out;
}

bool group_fits(const Typed& typed, std::size_t place)
{
    const auto group = typed.values.view().subspan(place * code_group_size, code_group_size);
    return std::find(group.begin(), group.end(), unknown) == group.end() && rest_of(group, place) == 0;
}

CodeCheck check(const Typed& typed)
{
    CodeCheck out;
    out.too_long = typed.count > code_size;
    out.not_a_letter = typed.not_a_letter;
    out.whole_groups = std::min(typed.count, code_size) / code_group_size;
    for (std::size_t i = 0; i < out.whole_groups; ++i) {
        if (!group_fits(typed, i)) out.wrong_groups.push_back(static_cast<int>(i) + 1);
    }
    return out;
}

Error what_is_wrong(const CodeCheck& check)
{
    if (!check.wrong_groups.empty()) {
        std::string text = "a letter was misheard or mistyped in group ";
        for (std::size_t i = 0; i < check.wrong_groups.size(); ++i) {
            text += (i == 0 ? "" : ", ") + std::to_string(check.wrong_groups[i]);
        }
        return refused(text + " of the recovery code: hear that group once more");
    }
    return refused("a recovery code is " + std::to_string(code_groups) + " groups of " +
                   std::to_string(code_group_size) + " letters; " + std::to_string(check.whole_groups) +
                   (check.too_long ? " groups and more were given" : " whole groups were given"));
}

} // namespace

std::string draw_recovery_code(Random& random)
{
    std::string out;
    out.reserve(code_size + code_groups);
    for (std::size_t place = 0; place < code_groups; ++place) {
        ByteArray<code_group_size> group{};
        for (std::size_t i = 0; i + 1 < code_group_size; ++i) {
            group[i] = static_cast<std::uint8_t>(random.below(letters));
        }
        // The check letter counts minus once, so it is the rest that the others leave.
        group.back() = static_cast<std::uint8_t>(rest_of(group, place));
        if (place > 0) out += '-';
        for (const auto value : group) out += code_letters[value];
        wipe(group);
    }
    return out;
}

CodeCheck check_recovery_code(std::string_view typed)
{
    return check(read_letters(typed));
}

Result<SecretBytes> recovery_secret(std::string_view text)
{
    auto typed = read_letters(text);
    const auto found = check(typed);
    if (!found.complete()) return what_is_wrong(found);
    return std::move(typed.values);
}

} // namespace northseal::vault
