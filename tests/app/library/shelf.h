#pragma once

#include "library/library.h"

#include <QTemporaryDir>
#include <QtTest>

// What the library's tests share: a library in a folder of its own with a clock that stands, and invented posts.
namespace yaodian::tests {

using namespace yaodian::library;

inline constexpr qint64 noon = 1'700'000'000'000; // 2023-11-14 22:13 UTC

struct Shelf
{
    QTemporaryDir folder;
    FixedClock clock{noon};
    IdSource ids{clock};
    std::unique_ptr<Library> library;

    Shelf() { reopen(); }

    QString path(const QString &name = QStringLiteral("library")) const { return folder.filePath(name); }

    void reopen(Library::Mode mode = Library::Mode::ReadWrite)
    {
        library.reset();
        auto opened = Library::open(path(), mode, clock, ids);
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().message));
        library = std::move(*opened);
    }
    Library *operator->() const { return library.get(); }
};

inline Source feed(const QString &name = QStringLiteral("daily"))
{
    Source source;
    source.url = QStringLiteral("https://blog.example/%1.xml").arg(name);
    source.id = Library::sourceId(Source::Kind::Feed, source.url);
    source.title = QStringLiteral("Blog ") + name;
    return source;
}

inline digest::Entry entry(const QString &title, const QString &url = {},
                           const QStringList &categories = {QStringLiteral("CL")})
{
    digest::Entry out;
    out.title = title;
    out.titleZh = QStringLiteral("题目：") + title;
    out.authors = {QStringLiteral("A Author"), QStringLiteral("B Writer")};
    out.categories = categories;
    out.url = url;
    out.oneLine = QStringLiteral("一句话说完") + title;
    out.keyPoints = {QStringLiteral("第一个要点讲方法"), QStringLiteral("第二个要点讲结果")};
    return out;
}

inline QString arxiv(int number)
{
    return QStringLiteral("https://arxiv.org/abs/2302.%1").arg(number, 5, 10, QLatin1Char('0'));
}

inline digest::Issue issue(const QString &guid, const QList<digest::Entry> &entries)
{
    digest::Issue out;
    out.guid = guid;
    out.title = QStringLiteral("今日论文 ") + guid;
    out.legend = {{QStringLiteral("CL"), QStringLiteral("计算与语言")},
                  {QStringLiteral("CV"), QStringLiteral("计算机视觉")}};
    out.published = QDateTime::fromMSecsSinceEpoch(noon - 86'400'000, Qt::UTC);
    out.entries = entries;
    out.report.headsSeen = out.report.entriesMade = int(entries.size());
    return out;
}

/// Stores and asserts that it went well.
inline StoredIssue store(const Shelf &shelf, const digest::Issue &what, const Source &source = feed())
{
    auto stored = shelf->storeIssue(source, what, "post of " + what.guid.toUtf8() + what.title.toUtf8());
    if (!stored)
        qFatal("%s", qUtf8Printable(stored.error().message));
    return *stored;
}

inline PaperId paperOf(const Shelf &shelf, EntryId id)
{
    return shelf->entry(id)->row.paper;
}

/// Two entries about two papers on arXiv.
inline StoredIssue storeTwo(const Shelf &shelf, const QString &guid = QStringLiteral("one"))
{
    return store(shelf, issue(guid, {entry(QStringLiteral("Words as Pictures"), arxiv(1)),
                                     entry(QStringLiteral("Pictures as Words"), arxiv(2), {QStringLiteral("cs.CV")})}));
}

inline Highlight highlight(Shelf &shelf, PaperId paper, const QString &quote = QStringLiteral("a passage"))
{
    Highlight out;
    out.id = shelf.ids.make<HighlightTag>();
    out.paper = paper;
    out.document = QString(64, QLatin1Char('a'));
    out.page = 3;
    out.boxes = {{0.1, 0.2, 0.9, 0.25}, {0.1, 0.25, 0.4, 0.3}};
    out.quote = quote;
    out.kind = QStringLiteral("method");
    out.made = shelf.clock.now();
    return out;
}

/// One act; asserts that it went well.
inline OperationId act(const Shelf &shelf, const std::function<Result<void>(Acts &)> &work,
                       const QString &name = QStringLiteral("test.act"), const QString &merge = {})
{
    auto done = shelf->act(name, QStringLiteral("do ") + name, work, merge);
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
    return *done;
}

inline void addHighlight(const Shelf &shelf, const Highlight &what)
{
    act(shelf, [&](Acts &acts) { return acts.putHighlight(what); });
}

} // namespace yaodian::tests
