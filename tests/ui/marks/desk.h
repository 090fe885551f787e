#pragma once

#include "notes/notes.h"
#include "tests/app/library/shelf.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"

#include <QApplication>

// What the tests of the pages about highlights share: a library with two papers, and highlights in them.
namespace yaodian::tests {

struct MarksDesk
{
    Shelf shelf;
    notes::Notes notes{*shelf.library, shelf.clock, shelf.ids};
    ui::Commands commands;
    ui::Theme theme{*qApp};
    QList<PaperId> papers;

    MarksDesk()
    {
        const StoredIssue stored = storeTwo(shelf);
        papers = {paperOf(shelf, stored.entries[0]), paperOf(shelf, stored.entries[1])};
    }

    HighlightId mark(int paper, const QString &quote, const QString &kind = QStringLiteral("method"), int page = 3)
    {
        shelf.clock.advance(1000);
        Highlight made = highlight(shelf, papers[paper], quote);
        made.kind = kind;
        made.page = page;
        addHighlight(shelf, made);
        return made.id;
    }
};

/// Shows a page in an active window, as focus needs it.
template <class Page> void showActive(Page &page, const QSize &size = {1000, 700})
{
    page.resize(size);
    page.show();
    page.activateWindow();
    if (!QTest::qWaitForWindowActive(&page))
        qFatal("the page does not become active");
    page.start();
    page.takeFocus();
}

} // namespace yaodian::tests
