#pragma once
// The quads of one shape of a template, expanded once: what an award adds is put into their holes, blank
// nodes are labelled, and the lines that changed are sorted into those that did not (README, "Compiled
// path").

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/base/hash.h"
#include "storage/linked_data/rdf.h"

namespace northseal::credential {

class CompiledQuads {
public:
    // `mark` is where holes and blank nodes begin in the text of a quad: mark + "h0003", mark + "b0001". A
    // hole must be the value of a literal, or its end where the hole may name a node (`names_node`, with the
    // fixed part before it): anything else would let a claim say what the template does not.
    struct HoleRule {
        std::string whole; // fixed part + mark, as it must read
        bool names_node{false};
    };
    static Result<CompiledQuads> compile(linked_data::Dataset, const std::string& mark,
                                         const std::vector<HoleRule>&);

    // The canonical N-Quads, given the text for each hole, escaped for N-Quads. Nothing where two blank nodes
    // look alike or two lines come out equal: then only the whole algorithm can tell, on the whole document.
    bool canonical(const std::vector<std::string>& holes, std::string& out) const;
    // SHA-256 of that, without hashing again the lines that stand first in every award.
    std::optional<Digest> digest(const std::vector<std::string>& holes) const;

private:
    struct Part {
        enum class Kind : unsigned char { text, hole, blank } kind{Kind::text};
        std::uint32_t index{0}; // of the hole or blank node
        std::string text;
    };
    using Line = std::vector<Part>;
    struct Blank {
        std::vector<std::size_t> lines; // those that hold it
        std::string hash;               // hexadecimal; empty where a hole decides it
    };

    static Line cut(const std::string& nquad, const std::string& mark);
    void add_line(const std::string& nquad, const std::string& mark);
    std::string first_degree_hash(const Blank&, std::uint32_t self,
                                  const std::vector<std::string>& holes) const;
    bool label(const std::vector<std::string>& holes, std::vector<std::string>& labels) const;
    std::string_view fixed_line(std::size_t) const;
    void find_head();
    bool write(const std::vector<std::string>& holes, std::size_t from_line, std::string& out) const;
    void merge(const std::vector<std::string_view>& changed, std::size_t from_line, std::string& out) const;

    std::string m_fixed;             // sorted lines without holes, joined
    std::vector<std::size_t> m_ends; // where each of them ends
    std::vector<Line> m_lines;       // the others
    std::vector<Blank> m_blanks;
    std::size_t m_head{0}; // fixed lines that come before any other, whatever the claims
    Sha256 m_head_hash;    // what was hashed when they were
};

// What stands for a text in the canonical form of an N-Quads literal (RDFC-1.0 section 5).
std::string escape_literal(std::string_view);

} // namespace northseal::credential
