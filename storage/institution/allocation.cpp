#include "storage/institution/allocation.h"

#include "storage/credential/status_list.h"

namespace northseal::institution {

Result<std::uint32_t> lists_for(std::uint32_t lists, std::size_t used, std::uint32_t more)
{
    const std::uint64_t needed = (std::uint64_t{used} + more) * 2;
    const std::uint64_t entries = credential::status_list_entries;
    const auto enough =
        std::max<std::uint64_t>(std::max(lists, lists_least), (needed + entries - 1) / entries);
    if (enough > lists_most) {
        return Error{Fault::full, "all status lists that one institution may have are in use"};
    }
    return static_cast<std::uint32_t>(enough);
}

std::vector<std::uint32_t> draw_indexes(std::set<std::uint32_t>& used, std::uint32_t lists,
                                        std::uint32_t count, Random& random)
{
    const std::uint64_t space = std::uint64_t{lists} * credential::status_list_entries;
    std::vector<std::uint32_t> out;
    out.reserve(count);
    while (out.size() < count) {
        const auto index = static_cast<std::uint32_t>(random.below(space));
        if (used.insert(index).second) out.push_back(index);
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace northseal::institution
