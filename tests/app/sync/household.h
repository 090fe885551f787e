#pragma once

#include "base/files.h"
#include "sync/sync.h"
#include "tests/support/webserver.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace yaodian::tests {

/// A library in a folder of its own with a Sync over it, and a clock that stands still.
struct Household
{
    QTemporaryDir folder;
    FixedClock clock{1'675'850'400'000}; // 2023-02-08 10:00 UTC
    IdSource ids{clock};
    std::unique_ptr<library::Library> library = open();
    net::Client client;
    Background background;
    std::unique_ptr<sync::Sync> running = std::make_unique<sync::Sync>(*library, client, background, clock);

    /// As after the end of the program and its next start.
    void reopen()
    {
        running.reset();
        library.reset();
        library = open();
        running = std::make_unique<sync::Sync>(*library, client, background, clock);
    }

    std::unique_ptr<library::Library> open()
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(opened).value();
    }

    template <class Value, class Start> Value wait(Start start)
    {
        QObject context;
        std::optional<Value> out;
        start(&context, [&out](const Value &value) { out = value; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000))
            qFatal("it never answered");
        return *out;
    }

    Result<library::Source> add(const QString &url)
    {
        return wait<Result<library::Source>>(
            [&](QObject *context, auto done) { running->addSource(url, context, done); });
    }
    /// The source without asking anybody.
    library::Source put(const QUrl &url)
    {
        library::Source source;
        source.url = url.toString();
        source.title = url.path();
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        return source;
    }
    library::Source putKind(library::Source::Kind kind, const QUrl &url)
    {
        library::Source source;
        source.kind = kind;
        source.url = url.toString();
        source.title = url.path();
        source.id = library::Library::sourceId(kind, source.url);
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        return source;
    }
    sync::Outcome all()
    {
        return wait<sync::Outcome>([&](QObject *context, auto done) { running->syncAll(context, done); });
    }
    sync::Outcome one(library::SourceId id)
    {
        return wait<sync::Outcome>([&](QObject *context, auto done) { running->syncSource(id, context, done); });
    }
    sync::Outcome due()
    {
        return wait<sync::Outcome>([&](QObject *context, auto done) { running->syncDue(context, done); });
    }
    sync::Outcome older(library::SourceId id, int pages)
    {
        return wait<sync::Outcome>([&](QObject *context, auto done) { running->backfill(id, pages, context, done); });
    }
    Result<sync::Finding> find(const QString &address)
    {
        return wait<Result<sync::Finding>>([&](QObject *context, auto done) { running->find(address, context, done); });
    }
    sync::Outcome import(const QStringList &paths)
    {
        return wait<sync::Outcome>([&](QObject *context, auto done) { running->importFiles(paths, context, done); });
    }
    QStringList titles()
    {
        QStringList out;
        for (const auto &row : library->issues())
            out.append(row.title);
        out.sort();
        return out;
    }
};

/// Files for a test to import.
struct Files
{
    QTemporaryDir folder;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !writeFileAtomically(path, bytes))
            qFatal("the test's file could not be written");
        return path;
    }
};

/// A post of plain text about one paper.
inline QByteArray textPost(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "Daily digest " + n + " (2.8)\n\nLG - 机器学习\n\n1、[LG] A Paper Invented for Import " + n +
           "\n\nA Author, B Writer\n\n一句话总结：a sentence made up for this "
           "test\n\nhttps://arxiv.org/abs/2302.0" +
           QByteArray::number(2000 + number) + "\n";
}

/// An RSS item with a small digest of one paper. `number` makes guid, link, title and date.
inline QByteArray rssItem(int number, const QByteArray &oneLine = "a sentence made up for this test")
{
    const QByteArray n = QByteArray::number(number);
    const QByteArray day = QByteArray::number(1 + number % 27).rightJustified(2, '0');
    return "<item><title>Daily digest " + n + "</title><link>https://blog.example/" + n + "</link><guid>post-" + n +
           "</guid><pubDate>" + day +
           " Feb 2023 08:00:00 GMT</pubDate><content:encoded><![CDATA["
           "<p>LG - 机器学习 CV - 计算机视觉</p><p>1、[LG] A Paper Invented for Test " +
           n +
           "</p><p>A Author, B Writer</p>"
           "<p>测试论文" +
           n + "</p><p>要点：</p><p>第一条要点；</p><p>第二条要点。</p><p>一句话总结：" + oneLine +
           "</p>"
           "<p>https://arxiv.org/abs/2302.0" +
           QByteArray::number(1000 + number) + "</p>]]></content:encoded></item>\n";
}

inline QByteArray rssFeed(const QList<int> &numbers, const QByteArray &title = "An invented digest")
{
    QByteArray items;
    for (const int number : numbers)
        items += rssItem(number);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel><title>" +
           title + "</title><link>https://blog.example/</link><description>d</description>\n" + items +
           "</channel></rss>\n";
}

inline Answer feedAnswer(const QByteArray &body, const QByteArray &etag = {}, const QByteArray &lastModified = {})
{
    Answer answer = Answer::of("application/rss+xml; charset=utf-8", body);
    answer.etag = etag;
    answer.lastModified = lastModified;
    return answer;
}

} // namespace yaodian::tests
