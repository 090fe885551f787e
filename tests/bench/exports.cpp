#include "bench.h"

#include "base/clock.h"
#include "exporting/exporting.h"
#include "library/library.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace yaodian::bench {

namespace {

constexpr int Papers = 10'000;
constexpr int PapersOfAnIssue = 10;
constexpr int HighlightsOfAPaper = 5;
constexpr int PapersOfAnAct = 200; ///< that are marked in one transaction
constexpr quint32 Seed = 20230207;

/// Sentences made by chance, a third of them Chinese.
class Sentences
{
public:
    QString next(int words)
    {
        static const QStringList English{
            QStringLiteral("image"),    QStringLiteral("retrieval"),  QStringLiteral("composed"),
            QStringLiteral("we"),       QStringLiteral("propose"),    QStringLiteral("attention"),
            QStringLiteral("a"),        QStringLiteral("zero-shot"),  QStringLiteral("results_of"),
            QStringLiteral("training"), QStringLiteral("the"),        QStringLiteral("[CLS]"),
            QStringLiteral("loss"),     QStringLiteral("gradient"),   QStringLiteral("*strong*"),
            QStringLiteral("model"),    QStringLiteral("outperform"), QStringLiteral("benchmark")};
        static const QStringList Chinese{
            QStringLiteral("提出"),     QStringLiteral("方法"),   QStringLiteral("图像检索"),
            QStringLiteral("零样本"),   QStringLiteral("模型"),   QStringLiteral("训练"),
            QStringLiteral("显著提升"), QStringLiteral("注意力"), QStringLiteral("数据")};
        const bool isChinese = m_random.bounded(3) == 0;
        QStringList out;
        for (int i = 0; i < words; ++i)
            out << (isChinese ? Chinese.at(m_random.bounded(int(Chinese.size())))
                              : English.at(m_random.bounded(int(English.size()))));
        return out.join(isChinese ? QString() : QStringLiteral(" "));
    }
    int below(int most) { return m_random.bounded(most); }

private:
    QRandomGenerator m_random{Seed};
};

digest::Issue issueOf(int first, Sentences &sentences)
{
    digest::Issue issue;
    issue.guid = QStringLiteral("bench-%1").arg(first);
    issue.title = QStringLiteral("Papers from %1 on").arg(first);
    for (int i = 0; i < PapersOfAnIssue; ++i) {
        digest::Entry entry;
        entry.number = i + 1;
        entry.categories = {i % 2 ? QStringLiteral("CV") : QStringLiteral("CL")};
        entry.title = sentences.next(9) + QStringLiteral(" %1").arg(first + i);
        entry.authors = {QStringLiteral("A Author"), QStringLiteral("B Writer"), QStringLiteral("C Reader")};
        entry.url =
            QStringLiteral("https://arxiv.org/abs/%1.%2").arg(2301 + (first + i) / 50000).arg(10000 + first + i);
        for (int point = 0; point < 4; ++point)
            entry.keyPoints << sentences.next(14);
        entry.oneLine = sentences.next(20);
        entry.abstractEn = sentences.next(120);
        issue.entries << entry;
    }
    return issue;
}

/// Five highlights, one of them with a comment, a point with two of them as evidence; a note on each tenth paper.
Result<void> mark(library::Acts &acts, library::PaperId paper, int number, Sentences &sentences, IdSource &ids)
{
    static const QStringList Kinds{QStringLiteral("problem"), QStringLiteral("method"), QStringLiteral("result")};
    QList<library::HighlightId> made;
    for (int i = 0; i < HighlightsOfAPaper; ++i) {
        library::Highlight highlight;
        highlight.id = library::HighlightId(ids.next());
        highlight.paper = paper;
        highlight.document = QString(64, QLatin1Char('a'));
        highlight.page = i;
        const double top = 0.1 + sentences.below(80) / 100.0;
        highlight.boxes = {{0.1, top, 0.8, 0.015}, {0.1, top + 0.02, 0.5, 0.015}};
        highlight.quote = sentences.next(25);
        highlight.kind = Kinds.at(i % Kinds.size());
        highlight.comment = i == 0 ? sentences.next(8) : QString();
        if (const auto put = acts.putHighlight(highlight); !put)
            return put;
        made << highlight.id;
    }
    library::Point point;
    point.id = library::PointId(ids.next());
    point.paper = paper;
    point.text = sentences.next(12);
    if (const auto put = acts.putPoint(point); !put)
        return put;
    for (int i = 0; i < 2; ++i)
        if (const auto tied = acts.tie(point.id, made.at(i)); !tied)
            return tied;
    return number % 10 ? Result<void>() : acts.putNote(paper, sentences.next(60));
}

Result<QList<library::PaperId>> filled(library::Library &library, IdSource &ids)
{
    Sentences sentences;
    const library::Source source = library::Library::filesSource();
    QList<library::Post> posts;
    for (int first = 0; first < Papers; first += PapersOfAnIssue) {
        const digest::Issue issue = issueOf(first, sentences);
        posts += {issue, issue.guid.toUtf8()};
        if (posts.size() < 50)
            continue;
        if (const auto stored = library.storeIssues(source, posts); !stored)
            return stored.error();
        posts.clear();
    }
    QList<library::PaperId> papers;
    const QList<library::ListRow> rows = library.rows(library.entryIds({}));
    for (const library::ListRow &row : rows)
        papers << row.paper;
    for (qsizetype from = 0; from < papers.size(); from += PapersOfAnAct) {
        const auto done = library.act(QStringLiteral("bench"), {}, [&](library::Acts &acts) -> Result<void> {
            for (qsizetype i = from; i < std::min<qsizetype>(papers.size(), from + PapersOfAnAct); ++i)
                if (const auto marked = mark(acts, papers.at(i), int(i), sentences, ids); !marked)
                    return marked;
            return {};
        });
        if (!done)
            return done.error();
    }
    return papers;
}

void timed(const QString &name, const std::function<Result<exporting::Written>()> &write)
{
    QElapsedTimer timer;
    timer.start();
    const auto written = write();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (!written)
        return say(QStringLiteral("exports %1: %2").arg(name, written.error().message));
    say(QStringLiteral("exports %1 %2 s   (%3 files, %4 of them unchanged, %5 conflicts)")
            .arg(name, -24)
            .arg(seconds, 6, 'f', 2)
            .arg(written->files.size())
            .arg(written->unchanged)
            .arg(written->conflicts.size()));
}

} // namespace

