#include "ui/help/helppage.h"

#include "tests/support/testmain.h"
#include "translations/translations.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>

namespace ui_helppage_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

struct Desk
{
    Commands commands;
    Theme theme{*qApp};
    HelpPage page{commands, theme};
    QSignalSpy closed{&page, &HelpPage::closed};

    Desk()
    {
        page.resize(1300, 700);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.start();
        page.takeFocus();
    }
    SideSection &list() { return *page.findChild<SideSection *>(u"handbookChapters"_s); }
    HelpText &text() { return *page.findChild<HelpText *>(u"handbookText"_s); }
    QLineEdit &filter() { return *page.findChild<QLineEdit *>(u"handbookFilter"_s); }
    [[nodiscard]] int scroll() { return text().verticalScrollBar()->value(); }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &keys)
    {
        for (const QChar key : keys) // each may move the focus
            QTest::keyClicks(QApplication::focusWidget(), QString(key));
    }
};

class HelpPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { installLanguage(*qApp, u"en"_s); }

    void chapters_areReadByKeys_andEscLeadsOut()
    {
        Desk desk;
        QCOMPARE(desk.page.chapter(), u"first-evening.md"_s);
        QVERIFY(desk.text().toPlainText().startsWith(u"The first evening\n"_s));
        desk.type(u"jj"_s);
        QCOMPARE(desk.page.chapter(), u"lists.md"_s);
        desk.type(u"k"_s);
        QCOMPARE(desk.page.chapter(), u"sources.md"_s);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.text().hasFocus());
        desk.type(u"jj"_s);
        QVERIFY(desk.scroll() > 0);
        desk.type(u"k"_s);
        desk.type(u"G"_s);
        QVERIFY(desk.text().isAtEnd());
        desk.type(u"gg"_s);
        QCOMPARE(desk.scroll(), 0);
        desk.type(u"]"_s);
        QCOMPARE(desk.page.chapter(), u"lists.md"_s);
        QVERIFY(desk.text().hasFocus());
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
        desk.type(u"G"_s);
        QCOMPARE(desk.page.chapter(), u"keys.md"_s);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.closed.size(), 1);
    }

    void search_leavesTheChaptersThatHaveIt_andGoesFromHitToHit()
    {
        Desk desk;
        desk.type(u"/"_s);
        QVERIFY(desk.filter().hasFocus());
        desk.type(u"keychain"_s);
        const int found = desk.list().rows().rowCount();
        QVERIFY2(found >= 2 && found < 8, qPrintable(QString::number(found)));
        QCOMPARE(desk.page.chapter(), u"sources.md"_s);
        QCOMPARE(desk.text().hits(), 1);
        QVERIFY(desk.scroll() > 0); // it stands further down
        desk.press(Qt::Key_Return);
        QVERIFY(desk.text().hasFocus());
        desk.type(u"n"_s);
        QVERIFY(desk.page.chapter() != u"sources.md"_s);
        QCOMPARE(desk.text().hit(), 0);
        desk.type(u"N"_s);
        QCOMPARE(desk.page.chapter(), u"sources.md"_s);
        desk.press(Qt::Key_Escape);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.filter().text().isEmpty());
        QVERIFY(desk.list().rows().rowCount() > 15);
        QCOMPARE(desk.text().hits(), 0);
        desk.type(u"/"_s);
        desk.type(u"zzqq"_s);
        QCOMPARE(desk.list().rows().rowCount(), 0);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().rows().rowCount() > 15 && desk.list().hasFocus());
    }

    void links_leadToChapters_andTheWayBackIsKept()
    {
        Desk desk;
        desk.page.start(u"sources.md"_s);
        desk.type(u"f"_s);
        QCOMPARE(desk.text().currentLink(), u"settings.md"_s);
        const int before = desk.scroll();
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.page.chapter(), u"settings.md"_s);
        desk.press(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(desk.page.chapter(), u"sources.md"_s);
        QCOMPARE(desk.scroll(), before);
        desk.press(Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(desk.page.chapter(), u"settings.md"_s);
    }

    void pictures_areShown_andWhatIsRemapped_isSaid()
    {
        Desk desk;
        const auto shown = [&desk] {
            int pictures = 0;
            for (QTextBlock block = desk.text().document()->begin(); block.isValid(); block = block.next())
                for (auto it = block.begin(); !it.atEnd(); ++it)
                    pictures += it.fragment().charFormat().isImageFormat() ? 1 : 0;
            return pictures;
        };
        QCOMPARE(shown(), 1);
        QVERIFY(!desk.text().toPlainText().contains(u"<!--"_s));
        KeyMap map;
        QVERIFY(map.choose(*commandById(u"source.add"_s), {u"Ctrl+Alt+N"_s}).ok());
        desk.commands.setKeyMap(map);
        QVERIFY(desk.text().toPlainText().contains(u"Ctrl+Alt+N"_s));
        desk.page.start(u"keys.md"_s);
        QVERIFY(desk.text().toPlainText().contains(u"Ctrl+Alt+N"_s));
    }

    void theLanguage_turnsTheChapter()
    {
        Desk desk;
        desk.page.start(u"search.md"_s);
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_VERIFY(desk.text().toPlainText().startsWith(u"搜索\n"_s));
        QCOMPARE(desk.page.chapter(), u"search.md"_s);
    }

    void theTheme_turnsTheGround_withTheText()
    {
        Desk desk;
        for (const QString &theme : {u"light"_s, u"dark"_s, u"light"_s}) {
            desk.theme.set(theme, 10);
            const QPoint corner = desk.text().geometry().bottomLeft() + QPoint(4, -4);
            QTRY_COMPARE(desk.page.grab().toImage().pixelColor(corner), desk.theme.colours().card);
        }
    }

    void everyChapterAboutAPlace_isThere()
    {
        const Handbook book = Handbook::in(u"en"_s);
        for (int place = 0; place <= int(Place::Handbook); ++place) {
            const QString file = HelpPage::chapterAbout(Place(place));
            const bool isNowhere = Place(place) == Place::Everywhere || Place(place) == Place::Handbook;
            QVERIFY2(isNowhere ? file.isEmpty() : book.indexOf(file) >= 0,
                     qPrintable(u"%1: %2"_s.arg(place).arg(file)));
        }
        QCOMPARE(HelpPage::chapterAbout(Place::Note), u"notes.md"_s);
        QCOMPARE(HelpPage::chapterAbout(Place::PointField), u"points.md"_s);
        QCOMPARE(HelpPage::chapterAbout(Place::TemplateText), u"export.md"_s);
        QCOMPARE(HelpPage::chapterAbout(Place::Settings), u"settings.md"_s);
        for (const Place place : {Place::List, Place::Sidebar, Place::Card})
            QCOMPARE(HelpPage::chapterAbout(place), u"lists.md"_s);
    }

    void aMessage_isFoundAsItIsShown()
    {
        installLanguage(*qApp, u"zh_CN"_s);
        Desk desk;
        for (const QString &typed :
             {u"书库无法写入:它的文件夹或文件是只读的"_s, u"书库无法写入：它的文件夹或文件是只读的"_s}) {
            desk.filter().setText(typed);
            QCOMPARE(desk.page.chapter(), u"trouble.md"_s);
            QCOMPARE(desk.text().hits(), 1);
        }
    }

    void whatIsSelected_isCopied()
    {
        Desk desk;
        desk.text().setFocus();
        desk.text().selectAll();
        QGuiApplication::clipboard()->setText(u"before"_s);
        Desk::press(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().size() > 100);
        QCOMPARE(QGuiApplication::clipboard()->text().section(u'\n', 0, 0),
                 desk.text().toPlainText().section(u'\n', 0, 0));
    }

    void whatFitsNoWindow_isNotLaidOutWider()
    {
        Desk desk;
        desk.page.resize(640, 500);
        QTRY_COMPARE(desk.page.width(), 640);
        for (int i = 0; i < desk.list().rows().rowCount(); ++i) {
            QVERIFY2(desk.text().horizontalScrollBar()->maximum() == 0, qPrintable(desk.page.chapter()));
            desk.type(u"J"_s);
        }
    }
};

YAODIAN_TEST(HelpPageTest)

} // namespace ui_helppage_test

#include "helppage_test.moc"
