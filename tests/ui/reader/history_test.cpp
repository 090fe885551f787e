#include "tests/support/testmain.h"
#include "ui/reader/history.h"

#include <QTest>

namespace reader_history_test {

using namespace yaodian::ui;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void back_andForwardAreEachOthersOpposite()
    {
        History history;
        QVERIFY(!history.back(at(a, 0)));
        history.leave(at(a, 1));
        history.leave(at(a, 2));
        QCOMPARE(history.back(at(a, 5))->place.page, 2);
        QCOMPARE(history.back(at(a, 2))->place.page, 1);
        QCOMPARE(history.forward(at(a, 1))->place.page, 2);
        QCOMPARE(history.forward(at(a, 2))->place.page, 5);
        QVERIFY(!history.forward(at(a, 5)));
    }

    void aJumpAfterGoingBack_endsTheWayForward()
    {
        History history;
        history.leave(at(a, 1));
        QVERIFY(history.back(at(a, 2)));
        history.leave(at(a, 3));
        QVERIFY(!history.forward(at(a, 4)));
    }

    void theWayLeadsThroughDocuments()
    {
        History history;
        history.leave(at(a, 7));
        const auto before = history.back(at(b, 2));
        QVERIFY(before);
        QVERIFY(before->document.isSame(a));
        QCOMPARE(before->place.page, 7);
        QVERIFY(history.forward(*before)->document.isSame(b));
    }

    void thePlaceOfTwoDocuments_isNotOne()
    {
        History history;
        history.leave(at(a, 1));
        history.leave(at(b, 1));
        history.leave(at(b, 1)); // the same place twice is one entry
        QVERIFY(history.back(at(a, 9))->document.isSame(b));
        QVERIFY(history.back(at(a, 9))->document.isSame(a));
        QVERIFY(!history.back(at(a, 9)));
    }

    void aFileThatWasFiled_isTheSameDocument()
    {
        const DocumentRef asFile{{}, {}, QStringLiteral("/papers/one.pdf")};
        const DocumentRef filed{{}, QStringLiteral("aa"), QStringLiteral("/papers/one.pdf")};
        QVERIFY(asFile.isSame(filed));
        QVERIFY(!DocumentRef().isSame(DocumentRef()));
        QVERIFY(!asFile.isSame(a));
    }

private:
    static HistoryEntry at(const DocumentRef &document, int page) { return {document, {page, 0}}; }

    const DocumentRef a{{}, QStringLiteral("aa"), QStringLiteral("/store/aa.pdf")};
    const DocumentRef b{{}, QStringLiteral("bb"), QStringLiteral("/store/bb.pdf")};
};

YAODIAN_TEST_APPLESS(HistoryTest)

} // namespace reader_history_test

#include "history_test.moc"