void exports(const QString &)
{
    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids(clock);
    auto library = library::Library::open(folder.filePath(QStringLiteral("library")), library::Library::Mode::ReadWrite,
                                          clock, ids);
    if (!library)
        return say(QStringLiteral("exports: ") + library.error().message);
    const auto papers = filled(**library, ids);
    if (!papers)
        return say(QStringLiteral("exports: ") + papers.error().message);
    say(QStringLiteral("exports of %1 papers with %2 highlights")
            .arg(papers->size())
            .arg((*library)->counts().highlights));
    const exporting::Markdown markdown(**library);
    for (const char *form : {"obsidian", "logseq"}) {
        const exporting::Template chosen{QString::fromLatin1(form)};
        for (const char *round : {"first", "unchanged"})
            timed(QStringLiteral("%1 %2").arg(chosen.name, QString::fromLatin1(round)),
                  [&] { return markdown.writePapers(*papers, folder.filePath(chosen.name), chosen); });
    }
    using Formats = exporting::Formats;
    const std::pair<const char *, Formats::Format> formats[] = {{"bibtex", Formats::Bibtex},
                                                                {"csl-json", Formats::CslJson},
                                                                {"annotations", Formats::Annotations},
                                                                {"anki", Formats::Anki}};
    for (const auto &[name, format] : formats)
        for (const char *round : {"first", "unchanged"})
            timed(QStringLiteral("%1 %2").arg(QLatin1String(name), QLatin1String(round)),
                  [&, format = format, name = name] {
                      return Formats(**library).write(format, {*papers}, folder.filePath(QLatin1String(name)));
                  });
}

} // namespace yaodian::bench
