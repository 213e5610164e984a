#include "sync/tool/inputs.h"

namespace northseal::tool {
namespace {

bool is_slip_text(std::string_view text)
{
    if (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("HTTPS://"))
        return true;
    return text.size() > 60 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") + 1 - from);
}

} // namespace

Result<Certificate> read_certificate(Tool& tool, const std::string& input)
{
    if (is_slip_text(input)) return Certificate{input, false};
    auto text = TRY(read_input(tool, input));
    const auto body = trimmed(text);
    if (body.empty())
        return refused(input + " is empty: give a credential (JSON) or the address in a printed code");
    if (body.front() == '{') return Certificate{std::move(text), true};
    return Certificate{std::string(body), false};
}

Result<credential::Signed> read_signed_slip(std::string_view text, const credential::TrustSource& trust)
{
    const auto slip = TRY(credential::read_slip_text(text));
    const auto* found = trust.find_template(slip.prefix);
    if (found == nullptr) {
        return Error{Fault::not_found,
                     "the programme of this code (" + to_hex(slip.prefix) +
                         ") is not known here: give --trust with the institution's trust folder"};
    }
    return credential::Signed{found->id(), slip.claims, slip.signature};
}

} // namespace northseal::tool
