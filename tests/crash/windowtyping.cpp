// A note typed in the window, with keys: what counts is what the status line says of it.
#include "tests/crash/activities.h"
#include "tests/crash/ground.h"

#include "tests/support/fakeask.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/pdfwriter.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QtTest>

namespace yaodian::crash {

using namespace library;
using namespace Qt::StringLiterals;

namespace {

constexpr int windowPatienceMs = 60'000;

struct WindowNote
{
    QTemporaryDir folder;
    PaperId paper;
    QString pdf;
    QString saved; ///< what the note said after the last run
    [[nodiscard]] QString library() const { return folder.filePath(u"library"_s); }
};

QStringList whatTheWindowSaved(WindowNote &state, const Ran &ran)
{
    QStringList out = unsound(state.library());
    const Opened opened(state.library());
    const QString shown = ran.said.isEmpty() ? state.saved : QString::fromUtf8(QByteArray::fromBase64(ran.said.last()));
    const QString text = opened->note(state.paper).text;
    if (!text.startsWith(shown))
        out += u"“Saved” stood beside “…%1”, and what is there is “…%2”"_s.arg(shown.right(30), text.right(30));
    state.saved = text;
    return out;
}

void pressKey(Qt::Key key)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key);
}

/// The place for the note, with the cursor at its end; nullptr: it could not be reached.
QPlainTextEdit *openNote(ui::MainWindow &window)
{
    if (!QTest::qWaitFor([&] { return window.isReading() && window.reader()->isSettled(); }, windowPatienceMs))
        return nullptr;
    auto *note = window.findChild<QPlainTextEdit *>(u"note"_s);
    for (int round = 0; round < 50 && !(note && note->hasFocus()); ++round) {
        pressKey(Qt::Key_O);
        QTest::qWait(50);
        note = window.findChild<QPlainTextEdit *>(u"note"_s);
    }
    if (!note || !note->hasFocus())
        return nullptr;
    QTest::keyClick(note, Qt::Key_End, Qt::ControlModifier);
    return note;
}

/// Types and looks at the status line, until the process is killed.
int typeAndLook(QPlainTextEdit &note, const QLabel &status, quint32 seed)
{
    QRandomGenerator chance(seed);
    say("begin");
    for (;;) {
        for (int keys = 1 + int(chance.bounded(6)); keys > 0; --keys)
            QTest::keyClick(&note, char('a' + chance.bounded(26)));
        const int waits = int(chance.bounded(14));
        for (int wait = 0; wait <= waits; ++wait) {
            if (status.text().contains(u"Saved"_s))
                say(note.toPlainText().toUtf8().toBase64());
            QTest::qWait(100);
        }
    }
}

} // namespace

Activity typingInTheWindow()
{
    auto state = std::make_shared<WindowNote>();
    state->pdf = state->folder.filePath(u"paper.pdf"_s);
    PdfWriter writer(u"An Invented Paper"_s);
    writer.page();
    writer.lines(72, 72, {u"An Invented Paper"_s, u"with some words in it."_s});
    if (!writer.save(state->pdf))
        qFatal("no PDF");
    {
        Opened opened(state->library());
        state->paper = storePosts(*opened.library, 1, 1)[0];
        const auto filed = opened->addDocument(state->paper, bytesOf(state->pdf), {}, state->pdf);
        if (!filed)
            qFatal("no document");
    }
    Activity out;
    out.name = u"typing-in-the-window"_s;
    out.endlessMs = 5000;
    out.endlessCalls = 200;
    out.begin = [state](int round) {
        return Command{{u"--child"_s, u"typing-in-the-window"_s, state->library(), state->paper.toString(),
                        QString::number(round)}};
    };
    out.after = [state](const Ran &ran) { return whatTheWindowSaved(*state, ran); };
    return out;
}

int typeInTheWindow(const QStringList &arguments)
{
    installLanguage(*qApp, u"en"_s);
    Opened opened(arguments[0]);
    const cli::Globals globals{arguments[0], u"en"_s, u"light"_s, true, false, {}};
    cli::Services services(*opened.library, opened.clock, opened.ids, globals,
                           std::make_unique<tests::FakeKeychain>(std::make_shared<tests::FakeKeychain::Inside>()));
    ui::Theme theme(*qobject_cast<QApplication *>(qApp));
    theme.set(u"light"_s, 10);
    ui::Commands commands;
    ui::FakeAsk ask;
    ui::MainWindow window(services, theme, commands, ask);
    window.show();
    window.start({}, {});
    window.openPaper(*PaperId::fromString(arguments[1]));
    QPlainTextEdit *note = openNote(window);
    const auto *status = window.findChild<QLabel *>(u"status"_s);
    if (!note || !status)
        return 3;
    return typeAndLook(*note, *status, arguments[2].toUInt());
}

} // namespace yaodian::crash
