#pragma once

#include "exporting/exporting.h"
#include "tests/app/notes/desk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

// A paper with highlights, points and a note, and the file that is written of it: real files, a real library.
namespace yaodian::tests {

struct House : Desk
{
    House()
    {
        highlight =
            mark(papers[0], QStringLiteral("pictures as words"), QStringLiteral("method"), QStringLiteral("so it is"));
        tied = mark(papers[0], QStringLiteral("trained on images"), QStringLiteral("result"),
                    QStringLiteral("as before"), 5);
        pointId = point(papers[0], QStringLiteral("It is about pictures."));
        other = point(papers[0], QStringLiteral("And a *second* one."));
        if (!notes.tie(pointId, tied).ok() ||
            !notes.setNote(papers[0], QStringLiteral("First line.\n\nLast line.")).ok())
            qFatal("the desk is not made");
    }
    exporting::Written write(const QString &form = QStringLiteral("obsidian"))
    {
        const auto written = exporting::Markdown(*shelf.library).writePapers({papers[0]}, folder.path(), {form});
        if (!written.ok())
            qFatal("%s", qUtf8Printable(written.error().message));
        file = written->files.first();
        return *written;
    }
    /// A template of the reader's, called "mine": `highlights` is what it makes of them.
    void ownTemplate(const QByteArray &highlights) const
    {
        const QString path = shelf.path() + QStringLiteral("/templates");
        QFile out(path + QStringLiteral("/mine.mustache"));
        const QByteArray text = "{{#paper}}\n---\nyaodian: \"{{id}}\"\n---\n{{#region_highlights}}\n" + highlights +
                                "{{/region_highlights}}\n{{/paper}}\n";
        if (!QDir().mkpath(path) || !out.open(QIODevice::WriteOnly) || out.write(text) != text.size())
            qFatal("no template");
    }
    [[nodiscard]] QString text() const
    {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly))
            qFatal("no file");
        return QString::fromUtf8(in.readAll());
    }
    void put(const QString &changed) const
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(changed.toUtf8()) < 0)
            qFatal("not written");
    }
    void replace(const QString &was, const QString &is) const
    {
        const QString before = text();
        if (!before.contains(was))
            qFatal("%s is not in\n%s", qUtf8Printable(was), qUtf8Printable(before));
        put(QString(before).replace(was, is));
    }
    /// Where a reader would type a first comment.
    enum class Beside { InTheLine, AtItsEnd, Under, AsItem, Lazily, AfterABlank };
    static constexpr int Ways = 6;
    /// Types it into the file, beside a passage that stands there once.
    void type(const HighlightId &passage, const QString &words, Beside how) const
    {
        QStringList lines = text().split(QLatin1Char('\n'));
        int at = 0;
        while (!lines[at].contains(QStringLiteral("highlight=") + passage.toString()))
            ++at;
        QString &line = lines[at];
        const bool isItem = line.trimmed().startsWith(QLatin1Char('-'));
        const bool isQuote = line.contains(QStringLiteral("> “"));
        const QString indent = QString(line.indexOf(line.trimmed().front()), QLatin1Char(' '));
        if (how == Beside::InTheLine || how == Beside::AtItsEnd) {
            const qsizetype block = line.lastIndexOf(QStringLiteral(" ^hl-"));
            line.insert(how == Beside::InTheLine && block >= 0 ? block : line.size(), QLatin1Char(' ') + words);
            return put(lines.join(QLatin1Char('\n')));
        }
        while (lines[at + 1].trimmed().startsWith(QStringLiteral("id::")))
            ++at;
        const QString within = indent + QStringLiteral("  ");
        const QString mark = isQuote && !isItem ? indent + QStringLiteral(">") : QString();
        if (how == Beside::Under)
            lines.insert(at + 1, (mark.isEmpty() ? within : mark + QLatin1Char(' ')) + words);
        else if (how == Beside::AsItem)
            lines.insert(at + 1, within + QStringLiteral("- ") + words);
        else if (how == Beside::Lazily)
            lines.insert(at + 1, words);
        else
            lines.insert(at + 1,
                         mark + QLatin1Char('\n') + (mark.isEmpty() ? within : mark + QLatin1Char(' ')) + words);
        put(lines.join(QLatin1Char('\n')));
    }
    /// All that the library has of the reader's words on the paper.
    [[nodiscard]] QString typedHere() const
    {
        QStringList all{shelf->note(papers[0]).text};
        for (const Highlight &one : shelf->highlights(papers[0]))
            all << one.comment << one.quote;
        for (const Point &one : shelf->points(papers[0]))
            all << one.text;
        return all.join(QLatin1Char('\n'));
    }
    /// The lines where two texts part, and those after them.
    [[nodiscard]] static QString firstDifference(const QString &before, const QString &after)
    {
        const QStringList a = before.split(QLatin1Char('\n')), b = after.split(QLatin1Char('\n'));
        int at = 0;
        while (at < a.size() && at < b.size() && a[at] == b[at])
            ++at;
        const auto from = [at](const QStringList &lines) { return lines.mid(at, 3).join(QLatin1Char('|')); };
        return at == a.size() && at == b.size() ? QString() : from(a) + QStringLiteral(" BECAME ") + from(b);
    }
    /// Nothing is left to do, and no byte changes.
    void verifyCalm(const QString &form = QStringLiteral("obsidian"))
    {
        const QString before = text();
        const qsizetype acts = steps();
        const exporting::Written again = write(form);
        QCOMPARE(firstDifference(before, text()), QString());
        QCOMPARE(again.unchanged, 1);
        QCOMPARE(again.taken, 0);
        QVERIFY2(again.conflicts.isEmpty(), qPrintable(again.conflicts.join(QLatin1Char('\n'))));
        QCOMPARE(steps(), acts);
    }

    QTemporaryDir folder;
    QString file;
    HighlightId highlight, tied;
    PointId pointId, other;
};

} // namespace yaodian::tests
