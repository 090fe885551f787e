// The file behind the pages: read again when it changed, handed to the system's viewer.
#include "tests/support/fakeask.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"
#include "ui/reader/filewatch.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QUrl>

namespace reload_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

const QList<QStringList> Three{{u"First"_s}, {u"Second"_s}, {u"Third"_s}};
const QList<QStringList> Four{{u"First"_s}, {u"Second"_s}, {u"Third"_s}, {u"A fourth"_s}};

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray bytesOf(const QList<QStringList> &pages, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"made elsewhere.pdf"_s);
    tests::writePdf(path, pages);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

struct Loose
{
    Loose() : desk(*qApp), path(work.filePath(u"thesis.pdf"_s))
    {
        tests::writePdf(path, Three);
        desk.makeView().openPath(path);
        desk.reader->setAsk(ask);
        if (!desk.waitSettled())
            qFatal("the pages do not come");
    }

    ui::FakeAsk ask;
    QTemporaryDir work;
    QTemporaryDir elsewhere;
    ReaderDesk desk;
    QString path;
};

/// What the desktop is asked to open.
class Viewer : public QObject
{
    Q_OBJECT

public:
    Viewer() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Viewer() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

class ReloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatIsReplaced_isReadAgainAtTheSamePlace()
    {
        Loose loose;
        loose.desk.type(u"2G"_s);
        QCOMPARE(loose.desk.reader->status(), u"Page 2 of 3"_s);
        QSignalSpy anew(loose.desk.reader.get(), &ui::ReaderView::readAnew);
        put(loose.elsewhere.filePath(u"new.pdf"_s), bytesOf(Four, loose.elsewhere));
        QVERIFY(QFile::remove(loose.path));
        QVERIFY(QFile::rename(loose.elsewhere.filePath(u"new.pdf"_s), loose.path));
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->status(), u"Page 2 of 4"_s, 30000);
        QCOMPARE(anew.count(), 1);
        QVERIFY(loose.desk.waitSettled());
    }

    void aSecondChange_isSeenToo()
    {
        Loose loose;
        put(loose.path, bytesOf(Four, loose.elsewhere));
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->status(), u"Page 1 of 4"_s, 30000);
        put(loose.path, bytesOf({{u"Only one"_s}}, loose.elsewhere));
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->status(), u"Page 1 of 1"_s, 30000);
    }

    void aFileThatIsStillBeingWritten_isWaitedFor()
    {
        Loose loose;
        Background background;
        ui::FileWatch watch(background, nullptr);
        watch.watch(loose.path);
        QSignalSpy changed(&watch, &ui::FileWatch::changed);
        const QByteArray whole = bytesOf(Four, loose.elsewhere);
        put(loose.path, whole.left(whole.size() / 2));
        QTest::qWait(1200); // several looks long
        QCOMPARE(changed.count(), 0);
        QCOMPARE(loose.desk.reader->status(), u"Page 1 of 3"_s);
        put(loose.path, whole);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->status(), u"Page 1 of 4"_s, 30000);
    }

    void whatIsBeingTyped_isSavedBeforeTheFileIsReadAgain()
    {
        Loose loose;
        loose.desk.reader->attach(loose.desk.add(loose.path, u"Thesis"_s), loose.desk.paper);
        loose.desk.type(u"v"_s);
        QTRY_VERIFY(loose.desk.reader->hasSelection());
        loose.desk.type(u"whdc"_s);
        auto *field = loose.desk.reader->findChild<QLineEdit *>(u"comment"_s);
        QTRY_VERIFY(field->isVisible());
        QTest::keyClicks(field, u"is "_s);
        Background background;
        ui::FileWatch watch(background, nullptr); // sees what the reader's sees
        watch.watch(loose.path);
        QSignalSpy changed(&watch, &ui::FileWatch::changed);
        put(loose.path, bytesOf(Four, loose.elsewhere));
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30000);
        QTest::qWait(1500); // long enough for it to open
        QVERIFY(field->isVisible());
        QCOMPARE(loose.desk.reader->status(), u"Page 1 of 3"_s);
        QTest::keyClicks(field, u"this so?"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->status(), u"Page 1 of 4"_s, 30000);
        QCOMPARE(loose.desk.store->highlights(loose.desk.paper).value(0).comment, u"is this so?"_s);
    }

    void aDamagedFile_leavesWhatWasShownAndSaysSo()
    {
        Loose loose;
        QSignalSpy message(loose.desk.reader.get(), &ui::ReaderView::message);
        put(loose.path, "<html>not found</html> %%EOF");
        QTRY_VERIFY_WITH_TIMEOUT(message.count() > 0, 30000);
        QVERIFY(message.first().first().toString().contains(u"stays"_s));
        QCOMPARE(loose.desk.reader->status(), u"Page 1 of 3"_s);
        loose.desk.type(u"2G"_s);
        QCOMPARE(loose.desk.reader->status(), u"Page 2 of 3"_s);
    }

    void aKey_readsItAgain()
    {
        Loose loose;
        QSignalSpy message(loose.desk.reader.get(), &ui::ReaderView::message);
        QTest::keyClick(loose.desk.pages(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(message.count(), 1, 30000);
        QCOMPARE(loose.desk.reader->status(), u"Page 1 of 3"_s);
    }

    void whatItWasFiledAs_isForgottenWithTheNewText()
    {
        Loose loose;
        const auto document = loose.desk.add(loose.path, u"Thesis"_s);
        loose.desk.reader->attach(document, loose.desk.paper);
        QVERIFY(!loose.desk.reader->sha256().isEmpty());
        put(loose.path, bytesOf(Four, loose.elsewhere));
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->status(), u"Page 1 of 4"_s, 30000);
        QVERIFY(loose.desk.reader->sha256().isEmpty()); // until it is filed anew
        QVERIFY(loose.desk.reader->paper().isNull());
    }

    void theSystemsViewer_getsTheFileAfterAQuestion()
    {
        Loose loose;
        Viewer viewer;
        loose.ask.confirms << false;
        loose.desk.type(u"ge"_s);
        QCOMPARE(loose.ask.asked.size(), 1);
        QVERIFY(viewer.opened.isEmpty());
        loose.ask.confirms << true;
        loose.desk.type(u"ge"_s);
        QCOMPARE(viewer.opened, QList<QUrl>{QUrl::fromLocalFile(loose.path)});
    }

    void ofADocumentOfTheLibrary_itGetsACopy()
    {
        Loose loose;
        Viewer viewer;
        const auto document = loose.desk.add(loose.path, u"A Thesis: Part 1/2"_s);
        loose.desk.reader->open(document, loose.desk.paper);
        QTRY_COMPARE_WITH_TIMEOUT(loose.desk.reader->title(), u"A Thesis: Part 1/2"_s, 20000);
        loose.ask.confirms << true;
        loose.desk.type(u"ge"_s);
        QTRY_COMPARE_WITH_TIMEOUT(viewer.opened.size(), 1, 20000);
        const QString copy = viewer.opened.first().toLocalFile();
        QVERIFY(copy != document.path);
        QVERIFY2(copy.endsWith(u"-a-thesis-part-1-2.pdf"_s), qPrintable(copy));
        const auto info = pdf::readInfo(copy);
        QVERIFY(info);
        QCOMPARE(info->pages.size(), 3);
    }
};

YAODIAN_TEST(ReloadTest)

} // namespace reload_test

#include "reload_test.moc"
