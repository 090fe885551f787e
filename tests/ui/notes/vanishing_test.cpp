// The library's folder goes while somebody types, and comes back.
#include "tests/support/testmain.h"
#include "tests/ui/notes/desk.h"

#include <QDir>
#include <QSignalSpy>

namespace ui_vanishing_test {

using namespace yaodian;
using namespace Qt::StringLiterals;
using tests::PanelDesk;

constexpr int patience = 20'000; ///< it is tried again every two seconds

class VanishingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNote_staysAndIsSavedWhenTheFolderIsBack();
    void notesOfTwoPapers_loseNoWord();
    void aPointThatCannotBeKept_staysInItsField();
    void aNoteThatIsHeld_isNotSaved_untilTheFolderIsBack();
};

/// Takes the library's folder away, until it is put back.
struct Away
{
    explicit Away(const PanelDesk &desk) : from(desk.shelf.path()), to(from + u"-away"_s)
    {
        QVERIFY(QDir().rename(from, to));
    }
    void back() const
    {
        QVERIFY2(!QFileInfo::exists(from), "nobody made it anew");
        QVERIFY(QDir().rename(to, from));
    }
    const QString from;
    const QString to;
};

void VanishingTest::aNote_staysAndIsSavedWhenTheFolderIsBack()
{
    PanelDesk desk(*qApp);
    QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
    QSignalSpy saved(desk.panel.get(), &ui::NotesPanel::saved);
    QSignalSpy notSaved(desk.panel.get(), &ui::NotesPanel::notSaved);
    const Away away(desk);
    desk.panel->focusNote();
    desk.type(u"words"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notSaved.count() >= 2, patience); // tried again by itself
    QCOMPARE(message.count(), 1);                              // and said once
    QVERIFY2(message[0][0].toString().contains(u"is not there any more"_s), qPrintable(message[0][0].toString()));
    QCOMPARE(saved.count(), 0);
    QCOMPARE(desk.note()->toPlainText(), u"words"_s);
    desk.type(u" and more"_s);
    away.back();
    QTRY_COMPARE_WITH_TIMEOUT(desk.shelf->note(desk.paper).text, u"words and more"_s, patience);
    QTRY_VERIFY(saved.count() >= 1);
    desk.restart();
    QCOMPARE(desk.note()->toPlainText(), u"words and more"_s);
}

void VanishingTest::notesOfTwoPapers_loseNoWord()
{
    PanelDesk desk(*qApp);
    const Away away(desk);
    desk.panel->focusNote();
    desk.type(u"of this one"_s);
    desk.panel->setPaper(desk.other);
    QCOMPARE(desk.note()->toPlainText(), QString());
    desk.panel->focusNote();
    desk.type(u"of that one"_s);
    desk.panel->setPaper(desk.paper);
    QCOMPARE(desk.note()->toPlainText(), u"of this one"_s);
    away.back();
    QTRY_COMPARE_WITH_TIMEOUT(desk.shelf->note(desk.paper).text, u"of this one"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.shelf->note(desk.other).text, u"of that one"_s, patience);
}

void VanishingTest::aPointThatCannotBeKept_staysInItsField()
{
    PanelDesk desk(*qApp);
    const QStringList before = desk.texts();
    const Away away(desk);
    desk.panel->askPoint();
    desk.type(u"a point of mine"_s);
    desk.press(Qt::Key_Return);
    QVERIFY(desk.field()->isVisible());
    QCOMPARE(desk.field()->toPlainText(), u"a point of mine"_s);
    away.back();
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.texts(), before + QStringList{u"a point of mine"_s});
    QVERIFY(!desk.field()->isVisible());
}

void VanishingTest::aNoteThatIsHeld_isNotSaved_untilTheFolderIsBack()
{
    PanelDesk desk(*qApp);
    QSignalSpy allSaved(desk.panel.get(), &ui::NotesPanel::allSaved);
    QSignalSpy notSaved(desk.panel.get(), &ui::NotesPanel::notSaved);
    const Away away(desk);
    desk.panel->focusNote();
    desk.type(u"of this one"_s);
    QVERIFY(!desk.panel->isStuck()); // nobody has tried yet
    desk.panel->setPaper(desk.other);
    QVERIFY(desk.panel->isStuck());
    QVERIFY(notSaved.count() >= 1);
    const auto said = notSaved.count();
    QTRY_VERIFY_WITH_TIMEOUT(notSaved.count() > said, patience); // tried again by itself, and said
    desk.panel->flush();
    QVERIFY(desk.panel->isStuck());
    QCOMPARE(allSaved.count(), 0);
    away.back();
    desk.panel->flush(); // as an export does: all that was typed, not only what is shown
    QCOMPARE(desk.shelf->note(desk.paper).text, u"of this one"_s);
    QVERIFY(!desk.panel->isStuck());
    QVERIFY(allSaved.count() >= 1);
    QCOMPARE(desk.note()->toPlainText(), QString()); // which is the other one's
}

YAODIAN_TEST(VanishingTest)

} // namespace ui_vanishing_test

#include "vanishing_test.moc"
