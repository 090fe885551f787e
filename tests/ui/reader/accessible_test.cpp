// What a screen reader is told.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"

#include <QAccessible>

namespace accessible_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

struct Spoken
{
    Spoken() : desk(*qApp), path(desk.folder.filePath(u"spoken.pdf"_s))
    {
        tests::writePdf(path, {{u"An opening line of words"_s, u"and a second line"_s, u"and then a third."_s, u""_s,
                                u"Another paragraph here."_s},
                               {u"The second page speaks."_s}});
        desk.show(desk.add(path, u"Spoken"_s));
        desk.reader->resize(1280, 440); // a page in view
        if (!desk.waitSettled())
            qFatal("the pages do not come");
        face = QAccessible::queryAccessibleInterface(desk.pages());
        text = face->textInterface();
    }
    [[nodiscard]] bool hasCome() const
    {
        return QTest::qWaitFor([this] { return text && text->characterCount() > 0; }, 20000);
    }
    [[nodiscard]] QString all() const { return text->text(0, text->characterCount()); }

    ReaderDesk desk;
    QString path;
    QAccessibleInterface *face;
    QAccessibleTextInterface *text;
};

class AccessibleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theText_isThatOfTheCurrentPage()
    {
        Spoken spoken;
        QVERIFY(spoken.hasCome());
        QCOMPARE(spoken.face->role(), QAccessible::Document);
        QCOMPARE(spoken.face->text(QAccessible::Name), u"Page 1 of 2"_s);
        QVERIFY(spoken.face->state().readOnly && spoken.face->state().multiLine);
        QVERIFY2(spoken.all().startsWith(u"An opening line of words\nand a second line"_s), qPrintable(spoken.all()));
        spoken.desk.type(u"G"_s);
        QTRY_VERIFY_WITH_TIMEOUT(spoken.all().startsWith(u"The second page speaks."_s), 20000);
        QCOMPARE(spoken.face->text(QAccessible::Name), u"Page 2 of 2"_s);
    }

    void blocks_areChildrenWithTheirWordsAndPlaces()
    {
        Spoken spoken;
        QVERIFY(spoken.hasCome());
        QList<QAccessibleInterface *> blocks;
        for (int i = 0; i < spoken.face->childCount(); ++i)
            if (auto *child = spoken.face->child(i); child && !child->object())
                blocks << child;
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks.at(0)->text(QAccessible::Name),
                 u"An opening line of words and a second line and then a third."_s);
        QCOMPARE(blocks.at(1)->text(QAccessible::Name), u"Another paragraph here."_s);
        QCOMPARE(spoken.face->indexOfChild(blocks.at(1)), 1);
        QCOMPARE(blocks.at(1)->parent(), spoken.face);
        QVERIFY(blocks.at(0)->rect().isValid());
        QVERIFY(blocks.at(1)->rect().top() >= blocks.at(0)->rect().bottom());
        spoken.desk.type(u"G"_s);
        QTRY_COMPARE_WITH_TIMEOUT(spoken.face->child(0)->text(QAccessible::Name), u"The second page speaks."_s, 20000);
    }

    void headings_areToldAsSuch()
    {
        ReaderDesk desk(*qApp);
        desk.show(desk.add(QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf"), u"A Short Tour"_s));
        QVERIFY(desk.waitSettled());
        auto *face = QAccessible::queryAccessibleInterface(desk.pages());
        const auto heading = [face]() -> QString {
            for (int i = 0; i < face->childCount(); ++i)
                if (const auto *child = face->child(i); child && child->role() == QAccessible::Heading)
                    return child->text(QAccessible::Name);
            return {};
        };
        QTRY_VERIFY_WITH_TIMEOUT(!heading().isEmpty(), 20000);
    }

    void places_areThoseOnTheScreen()
    {
        Spoken spoken;
        QVERIFY(spoken.hasCome());
        const int at = int(spoken.all().indexOf(u"second line"_s));
        const QRect letter = spoken.text->characterRect(at);
        QVERIFY(letter.isValid());
        QCOMPARE(spoken.text->offsetAtPoint(letter.center()), at);
    }

    void caretAndSelection_areReportedAndCanBeSet()
    {
        Spoken spoken;
        QVERIFY(spoken.hasCome());
        QCOMPARE(spoken.text->selectionCount(), 0);
        const int at = int(spoken.all().indexOf(u"second"_s));
        spoken.text->setSelection(0, at, at + 6);
        QVERIFY(spoken.desk.reader->hasSelection());
        QCOMPARE(spoken.text->selectionCount(), 1);
        int from = -1, to = -1;
        spoken.text->selection(0, &from, &to);
        QCOMPARE(from, at);
        QCOMPARE(to, at + 6);
        QCOMPARE(spoken.text->cursorPosition(), at + 6);
        spoken.desk.type(u"w"_s);
        QCOMPARE(spoken.text->cursorPosition(), int(spoken.all().indexOf(u"line"_s, at)));
        spoken.text->removeSelection(0);
        QVERIFY(!spoken.desk.reader->hasSelection());
    }

    void wordsAndLines_canBeAskedFor()
    {
        Spoken spoken;
        QVERIFY(spoken.hasCome());
        int from = -1, to = -1;
        const int at = int(spoken.all().indexOf(u"second"_s));
        QCOMPARE(spoken.text->textAtOffset(at + 2, QAccessible::WordBoundary, &from, &to).trimmed(), u"second"_s);
        QCOMPARE(from, at);
        const QString line = spoken.text->textAtOffset(at, QAccessible::LineBoundary, &from, &to).trimmed();
        QCOMPARE(line, u"and a second line"_s);
    }
};

YAODIAN_TEST(AccessibleTest)

} // namespace accessible_test

#include "accessible_test.moc"
