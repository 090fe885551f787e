#include "tests/support/testmain.h"
#include "ui/looks/looks.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTextEdit>
#include <QVBoxLayout>

namespace ui_looks_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;
using Kind = LookDefect::Kind;

/// A widget that paints a text itself, as delegates and pages do.
class Painted final : public QWidget
{
public:
    using QWidget::QWidget;
    std::function<void(QPainter &)> paint;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        paint(painter);
    }
};

QString told(const QList<LookDefect> &defects)
{
    QStringList lines;
    for (const LookDefect &defect : defects)
        lines << u"%1 “%2” %3 (%4)"_s.arg(int(defect.kind)).arg(defect.text, defect.sentence, defect.where);
    return lines.join(u'\n');
}

/// A window of dark text on white, 400 × 300.
struct Sheet
{
    Sheet()
    {
        QPalette palette(Qt::white);
        palette.setColor(QPalette::WindowText, Qt::black);
        palette.setColor(QPalette::Text, Qt::black);
        palette.setColor(QPalette::ButtonText, Qt::black);
        palette.setColor(QPalette::PlaceholderText, QColor(0x666666));
        window.setPalette(palette);
        window.resize(400, 300);
    }
    QLabel *label(const QString &text, const QRect &where)
    {
        auto *made = new QLabel(text, &window);
        made->setObjectName(u"label"_s);
        made->setGeometry(where);
        return made;
    }
    Painted *painted(const QRect &where, std::function<void(QPainter &)> paint)
    {
        auto *made = new Painted(&window);
        made->setGeometry(where);
        made->paint = std::move(paint);
        return made;
    }
    Looks look()
    {
        window.show();
        QApplication::processEvents();
        return lookAt(window);
    }
    QWidget window;
};

class LooksTest : public QObject
{
    Q_OBJECT

    /// One defect, of the kind, and its text.
    static void verifyOne(const Looks &looks, Kind kind, const QString &text)
    {
        QVERIFY2(looks.defects.size() == 1, qPrintable(told(looks.defects)));
        QVERIFY2(looks.defects.first().kind == kind, qPrintable(told(looks.defects)));
        QCOMPARE(looks.defects.first().text, text);
        QVERIFY(!looks.defects.first().sentence.isEmpty() && !looks.defects.first().sentence.contains(u'%'));
        QVERIFY(!looks.defects.first().where.isEmpty());
    }
    static void verifySound(const Looks &looks, int texts)
    {
        QVERIFY2(looks.defects.isEmpty(), qPrintable(told(looks.defects)));
        QCOMPARE(looks.texts, texts);
    }

private Q_SLOTS:
    void soundControls_areLeftInPeace()
    {
        Sheet sheet;
        auto *column = new QVBoxLayout(&sheet.window);
        column->addWidget(new QLabel(u"A label, 一个标签"_s));
        column->addWidget(new QPushButton(u"Press"_s));
        column->addWidget(new QCheckBox(u"Tick"_s));
        auto *line = new QLineEdit;
        line->setPlaceholderText(u"typed here"_s);
        column->addWidget(line);
        auto *wrapped = new QLabel(u"a long sentence "_s.repeated(12));
        wrapped->setWordWrap(true);
        column->addWidget(wrapped);
        const Looks looks = sheet.look();
        QVERIFY2(looks.defects.isEmpty(), qPrintable(told(looks.defects)));
        QVERIFY(looks.texts >= 6); // the wrapped one has several lines
    }

    void aLabelTooNarrow_isCut()
    {
        Sheet sheet;
        sheet.label(u"a label that is longer than its room"_s, {10, 10, 60, 30});
        verifyOne(sheet.look(), Kind::Cut, u"a label that is longer than its room"_s);
    }

    void aLabelTooLow_isCut_alsoTheLineThatIsLostAsAWhole()
    {
        Sheet sheet;
        sheet.label(u"low"_s, {10, 10, 100, 7});
        verifyOne(sheet.look(), Kind::Cut, u"low"_s);

        Sheet other;
        QLabel *label = other.label(u"first<br>second"_s, {10, 10, 200, 22});
        label->setAlignment(Qt::AlignTop);
        other.label(u"below"_s, {10, 32, 200, 30}); // covers what the second line would be
        const Looks looks = other.look();
        verifyOne(looks, Kind::Cut, u"second"_s);
        QCOMPARE(looks.defects.first().where, u"label/QLabel"_s);
    }

    void whatItsParentCuts_isCut()
    {
        Sheet sheet;
        auto *narrow = new QWidget(&sheet.window);
        narrow->setGeometry(0, 0, 60, 60);
        sheet.label(u"within a parent"_s, {10, 10, 300, 30})->setParent(narrow);
        verifyOne(sheet.look(), Kind::Cut, u"within a parent"_s);
    }

