#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QFile>
#include <QTemporaryDir>

namespace pdf_refusals {

using namespace yaodian;
using namespace yaodian::pdf;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The one sentence that a document failed with.
QString failureOf(const QString &path)
{
    Document document(path);
    QString sentence;
    QObject::connect(&document, &Document::failed, &document, [&](const Error &error) { sentence = error.message; });
    return QTest::qWaitFor([&] { return !sentence.isEmpty() || document.isOpen(); }, guardMs) ? sentence : QString();
}

/// What is no PDF, or not one for us, costs one clear sentence.
class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoPdfIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("page") << QByteArray("  <!DOCTYPE html><html><body>Sign in</body></html>")
                              << QStringLiteral("web page");
        QTest::newRow("bare page") << QByteArray("<html lang=\"en\"><head>") << QStringLiteral("web page");
        QTest::newRow("postscript") << QByteArray("%!PS-Adobe-3.0") << QStringLiteral("PostScript");
        QTest::newRow("zip") << QByteArray("PK\x03\x04 word/document.xml") << QStringLiteral("archive");
        QTest::newRow("text") << QByteArray("hello") << QStringLiteral("is not a PDF.");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("late mark") << QByteArray(2000, ' ') + "%PDF-1.5" << QStringLiteral("is not a PDF.");
        QTest::newRow("only the mark") << QByteArray("%PDF-1.7\n") << QStringLiteral("damaged");
    }

    void whatIsNoPdfIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString path = m_folder.filePath(QStringLiteral("it.pdf"));
        QVERIFY(write(path, bytes));
        const QString sentence = failureOf(path);
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        const auto info = readInfo(path);
        QVERIFY(!info);
        QCOMPARE(info.error().message, sentence);
    }

    void aMarkAfterSomeBytesIsStillAPdf()
    {
        const QString path = m_folder.filePath(QStringLiteral("late.pdf"));
        PdfWriter pdf;
        pdf.page();
        QVERIFY(write(path, "some mail header\r\n" + pdf.bytes()));
        QCOMPARE(failureOf(path), QString());
    }

    void aMissingFileAFolderAndAPipeAreRefused()
    {
        QVERIFY(failureOf(m_folder.filePath(QStringLiteral("none.pdf"))).contains(QStringLiteral("There is no file")));
        QVERIFY(failureOf(m_folder.path()).contains(QStringLiteral("not a file")));
        QVERIFY(failureOf(QStringLiteral("/dev/zero")).contains(QStringLiteral("not a file")));
    }

    void aFileOfMoreThan200MegabytesIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("large.pdf"));
        QVERIFY(write(path, "%PDF-1.7\n"));
        QFile file(path);
        QVERIFY(file.resize(201LL << 20)); // a hole: it takes no room
        QVERIFY(failureOf(path).contains(QStringLiteral("larger than 200 MB")));
    }

    void aLockedDocumentAsksForItsPasswordUntilItIsRight()
    {
        Document document(QStringLiteral(YAODIAN_FIXTURES "/pdfs/locked.pdf"));
        QList<bool> asked;
        connect(&document, &Document::passwordNeeded, this, [&](bool wrong) { asked.append(wrong); });
        QVERIFY(QTest::qWaitFor([&] { return asked.size() == 1; }, guardMs));
        QVERIFY(!asked.first());
        document.unlock(QStringLiteral("not this"));
        QVERIFY(QTest::qWaitFor([&] { return asked.size() == 2; }, guardMs));
        QVERIFY(asked.last());
        document.unlock(QStringLiteral("sesame"));
        QVERIFY(opens(document));
        QCOMPARE(textOf(document, 0).text, QStringLiteral("Behind a lock"));
        // A new worker has to know the password too.
        for (const pid_t child : childProcesses())
            ::kill(child, SIGKILL);
        const auto lost = rendered(document, 0, 1);
        QVERIFY(lost || !lost.error().message.isEmpty());
        QVERIFY(rendered(document, 0, 1));
    }

    void withoutAWindowALockedDocumentIsRefused()
    {
        const auto info = readInfo(QStringLiteral(YAODIAN_FIXTURES "/pdfs/locked.pdf"));
        QVERIFY(!info);
        QVERIFY(info.error().message.contains(QStringLiteral("password")));
    }

    void aDocumentClosedWhileItAsksEndsItsWorker()
    {
        {
            Document document(QStringLiteral(YAODIAN_FIXTURES "/pdfs/locked.pdf"));
            QSignalSpy asked(&document, &Document::passwordNeeded);
            QVERIFY(asked.wait(guardMs));
        }
        QVERIFY(childProcesses().isEmpty());
    }

    void aMissingWorkerIsSaid()
    {
        const QString path = m_folder.filePath(QStringLiteral("fine.pdf"));
        PdfWriter pdf;
        pdf.page();
        QVERIFY(pdf.save(path));
        qputenv("YAODIAN_PDF_WORKER", "/nonexistent/yaodian-pdf");
        QVERIFY(!startWorker());
        const QString sentence = failureOf(path);
        qunsetenv("YAODIAN_PDF_WORKER");
        QVERIFY(sentence.contains(QStringLiteral("yaodian-pdf is missing")));
    }

private:
    QTemporaryDir m_folder;
};

YAODIAN_TEST_GUILESS(TestRefusals)

} // namespace pdf_refusals

#include "refusals.moc"
