#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"

#include <QDirIterator>

namespace pdf_hostile {

using namespace yaodian;
using namespace yaodian::pdf;

/// The generated attacks of the corpus, by what each of them wants: none gets it, and what it wanted is said.
class TestHostile : public QObject
{
    Q_OBJECT

    static void rows(const QStringList &names)
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(QStringLiteral(YAODIAN_CORPUS "/pdfs/hostile"), names, QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
        }
    }

private Q_SLOTS:
    void linksLeadToTheWebOrNowhere_data() { rows({u"gen-uri_*"_qs, u"gen-launch_link*"_qs}); }
    void linksLeadToTheWebOrNowhere()
    {
        QFETCH(QString, path);
        Document document(path);
        QVERIFY(opens(document));
        QObject context;
        Answer<QList<Link>> links;
        document.links(0, &context, links.taker());
        QVERIFY(links.came());
        QVERIFY(!links->isEmpty());
        for (const Link &link : *links) {
            const QUrl url(link.uri, QUrl::StrictMode);
            QVERIFY2(link.uri.isEmpty() || url.scheme() == u"https"_qs || url.scheme() == u"http"_qs,
                     qPrintable(link.uri));
            QVERIFY2(url.userInfo().isEmpty() && !link.uri.contains(u'@'), qPrintable(link.uri));
            for (const QChar c : link.uri)
                QVERIFY2(c.unicode() > 0x20 && c.unicode() < 0x7f, qPrintable(link.uri)); // look-alikes are spelt out
            QVERIFY(link.page >= 0 || !link.uri.isEmpty() || !link.refused.isEmpty());
        }
    }

    void whatADocumentWantsByItselfIsNotDone_data()
    {
        rows({u"gen-launch_open*"_qs, u"gen-js_*"_qs, u"gen-submitform*"_qs, u"autoprint*"_qs, u"gen-goto?_*"_qs});
    }
    void whatADocumentWantsByItselfIsNotDone()
    {
        QFETCH(QString, path);
        const qsizetype before = childProcesses().size();
        Document document(path);
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 0.5));
        QObject context;
        Answer<QList<Attachment>> files;
        document.attachments(&context, files.taker());
        QVERIFY(files.came());
        QVERIFY(!document.info().refused.isEmpty() || path.contains(u"goto"_qs)); // another file is just not opened
        QCOMPARE(childProcesses().size(), before + 1); // the worker, and no program that the document names
    }

    void whatLiesOutsideIsNotFetched_data() { rows({u"gen-external_*"_qs}); }
    void whatLiesOutsideIsNotFetched()
    {
        QFETCH(QString, path); // that nothing can be is the sandbox's; here: the page is shown without it
        Document document(path);
        QVERIFY(opens(document));
        const auto page = rendered(document, 0, 0.5);
        QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().message));
        Answer<PageText> text;
        QObject context;
        document.text(0, Document::Priority::Visible, &context, text.taker());
        QVERIFY(text.came());
        QVERIFY(!text->text.contains(u"root:"_qs)); // of /etc/passwd
    }

    void pagesThatLieAboutTheirSizeAreBounded_data()
    {
        rows({u"gen-*mediabox*"_qs, u"gen-negative_pages*"_qs, u"gen-pagetree_*"_qs, u"gen-million_pages*"_qs});
    }
    void pagesThatLieAboutTheirSizeAreBounded()
    {
        QFETCH(QString, path);
        Document document(path);
        QSignalSpy failed(&document, &Document::failed);
        QVERIFY(QTest::qWaitFor([&] { return document.isOpen() || !failed.isEmpty(); }, guardMs));
        if (!document.isOpen())
            return;
        QVERIFY(!document.info().pages.isEmpty() && document.info().pages.size() <= 20'000);
        for (const PageInfo &page : document.info().pages) // also a page of no size has one that can be laid out
            QVERIFY(page.size.width() >= 1 && page.size.height() >= 1 && page.size.width() < 1e6);
        const auto page = rendered(document, 0, 1);
        QVERIFY(page || !page.error().message.isEmpty());
        if (page)
            QVERIFY(qint64(page->width()) * page->height() <= 32'000'000);
    }
};

YAODIAN_TEST_GUILESS(TestHostile)

} // namespace pdf_hostile

#include "hostile.moc"
