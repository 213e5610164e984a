#include "tests/kiosk/screens/scenes/album.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using kiosk::AppState;

const char* name_of(Hero hero)
{
    switch (hero) {
    case Hero::usual:
        return "Rose Beardy";
    case Hero::long_name:
        return "Marie-Angélique Anne-Catherine Wapachee-Kanatewat Tremblay-R";
    case Hero::syllabics:
        return "ᒪᕆ ᐊᓂᔑᓈᐯ"; // as in the reference credentials
    }
    return "";
}

Album::Album(std::string language, Hero hero) : m_language(std::move(language)), m_hero(hero)
{}

Play& Album::kiosk(PlaySet set)
{
    set.language = m_language;
    // The shipped programme has sentences and quick phrases, and can be a specimen only; the reference's
    // names are longer.
    set.desk.shipped_programme = m_hero != Hero::long_name && set.desk.specimen;
    m_kiosks.push_back(std::make_unique<Play>(set));
    return *m_kiosks.back();
}

void Album::keep(Scene scene, std::size_t kiosk)
{
    for (const Scene& other : m_scenes)
        REQUIRE_MESSAGE(other.name != scene.name, "two scenes are called " << scene.name);
    // Each kiosk numbers its pictures from one; on one screen they must differ.
    if (scene.state.personal.issued && kiosk < m_kiosks.size())
        scene.state.personal.issued->picture_number += 1000 * (kiosk + 1);
    // What the disk of this machine holds is nobody's look; what a scene says of one by hand is.
    if (kiosk < m_kiosks.size()) {
        scene.state.personal.home.room = {};
        scene.state.personal.home.room.certificates = 1000000;
    }
    m_scenes.push_back(std::move(scene));
}

namespace {

std::size_t place_of(const std::vector<std::unique_ptr<Play>>& kiosks, const Play& play)
{
    const auto found =
        std::find_if(kiosks.begin(), kiosks.end(), [&](const auto& each) { return each.get() == &play; });
    REQUIRE_MESSAGE(found != kiosks.end(), "a scene of a kiosk that is not the album's");
    return static_cast<std::size_t>(found - kiosks.begin());
}

} // namespace

void Album::add(const Play& play, const std::string& name)
{
    keep({name, play.state()}, place_of(m_kiosks, play));
}

void Album::show(const Play& play, const std::string& name, const std::string& caption)
{
    keep({name, play.state(), caption}, place_of(m_kiosks, play));
}

void Album::add(const std::string& name, const AppState& state)
{
    keep({name, state}, m_kiosks.size());
}

void Album::show(const std::string& name, const AppState& state, const std::string& caption)
{
    keep({name, state, caption}, m_kiosks.size());
}

const Scene& Album::scene(const std::string& name) const
{
    const auto found =
        std::find_if(m_scenes.begin(), m_scenes.end(), [&](const Scene& each) { return each.name == name; });
    REQUIRE_MESSAGE(found != m_scenes.end(), "no scene is called " << name);
    return *found;
}

namespace {

auto& all_albums()
{
    static std::map<std::pair<std::string, Hero>, Album> made;
    return made;
}

} // namespace

const Album& whole_album(const std::string& language, Hero hero)
{
    const auto key = std::pair(language, hero);
    const auto found = all_albums().find(key);
    if (found != all_albums().end()) return found->second;
    Album album(language, hero);
    play_all(album);
    return all_albums().emplace(key, std::move(album)).first->second;
}

void put_albums_away()
{
    all_albums().clear();
}

std::vector<const Album*> whole_albums()
{
    return {&whole_album("en"), &whole_album("fr"), &whole_album("fr", Hero::long_name),
            &whole_album("en", Hero::syllabics)};
}

} // namespace northseal::test
