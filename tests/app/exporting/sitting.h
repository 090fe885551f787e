#pragma once

#include "app/reading/reading.h"
#include "tests/app/notes/desk.h"

// A session of 25 minutes over three papers: one with marks, points and a note, one dropped, one not reached.
namespace yaodian::tests {

struct Sitting : Desk
{
    QList<HighlightId> marks; ///< of the first paper: backs a point, loose with a comment, an area without words
    QList<PointId> points;
    QString document; ///< sha256
    Session session;

    explicit Sitting(const digest::Issue &what = evening(), const QStringList &words = {}) : Desk(what), m_words(words)
    {
        reading::Reading reading(*shelf.library, notes, shelf.clock, shelf.ids);
        document = shelf
                       ->addDocument(papers[0], "%PDF-1.4 invented", QStringLiteral("v1"),
                                     QStringLiteral("https://arxiv.org/pdf/2302.03084v1"))
                       ->sha256;
        if (!reading.start(papers).ok())
            qFatal("no session");
        marks << put(word(0, QStringLiteral("a picture becomes one word")), QStringLiteral("method"), {}, 3)
              << put(word(1, QStringLiteral("it fails on <crowded> scenes")), QStringLiteral("limit"),
                     word(2, QStringLiteral("why?\nask them")), 6)
              << put({}, QStringLiteral("result"), word(3, QStringLiteral("the figure")), 7);
        points << point(papers[0], word(4, QStringLiteral("Works **without** triplets")))
               << point(papers[0], word(5, QStringLiteral("Two parts:\n\n- one\n- `two`\t<b>")));
        fine(notes.tie(points[0], marks[0]).ok());
        fine(notes.setNote(papers[0], word(6, QStringLiteral("## Thoughts\n\nTry it on `<b>`.\n\n<script>no</script>")))
                 .ok());
        fine(notes.setVerdict({papers[0]}, Verdict::Keep).ok());
        shelf.clock.advance(20 * 60'000);
        fine(reading.next().ok());
        fine(reading.verdict(Verdict::Drop).ok());
        shelf.clock.advance(5 * 60'000);
        session = *reading.end();
    }

    static digest::Issue evening()
    {
        return issue(QStringLiteral("evening"),
                     {entry(QStringLiteral("Maps: \"Pictures\" & Words"), arxiv(3084),
                            {QStringLiteral("CV"), QStringLiteral("LG")}),
                      entry(QStringLiteral("Second Paper"), QStringLiteral("https://openreview.net/forum?id=aBc_123")),
                      entry(QStringLiteral("Third Paper"), arxiv(3086))});
    }

private:
    QString word(qsizetype index, const QString &usual) const
    {
        return index < m_words.size() ? QStringLiteral("w ") + m_words[index] : usual;
    }
    static void fine(bool done)
    {
        if (!done)
            qFatal("an act failed");
    }
    HighlightId put(const QString &words, const QString &kind, const QString &comment, int page)
    {
        Highlight mark = highlight(shelf, papers[0], words);
        mark.document = document;
        mark.page = page;
        mark.boxes = {{0.1, 0.2, 0.9, 0.22}, {0.1, 0.23, 0.4, 0.25}};
        mark.kind = kind;
        mark.comment = comment;
        mark.prefix = words.isEmpty() ? QString() : QStringLiteral("where");
        mark.suffix = words.isEmpty() ? QString() : QStringLiteral("of the query");
        addHighlight(shelf, mark);
        return mark.id;
    }

    QStringList m_words;
};

} // namespace yaodian::tests
