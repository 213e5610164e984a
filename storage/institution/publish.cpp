#include "storage/institution/publish.h"

#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/institution/published_files.h"
#include "storage/institution/trust_index.h"

namespace northseal::institution {
namespace {

constexpr std::size_t published_file_most = 16U << 20;

Digest digest_of(const Files& files, const std::string& path)
{
    const auto found = files.find(path);
    return found == files.end() ? Digest{} : sha256(view(found->second));
}

Result<std::vector<IndexedPage>> index_listing(const Institution& institution, const Files& files)
{
    std::vector<IndexedPage> out;
    const auto pages = TRY(institution.listing());
    for (const auto& envelope : pages) {
        const auto statement = TRY(open_statement(listing_kind, envelope, institution.record().desk));
        const auto page = TRY(read_listing_page(statement));
        IndexedPage indexed;
        indexed.file = digest_of(files, "listing/" + std::to_string(page.page) + ".json");
        for (const auto& kiosk : page.kiosks) indexed.kiosks.push_back(kiosk.name);
        for (const auto& digest : page.templates) {
            auto& prefix = indexed.templates.emplace_back();
            std::copy_n(digest.begin(), prefix.size(), prefix.begin());
        }
        out.push_back(std::move(indexed));
    }
    return out;
}

Result<TrustIndex> make_index(const Institution& institution, const Files& files)
{
    TrustIndex index;
    index.did = institution.record().issuer.did;
    index.institution = digest_of(files, "institution.json");
    index.did_document = digest_of(files, "did.json");
    index.status_did_document = digest_of(files, "status/did.json");
    index.listing = TRY(index_listing(institution, files));
    for (const auto& [kiosk, closure] : institution.state().closed) index.closed.push_back(kiosk);
    index.reported = institution.state().reported;
    for (std::size_t list = 0; list < institution.state().lists.size(); ++list) {
        const auto number = std::to_string(list);
        index.lists.push_back(
            {digest_of(files, "status/" + number), digest_of(files, "received/" + number + ".json")});
    }
    return index;
}

Result<bool> write_if_new(const std::string& path, const std::string& text, Disk& disk)
{
    if (disk.exists(path)) {
        const auto there = disk.read(path, published_file_most);
        if (there.ok() && text_of(there.value()) == text) return false;
    }
    TRY(disk.make_folder(path.substr(0, path.rfind('/'))));
    TRY(disk.write_durably(path, view(text)));
    return true;
}

Result<Files> make_files(const Institution& institution, const SigningKey& publisher)
{
    Files files;
    TRY(add_did_documents(institution, files));
    TRY(add_signed_files(institution, files));
    TRY(add_status_lists(institution, publisher, files));
    add_received_tables(institution, files);
    TRY(add_pages(institution, files));
    return files;
}

Result<std::string> sign_index(const TrustIndex& index, const SigningKey& publisher)
{
    auto text = canonical_json(sign_statement(index_kind, to_json(index), publisher));
    if (text.size() > index_most) {
        return Error{Fault::full, "the trust index would have " + std::to_string(text.size()) +
                                      " bytes, more than the " + std::to_string(index_most) +
                                      " that a phone should fetch: split the institution's hosts"};
    }
    return text;
}

} // namespace

Result<Published> publish(Institution& institution, const std::string& out, const SigningKey& publisher)
{
    if (!institution.listing_is_current()) {
        return refused(
            "the desk's listing is behind what was delegated: publish with the desk's key at hand");
    }
    auto& around = institution.surroundings();
    const auto files = TRY(make_files(institution, publisher));
    auto index = TRY(make_index(institution, files));
    auto publication = institution.state().published;
    const auto now = around.clock.now();
    const auto content = content_of(index);
    Published result;
    result.changed = publication.number == 0 || publication.content != content ||
                     now - publication.dated >= dated_anew_after;
    // The number is kept before anything carries it: no two contents ever bear the same.
    if (result.changed) publication = {publication.number + 1, std::max(now, publication.dated), content};
    index.number = result.number = publication.number;
    index.dated = result.dated = publication.dated;
    const auto index_text = TRY(sign_index(index, publisher));
    if (result.changed) TRY(institution.keep_publication(publication));
    for (const auto& [path, text] : files) {
        if (TRY(write_if_new(out + "/" + path, text, around.disk))) ++result.files_written;
    }
    if (TRY(write_if_new(out + "/index.json", index_text, around.disk))) ++result.files_written;
    return result;
}

} // namespace northseal::institution
