#include "base/settings.h"

#include "base/unsavedchoices.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

namespace yaodian {

const QList<SettingRow> &settingRows()
{
    static const QList<SettingRow> rows{
        {"language",
         QStringLiteral("system"),
         QT_TRANSLATE_NOOP("settings", "Language"),
         {QStringLiteral("system"), QStringLiteral("zh_CN"), QStringLiteral("en")}},
        {"theme",
         QStringLiteral("system"),
         QT_TRANSLATE_NOOP("settings", "Theme"),
         {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}},
        {"fontSize", 0, QT_TRANSLATE_NOOP("settings", "Text size in points (0: the desktop's)"), {}},
        {"fontFamily", QString(), QT_TRANSLATE_NOOP("settings", "Typeface (empty: the desktop's)"), {}},
        {"density",
         QStringLiteral("comfortable"),
         QT_TRANSLATE_NOOP("settings", "Lists"),
         {QStringLiteral("comfortable"), QStringLiteral("compact")}},
        {"offline", false, QT_TRANSLATE_NOOP("settings", "Work offline"), {}},
        {"syncAtStart", false, QT_TRANSLATE_NOOP("settings", "Sync all sources at start"), {}},
        {"askByItself", true, QT_TRANSLATE_NOOP("settings", "Ask sources by itself when their time has come"), {}},
        {"notify", false, QT_TRANSLATE_NOOP("settings", "Tell of new issues by a notification"), {}},
        {"tray", false, QT_TRANSLATE_NOOP("settings", "Keep running in the tray when the window is closed"), {}},
        {"firstDays",
         0,
         QT_TRANSLATE_NOOP("settings", "Days back to which the posts of a new source arrive unread (0: all of them)"),
         {}},
        {"spacing", 0, QT_TRANSLATE_NOOP("settings", "Seconds between two requests to one server (0: as usual)"), {}},
        {"askArxiv",
         true,
         QT_TRANSLATE_NOOP("settings", "After a sync, ask arXiv once a day for missing titles and newer versions"),
         {}},
        {"arxivDaily", 100, QT_TRANSLATE_NOOP("settings", "PDFs from arXiv a day at most (0: no limit)"), {}},
        {"watchedFolder",
         QString(),
         QT_TRANSLATE_NOOP("settings", "Folder in which the browser saves PDFs (empty: the desktop's)"),
         {}},
        {"email",
         QString(),
         QT_TRANSLATE_NOOP("settings", "E-mail address for services that ask for one (Unpaywall)"),
         {}},
        {"mirrors", QStringList(), QT_TRANSLATE_NOOP("settings", "Mirrors (HOST=BASE)"), {}},
        {"backUp",
         true,
         QT_TRANSLATE_NOOP("settings", "Make a backup of the notes every hour in which they have changed"),
         {}},
        {"backupFolder",
         QString(),
         QT_TRANSLATE_NOOP("settings", "Folder for a whole backup each day, best on another disk (empty: none)"),
         {}},
        {"exportFolder", QString(), QT_TRANSLATE_NOOP("settings", "Folder for exported Markdown"), {}},
        {"exportTemplate",
         QStringLiteral("obsidian"),
         QT_TRANSLATE_NOOP("settings", "Template of the Markdown (obsidian, logseq, plain, one of your own or a file)"),
         {}},
        {"exportGroups",
         QStringLiteral("none"),
         QT_TRANSLATE_NOOP("settings", "Highlights in the Markdown"),
         {QStringLiteral("none"), QStringLiteral("kind"), QStringLiteral("section")}},
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
