#include "ui/help/handbook.h"

#include "ui/commands/commands.h"
#include "ui/commands/withkeys.h"

#include <QFile>
#include <QRegularExpression>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &spokenKey()
{
    static const QRegularExpression pattern(u"`([^`\n]+)`<!--\\s*([\\w.]+)\\s*-->"_s);
    return pattern;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

Handbook Handbook::from(const QString &folder)
{
    static const QRegularExpression link(u"\\]\\(([\\w-]+\\.md)\\)"_s);
    Handbook book;
    book.m_folder = folder;
    const QString index = textOf(folder + u"/README.md"_s);
    for (auto found = link.globalMatch(index); found.hasNext();) {
        const QString file = found.next().captured(1);
        const QString text = textOf(folder + u'/' + file);
        const qsizetype end = text.indexOf(u'\n');
        if (!text.startsWith("# "_L1) || end < 0)
            book.m_missing << file;
        else
            book.m_chapters << Chapter{file, text.sliced(2, end - 2).trimmed(), text.sliced(end + 1)};
    }
    return book;
}

int Handbook::indexOf(const QString &file) const
{
    for (int i = 0; i < m_chapters.size(); ++i)
        if (m_chapters[i].file == file)
            return i;
    return -1;
}

QList<SpokenKey> spokenKeys(const QString &text)
{
    QList<SpokenKey> keys;
    for (auto found = spokenKey().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        keys << SpokenKey{match.captured(1), match.captured(2)};
    }
    return keys;
}

QString withChosenKeys(const QString &text, const Commands &commands)
{
    QString said;
    qsizetype at = 0;
    for (auto found = spokenKey().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        said += QStringView(text).sliced(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const Command *command = commandById(match.captured(2));
        const bool changed = command && commands.keyMap().isChanged(*command);
        const QString key = changed ? keyTextOf(commands, match.captured(2)) : match.captured(1);
        said += key.isEmpty() ? u"“%1”"_s.arg(commandText(*command)) : u"`%1`"_s.arg(key);
    }
    return said.append(QStringView(text).sliced(at));
}

QString withoutListMarks(const QString &text)
{
    static const QRegularExpression comment(u"^<!-- (list: \\w+|end) -->\n?"_s, QRegularExpression::MultilineOption);
    return QString(text).remove(comment);
}

} // namespace yaodian::ui
