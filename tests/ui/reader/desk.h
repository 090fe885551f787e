#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "base/settings.h"
#include "library/library.h"
#include "notes/notes.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"
#include "ui/reader/readerview.h"

#include <QApplication>
#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace yaodian::tests {

/// A reader with everything real around it: a library in a temporary folder, the worker, the table of commands.
struct ReaderDesk
{
    explicit ReaderDesk(QApplication &app) : theme(app), settings(folder.path())
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        store = std::move(opened).value();
        notes = std::make_unique<notes::Notes>(*store, clock, ids);
        theme.set(QStringLiteral("light"), 0);
    }

    /// Files the PDF with a paper of its own.
    library::Document add(const QString &path, const QString &title)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(path));
        digest::Issue issue;
        issue.title = title;
        issue.entries.resize(1);
        issue.entries.first().title = title;
        const auto stored = store->storeIssue(library::Library::filesSource(), issue, title.toUtf8());
        paper = store->entry(stored.value().entries.first())->row.paper;
        return store->addDocument(paper, file.readAll(), {}, path).value();
    }

    void show(const library::Document &document)
    {
        makeView();
        reader->open(document, paper);
    }

    ui::ReaderView &makeView()
    {
        reader = std::make_unique<ui::ReaderView>(*store, *notes, commands, theme, settings, background);
        reader->resize(1280, 800);
        reader->show();
        reader->focusPages();
        return *reader;
    }

    [[nodiscard]] QWidget *pages() const { return reader->findChild<QWidget *>(QStringLiteral("pages")); }
    /// Types keys as they stand in the text ("vwwhm"); Enter and Esc by sendKey.
    void type(const QString &keys) const
    {
        for (const QChar key : keys)
            QTest::keyClicks(pages(), QString(key));
    }
    [[nodiscard]] bool waitSettled() const
    {
        return QTest::qWaitFor([this] { return reader->isSettled(); }, 20000);
    }

    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    Background background;
    ui::Commands commands;
    ui::Theme theme;
    Settings settings;
    std::unique_ptr<library::Library> store;
    std::unique_ptr<notes::Notes> notes;
    library::PaperId paper;
    std::unique_ptr<ui::ReaderView> reader; // last: goes before what it looks at
};

} // namespace yaodian::tests
