// What comes by the clipboard or is dropped: text stays text, an address is offered and not asked, and what is no file
// of papers costs one sentence.
#include "tests/support/testmain.h"
#include "tests/trust/watchedfile.h"
#include "tests/ui/shell/online.h"
#include "ui/notes/noteeditor.h"

#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>

#include <sys/stat.h>

namespace trust_pasting {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

void drop(Online &house, QMimeData &mime)
{
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(house.window.get(), &enter);
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(house.window.get(), &event);
}

class PastingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPastedIntoText_isText()
    {
        WebServer server;
        QTemporaryDir outside;
        const tests::WatchedFile file(outside.filePath(u"a.png"_s), "bytes");
        const QString html =
            u"<b>bold</b><img src='%1/a.png'><img src='file://%2'><script>x</script>"_s.arg(server.base(), file.path());
        for (const bool withText : {true, false}) {
            QPlainTextEdit plain;
            auto *mime = new QMimeData;
            mime->setHtml(html);
            if (withText)
                mime->setText(u"bold"_s);
            QGuiApplication::clipboard()->setMimeData(mime);
            plain.show();
            plain.paste();
            Online house;
            house.start();
            QGuiApplication::clipboard()->setMimeData([&] {
                auto *again = new QMimeData;
                again->setHtml(html);
                again->setText(u"words"_s);
                return again;
            }());
            house.commands.run(u"find.everything"_s);
            auto *field = qobject_cast<QLineEdit *>(Online::focus());
            QVERIFY(field);
            field->paste();
            QCOMPARE(field->text(), u"words"_s);
            QCOMPARE(plain.toPlainText(), withText ? u"bold"_s : QString());
        }
        QTest::qWait(100);
        QVERIFY(server.seen().isEmpty());
        QVERIFY(!file.wasOpened());
    }

    void aPageThatIsPasted_becomesBlocks_andAsksNobody()
    {
        WebServer server;
        QTemporaryDir outside;
        const tests::WatchedFile file(outside.filePath(u"a.png"_s), "bytes");
        Online house;
        house.start();
        auto *mime = new QMimeData;
        mime->setHtml(
            u"<p>1、[LG] Pasted <i>From</i> a Page</p><p>A Lin</p><img src='%1/a.png'><img src='file://%2'>"
            "<p><a href='https://arxiv.org/abs/2301.00001'>论文</a></p><p><a href='javascript:x()'>y</a></p>"_s.arg(
                server.base(), file.path()));
        QGuiApplication::clipboard()->setMimeData(mime);
        house.commands.run(u"import.paste"_s);
        const auto pasted = [&house] {
            for (const auto &row : house.library->rows(house.library->entryIds({})))
                if (row.title == u"Pasted From a Page"_s)
                    return row.id;
            return library::EntryId();
        };
        QTRY_VERIFY(!pasted().isNull());
        QCOMPARE(house.library->entry(pasted())->content.url, u"https://arxiv.org/abs/2301.00001"_s);
        QTest::qWait(100);
        QVERIFY(server.seen().isEmpty());
        QVERIFY(!file.wasOpened());
    }

    // A page can put what it likes into the clipboard, an address of the reader's own router too.
    void aPrivateAddressThatIsDroppedOrPasted_isNotAskedBeforeEnter()
    {
        for (const bool dropped : {true, false}) {
            WebServer server;
            Online house;
            house.start();
            auto mime = std::make_unique<QMimeData>();
            mime->setText(server.url(u"/feed"_s).toString());
            if (dropped) {
                drop(house, *mime);
            } else {
                QGuiApplication::clipboard()->setMimeData(mime.release());
                house.commands.run(u"import.paste"_s);
            }
            QVERIFY(house.window->addPanel().isVisible());
            QTest::qWait(300);
            QVERIFY(server.seen().isEmpty());
            QVERIFY(house.added().isEmpty());
            QTest::keyClick(Online::focus(), Qt::Key_Return); // which is the reader's own word
            QTRY_VERIFY(!server.seen().isEmpty());
            QVERIFY(house.added().isEmpty());
        }
    }

    void whatIsNoFile_costsOneSentence_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"pipe", "pipe called PDF", "device", "device called PDF", "dangling link",
                                 "empty folder", "noise", "huge", "pdf that is a page", "name full of HTML"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatIsNoFile_costsOneSentence()
    {
        QFETCH(QString, what);
        QTemporaryDir outside;
        QString path = outside.filePath(u"it.html"_s);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        if (what.endsWith(u"called PDF"))
            path = outside.filePath(u"it.pdf"_s);
        if (what.startsWith(u"pipe"))
            QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        else if (what.startsWith(u"device"))
            QVERIFY(QFile::link(u"/dev/zero"_s, path));
        else if (what == u"dangling link")
            QVERIFY(QFile::link(outside.filePath(u"nowhere"_s), path));
        else if (what == u"empty folder")
            QVERIFY(QDir().mkpath(path));
        else if (what == u"noise")
            QVERIFY(write(QByteArray(64, '\0')));
        else if (what == u"huge")
            QVERIFY(write("<p>x</p>") && QFile(path).resize(3LL << 30)); // a hole: it takes no room
        else if (what == u"name full of HTML")
            QVERIFY(write((path = outside.filePath(u"<b>it<b>.bin"_s), QByteArray(64, '\0'))));
        else
            QVERIFY(write((path = outside.filePath(u"it.pdf"_s), "<!DOCTYPE html><html>Sign in</html>")));
        Online house;
        house.start();
        QTRY_VERIFY(house.window->page().currentRow().has_value()); // the tour
        const int before = house.library->count({});
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        drop(house, mime);
        QTRY_VERIFY_WITH_TIMEOUT(!house.services->sync.isBusy(), 20'000);
        QTRY_VERIFY(!house.window->notice().text().isEmpty() &&
                    !house.window->notice().text().contains(u"Importing"_s));
        QCOMPARE(house.library->count({}), before);
    }
};

YAODIAN_TEST(PastingTest)

} // namespace trust_pasting

#include "pasting.moc"
