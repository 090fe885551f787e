#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "pdf/pagetext.h"
#include "tests/app/pdf/waiting.h"
#include "tests/support/pdfwriter.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

namespace pdf_document {

using namespace yaodian;
using namespace yaodian::pdf;
using Priority = Document::Priority;

const QStringList leftLines{u"Left one of the columns says"_qs,   u"that search finds compi-"_qs,
                            u"lation over a line end."_qs,        u"And here it goes on with text"_qs,
                            u"to be long enough for a column"_qs, u"of six lines at the left."_qs};
const QStringList rightLines{u"Right one is read after it and"_qs,   u"not line by line with the left"_qs,
                             u"as it would be by a printer."_qs,     u"It needs some lines as well, so"_qs,
                             u"that it is a column, as it were."_qs, u"This is its last line of them."_qs};

/// Ten pages: columns, Chinese, links, a page on its side, one cut by a crop box, five plain ones.
PdfWriter sample()
{
    PdfWriter pdf(QStringLiteral("A sample 样例"));
    pdf.page();
    pdf.lines(60, 100, leftLines, 12);
    pdf.lines(320, 100, rightLines, 12);
    pdf.rectangle({60, 300, 100, 100}, 0);
    pdf.outline(QStringLiteral("First 第一"), 0);
    pdf.page();
    pdf.lines(60, 100, {QStringLiteral("扩散模型是一种生成"), QStringLiteral("模型，效果很好。")}, 12);
    pdf.outline(QStringLiteral("Inner"), 1, 1);
    pdf.page();
    pdf.text(60, 100, QStringLiteral("Links"));
    pdf.link({60, 90, 100, 20}, QStringLiteral("https://arxiv.org/abs/1706.03762"));
    pdf.link({60, 190, 100, 20}, QStringLiteral("file:///etc/passwd"));
    pdf.link({60, 290, 100, 20}, QStringLiteral("javascript:alert(1)"));
    pdf.linkToPage({60, 390, 100, 20}, 4);
    pdf.page({612, 792}, 90);
    pdf.text(60, 100, QStringLiteral("Sideways"));
    pdf.page({612, 792}, 0, {100, 200, 300, 400});
    pdf.text(100, 212, QStringLiteral("Corner"), 12);
    pdf.outline(QStringLiteral("Second"), 4);
    for (int i = 5; i < 10; ++i) {
        pdf.page();
        pdf.text(60, 100, QStringLiteral("The word needle is on page %1").arg(i));
    }
    pdf.romanLabels();
    return pdf;
}

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_path = m_folder.filePath(QStringLiteral("sample.pdf"));
        QVERIFY(sample().save(m_path));
        m_document = std::make_unique<Document>(m_path);
        QVERIFY(opens(*m_document));
    }

    void cleanupTestCase()
    {
        m_document.reset();
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

    void pagesHaveTheirSizesTurnsAndLabels()
    {
        const DocumentInfo &info = m_document->info();
        QCOMPARE(info.title, QStringLiteral("A sample 样例"));
        QCOMPARE(info.pages.size(), 10);
        QCOMPARE(info.pages[0].size, QSizeF(612, 792));
        QCOMPARE(info.pages[0].label, QStringLiteral("i"));
        QCOMPARE(info.pages[3].size, QSizeF(792, 612));
        QCOMPARE(info.pages[3].rotation, 90);
        QCOMPARE(info.pages[4].size, QSizeF(300, 400));
        QCOMPARE(info.pages[4].label, QStringLiteral("v"));
    }

    void theHashComesAfterwards()
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_document->info().sha256.isEmpty(); }, guardMs));
        QCOMPARE(m_document->info().sha256,
                 QString::fromLatin1(QCryptographicHash::hash(sample().bytes(), QCryptographicHash::Sha256).toHex()));
    }

    void aPageHasTheSizeThatWasAskedFor_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {0.2, 1.0, 1.37, 2.5})
            QTest::addRow("%g", scale) << scale;
    }

    void aPageHasTheSizeThatWasAskedFor()
    {
        QFETCH(double, scale);
        const auto image = rendered(*m_document, 0, scale);
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(qRound(612 * scale), qRound(792 * scale)));
        QCOMPARE(image->pixelColor(int(110 * scale), int(350 * scale)), QColor(Qt::black));
        QCOMPARE(image->pixelColor(int(30 * scale), int(30 * scale)), QColor(Qt::white));
    }

    void aTileIsExactlyThatPartOfThePage()
    {
        const auto whole = rendered(*m_document, 0, 2);
        const QRect part(90, 170, 333, 222);
        const auto tile = rendered(*m_document, 0, 2, part);
        QVERIFY(whole && tile);
        QCOMPARE(*tile, whole->copy(part));
        const auto beyond = rendered(*m_document, 0, 1, QRect(600, 780, 100, 100));
        QVERIFY(beyond);
        QCOMPARE(beyond->size(), QSize(12, 12));
    }

    void aPageTooLargeForMemoryIsRefusedWithoutHarm()
    {
        QVERIFY(!rendered(*m_document, 0, 100));
        QVERIFY(!rendered(*m_document, 99, 1));
        QVERIFY(!rendered(*m_document, -1, 1));
        QVERIFY(rendered(*m_document, 0, 100, QRect(5000, 5000, 400, 300)));
    }

    void twoColumnsAreReadInOrder()
    {
        const PageText text = textOf(*m_document, 0);
        QCOMPARE(text.text, leftLines.join(u'\n') + QStringLiteral("\n\n") + rightLines.join(u'\n'));
        QCOMPARE(text.boxes.size(), text.text.size());
    }

    void lettersStandWhereTheyArePrinted()
    {
        const PageText text = textOf(*m_document, 0);
        const Box first = text.boxes.first();
        QVERIFY(qAbs(first.left - 60.0 / 612) < 0.005);
        QVERIFY(first.top < 100.0 / 792 && first.bottom > 100.0 / 792 - 0.001);
        QCOMPARE(indexAt(text, {61.0 / 612, 97.0 / 792}), 0);
    }

    void chineseIsReadWithoutBlanks()
    {
        const PageText text = textOf(*m_document, 1);
        QCOMPARE(text.text, QStringLiteral("扩散模型是一种生成\n模型，效果很好。"));
        QCOMPARE(find(text, QStringLiteral("生成模型")).size(), 1);
    }

    void boxesOfATurnedPageAreThoseOfThePageItself()
    {
        const PageText text = textOf(*m_document, 3);
        QCOMPARE(text.text, QStringLiteral("Sideways"));
        QVERIFY(qAbs(text.boxes.first().left - 60.0 / 612) < 0.005);
        QVERIFY(qAbs(text.boxes.first().bottom - 100.0 / 792) < 0.01);
    }

    void boxesAreOfTheCropBox()
    {
        const PageText text = textOf(*m_document, 4);
        QCOMPARE(text.text, QStringLiteral("Corner"));
        QVERIFY(text.boxes.first().left < 0.01);
        QVERIFY(text.boxes.first().top < 0.02);
    }

    void onlyWebLinksAndPlacesWithinAreFollowed()
    {
        QObject context;
        Answer<QList<Link>> answer;
        m_document->links(2, &context, answer.taker());
        QVERIFY(answer.came());
        const QList<Link> links = *answer;
        QCOMPARE(links.size(), 4);
        QCOMPARE(links[0].uri, QStringLiteral("https://arxiv.org/abs/1706.03762"));
        QVERIFY(qAbs(links[0].box.left - 60.0 / 612) < 0.005 && qAbs(links[0].box.top - 90.0 / 792) < 0.005);
        QVERIFY(links[1].uri.isEmpty() && links[1].page < 0);
        QCOMPARE(links[1].refused, QStringLiteral("file:///etc/passwd"));
        QVERIFY(links[2].uri.isEmpty() && links[2].page < 0);
        QCOMPARE(links[2].refused, QStringLiteral("it runs a script"));
        QVERIFY(links[3].refused.isEmpty() && links[0].refused.isEmpty());
        QCOMPARE(links[3].page, 4);
    }

    void theOutlineKeepsItsDepths()
    {
        QObject context;
        Answer<QList<OutlineItem>> answer;
        m_document->outline(&context, answer.taker());
        QVERIFY(answer.came());
        QCOMPARE(answer->size(), 3);
        QCOMPARE((*answer)[0].title, QStringLiteral("First 第一"));
        QCOMPARE((*answer)[1].depth, 1);
        QCOMPARE((*answer)[2].page, 4);
    }

    void searchGoesAroundFromTheFirstPage()
    {
        QObject context;
        QList<int> pages;
        Answer<void> end;
        m_document->search(
            QStringLiteral("NEEDLE"), 7, &context,
            [&](const QList<SearchHit> &hits) {
                QCOMPARE(hits.size(), 1);
                QCOMPARE(hits.first().match, QStringLiteral("needle"));
                QCOMPARE(hits.first().before, QStringLiteral("The word "));
                QCOMPARE(hits.first().boxes.size(), 1);
                pages.append(hits.first().page);
            },
            end.taker());
        QVERIFY(end.wait());
        QVERIFY(end.result->ok());
        QCOMPARE(pages, (QList<int>{7, 8, 9, 5, 6}));
    }

    void searchPassesOverLineEnds()
    {
        QObject context;
        QList<SearchHit> hits;
        Answer<void> end;
        m_document->search(
            QStringLiteral("compilation over"), 0, &context, [&](const QList<SearchHit> &found) { hits += found; },
            end.taker());
        QVERIFY(end.wait());
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().boxes.size(), 2);
    }

    void aSearchThatMakesNoSenseEndsWithASentence()
    {
        QObject context;
        Answer<void> end;
        int hits = 0;
        m_document->search(
            SearchQuery{QStringLiteral("a(b"), true}, 0, &context, [&](const QList<SearchHit> &) { ++hits; },
            end.taker());
        QVERIFY(end.wait());
        QVERIFY(!end.result->ok());
        QVERIFY(end.result->error().message.startsWith(QStringLiteral("This is no regular expression: ")));
        QCOMPARE(hits, 0);
    }

    void expressionsAndWholeWordsAreSearchedOnEveryPage()
    {
        QObject context;
        QStringList words;
        Answer<void> end;
        m_document->search(
            SearchQuery{QStringLiteral("needl\\w"), true, true, true}, 0, &context,
            [&](const QList<SearchHit> &found) {
                for (const SearchHit &hit : found)
                    words += hit.match;
            },
            end.taker());
        QVERIFY(end.wait());
        QVERIFY(end.result->ok());
        QCOMPARE(words, QStringList(5, QStringLiteral("needle")));
    }

    void anAbortedSearchSaysNothingMore()
    {
        QObject context;
        int calls = 0;
        Answer<void> end;
        quint64 id = 0;
        id = m_document->search(
            QStringLiteral("needle"), 0, &context,
            [&](const QList<SearchHit> &) {
                ++calls;
                m_document->abort(id);
            },
            end.taker());
        QVERIFY(rendered(*m_document, 9, 1)); // a page after the search's next step
        QVERIFY(QTest::qWaitFor([&] { return calls > 0; }, guardMs));
        QVERIFY(rendered(*m_document, 8, 1));
        QCOMPARE(calls, 1);
        QVERIFY(!end.result);
    }

    void anAbortedRequestNeverAnswers()
    {
        QObject context;
        Answer<QImage> aborted;
        Answer<QImage> other;
        const quint64 id = m_document->render(5, 2, {}, Priority::Near, &context, aborted.taker());
        m_document->abort(id);
        m_document->render(6, 1, {}, Priority::Background, &context, other.taker());
        QVERIFY(other.came());
        QVERIFY(!aborted.result);
    }

    void anAnswerToADeadContextIsDropped()
    {
        auto context = std::make_unique<QObject>();
        Answer<QImage> answer;
        m_document->render(5, 1, {}, Priority::Visible, context.get(), answer.taker());
        context.reset();
        QVERIFY(rendered(*m_document, 6, 1));
        QVERIFY(!answer.result);
    }

    void aWorkerStartedAheadIsUsed()
    {
        auto worker = startWorker();
        QVERIFY(worker);
        const QList<pid_t> before = childProcesses();
        Document document(m_path, std::move(worker));
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 1));
        QCOMPARE(childProcesses(), before);
    }

    void aDocumentOpenedAheadHasItsFirstPageReady()
    {
        const auto view = [](const QList<PageInfo> &pages) {
            return QList<FirstPage>{{0, 700 / pages.first().size.width()}, {1, 0.5}};
        };
        Document document(m_path, openAhead(m_path, view));
        QVERIFY(opens(document));
        QCOMPARE(document.path(), m_path);
        const auto guessed = rendered(document, 0, 700.0 / 612);
        const auto again = rendered(document, 0, 700.0 / 612);
        const auto other = rendered(document, 0, 1);
        const auto second = rendered(document, 1, 0.5);
        QVERIFY(guessed && again && other && second);
        QCOMPARE(guessed->width(), 700);
        QCOMPARE(*guessed, *again);
        QCOMPARE(other->width(), 612);
    }

    void aDocumentOpenedAheadInVainSaysWhy()
    {
        const QString none = m_folder.filePath(QStringLiteral("none.pdf"));
        auto ahead = openAhead(none);
        QTest::qWait(100);
        Document document(none, std::move(ahead));
        QSignalSpy failed(&document, &Document::failed);
        QVERIFY(failed.wait(guardMs));
        QCOMPARE(failed.size(), 1);
    }

    void anotherDocumentThanTheOneOpenedAheadIsOpenedAllTheSame()
    {
        Document document(m_path, openAhead(m_folder.filePath(QStringLiteral("none.pdf"))));
        QVERIFY(opens(document));
        QVERIFY(rendered(document, 0, 1));
    }

    void anOpenedAheadThatNobodyTakesEndsItsWorker()
    {
        const qsizetype before = childProcesses().size();
        openAhead(m_path).reset();
        QCOMPARE(childProcesses().size(), before);
    }

    void withoutAnEventLoopTheSameIsThere()
    {
        const auto info = readInfo(m_path);
        QVERIFY(info);
        QCOMPARE(info->pages.size(), 10);
        QCOMPARE(info->sha256.size(), 64);
        const auto image = renderPage(m_path, 0, 144);
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(1224, 1584));
        const auto one = readText(m_path, 1);
        QVERIFY(one);
        QCOMPARE(one->size(), 1);
        const auto all = readText(m_path);
        QVERIFY(all);
        QCOMPARE(all->size(), 10);
        QCOMPARE(all->at(1).text, one->first().text);
        QVERIFY(!readText(m_path, 10));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Document> m_document;
};

YAODIAN_TEST_GUILESS(TestDocument)

} // namespace pdf_document

#include "document.moc"
