#include "storage/base/toml_depth.h"

#include <algorithm>
#include <string>

namespace northseal {

namespace {

// Walks the text as TOML's lexer does: strings and comments are passed over, so that dots and brackets in
// prose do not count. Where the text is no TOML this may lose its way, and the parser stops at that place.
class DepthScan {
public:
    DepthScan(std::string_view toml, std::size_t most) : m_toml(toml), m_most(most) {}

    Result<> run()
    {
        while (m_at < m_toml.size()) {
            const char here = m_toml[m_at];
            if (here == '#') {
                m_at = std::min(m_toml.find('\n', m_at), m_toml.size());
            } else if (here == '"' || here == '\'') {
                if (!may_begin_text()) return misplaced_quote();
                pass_string(here);
                m_before = here;
            } else {
                if (static_cast<unsigned char>(here) >= 0x80) return not_quoted();
                if (!count(here)) return too_deep();
                if (here != ' ' && here != '\t' && here != '\r') m_before = here;
                ++m_at;
            }
        }
        return {};
    }

private:
    // Where a key or a value begins. Anywhere else the parser takes the quotation mark for part of what
    // stands before it, and what follows for no text.
    bool may_begin_text() const
    {
        return std::string_view("\n=[,{.").find(m_before) != std::string_view::npos;
    }

    bool count(char here)
    {
        if (here == '\n') ++m_line;
        if (here == '.') ++m_dots;
        if (here == '\n' || here == '=' || here == ',' || here == '{') m_dots = 0;
        if (here == '[' || here == '{') ++m_open;
        if ((here == ']' || here == '}') && m_open > 0) --m_open;
        return m_dots <= m_most && m_open <= m_most;
    }

    void pass_string(char quote)
    {
        const std::string three(3, quote);
        const bool long_form = m_toml.substr(m_at, 3) == three;
        m_at += long_form ? 3 : 1;
        while (m_at < m_toml.size()) {
            const char here = m_toml[m_at];
            if (here == '\n') {
                ++m_line;
                if (!long_form) return; // not closed: the parser says so
            }
            if (here == '\\' && quote == '"') {
                m_at += 2;
            } else if (here != quote) {
                ++m_at;
            } else if (!long_form) {
                ++m_at;
                return;
            } else if (m_toml.substr(m_at, 3) == three) {
                m_at += 3;
                // Up to two more quotes belong to the text before the closing three.
                for (int more = 0; more < 2 && m_at < m_toml.size() && m_toml[m_at] == quote; ++more) ++m_at;
                return;
            } else {
                ++m_at;
            }
        }
    }

    Error not_quoted() const
    {
        return refused(
            "line " + std::to_string(m_line) +
            ": a letter with an accent, or a sign such as a curly quotation mark, stands outside a "
            "text: put texts between straight quotation marks");
    }

    Error misplaced_quote() const
    {
        return refused("line " + std::to_string(m_line) +
                       ": a quotation mark stands inside or behind a word: put the whole text between two");
    }

    Error too_deep() const
    {
        return refused("line " + std::to_string(m_line) + ": more than " + std::to_string(m_most) +
                       " levels within one another: write it flatter");
    }

    std::string_view m_toml;
    std::size_t m_most;
    std::size_t m_at{0};
    char m_before{'\n'}; // the last that is no space
    std::size_t m_line{1};
    std::size_t m_dots{0};
    std::size_t m_open{0};
};

} // namespace

Result<> check_toml_form(std::string_view toml, std::size_t most)
{
    return DepthScan(toml, most).run();
}

} // namespace northseal
