#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/session/triagepage.h"
#include "ui/session/verdictbutton.h"

#include <QLabel>
#include <QRegularExpression>

namespace ui_triage_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;
using library::Verdict;

/// A window over a day of three papers, the PDF of the second of which is here.
struct Day
{
    Online house;
    QList<library::PaperId> papers;

    Day()
    {
        digest::Issue issue;
        issue.title = u"A day"_s;
        for (const QString &title : {u"The First Paper"_s, u"The Second Paper"_s, u"The Third Paper"_s}) {
            digest::Entry entry;
            entry.title = title;
            entry.categories = {u"CL"_s};
            entry.keyPoints = {u"what %1 says"_s.arg(title)};
            issue.entries << entry;
        }
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "a post");
        for (const library::EntryId &entry : stored->entries)
            papers << house.library->entry(entry)->row.paper;
        PdfWriter pdf(u"The Second Paper"_s);
        pdf.page();
        pdf.text(72, 90, u"A page"_s, 14);
        if (!house.library->addDocument(papers[1], pdf.bytes(), {}, u"here"_s))
            qFatal("no document");
        house.start();
    }
    [[nodiscard]] QString title() const { return house.window->windowTitle(); }
    [[nodiscard]] QString said(const char *label) const
    {
        return house.window->triage().findChild<QLabel *>(QLatin1StringView(label))->text();
    }
    [[nodiscard]] bool shows(const QString &words) const
    {
        return house.window->triage().findChild<CardView *>()->toPlainText().contains(words);
    }
    [[nodiscard]] QList<Verdict> verdicts() const
    {
        QList<Verdict> out;
        for (const library::PaperId &paper : papers)
            out << house.library->state(paper).verdict;
        return out;
    }
    static void press(const QString &keys) { QTest::keyClicks(Online::focus(), keys); }
    static void press(Qt::Key key) { QTest::keyClick(Online::focus(), key); }
};

const QString Triage = u"Five-minute triage — 要点"_s;

class TriageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void aDayIsGoneThrough_withThreeKeys()
    {
        Day day;
        const QString before = day.title();
        Day::press(u"t"_s);
        QCOMPARE(day.title(), Triage);
        QVERIFY(day.shows(u"what The First Paper says"_s));
        QCOMPARE(day.said("triageCounts"), u"1 of 3"_s);
        Day::press(u"1"_s);
        QVERIFY(day.shows(u"what The Second Paper says"_s));
        QCOMPARE(day.said("triageCounts"), u"2 of 3 · 1 read closely"_s);
        Day::press(u"j"_s);
        Day::press(u"3"_s);
        QCOMPARE(day.verdicts(), QList({Verdict::Read, Verdict::None, Verdict::Drop}));
        QVERIFY2(day.said("triageEnd").contains(QRegularExpression(u"Enter shows the (one|1) you passed"_s)),
                 qPrintable(day.said("triageEnd")));
        Day::press(u"u"_s); // also from the end
        QCOMPARE(day.verdicts()[2], Verdict::None);
        QVERIFY(day.shows(u"what The Third Paper says"_s));
        Day::press(u"2"_s);
        Day::press(Qt::Key_Return); // the one that was passed
        QVERIFY(day.shows(u"what The Second Paper says"_s));
        Day::press(Qt::Key_Escape);
        QCOMPARE(day.title(), before);
        Day::press(u"t"_s); // goes on where it was left
        QCOMPARE(day.said("triageCounts"), u"1 of 1"_s);
        QVERIFY(day.shows(u"what The Second Paper says"_s));
    }

    void thePdfIsOneKeyAway_andEscComesBack()
    {
        Day day;
        Day::press(u"t"_s);
        Day::press(u"j"_s);
        Day::press(Qt::Key_Return);
        QTRY_VERIFY(day.house.window->isReading());
        QTRY_VERIFY_WITH_TIMEOUT(!day.house.window->reader()->sha256().isEmpty(), 20'000);
        day.house.window->reader()->focusPages();
        Day::press(u"Z2"_s); // a verdict given there is seen here
        QCOMPARE(day.house.library->state(day.papers[1]).verdict, Verdict::Keep);
        Day::press(Qt::Key_Escape);
        QCOMPARE(day.title(), Triage);
        QVERIFY(day.shows(u"what The Second Paper says"_s));
        QVERIFY(day.house.window->triage().findChild<VerdictButton *>(u"verdict2"_s)->isChecked());
    }

    void aKeyThatIsHeld_judgesOnePaper()
    {
        Day day;
        Day::press(u"t"_s);
        for (int i = 0; i < 3; ++i) {
            QKeyEvent held(QEvent::KeyPress, Qt::Key_3, Qt::NoModifier, u"3"_s, i > 0);
            QApplication::sendEvent(Online::focus(), &held);
        }
        QCOMPARE(day.verdicts(), QList({Verdict::Drop, Verdict::None, Verdict::None}));
    }

    void whoTypesInAPanelAbove_isNotInterrupted()
    {
        Day day;
        Day::press(u"t"_s);
        QTest::keyClick(Online::focus(), Qt::Key_F, Qt::ControlModifier);
        QWidget *field = Online::focus();
        Day::press(u"1"_s);
        QVERIFY(day.house.services->notes.setStarred({day.papers[0]}, true).ok()); // of the paper on show
        QTest::qWait(20);
        QCOMPARE(Online::focus(), field);
        Day::press(u"3"_s);
        QCOMPARE(day.verdicts(), QList<Verdict>(3, Verdict::None));
    }

    void whatWasChosen_isReadAtOnce()
    {
        Day day;
        Day::press(u"t"_s);
        Day::press(u"S"_s); // nothing is chosen yet
        QCOMPARE(day.title(), Triage);
        Day::press(u"3"_s);
        QTest::mouseClick(day.house.window->triage().findChild<VerdictButton *>(u"verdict1"_s), Qt::LeftButton);
        Day::press(u"3"_s);
        Day::press(u"S"_s);
        QTRY_VERIFY(day.house.window->isReading());
        const auto session = day.house.services->reading.current();
        QVERIFY(session);
        QCOMPARE(session->queue, QList{day.papers[1]});
    }

    void nothingToGoThrough_isSaid()
    {
        Online house;
        house.start();
        house.commands.run(u"triage.start"_s);
        const auto *end = house.window->triage().findChild<QLabel *>(u"triageEnd"_s);
        QVERIFY(end->text().contains(u"There is nothing here to go through."_s));
        QTest::keyClicks(Online::focus(), u"123jk"_s); // there is nothing to give a verdict to
        QTest::keyClick(Online::focus(), Qt::Key_Return);
        QVERIFY(house.library->journal().isEmpty());
    }
};

YAODIAN_TEST(TriageTest)

} // namespace ui_triage_test

#include "triage_test.moc"
