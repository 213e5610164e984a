#include "storage/institution/listing.h"

#include <nlohmann/json.hpp>

#include "storage/institution/fields.h"

namespace northseal::institution {

Json to_json(const ListingPage& page)
{
    Json kiosks = Json::array(), templates = Json::array();
    for (const auto& kiosk : page.kiosks) {
        kiosks.push_back({{"name", kiosk.name},
                          {"key", to_multikey(kiosk.key)},
                          {"from", to_date_time(kiosk.from)},
                          {"until", to_date_time(kiosk.until)}});
    }
    for (const auto& digest : page.templates) templates.push_back(to_hex(digest));
    return {{"did", page.did}, {"page", page.page}, {"kiosks", kiosks}, {"templates", templates}};
}

Result<ListingPage> read_listing_page(const Json& statement)
{
    ListingPage page;
    page.did = TRY(text_member(statement, "did"));
    page.page = TRY(number_member(statement, "page", 100'000));
    const auto* kiosks = TRY(array_member(statement, "kiosks", listed_a_page));
    for (const auto& entry : *kiosks) {
        ListedKiosk kiosk;
        kiosk.name = TRY(text_member(entry, "name"));
        if (!is_kiosk_name(kiosk.name)) return refused("a kiosk's name is four letters of a-z2-7");
        kiosk.key = TRY(key_member(entry, "key"));
        kiosk.from = TRY(instant_member(entry, "from"));
        kiosk.until = TRY(instant_member(entry, "until"));
        page.kiosks.push_back(std::move(kiosk));
    }
    const auto* templates = TRY(array_member(statement, "templates", listed_a_page));
    for (const auto& entry : *templates) page.templates.push_back(TRY(read_digest(entry, "templates")));
    if (canonical_json(to_json(page)) != canonical_json(statement)) {
        return refused("the listing holds something that this version does not know");
    }
    return page;
}

std::vector<ListingPage> make_listing(const std::string& did, const std::vector<ListedKiosk>& kiosks,
                                      const std::vector<Digest>& templates)
{
    const auto entries = std::max(kiosks.size(), templates.size());
    const auto count = std::max<std::size_t>(1, (entries + listed_a_page - 1) / listed_a_page);
    std::vector<ListingPage> pages(count);
    for (std::size_t number = 0; number < count; ++number) {
        auto& page = pages[number];
        page.did = did;
        page.page = number;
        for (auto i = number * listed_a_page; i < (number + 1) * listed_a_page; ++i) {
            if (i < kiosks.size()) page.kiosks.push_back(kiosks[i]);
            if (i < templates.size()) page.templates.push_back(templates[i]);
        }
    }
    return pages;
}

} // namespace northseal::institution
