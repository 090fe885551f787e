// How pages follow each other, in the real reader with the tour's own PDF.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/pageview.h"

#include <QScrollBar>
#include <QWheelEvent>

namespace flow_test {

using namespace yaodian;
using tests::ReaderDesk;
using ui::Fit;
using ui::Flow;
using namespace Qt::StringLiterals;

const QString TourPdf = QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf");

struct Flows
{
    Flows() : document(desk.add(TourPdf, u"A Short Tour"_s)) { desk.show(document); }

    [[nodiscard]] ui::PageView &view() const { return *static_cast<ui::PageView *>(desk.pages()); }
    [[nodiscard]] const ui::PageLayout &layout() const { return view().layoutOfPages(); }
    void wheel(int notches) const
    {
        const QPointF at(50, 50);
        QWheelEvent event(at, view().viewport()->mapToGlobal(at), {}, QPoint(0, notches * 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view().viewport(), &event);
    }

    ReaderDesk desk{*qApp};
    library::Document document;
};

class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePageAtATime_goesOnPastItsEnd()
    {
        Flows flows;
        QVERIFY(flows.desk.waitSettled());
        flows.desk.type(u"P"_s);
        QCOMPARE(flows.layout().flow(), Flow::Single);
        QCOMPARE(flows.view().visiblePages(), QList<int>{0});
        flows.view().verticalScrollBar()->setValue(flows.view().verticalScrollBar()->maximum());
        QCOMPARE(flows.view().visiblePages(), QList<int>{0});
        flows.desk.type(u"j"_s);
        QCOMPARE(flows.view().visiblePages(), QList<int>{1});
        QCOMPARE(flows.desk.reader->status(), u"Page 2 of 2"_s);
        QVERIFY(flows.desk.waitSettled());
        flows.desk.type(u"k"_s); // from its beginning to the end of the page before
        QCOMPARE(flows.view().visiblePages(), QList<int>{0});
        QCOMPARE(flows.view().verticalScrollBar()->value(), flows.view().verticalScrollBar()->maximum());
        flows.wheel(-1);
        QCOMPARE(flows.view().visiblePages(), QList<int>{1});
        flows.desk.type(u"gg"_s);
        QCOMPARE(flows.view().visiblePages(), QList<int>{0});
        flows.desk.type(u"J"_s);
        QCOMPARE(flows.view().visiblePages(), QList<int>{1});
        flows.desk.type(u"J"_s); // there is no further one
        QCOMPARE(flows.view().visiblePages(), QList<int>{1});
        flows.desk.type(u"P"_s);
        QCOMPARE(flows.layout().flow(), Flow::Continuous);
        QCOMPARE(flows.view().currentPage(), 1);
    }

    void everyChangeOfLayout_keepsThePlace()
    {
        Flows flows;
        QVERIFY(flows.desk.waitSettled());
        flows.view().goTo({1, 0.2});
        const auto isThere = [&](double within) {
            const auto place = flows.view().place();
            return place.page == 1 && qAbs(place.top - 0.2) < within;
        };
        QVERIFY(isThere(0.01));
        for (const char *keys : {"P", "P", "W", "w", "T"}) {
            flows.desk.type(QString::fromLatin1(keys));
            QVERIFY2(flows.view().visiblePages().contains(1), keys);
        }
        flows.desk.type(u"T0++"_s);
        flows.view().goTo({1, 0.2});
        flows.desk.reader->resize(900, 600);
        QTRY_VERIFY(isThere(0.05));
        flows.desk.reader->resize(1280, 800);
        QTRY_VERIFY(isThere(0.05));
    }

