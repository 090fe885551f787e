#include "base/settings.h"

#include "base/unsavedchoices.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

namespace yaodian {

const QList<SettingRow> &settingRows()
{
    static constexpr const char *looks = QT_TRANSLATE_NOOP("settings", "Language and looks");
    static constexpr const char *window = QT_TRANSLATE_NOOP("settings", "Window and keys");
    static constexpr const char *syncing = QT_TRANSLATE_NOOP("settings", "Syncing");
    static constexpr const char *papers = QT_TRANSLATE_NOOP("settings", "Papers and PDFs");
    static constexpr const char *network = QT_TRANSLATE_NOOP("settings", "Network");
    static constexpr const char *markdown = QT_TRANSLATE_NOOP("settings", "Highlights and Markdown");
    static constexpr const char *backups = QT_TRANSLATE_NOOP("settings", "Backups");
    static constexpr const char *asDesktop = QT_TRANSLATE_NOOP("settings", "As on the desktop");
    static constexpr const char *nothing = QT_TRANSLATE_NOOP("settings", "None");
    static const QList<SettingRow> rows{
        {.key = "language",
         .section = looks,
         .fallback = QStringLiteral("system"),
         .text = QT_TRANSLATE_NOOP("settings", "Language"),
         .choices = {QStringLiteral("system"), QStringLiteral("zh_CN"), QStringLiteral("en")}},
        {.key = "theme",
         .section = looks,
         .fallback = QStringLiteral("system"),
         .text = QT_TRANSLATE_NOOP("settings", "Theme"),
         .choices = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}},
        {.key = "fontSize",
         .section = looks,
         .fallback = 0,
         .text = QT_TRANSLATE_NOOP("settings", "Text size"),
         .unset = asDesktop,
         .counted = QT_TRANSLATE_N_NOOP("settings", "%n point(s)")},
        {.key = "fontFamily",
         .section = looks,
         .fallback = QString(),
         .text = QT_TRANSLATE_NOOP("settings", "Typeface"),
         .unset = asDesktop},
        {.key = "density",
         .section = looks,
         .fallback = QStringLiteral("comfortable"),
         .text = QT_TRANSLATE_NOOP("settings", "Lists"),
         .choices = {QStringLiteral("comfortable"), QStringLiteral("compact")}},
        {.key = "notify",
         .section = window,
         .fallback = false,
         .text = QT_TRANSLATE_NOOP("settings", "Tell of new issues by a notification")},
        {.key = "tray",
         .section = window,
         .fallback = false,
         .text = QT_TRANSLATE_NOOP("settings", "Keep running in the tray when the window is closed")},
        {.key = "syncAtStart",
         .section = syncing,
         .fallback = false,
         .text = QT_TRANSLATE_NOOP("settings", "Sync all sources at start")},
        {.key = "askByItself",
         .section = syncing,
         .fallback = true,
         .text = QT_TRANSLATE_NOOP("settings", "Ask sources by itself when their time has come")},
        {.key = "firstDays",
         .section = syncing,
         .fallback = 0,
         .text = QT_TRANSLATE_NOOP("settings", "Posts of a new source that arrive unread"),
         .unset = QT_TRANSLATE_NOOP("settings", "All of them"),
         .counted = QT_TRANSLATE_N_NOOP("settings", "Those of the last %n day(s)")},
        {.key = "askArxiv",
         .section = papers,
         .fallback = true,
         .text =
             QT_TRANSLATE_NOOP("settings", "After a sync, ask arXiv once a day for missing titles and newer versions")},
        {.key = "arxivDaily",
         .section = papers,
         .fallback = 100,
         .text = QT_TRANSLATE_NOOP("settings", "PDFs from arXiv a day"),
         .unset = QT_TRANSLATE_NOOP("settings", "No limit"),
         .counted = QT_TRANSLATE_N_NOOP("settings", "%n at most")},
        {.key = "watchedFolder",
         .section = papers,
         .fallback = QString(),
         .text = QT_TRANSLATE_NOOP("settings", "Folder in which the browser saves PDFs"),
         .unset = QT_TRANSLATE_NOOP("settings", "The desktop's folder for downloads")},
        {.key = "offline",
         .section = network,
         .fallback = false,
         .text = QT_TRANSLATE_NOOP("settings", "Work offline")},
        {.key = "spacing",
         .section = network,
         .fallback = 0,
         .text = QT_TRANSLATE_NOOP("settings", "Time between requests to one server"),
         .unset = QT_TRANSLATE_NOOP("settings", "As usual"),
         .counted = QT_TRANSLATE_N_NOOP("settings", "%n second(s)")},
        {.key = "email",
         .section = network,
         .fallback = QString(),
         .text = QT_TRANSLATE_NOOP("settings", "E-mail address for services that ask for one (Unpaywall)"),
         .unset = nothing},
        {.key = "mirrors",
         .section = network,
         .fallback = QStringList(),
         .text = QT_TRANSLATE_NOOP("settings", "Mirrors, one a line (HOST=BASE)"),
         .unset = nothing},
        {.key = "exportFolder",
         .section = markdown,
         .fallback = QString(),
         .text = QT_TRANSLATE_NOOP("settings", "Folder for exported Markdown"),
         .unset = QT_TRANSLATE_NOOP("settings", "Asked for at the first export")},
        {.key = "exportTemplate",
         .section = markdown,
         .fallback = QStringLiteral("obsidian"),
         .text = QT_TRANSLATE_NOOP("settings",
                                   "Template of the Markdown (obsidian, logseq, plain, one of your own or a file)")},
        {.key = "exportGroups",
         .section = markdown,
         .fallback = QStringLiteral("none"),
         .text = QT_TRANSLATE_NOOP("settings", "Highlights in the Markdown"),
         .choices = {QStringLiteral("none"), QStringLiteral("kind"), QStringLiteral("section")}},
        {.key = "backUp",
         .section = backups,
         .fallback = true,
         .text = QT_TRANSLATE_NOOP("settings", "Make a backup of the notes every hour in which they have changed")},
        {.key = "backupFolder",
         .section = backups,
         .fallback = QString(),
         .text = QT_TRANSLATE_NOOP("settings", "Folder for a whole backup each day, best on another disk"),
         .unset = nothing},
    };
    return rows;
}

