// Pictures of the work: from the stick, made small and written anew, kept sealed with the draft.

#include <algorithm>
#include <cctype>

#include "kiosk/app/app.h"
#include "kiosk/app/stick_pictures.h"
#include "kiosk/paper/photograph.h"
#include "kiosk/paper/picture_file.h"

namespace northseal::kiosk {

namespace {

constexpr int thumbnail_width = 260;
constexpr int thumbnail_height = 168;

} // namespace

std::vector<std::string> stick_pictures(Disk& disk, const std::string& folder, std::size_t most)
{
    std::vector<std::string> out;
    const auto names = disk.list(folder);
    if (!names) return out;
    for (const auto& name : names.value()) {
        std::string low = name;
        for (auto& each : low) each = static_cast<char>(std::tolower(static_cast<unsigned char>(each)));
        const bool picture = low.ends_with(".png") || low.ends_with(".jpg") || low.ends_with(".jpeg");
        if (picture && out.size() < most) out.push_back(name);
    }
    return out;
}

void App::begin_evidence()
{
    m_state.personal.evidence = {};
    load_evidence();
    look_for_evidence();
}

void App::load_evidence()
{
    const auto& page = m_state.personal.assessment;
    auto& form = m_state.personal.evidence;
    form.kept.clear();
    if (!page) return;
    for (const auto& digest : page->assessment.evidence) {
        const auto file = m_station->evidence(page->assessment.id, digest);
        if (!file) return fail(Busy::none, file.error());
        KeptEvidence kept;
        kept.digest = digest;
        kept.number = ++m_pictures;
        auto small = thumbnail(file.value(), thumbnail_width, thumbnail_height);
        if (small) kept.picture = std::move(small.value());
        form.kept.push_back(std::move(kept));
    }
}

void App::look_for_evidence()
{
    constexpr std::size_t names_most = 100;
    auto& form = m_state.personal.evidence;
    form.unreadable.clear();
    form.found = m_state.can_copy ? stick_pictures(m_around.disk, m_options.take_home, names_most)
                                  : std::vector<std::string>();
}

void App::add_evidence()
{
    const auto& page = m_state.personal.assessment;
    auto& form = m_state.personal.evidence;
    if (!page || !form.adding || *form.adding >= form.found.size()) return;
    const auto name = form.found[*std::exchange(form.adding, std::nullopt)];
    const auto file = m_around.disk.read(m_options.take_home + "/" + name, picture_file_most);
    const auto small = file ? as_evidence(file.value()) : Result<Bytes>(file.error());
    if (!small) { // the picture, not the kiosk: it is named, and another may be chosen
        form.unreadable = name;
        if (m_options.log) m_options.log(small.error().detail);
        return;
    }
    const auto id = page->assessment.id;
    const auto kept = m_station->add_evidence(id, small.value());
    if (!kept) return fail(Busy::adding_evidence, kept.error());
    form.unreadable.clear();
    if (load_assessment(id)) load_evidence();
}

void App::remove_evidence(std::size_t index)
{
    const auto& page = m_state.personal.assessment;
    const auto& form = m_state.personal.evidence;
    if (!page || index >= form.kept.size()) return;
    const auto id = page->assessment.id;
    const auto gone = m_station->remove_evidence(id, form.kept[index].digest);
    if (!gone) return fail(Busy::none, gone.error());
    if (load_assessment(id)) load_evidence();
}

} // namespace northseal::kiosk