    void aTurn_keepsWhatIsInTheMiddleAndWhereMarksLie()
    {
        Flows flows;
        QVERIFY(flows.desk.waitSettled());
        flows.view().goTo({0, 0.3});
        const QPoint middle = flows.view().viewport()->rect().center();
        const ui::PageSpot before = flows.view().spotAt(middle);
        flows.desk.type(u"r"_s);
        QCOMPARE(flows.layout().turn(), 90);
        QVERIFY(flows.layout().rect(0).width() > flows.layout().rect(0).height());
        const ui::PageSpot after = flows.view().spotAt(middle);
        QCOMPARE(after.page, before.page);
        const QRect box = flows.view().inView(0, {0.4, 0.5, 0.5, 0.55});
        const ui::PageSpot centre = flows.view().spotAt(box.center());
        QVERIFY(qAbs(centre.at.x() - 0.45) < 0.01 && qAbs(centre.at.y() - 0.525) < 0.01);
        QVERIFY(flows.desk.waitSettled());
        flows.desk.type(u"gr"_s);
        QCOMPARE(flows.layout().turn(), 0);
        flows.desk.type(u"gr"_s);
        QCOMPARE(flows.layout().turn(), 270);
        flows.desk.type(u"r"_s);
        flows.desk.type(u"J"_s); // from a beginning, there and back is where one was
        const auto beginning = flows.view().verticalScrollBar()->value();
        flows.desk.type(u"r"_s);
        QCOMPARE(flows.view().currentPage(), 1);
        flows.desk.type(u"gr"_s);
        QCOMPARE(flows.view().verticalScrollBar()->value(), beginning);
    }

    void aTurnedPage_isPaintedTurned()
    {
        Flows flows;
        flows.desk.reader->resize(1280, 800);
        QVERIFY(flows.desk.waitSettled());
        flows.desk.type(u"W"_s);
        QVERIFY(flows.desk.waitSettled());
        const QImage upright = picture(flows);
        flows.desk.type(u"rr"_s);
        QVERIFY(flows.desk.waitSettled());
        const QImage turned = picture(flows);
        QCOMPARE(turned.size(), upright.size());
        QCOMPARE(turned, upright.mirrored(true, true));
    }

    void content_isFoundAndKeptWithThePlace()
    {
        Flows flows;
        QVERIFY(flows.desk.waitSettled());
        const double whole = flows.layout().scale(0);
        flows.desk.type(u"z"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!flows.layout().mode().trim.isEmpty(), 20000);
        QVERIFY(flows.layout().scale(0) > whole * 1.1);
        QVERIFY(flows.desk.waitSettled());
        const ui::ViewMode kept = flows.layout().mode();
        flows.desk.reader.reset();
        flows.desk.show(flows.document);
        QVERIFY(flows.desk.waitSettled());
        QCOMPARE(flows.layout().fit(), Fit::Content);
        QVERIFY(qAbs(flows.layout().mode().trim.odd.left - kept.trim.odd.left) < 1e-4);
        QVERIFY(qAbs(flows.layout().scale(0) - kept.scale) < 0.01);
    }

    void flowAndTurn_belongToTheDocument_theFlowToNewOnesToo()
    {
        Flows flows;
        QVERIFY(flows.desk.waitSettled());
        flows.desk.type(u"Tr"_s);
        flows.desk.reader.reset();
        flows.desk.show(flows.document);
        QVERIFY(flows.desk.waitSettled());
        QCOMPARE(flows.layout().flow(), Flow::TwoPage);
        QCOMPARE(flows.layout().turn(), 90);
        QFile::copy(TourPdf, flows.desk.folder.filePath(u"other.pdf"_s));
        QFile other(flows.desk.folder.filePath(u"other.pdf"_s));
        QVERIFY(other.open(QIODevice::Append));
        other.write("\n% another file\n");
        other.close();
        flows.desk.show(flows.desk.add(other.fileName(), u"Another"_s));
        QVERIFY(flows.desk.waitSettled());
        QCOMPARE(flows.layout().flow(), Flow::TwoPage);
        QCOMPARE(flows.layout().turn(), 0);
    }

private:
    /// The first page as it is on the screen.
    static QImage picture(const Flows &flows)
    {
        const QRect page = flows.view().inView(0, {0, 0, 1, 1}).adjusted(2, 2, -2, -2);
        return flows.view().viewport()->grab(page).toImage().convertToFormat(QImage::Format_RGB32);
    }
};

YAODIAN_TEST(FlowTest)

} // namespace flow_test

#include "flow_test.moc"
