#include "cli/services.h"

namespace yaodian::cli {

Services::Services(library::Library &openLibrary, const Clock &theClock, IdSource &idSource, const Globals &globals,
                   std::unique_ptr<sync::Keychain> keychain, std::shared_ptr<sync::PasswordsOfRun> passwords)
    : library(openLibrary), clock(theClock), ids(idSource), settings(openLibrary.directory()),
      papers(library, client, clock), watching(library, papers, background),
      secrets(std::move(keychain), std::move(passwords)), sync(library, client, background, clock, &secrets),
      notes(library, clock, ids), reading(library, notes, clock, ids), markdown(library), formats(library)
{
    // A PDF among imported files becomes a document. Works on any thread: papers only speaks to the library here.
    sync.setPdfTaker([this](const QString &path) -> Result<void> {
        const auto document = papers.adoptLoose(path);
        return document ? Result<void>() : Result<void>(document.error());
    });
    // One run's options win over the settings and are never written to them.
    if (!globals.language.isEmpty())
        settings.overrideForRun("language", globals.language);
    if (!globals.theme.isEmpty())
        settings.overrideForRun("theme", globals.theme);
    if (globals.offline)
        settings.overrideForRun("offline", true);
    if (!globals.mirrors.isEmpty())
        settings.overrideForRun("mirrors", settings.value("mirrors").toStringList() + globals.mirrors);
    if (const auto applied = applyNetworkSettings(); !applied)
        complaint = applied.error().message;
}

Result<void> Services::applyNetworkSettings()
{
    client.setOffline(settings.flag("offline"));
    constexpr int longestSpacing = 120; // seconds
    client.setUsualSpacing(1000 * qBound(0, settings.value("spacing").toInt(), longestSpacing));
    sync.setFirstDays(settings.value("firstDays").toInt());
    papers.setArxivCap(settings.value("arxivDaily").toInt());
    watching.setFolder(settings.text("watchedFolder"));
    papers.setEmail(settings.text("email"));
    return client.setMirrors(settings.value("mirrors").toStringList());
}

} // namespace yaodian::cli
