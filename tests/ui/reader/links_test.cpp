// Links of the pages in view, and the letters that stand beside them.
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/links.h"
#include "ui/reader/pageview.h"

namespace reader_links_test {

using namespace yaodian;
using namespace Qt::StringLiterals;
using ui::LetterHints;

/// A view of blank pages, without a document.
struct View
{
    ui::Theme theme{*qApp};
    Background background;
    ui::PageView pages{theme, background};
    LetterHints hints{pages, theme};

    View()
    {
        pages.resize(900, 700);
        pages.show();
        pdf::PageInfo letter;
        letter.size = {612, 792};
        pages.setPages({letter, letter, letter});
    }
};

/// References as a crowded page has them: a line of short ones, side by side, and lines close to each other.
QList<LetterHints::Spot> crowd(int count)
{
    QList<LetterHints::Spot> spots;
    for (int i = 0; i < count; ++i) {
        const double left = 0.1 + 0.008 * (i % 80), top = 0.1 + 0.008 * (i / 80);
        spots << LetterHints::Spot{0, {left, top, left + 0.007, top + 0.01}};
    }
    return spots;
}

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letters_neverCoverEachOtherAndNoneBeginsAnother()
    {
        for (const int count : {1, 3, 60, 200}) {
            View view;
            QVERIFY(view.hints.start(crowd(count), [](int) {}));
            const QList<QRectF> labels = view.hints.labels();
            const QStringList letters = view.hints.letters();
            QCOMPARE(labels.size(), count);
            for (qsizetype a = 0; a < count; ++a) {
                for (qsizetype b = a + 1; b < count; ++b) {
                    QVERIFY2(!labels.at(a).intersects(labels.at(b)), qPrintable(u"%1 and %2"_s.arg(a).arg(b)));
                    QVERIFY(!letters.at(a).startsWith(letters.at(b)) && !letters.at(b).startsWith(letters.at(a)));
                }
            }
        }
    }

    void letters_standOnlyBesideWhatIsInView()
    {
        View view;
        const LetterHints::Spot seen{0, {0.1, 0.1, 0.2, 0.12}}, below{2, {0.1, 0.9, 0.2, 0.92}};
        QVERIFY(view.hints.start({below, seen}, [](int) {}));
        QCOMPARE(view.hints.letters().size(), 1);
        QVERIFY(!view.hints.start({below}, [](int) {}));
        QVERIFY(!view.hints.isActive());
    }

    void typedLetters_chooseTheSpotTheyStandBeside()
    {
        View view;
        int chosen = -1;
        QVERIFY(view.hints.start(crowd(40), [&](int spot) { chosen = spot; }));
        const QString letters = view.hints.letters().at(31);
        QCOMPARE(letters.size(), 2);
        view.hints.key(0, letters.at(0));
        view.hints.key(Qt::Key_Backspace, {});
        QVERIFY(view.hints.isActive());
        view.hints.key(0, letters.at(0).toUpper());
        QCOMPARE(chosen, -1);
        view.hints.key(0, letters.at(1));
        QCOMPARE(chosen, 31);
        QVERIFY(!view.hints.isActive());
    }

    void anyOtherKey_endsTheHints()
    {
        View view;
        int chosen = -1;
        for (const auto &[key, text] : {std::pair(int(Qt::Key_Escape), u"\x1b"_s), std::pair(int(Qt::Key_1), u"1"_s),
                                        std::pair(int(Qt::Key_Backspace), u"\b"_s)}) {
            QVERIFY(view.hints.start(crowd(3), [&](int spot) { chosen = spot; }));
            view.hints.key(key, text);
            QVERIFY(!view.hints.isActive());
        }
        QCOMPARE(chosen, -1);
    }

    void linksThatCouldNotBeRead_areAskedForAgain()
    {
        QTemporaryDir folder;
        PdfWriter pdf;
        pdf.page();
        pdf.linkToPage({100, 100, 40, 12}, 0);
        QVERIFY(pdf.save(folder.filePath(u"linked.pdf"_s)));
        View view;
        ui::Links links(view.pages, view.theme, nullptr);
        pdf::Document document(folder.filePath(u"linked.pdf"_s));
        QTRY_VERIFY_WITH_TIMEOUT(document.isOpen(), 20000);
        links.setDocument(&document);
        links.want({7}); // there is no such page
        QTRY_VERIFY_WITH_TIMEOUT(!links.isWaitingFor(7), 20000);
        QVERIFY(!links.knows(7));
        links.want({7});
        QVERIFY(links.isWaitingFor(7));
        links.want({0});
        QTRY_VERIFY_WITH_TIMEOUT(links.knows(0), 20000);
        const QList<pdf::Link> found = links.on(0);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().page, 0);
        const QPointF middle = found.first().box.centre();
        QVERIFY(links.at({0, middle}).has_value());
        QVERIFY(!links.at({0, middle + QPointF(0.2, 0)}).has_value());
    }

    void hints_areAlsoOfPlacesWithoutAnEmbeddedLink()
    {
        View view;
        ui::Links links(view.pages, view.theme, nullptr);
        QVERIFY(!links.startHints());
        int gone = 0;
        links.alsoHint([&gone](int page) {
            using Told = ui::Links::Told;
            return page == 0 ? QList<Told>{{{0.3, 0.1, 0.4, 0.12}, [&gone] { ++gone; }}} : QList<Told>();
        });
        QVERIFY(links.startHints());
        links.hintKey(QKeyEvent(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"a"_qs));
        QCOMPARE(gone, 1);
    }
};

YAODIAN_TEST(LinksTest)

} // namespace reader_links_test

#include "links_test.moc"
