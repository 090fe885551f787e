#include "tests/support/testmain.h"
#include "ui/reader/firstview.h"
#include "ui/reader/places.h"

#include <QTemporaryDir>
#include <QtTest>

namespace reader_firstview_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

QList<pdf::PageInfo> letterPages(int count)
{
    return QList<pdf::PageInfo>(count, {QSizeF(612, 792), 0, {}});
}

class FirstViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDocument_isExpectedAtItsFirstPage_inTheWidthOfTheLastView()
    {
        Settings settings(m_folder.path());
        keepViewport(settings, {QSize(652, 800), 2});
        const auto first = expectedView(settings, u"/papers/new.pdf"_s)(letterPages(3)).first();
        QCOMPARE(first.page, 0);
        QCOMPARE(first.scale, 2.0); // margins of 20 on both sides; two device pixels each
    }

    void aKnownDocument_isExpectedWhereItWasLeft()
    {
        Settings settings(m_folder.path());
        Places places(settings);
        places.remember(u"/papers/known.pdf"_s, u"aa"_s);
        places.setDocument(u"aa"_s);
        places.keepLast({{2, 0.5}, {Fit::Exact, 1.75, Flow::Continuous, 0, {}}});
        const auto first = expectedView(settings, u"/papers/known.pdf"_s)(letterPages(3)).first();
        QCOMPARE(first.page, 2);
        QCOMPARE(first.scale, 1.75 * lastViewport(settings).ratio);
        // The file at that path may be another by now.
        QCOMPARE(expectedView(settings, u"/papers/known.pdf"_s)(letterPages(1)).first().page, 0);
    }

    void whereTwoPagesAreInView_bothAreExpected()
    {
        QTemporaryDir fresh;
        Settings settings(fresh.path());
        keepViewport(settings, {QSize(652, 800), 1});
        Places places(settings);
        places.remember(u"/papers/known.pdf"_s, u"aa"_s);
        places.setDocument(u"aa"_s);
        const auto pagesAt = [&](const PagePlace &place) {
            places.keepLast({place, {Fit::Width, 0, Flow::Continuous, 0, {}}});
            QList<int> pages;
            for (const auto &page : expectedView(settings, u"/papers/known.pdf"_s)(letterPages(4)))
                pages << page.page;
            return pages;
        };
        QCOMPARE(pagesAt({1, 0.5}), (QList<int>{1, 2}));
        QCOMPARE(pagesAt({0, 0}), QList<int>{0});
        QCOMPARE(pagesAt({1, 1.0}), (QList<int>{2})); // below the end of a page there is only the gap
        QCOMPARE(pagesAt({3, 0.9}), (QList<int>{3})); // the view ends with the document
    }

    void aNewDocument_isExpectedInTheFlowChosenLast()
    {
        QTemporaryDir fresh;
        Settings settings(fresh.path());
        keepViewport(settings, {QSize(652, 800), 1});
        keepUsualFlow(settings, Flow::TwoPage);
        const auto first = expectedView(settings, u"/papers/new.pdf"_s)(letterPages(4)).first();
        QCOMPARE(first.scale, (652 - 2 * PageLayout::Margin - PageLayout::Gap) / 2 / 612);
        settings.setState(u"flow"_s, 12);
        QCOMPARE(usualFlow(settings), Flow::Continuous);
    }

    void anUnreadableViewport_isTheUsualOne()
    {
        QTemporaryDir fresh;
        Settings settings(fresh.path());
        const Viewport usual = lastViewport(settings);
        QVERIFY(!usual.size.isEmpty());
        for (const QString &text : {u"wide"_s, u"0 0 1"_s, u"800 600 0"_s}) {
            settings.setState(u"viewport"_s, text);
            QCOMPARE(lastViewport(settings), usual);
        }
    }

private:
    QTemporaryDir m_folder;
};

YAODIAN_TEST_GUILESS(FirstViewTest)

} // namespace reader_firstview_test

#include "firstview_test.moc"
