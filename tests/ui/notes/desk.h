#pragma once

#include "tests/app/library/shelf.h"
#include "ui/notes/notespanel.h"

#include <QApplication>
#include <QPlainTextEdit>

namespace yaodian::tests {

/// The panel beside the pages, over a real library with one paper of two digest's points.
struct PanelDesk
{
    explicit PanelDesk(QApplication &app) : theme(app)
    {
        theme.set(QStringLiteral("light"), 0);
        paper = paperOf(shelf, storeTwo(shelf).entries[0]);
        other = paperOf(shelf, shelf->entryIds({})[1]);
        if (other == paper)
            other = paperOf(shelf, shelf->entryIds({})[0]);
        show();
    }

    void show()
    {
        notes = std::make_unique<notes::Notes>(*shelf.library, shelf.clock, shelf.ids);
        panel = std::make_unique<ui::NotesPanel>(commands, theme);
        panel->setLibrary(*shelf.library, *notes);
        panel->resize(320, 700);
        panel->show();
        panel->setPaper(paper);
        panel->activateWindow();
        QVERIFY2(QTest::qWaitForWindowActive(panel.get()), "the panel has no keys");
    }

    /// What a start of the program finds.
    void restart()
    {
        panel.reset();
        notes.reset();
        shelf.reopen();
        show();
    }

    template <class Widget> [[nodiscard]] Widget *child(const char *name) const
    {
        return panel->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QPlainTextEdit *field() const { return child<QPlainTextEdit>("pointEdit"); }
    [[nodiscard]] QPlainTextEdit *note() const { return child<QPlainTextEdit>("note"); }
    [[nodiscard]] QStringList texts() const
    {
        QStringList out;
        for (const library::Point &point : shelf->points(paper))
            out << point.text;
        return out;
    }
    /// Types keys where the focus is.
    void type(const QString &keys) const
    {
        for (const QChar key : keys)
            QTest::keyClicks(QApplication::focusWidget(), QString(key));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }

    Shelf shelf;
    PaperId paper;
    PaperId other;
    ui::Commands commands;
    ui::Theme theme;
    std::unique_ptr<notes::Notes> notes;
    std::unique_ptr<ui::NotesPanel> panel; // last: goes before what it looks at
};

} // namespace yaodian::tests
