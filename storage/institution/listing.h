#pragma once
// What the desk lists: which kiosks' keys and which templates are the institution's. Everything that adds
// trust stands here, in signed pages; the publisher, who holds none of these keys, can only carry them
// (README, "listing/N.json").

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "storage/institution/delegation.h"

namespace northseal::institution {

struct ListedKiosk {
    std::string name;
    PublicKey key{};
    Instant from{0};  // of its first delegation
    Instant until{0}; // of its last
};

struct ListingPage {
    std::string did;
    std::uint64_t page{0};
    std::vector<ListedKiosk> kiosks;
    std::vector<Digest> templates;
};

constexpr std::string_view listing_kind = "listing 1";
constexpr std::size_t listed_a_page = 90; // of each kind; a page stays below 20 kB
constexpr std::size_t listing_page_most = 20'000;

Json to_json(const ListingPage&);
Result<ListingPage> read_listing_page(const Json& statement);

// In the order given, which only ever grows, so that full pages keep their place.
std::vector<ListingPage> make_listing(const std::string& did, const std::vector<ListedKiosk>&,
                                      const std::vector<Digest>& templates);

} // namespace northseal::institution