    void whatAScrollBarBringsIntoView_isNotCut_whatNoneDoes_is()
    {
        for (const bool hasBar : {true, false}) {
            Sheet sheet;
            QScrollArea area(&sheet.window);
            area.setGeometry(0, 0, 120, 60);
            area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
            area.setHorizontalScrollBarPolicy(hasBar ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
            auto *label = new QLabel(u"words and words and words and words"_s);
            label->resize(500, 20);
            area.setWidget(label);
            const Looks looks = sheet.look();
            if (hasBar)
                verifySound(looks, 1);
            else
                verifyOne(looks, Kind::Cut, u"words and words and words and words"_s);
        }
    }

    void rowsOfAList_goOnBelowItsEdge()
    {
        Sheet sheet;
        QListWidget list(&sheet.window);
        list.setGeometry(0, 0, 200, 50);
        list.addItems({u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s});
        const Looks looks = sheet.look();
        QVERIFY2(looks.defects.isEmpty(), qPrintable(told(looks.defects)));
        QVERIFY(looks.texts >= 2);
    }

    void aPaintersOwnClip_cuts()
    {
        Sheet sheet;
        sheet.painted({0, 0, 300, 40}, [](QPainter &painter) {
            painter.setClipRect(0, 0, 50, 40);
            painter.drawText(10, 25, u"clipped by who paints it"_s);
        });
        verifyOne(sheet.look(), Kind::Cut, u"clipped by who paints it"_s);
    }

    void greyOnGrey_isTooLittleContrast()
    {
        Sheet sheet;
        sheet.label(u"grey on grey"_s, {10, 10, 200, 30})->setStyleSheet(u"background: #dddddd; color: #888888"_s);
        const Looks looks = sheet.look();
        verifyOne(looks, Kind::Contrast, u"grey on grey"_s);
        QVERIFY(looks.defects.first().sentence.contains(u"#888888"_s));
        QVERIFY(looks.defects.first().sentence.contains(u"#dddddd"_s));
    }

    void halfSeenThrough_isMixedWithWhatIsBeneath()
    {
        Sheet sheet;
        sheet.painted({0, 0, 200, 40}, [](QPainter &painter) {
            painter.setOpacity(0.4);
            painter.drawText(10, 25, u"black, but faint"_s);
        });
        verifyOne(sheet.look(), Kind::Contrast, u"black, but faint"_s);
    }

    void ofTheSameColour_isSeenToo()
    {
        Sheet sheet;
        sheet.label(u"white on white"_s, {10, 10, 200, 30})->setStyleSheet(u"background: white; color: white"_s);
        verifyOne(sheet.look(), Kind::Contrast, u"white on white"_s);
    }

    void largeText_mayBePaler()
    {
        for (const int pixels : {16, 30}) {
            Sheet sheet;
            sheet.label(u"pale"_s, {10, 10, 200, 60})
                ->setStyleSheet(u"background: white; color: #8a8a8a; font-size: %1px"_s.arg(pixels));
            const Looks looks = sheet.look(); // 3.45 : 1
            if (pixels == 30)
                verifySound(looks, 1);
            else
                verifyOne(looks, Kind::Contrast, u"pale"_s);
        }
    }

    void whatCannotBeUsedNow_isExcused_andNamed()
    {
        Sheet sheet;
        QLabel *label = sheet.label(u"not now"_s, {10, 10, 200, 30});
        label->setStyleSheet(u"background: white; color: #bbbbbb"_s);
        label->setEnabled(false);
        const Looks looks = sheet.look();
        verifySound(looks, 1);
        QCOMPARE(looks.excused.size(), 1);
        QCOMPARE(looks.excused.first().text, u"not now"_s);
    }

    void selectedText_isReadInTheColourOfTheSelection()
    {
        Sheet sheet;
        QTextEdit edit(u"chosen words"_s, &sheet.window);
        edit.setGeometry(0, 0, 300, 100);
        edit.setStyleSheet(u"background: white; color: #222222; selection-background-color: #203040; "
                           "selection-color: white"_s);
        edit.selectAll();
        const Looks all = sheet.look();
        QVERIFY2(all.defects.isEmpty(), qPrintable(told(all.defects)));
        QTextCursor cursor = edit.textCursor();
        cursor.setPosition(3);
        cursor.setPosition(8, QTextCursor::KeepAnchor);
        edit.setTextCursor(cursor);
        const Looks some = sheet.look();
        QVERIFY2(some.defects.isEmpty(), qPrintable(told(some.defects)));
    }

    void aLetterThatNoFontHas_isMissing()
    {
        Sheet sheet;
        const QString nobodys = u"a\U000EFF42z"_s; // private use
        sheet.label(nobodys, {10, 10, 200, 30});
        verifyOne(sheet.look(), Kind::Glyph, nobodys);
    }

    void joinersAndAccents_areNoLettersOfTheirOwn()
    {
        Sheet sheet;
        sheet.label(u"e\u0301 a\u200Db \u200E"_s, {10, 10, 200, 30});
        verifySound(sheet.look(), 1);
    }

    void twoTextsInOnePlace_overlap()
    {
        Sheet sheet;
        sheet.painted({0, 0, 300, 60}, [](QPainter &painter) {
            painter.drawText(10, 25, u"the first of two"_s);
            painter.drawText(30, 28, u"SECOND"_s);
        });
        verifyOne(sheet.look(), Kind::Overlap, u"SECOND"_s);
    }

    void whatLiesBeneathAPanel_isNotLookedAt()
    {
        Sheet sheet;
        sheet.label(u"beneath"_s, {10, 10, 200, 30})->setStyleSheet(u"color: #eeeeee"_s);
        QWidget panel(&sheet.window);
        panel.setAutoFillBackground(true);
        panel.setGeometry(0, 0, 300, 200);
        verifySound(sheet.look(), 0);
    }

    void tabs_areReadOnTheGroundTheyStandOn()
    {
        Sheet sheet;
        QTabWidget tabs(&sheet.window);
        tabs.setGeometry(0, 0, 300, 200);
        tabs.addTab(new QLabel(u"page"_s), u"First"_s);
        tabs.addTab(new QLabel(u"other page"_s), u"Second"_s);
        verifySound(sheet.look(), 3);
    }
};

YAODIAN_TEST(LooksTest)

} // namespace ui_looks_test

#include "looks_test.moc"
