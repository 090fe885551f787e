// Looking at what a reference leads to in views that are turned, and on pages that are.
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/pageview.h"
#include "ui/reader/peekpanel.h"

#include <QLabel>

namespace reader_peekturned_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

constexpr int Grey = 102;
const QRectF FigureOnPage(200, 300, 240, 80); ///< points of the page as it is shown
const QSizeF Shown(792, 612);

/// A page that speaks of a figure which is on the next one. `rotation`: the page's own; its text is upright as shown.
QString writePaper(const QString &path, int rotation)
{
    PdfWriter pdf;
    const double width = Shown.width();
    const bool turned = rotation == 90;
    const auto text = [&](double x, double y, const QString &line) {
        if (turned)
            pdf.upwards(y, width - x, line);
        else
            pdf.text(x, y, line);
    };
    const auto prose = [&](double y) {
        for (int i = 0; i < 6; ++i)
            text(72, y + 12 * i, u"Blocks of the text are read one after the other and kept as they are."_s);
    };
    const QSizeF size = turned ? Shown.transposed() : Shown;
    pdf.page(size, rotation);
    prose(72);
    text(72, 250, u"All of it is drawn in Figure 1 and it is told of below at some length."_s);
    prose(350);
    pdf.page(size, rotation);
    prose(72);
    const QRectF &f = FigureOnPage;
    pdf.rectangle(turned ? QRectF(f.top(), width - f.right(), f.height(), f.width()) : f, Grey / 255.0);
    text(200, 400, u"Figure 1: The blocks in all their parts as they are drawn."_s);
    prose(460);
    return pdf.save(path) ? path : QString();
}

/// What is as grey as the figure, over a stretch that no letter has.
QRect figureIn(const QImage &picture)
{
    constexpr int Stretch = 30;
    const auto isGrey = [&](int x, int y) { return qRed(picture.pixel(x, y)) == Grey; };
    QRect all;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x + Stretch <= picture.width(); ++x)
            if (isGrey(x, y) && isGrey(x + Stretch / 2, y) && isGrey(x + Stretch - 1, y))
                all |= QRect(x, y, Stretch, 1);
    return all;
}

struct Desk
{
    ReaderDesk desk{*qApp};
    ui::PageView *pages = nullptr;
    ui::PeekPanel *panel = nullptr;

    explicit Desk(int rotation = 0)
    {
        const QString path = writePaper(desk.folder.filePath(u"paper.pdf"_s), rotation);
        desk.show(desk.add(path, u"A paper on its side"_s));
        pages = desk.reader->findChild<ui::PageView *>(u"pages"_s);
        panel = desk.reader->findChild<ui::PeekPanel *>(u"peek"_s);
        if (!desk.waitSettled())
            qFatal("the paper is not shown");
    }
    /// The view turned clockwise, the first page in it, a point as large as a pixel (or `scale`).
    [[nodiscard]] bool turn(int degrees, double scale = 1) const
    {
        pages->setZoom(ui::Fit::Exact, scale);
        for (int i = 0; i < degrees / 90; ++i)
            desk.type(u"r"_s);
        return desk.waitSettled();
    }
    /// The reference in view, whichever page is.
    [[nodiscard]] QRect reference() const
    {
        return pages->inView(0, {0.1, 240 / Shown.height(), 0.6, 252 / Shown.height()});
    }
    [[nodiscard]] bool peek() const
    {
        return QTest::qWaitFor(
            [this] {
                if (!panel->isVisible())
                    desk.type(u"i"_s);
                return panel->isVisible() && panel->hasPicture();
            },
            20000);
    }
    [[nodiscard]] QImage picture() const
    {
        return panel->findChild<QLabel *>(u"peekPicture"_s)
            ->pixmap(Qt::ReturnByValue)
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    }
    /// The figure of the second page lies in the view, all of it.
    [[nodiscard]] bool hasFigureInView(bool isPageTurned = false) const
    {
        const QRectF &f = FigureOnPage;
        Box box{f.left() / Shown.width(), f.top() / Shown.height(), f.right() / Shown.width(),
                f.bottom() / Shown.height()};
        box = box.turned(isPageTurned ? 270 : 0);
        return pages->viewport()->rect().contains(pages->inView(1, box));
    }
};

class PeekTurnedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverWayTheViewIsTurned_thePictureIsTurnedLikeIt_data()
    {
        QTest::addColumn<int>("degrees");
        for (const int degrees : {90, 180, 270})
            QTest::newRow(qPrintable(QString::number(degrees))) << degrees;
    }

    void whateverWayTheViewIsTurned_thePictureIsTurnedLikeIt()
    {
        QFETCH(int, degrees);
        const Desk desk;
        QVERIFY(desk.turn(0));
        QVERIFY(desk.peek());
        const QImage upright = desk.picture();
        QVERIFY(figureIn(upright).width() > 200);
        QTest::keyClick(desk.pages, Qt::Key_Escape);
        QVERIFY(desk.turn(degrees));
        QVERIFY(!desk.panel->isVisible());
        QVERIFY(desk.peek());
        QCOMPARE(desk.picture(), upright.transformed(QTransform().rotate(degrees)));
        QVERIFY(desk.pages->viewport()->rect().contains(desk.panel->geometry()));
    }

    void turningTheView_closesWhatIsLookedAt()
    {
        const Desk desk;
        QVERIFY(desk.turn(0));
        QVERIFY(desk.peek());
        desk.desk.type(u"r"_s);
        QTRY_VERIFY(!desk.panel->isVisible());
    }

    void whateverWayTheViewIsTurned_theFigureIsGoneTo_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<int>("degrees");
        for (const QString &keys : {u"gd"_s, u"gf"_s, u"fa"_s})
            for (const int degrees : {0, 90, 180, 270})
                QTest::newRow(qPrintable(keys + QString::number(degrees))) << keys << degrees;
    }

    void whateverWayTheViewIsTurned_theFigureIsGoneTo()
    {
        QFETCH(QString, keys);
        QFETCH(int, degrees);
        const Desk desk;
        QVERIFY(desk.turn(degrees, 1.6)); // a page is larger than the view
        const QRect view = desk.pages->viewport()->rect();
        // The reference is brought into view.
        desk.pages->reveal(0, {{0.1, 240 / Shown.height(), 0.35, 252 / Shown.height()}});
        QVERIFY(view.intersects(desk.reference()));
        QVERIFY(desk.peek()); // what is spoken of is known now
        QTest::keyClick(desk.pages, Qt::Key_Escape);
        QVERIFY(!desk.hasFigureInView());
        desk.desk.type(keys);
        QTRY_VERIFY_WITH_TIMEOUT(desk.hasFigureInView(), 5000);
    }

    void pagesThatAreTurnedThemselves_areLookedAtUpright()
    {
        QRect upright;
        for (const int rotation : {0, 90}) {
            const Desk desk(rotation);
            QVERIFY(desk.turn(0));
            QVERIFY(desk.peek());
            const QRect figure = figureIn(desk.picture());
            QVERIFY2(figure.width() > 2 * figure.height(), qPrintable(QString::number(figure.width())));
            if (rotation == 0)
                upright = figure;
            QVERIFY((figure.topLeft() - upright.topLeft()).manhattanLength() < 12);
            QVERIFY(!desk.hasFigureInView(rotation == 90));
            QTest::keyClick(desk.pages, Qt::Key_Return);
            QTRY_VERIFY(desk.hasFigureInView(rotation == 90));
            QTest::keyClick(desk.pages, Qt::Key_O, Qt::ControlModifier);
            QTRY_VERIFY(!desk.hasFigureInView(rotation == 90));
            desk.desk.type(u"f"_s);
            desk.desk.type(u"a"_s);
            QTRY_VERIFY(desk.hasFigureInView(rotation == 90));
        }
    }
};

YAODIAN_TEST(PeekTurnedTest)

} // namespace reader_peekturned_test

#include "peekturned_test.moc"
