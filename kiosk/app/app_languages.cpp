// A language that a community brings on a stick: looked at whole, copied whole, and there at once.

#include "kiosk/app/app.h"
#include "kiosk/screens/registration.h"
#include "kiosk/theme/letters.h"

namespace northseal::kiosk {

void App::list_languages()
{
    m_state.languages.clear();
    m_state.language_questions.clear();
    for (const auto& [tag, language] : m_languages) {
        m_state.languages.push_back({tag, language("language.name"), has_consent(language),
                                     m_options.voice != nullptr && m_options.voice->speaks(tag)});
        m_state.language_questions.push_back(language("language.choose"));
    }
}

void App::read_language()
{
    const std::string folder = m_options.take_home + "/" + language_folder;
    const Words& english = m_languages.at("en");
    Pack pack = read_pack(folder, english, can_set, m_around.disk);
    m_state.packs.last = pack.report;
    if (!pack.words) {
        m_options.log("a language was not taken: " + folder + ", at " + pack.report.where);
        return;
    }
    const auto installed = install_pack(folder, pack.report, m_options.languages, m_around.disk);
    if (!installed) {
        m_state.packs.last.reset();
        return fail(Busy::reading_language, installed.error());
    }
    pack.report.folder = m_options.languages + "/" + pack.report.tag;
    auto& all = m_state.packs.installed;
    std::erase_if(all, [&](const PackReport& each) { return each.tag == pack.report.tag; });
    all.push_back(pack.report);
    m_languages.insert_or_assign(pack.report.tag, std::move(*pack.words));
    list_languages();
}

} // namespace northseal::kiosk
