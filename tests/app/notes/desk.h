#pragma once

#include "app/notes/notes.h"
#include "tests/app/library/shelf.h"

// What the tests of notes, reading and exporting share: a library with one invented issue, and a page of text.
namespace yaodian::tests {

/// A page whose characters stand in a row, one line below the other.
inline pdf::PageText pageOf(const QString &text)
{
    pdf::PageText page{text, {}, {}};
    double left = 0.1, top = 0.1;
    for (const QChar c : text) {
        const bool end = c == QLatin1Char('\n');
        page.boxes << (end ? Box() : Box{left, top, left + 0.01, top + 0.02});
        left = end ? 0.1 : left + 0.01;
        top += end ? 0.03 : 0;
    }
    return page;
}

struct Desk
{
    Shelf shelf;
    notes::Notes notes{*shelf.library, shelf.clock, shelf.ids};
    StoredIssue stored;
    QList<PaperId> papers; ///< in the order of the issue

    explicit Desk(const digest::Issue &what)
    {
        stored = store(shelf, what);
        for (const EntryId &id : std::as_const(stored.entries))
            papers << shelf->entry(id)->row.paper;
    }
    Desk()
        : Desk(issue(QStringLiteral("1"), {entry(QStringLiteral("First Paper"), arxiv(3084)),
                                           entry(QStringLiteral("Second Paper"), arxiv(3085)),
                                           entry(QStringLiteral("Third Paper"), arxiv(3086))}))
    {
    }

    /// A highlight of the words on a page that holds just them.
    HighlightId mark(PaperId paper, const QString &words, const QString &kind = QStringLiteral("method"),
                     const QString &comment = {}, int page = 3)
    {
        const pdf::PageText text = pageOf(words);
        const auto passage = notes::passageOf(text, {0, int(words.size())}, page, QString(64, QLatin1Char('a')));
        const auto id = notes.addHighlight(paper, passage, kind, comment);
        if (!id.ok())
            qFatal("%s", qUtf8Printable(id.error().message));
        return *id;
    }
    /// The same, so many hours after noon.
    Desk &at(int hours)
    {
        shelf.clock.advance(noon + hours * qint64(3'600'000) - shelf.clock.nowMs());
        return *this;
    }
    PointId point(PaperId paper, const QString &text)
    {
        const auto id = notes.addPoint(paper, text);
        if (!id.ok())
            qFatal("%s", qUtf8Printable(id.error().message));
        return *id;
    }
    [[nodiscard]] qsizetype steps() const { return shelf.library->journal(1000).size(); }
};

} // namespace yaodian::tests
