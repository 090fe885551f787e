#include "exporting/templates.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace yaodian::exporting {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype longestFileName = 200; ///< bytes; file systems take 255

struct Own
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

const QString &ending()
{
    static const QString text = u".mustache"_s;
    return text;
}

bool canBeName(const QString &name)
{
    const bool isPlain = std::none_of(name.begin(), name.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == u'/' || c == u'\\' || c == u':';
    });
    return isPlain && !name.isEmpty() && name.size() <= longestName && name == name.trimmed() &&
           !name.startsWith(u'.') && (name + ending()).toUtf8().size() <= longestFileName;
}

Result<void> checkedName(const QString &name)
{
    if (canBeName(name))
        return {};
    return Error::world(Own::tr("“%1” is no name for a template: it has 1 to %2 characters, no slash, no colon and no "
                                "dot at its start.")
                            .arg(name.left(longestName))
                            .arg(longestName));
}

/// "plain 2" is "plain".
QString withoutNumber(const QString &name)
{
    const qsizetype blank = name.lastIndexOf(u' ');
    bool isNumber = false;
    name.mid(blank + 1).toInt(&isNumber);
    return blank > 0 && isNumber ? name.left(blank) : name;
}

Result<void> moved(const QString &from, const QString &to)
{
    QFile file(from); // does not replace what is there
    if (!file.rename(to))
        return Error::world(Own::tr("%1 cannot be renamed: %2.").arg(from, file.errorString()));
    syncFolder(QFileInfo(to).path());
    return {};
}

} // namespace

Templates Templates::of(const library::Library &library)
{
    return Templates(library.directory() + u"/templates"_s);
}

const QStringList &Templates::builtIn()
{
    static const QStringList names{u"plain"_s, u"obsidian"_s, u"logseq"_s};
    return names;
}

QString Templates::path(const QString &name) const
{
    return m_folder + u'/' + name + ending();
}

bool Templates::has(const QString &name) const
{
    return canBeName(name) && !builtIn().contains(name) && QFileInfo(path(name)).isFile();
}

QStringList Templates::own() const
{
    QStringList names;
    const QStringList files = QDir(m_folder).entryList({u'*' + ending()}, QDir::Files);
    for (const QString &file : files) {
        const QString name = file.chopped(ending().size());
        if (has(name)) // a file called as a built-in one is, is nobody's
            names << name;
    }
    std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
        const int order = QString::localeAwareCompare(a, b);
        return order < 0 || (order == 0 && a < b);
    });
    return names;
}

Result<QByteArray> Templates::text(const QString &name) const
{
    if (builtIn().contains(name)) {
        QFile file(u":/yaodian/templates/%1.mustache"_s.arg(name));
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    auto text = readFile(path(name), 16 * largestTemplate);
    if (!text.ok())
        return text;
    const bool isText = !text->contains('\0') && QString::fromUtf8(*text).toUtf8() == *text;
    if (!isText)
        return Error::world(Own::tr("%1 is no text in UTF-8.").arg(path(name)));
    if (text->size() > largestTemplate)
        return Error::world(
            Own::tr("%1 is longer than the %2 KB that are edited here.").arg(path(name)).arg(largestTemplate / 1024));
    return text;
}

Result<QString> Templates::copy(const QString &name, const QByteArray &text) const
{
    if (!QDir().mkpath(m_folder))
        return Error::world(Own::tr("The folder %1 cannot be made.").arg(m_folder));
    QString free = name;
    for (int n = 2; builtIn().contains(free) || QFileInfo::exists(path(free)); ++n)
        free = withoutNumber(name) + u' ' + QString::number(n);
    if (const auto fine = checkedName(free); !fine)
        return fine.error();
    if (const auto written = writeFileAtomically(path(free), text); !written)
        return written.error();
    return free;
}

Result<void> Templates::rename(const QString &from, const QString &to) const
{
    if (const auto fine = checkedName(to); !fine || from == to)
        return fine;
    if (builtIn().contains(to) || QFileInfo::exists(path(to)))
        return Error::world(Own::tr("There is a template “%1” already.").arg(to));
    return moved(path(from), path(to));
}

Result<QString> Templates::remove(const QString &name) const
{
    QString kept = path(name) + u'~';
    for (int n = 2; QFileInfo::exists(kept); ++n)
        kept = path(name) + u'~' + QString::number(n);
    if (const auto done = moved(path(name), kept); !done)
        return done.error();
    return kept;
}

Result<QString> Templates::putBack(const QString &kept) const
{
    const QString name = QFileInfo(kept).fileName().section(ending() + u'~', 0, 0);
    QString free = name;
    for (int n = 2; QFileInfo::exists(path(free)); ++n)
        free = withoutNumber(name) + u' ' + QString::number(n);
    if (const auto done = moved(kept, path(free)); !done)
        return done.error();
    return free;
}

Result<Templates::Saved> Templates::save(const QString &name, const QByteArray &text, const QByteArray &known) const
{
    if (QFileInfo::exists(path(name))) { // one that is gone is made again: nothing is lost by that
        const auto now = readFile(path(name), 16 * largestTemplate);
        if (!now || *now != known)
            return Saved{true};
    } else if (!QDir().mkpath(m_folder)) {
        return Error::world(Own::tr("The folder %1 cannot be made.").arg(m_folder));
    }
    if (const auto written = writeFileAtomically(path(name), text); !written)
        return written.error();
    return Saved{};
}

} // namespace yaodian::exporting