static constexpr char wasThere[] = "wasThere"; ///< the folder, when this was made

/// The folder was there and is gone. To write into it would make it anew, in the way of the one that comes back.
static bool isGone(const QObject &settings, const QSettings &file)
{
    return settings.property(wasThere).toBool() && !QFileInfo(QFileInfo(file.fileName()).path()).isDir();
}

Settings::Settings(const QString &directory, QObject *parent)
    : QObject(parent),
      m_choices(std::make_unique<QSettings>(directory + QStringLiteral("/settings.ini"), QSettings::IniFormat)),
      m_state(std::make_unique<QSettings>(directory + QStringLiteral("/state.ini"), QSettings::IniFormat))
{
    setProperty(wasThere, QFileInfo(directory).isDir());
    new UnsavedChoices(m_choices->fileName(), *this);
}

Settings::~Settings() = default;

QVariant Settings::value(const char *key) const
{
    const QString name = QString::fromLatin1(key);
    if (const auto it = m_overrides.constFind(name); it != m_overrides.constEnd())
        return *it;
    for (const SettingRow &row : settingRows()) {
        if (qstrcmp(row.key, key) != 0)
            continue;
        QVariant stored = m_choices->value(name);
        return stored.isValid() && stored.convert(row.fallback.metaType()) ? stored : row.fallback;
    }
    Q_ASSERT_X(false, "Settings", key); // every setting has a row
    return {};
}

void Settings::choose(const char *key, const QVariant &value)
{
    const QString name = QString::fromLatin1(key);
    m_overrides.remove(name);
    const auto &rows = settingRows();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const SettingRow &r) { return qstrcmp(r.key, key) == 0; });
    Q_ASSERT(row != rows.end());
    if (!UnsavedChoices::of(*this).write(name, row->fallback == value ? QVariant() : value))
        m_overrides.insert(name, value); // as long as the program runs
    Q_EMIT changed(name);
}

void Settings::overrideForRun(const char *key, const QVariant &value)
{
    m_overrides.insert(QString::fromLatin1(key), value);
}

QVariant Settings::state(const QString &key) const
{
    return m_state->value(key);
}

void Settings::setState(const QString &key, const QVariant &value)
{
    if (!isGone(*this, *m_state))
        m_state->setValue(key, value);
}

} // namespace yaodian
