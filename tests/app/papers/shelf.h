#pragma once

#include "papers/papers.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace yaodian::tests {

/// A library in a folder of its own with a Papers over it.
struct Shelf
{
    QTemporaryDir folder;
    FixedClock clock{1'675'850'400'000}; // 2023-02-08 10:00 UTC
    IdSource ids{clock};
    std::unique_ptr<library::Library> library = open();
    net::Client client;
    papers::Papers papers{*library, client, clock};

    std::unique_ptr<library::Library> open()
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(opened).value();
    }

    /// The paper of an issue with one entry; `sourceUrl` makes it the issue of a feed.
    library::PaperId paper(const QString &link, const QString &sourceUrl = {},
                           const QString &title = u"An Invented Paper"_qs)
    {
        library::Source source;
        source.kind = sourceUrl.isEmpty() ? library::Source::Kind::Files : library::Source::Kind::Feed;
        source.url = sourceUrl;
        source.title = u"source"_qs;
        source.id = library::Library::sourceId(source.kind, sourceUrl);
        digest::Issue issue;
        issue.title = u"issue about "_qs + link + title;
        digest::Entry entry;
        entry.title = title;
        entry.authors = {u"A Author"_qs};
        entry.url = link;
        issue.entries = {entry};
        const auto stored = library->storeIssue(source, issue, issue.title.toUtf8());
        if (!stored)
            qFatal("%s", qPrintable(stored.error().message));
        return library->rows(stored->entries).first().paper;
    }

    Result<library::Document> fetch(library::PaperId id)
    {
        QObject context;
        std::optional<Result<library::Document>> out;
        papers.fetch(id, &context, [&out](const Result<library::Document> &value) { out = value; });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000))
            qFatal("it never answered");
        return *out;
    }
};

inline QByteArray smallPdf(const QByteArray &words = "words")
{
    return "%PDF-1.4\n% " + words + "\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

} // namespace yaodian::tests
