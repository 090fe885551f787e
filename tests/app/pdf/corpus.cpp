#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>

namespace pdf_corpus {

using namespace yaodian;
using namespace yaodian::pdf;
using Priority = Document::Priority;

/// Every file of the corpus through opening, first page, text, links and outline: this process survives, every
/// question is answered, and every answer is within its bounds.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

    void everyFileIsAnswered_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(QStringLiteral(YAODIAN_CORPUS "/pdfs"), {QStringLiteral("*.pdf")}, QDir::Files,
                           QDirIterator::Subdirectories);
        QStringList paths;
        while (files.hasNext())
            paths << files.next();
        paths.sort();
        if (!qEnvironmentVariableIsSet("YAODIAN_EVERY_FILE"))
            paths = oneOfAFamily(paths);
        // "1/2": every second file, so that two processes share the work.
        const QList<QByteArray> part = qgetenv("YAODIAN_PART").split('/');
        const int parts = part.size() == 2 ? qMax(1, part[1].toInt()) : 1;
        for (qsizetype i = part.size() == 2 ? part[0].toInt() - 1 : 0; i < paths.size(); i += parts)
            QTest::newRow(qPrintable(paths[i].section(u'/', -2))) << paths[i];
    }

    void everyFileIsAnswered()
    {
        QFETCH(QString, path);
        Document document(path);
        QSignalSpy failed(&document, &Document::failed);
        QSignalSpy locked(&document, &Document::passwordNeeded);
        QVERIFY(QTest::qWaitFor([&] { return document.isOpen() || !failed.isEmpty() || !locked.isEmpty(); }, guardMs));
        if (!document.isOpen()) {
            if (path.contains(QLatin1String("/papers/")))
                QFAIL("a paper must open");
            return;
        }
        QVERIFY(!document.info().pages.isEmpty());
        const auto page = rendered(document, 0, 1.5);
        if (page)
            QVERIFY(!page->isNull());
        if (path.contains(QLatin1String("/papers/")))
            QVERIFY(page);
        if (page)
            return askForTheRest(document);
        // What hangs there hangs in every other question too, and each would wait for its end.
        QObject context;
        Answer<QList<Link>> links;
        document.links(0, &context, links.taker());
        QVERIFY(links.wait());
    }

private:
    /// Of several mutations of one file ("name-1e175709.pdf"), which all hang for their whole time, the first.
    static QStringList oneOfAFamily(const QStringList &paths)
    {
        static const QRegularExpression mutation(QStringLiteral("-[0-9a-f]{8}(?=\\.pdf$)"));
        QSet<QString> seen;
        QStringList out;
        for (const QString &path : paths) {
            const QString family = QString(path).remove(mutation);
            if (!seen.contains(family))
                out << path;
            seen << family;
        }
        return out;
    }

    static void askForTheRest(Document &document)
    {
        QObject context;
        Answer<PageText> text;
        Answer<QList<Link>> links;
        Answer<QList<OutlineItem>> outline;
        Answer<PageArt> art;
        Answer<QList<Attachment>> files;
        document.text(0, Priority::Visible, &context, text.taker());
        document.links(0, &context, links.taker());
        document.outline(&context, outline.taker());
        document.art(0, Priority::Near, &context, art.taker());
        document.attachments(&context, files.taker());
        QVERIFY(text.wait() && links.wait() && outline.wait() && art.wait() && files.wait());
        if (art.result->ok()) {
            for (const Box &box : art->pictures + QList<Box>{art->content})
                QVERIFY(box.left >= 0 && box.right <= 1 && box.top >= 0 && box.bottom <= 1);
        }
        if (text.result->ok()) {
            QCOMPARE(text->boxes.size(), text->text.size());
            for (const Box &box : text->boxes)
                QVERIFY(box.left >= 0 && box.right <= 1 && box.top >= 0 && box.bottom <= 1);
        }
        if (links.result->ok()) {
            for (const Link &link : *links)
                QVERIFY(link.page >= 0 || !link.refused.isEmpty() || link.uri.startsWith(QLatin1String("http")));
        }
    }
};

YAODIAN_TEST_GUILESS(TestCorpus)

} // namespace pdf_corpus

#include "corpus.moc"
