#include "bench.h"
#include "watching.h"

#include "library/library.h"
#include "notes/notes.h"
#include "ui/notes/notespanel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>

namespace yaodian::bench {

namespace {

constexpr int Keys = 300;
constexpr int BetweenKeysMs = 40; ///< of one who types fast

/// A paper with a note of about so many bytes, and the panel that shows it.
struct Writing
{
    Writing(ui::Theme &theme, qsizetype bytes, const QString &line) : panel(commands, theme)
    {
        digest::Issue issue;
        issue.title = QStringLiteral("A paper");
        issue.entries.resize(1);
        issue.entries.first().title = issue.title;
        const auto stored = library->storeIssue(library::Library::filesSource(), issue, "a post");
        paper = library->entry(stored->entries.first())->row.paper;
        if (const auto done = notes.setNote(paper, line.repeated(bytes / line.toUtf8().size())); !done)
            say(done.error().message);
        panel.setLibrary(*library, notes);
        panel.resize(400, 870);
        panel.show();
        panel.setPaper(paper);
        panel.focusNote();
        note = panel.findChild<QPlainTextEdit *>(QStringLiteral("note"));
    }

    /// What the key cost until it was seen.
    double press(QChar c) const
    {
        const qint64 start = nowMicros();
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, 0, {}, QString(c));
            QCoreApplication::sendEvent(note, &event);
        }
        note->viewport()->repaint();
        return double(nowMicros() - start) / 1000;
    }

    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<library::Library> library{
        std::move(*library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids))};
    notes::Notes notes{*library, clock, ids};
    library::PaperId paper;
    ui::Commands commands;
    ui::NotesPanel panel;
    QPlainTextEdit *note = nullptr;
};

double percentile95(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[qMin(values.size() - 1, values.size() * 95 / 100)];
}

void typeInto(ui::Theme &theme, const QString &name, qsizetype bytes, const QString &line)
{
    Writing writing(theme, bytes, line);
    pass(300);
    Watchdog watchdog;
    QList<double> keys, behind;
    QElapsedTimer unsaved;
    QObject::connect(&writing.panel, &ui::NotesPanel::typing, &writing.panel, [&] {
        if (!unsaved.isValid())
            unsaved.start();
    });
    QObject::connect(&writing.panel, &ui::NotesPanel::saved, &writing.panel, [&] {
        if (unsaved.isValid())
            behind << double(unsaved.restart());
    });
    QTextCursor middle = writing.note->textCursor();
    middle.setPosition(writing.note->document()->characterCount() / 2);
    writing.note->setTextCursor(middle);
    pass(50);
    (void)watchdog.takeLongest();
    const QString words = QStringLiteral("typed as one types ");
    for (int i = 0; i < Keys; ++i) {
        keys << writing.press(words[i % words.size()]);
        pass(BetweenKeysMs);
    }
    const double gap = watchdog.takeLongest();
    const qint64 start = nowMicros();
    writing.panel.flush();
    const double closing = double(nowMicros() - start) / 1000;
    say(QStringLiteral(
            "  %1: key median %2, 95 % %3, max %4; longest gap %5; saved %6 times, behind at most %7; closing %8")
            .arg(name, -24)
            .arg(median(keys), 0, 'f', 2)
            .arg(percentile95(keys), 0, 'f', 2)
            .arg(percentile95(keys) > 0 ? *std::max_element(keys.begin(), keys.end()) : 0, 0, 'f', 2)
            .arg(gap, 0, 'f', 1)
            .arg(behind.size())
            .arg(behind.isEmpty() ? 0 : *std::max_element(behind.begin(), behind.end()), 0, 'f', 0)
            .arg(closing, 0, 'f', 0));
}

} // namespace

void typing(const QString &corpus)
{
    Q_UNUSED(corpus)
    say(QStringLiteral(
        "Typing in a note, ms (a key: until it is seen; behind: from the first unsaved key to the disk)"));
    Look look;
    const QString line =
        QStringLiteral("- A line of a note about $O(n \\log n)$ and what the paper says of it; 一行笔记。\n");
    typeInto(look.theme(), QStringLiteral("10 kB"), 10'000, line);
    typeInto(look.theme(), QStringLiteral("1 MB"), 1'000'000, line);
    QString words = line;
    words.replace(QLatin1Char('\n'), QLatin1Char(' '));
    typeInto(look.theme(), QStringLiteral("1 MB, paragraphs of 5 kB"), 1'000'000,
             words.repeated(60) + QLatin1Char('\n'));
}

} // namespace yaodian::bench
