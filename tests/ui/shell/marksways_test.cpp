#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"
#include "ui/library/sidesection.h"
#include "ui/reader/markings.h"
#include "ui/reader/readerview.h"

#include <QDir>
#include <QPushButton>

namespace ui_marksways_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

/// A window over a library with one paper, whose PDF is here and in which one passage is marked.
struct Marked
{
    Online house;
    library::HighlightId id;

    Marked()
    {
        digest::Issue issue;
        issue.title = u"An issue"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"A Marked Paper"_s;
        const auto stored = house.library->storeIssue(library::Library::filesSource(), issue, "a post");
        const auto paper = house.library->entry(stored->entries.first())->row.paper;
        PdfWriter pdf(u"A Marked Paper"_s);
        pdf.page();
        pdf.text(72, 90, u"A passage worth a mark"_s, 14);
        const auto document = house.library->addDocument(paper, pdf.bytes(), {}, u"here"_s);
        const auto made = house.services->notes.addHighlight(
            paper, {document->sha256, 0, {{0.1, 0.1, 0.4, 0.13}}, u"A passage worth a mark"_s, {}, {}}, u"method"_s);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        id = *made;
        house.start();
    }
    [[nodiscard]] QString title() const { return house.window->windowTitle(); }
    static void press(const QString &keys) { QTest::keyClicks(Online::focus(), keys); }
    static void press(Qt::Key key) { QTest::keyClick(Online::focus(), key); }
};

const QString All = u"All highlights — 要点"_s;
const QString Kinds = u"Kinds of highlights — 要点"_s;
const QString Settings_ = u"Settings — 要点"_s;

/// The ways into the pages about highlights, and back.
class MarksWaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void kindsAtTheLeft_areNamedInTheLanguageOfNow()
    {
        const Marked marked;
        const auto kinds = [&marked] {
            QStringList names;
            for (const SideRow &row : marked.house.child<SideSection>("kinds")->rows().rows())
                names << row.text;
            return names;
        };
        QTRY_COMPARE(kinds(), QStringList{u"method"_s});
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_COMPARE(kinds(), QStringList{u"方法"_s});
        installLanguage(*qApp, u"en"_s);
        QTRY_COMPARE(kinds(), QStringList{u"method"_s});
    }

    void fromTheListOfHighlights_intoThePdf_andBack()
    {
        Marked marked;
        const QString before = marked.title();
        Marked::press(u"H"_s);
        QCOMPARE(marked.title(), All);
        QTRY_COMPARE(marked.house.window->highlights().view().currentId(), marked.id);
        Marked::press(Qt::Key_Return);
        QTRY_VERIFY(marked.house.window->isReading());
        const auto current = [&] {
            const auto *marks = marked.house.window->reader()->findChild<Markings *>();
            return marks && marks->current() && marks->current()->id == marked.id;
        };
        QTRY_VERIFY_WITH_TIMEOUT(current(), 20'000); // flashed
        marked.house.window->reader()->focusPages();
        Marked::press(Qt::Key_Escape); // the highlight is current no more
        Marked::press(Qt::Key_Escape);
        QCOMPARE(marked.title(), All);
        QVERIFY(marked.house.window->highlights().view().hasFocus());
        Marked::press(Qt::Key_Escape);
        QCOMPARE(marked.title(), before);
    }

    void verbs_meanThePaperOfTheCurrentHighlight_notAllThatAreListed()
    {
        Marked marked;
        digest::Issue issue;
        issue.title = u"Another issue"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"Another Marked Paper"_s;
        const auto stored = marked.house.library->storeIssue(library::Library::filesSource(), issue, "another post");
        const auto other = marked.house.library->entry(stored->entries.first())->row.paper;
        QVERIFY(
            marked.house.services->notes
                .addHighlight(other, {QString(64, u'b'), 0, {{0.1, 0.1, 0.4, 0.13}}, u"words"_s, {}, {}}, u"method"_s)
                .ok());
        Marked::press(u"H"_s);
        QTRY_COMPARE(marked.house.window->highlights().papers().size(), 2);
        const library::PaperId current = marked.house.window->highlights().currentPaper();
        const library::PaperId listed = current == other ? marked.house.library->highlight(marked.id)->paper : other;
        marked.house.commands.run(u"list.star"_s);
        QVERIFY(marked.house.library->state(current).starred);
        QVERIFY(!marked.house.library->state(listed).starred);
    }

    void theListedPapers_areExported()
    {
        Marked marked;
        QTemporaryDir out;
        marked.house.services->settings.choose("exportFolder", out.path());
        Marked::press(u"H"_s);
        QTRY_COMPARE(marked.house.window->highlights().papers().size(), 1);
        marked.house.window->highlights().setFilter(u"nothing like it"_s);
        QTRY_VERIFY(marked.house.window->highlights().papers().isEmpty());
        marked.house.window->highlights().takeFocus();
        marked.house.window->highlights().setFocus();
        Marked::press(u"E"_s);
        QVERIFY(marked.house.window->notice().text().contains(u"no paper"_s));
        marked.house.window->highlights().setFilter(u"kind:method worth"_s);
        QTRY_COMPARE(marked.house.window->highlights().papers().size(), 1);
        Marked::press(u"E"_s);
        const QStringList files = QDir(out.path()).entryList({u"*.md"_s}, QDir::Files);
        QCOMPARE(files.size(), 1);
    }

    void kinds_areBehindSettings_andEscNeverGoesRound()
    {
        Marked marked;
        const QString before = marked.title();
        Marked::press(u","_s);
        QCOMPARE(marked.title(), Settings_);
        marked.house.child<QPushButton>("kindsOfHighlights")->click();
        QCOMPARE(marked.title(), Kinds);
        Marked::press(u","_s);
        QCOMPARE(marked.title(), Settings_);
        marked.house.child<QWidget>("settings")->setFocus();
        Marked::press(Qt::Key_Escape);
        QCOMPARE(marked.title(), before);
        Marked::press(u"gk"_s);
        Marked::press(u","_s);
        marked.house.child<QPushButton>("kindsOfHighlights")->click();
        QCOMPARE(marked.title(), Kinds);
        Marked::press(Qt::Key_Escape);
        QCOMPARE(marked.title(), before);
    }

    void kinds_areAKeyAway_alsoFromTheListOfHighlights()
    {
        Marked marked;
        const QString before = marked.title();
        Marked::press(u"H"_s);
        Marked::press(u"gk"_s);
        QCOMPARE(marked.title(), Kinds);
        Marked::press(u"H"_s);
        QCOMPARE(marked.title(), All);
        Marked::press(Qt::Key_Escape);
        QCOMPARE(marked.title(), before);
        Marked::press(u"gk"_s);
        Marked::press(Qt::Key_Escape);
        QCOMPARE(marked.title(), before);
    }
};

YAODIAN_TEST(MarksWaysTest)

} // namespace ui_marksways_test

#include "marksways_test.moc"
