#include "tests/support/testmain.h"
#include "tests/ui/settings/settingsdesk.h"
#include "translations/translations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>

namespace ui_settingssections_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

struct Desk : SettingsDesk
{
    SideSection &index() { return *field<SideSection>("settingsSections"); }
    QLineEdit &filter() { return *field<QLineEdit>("settingsFilter"); }
    SettingsColumn &column() { return *field<SettingsColumn>("settingsColumn"); }
    QStringList listed()
    {
        QStringList names;
        for (const SideRow &row : index().rows().rows())
            names << row.text;
        return names;
    }
    QString marked() { return listed().value(index().markedRow()); }
    /// The settings and buttons that are left, in the order in which they stand.
    QStringList left()
    {
        QStringList names;
        for (const SettingLine *line : page.findChildren<SettingLine *>())
            if (line->isVisible())
                names << line->control()->objectName();
        return names;
    }
    QStringList heads()
    {
        QStringList names;
        for (const QLabel *head : page.findChildren<QLabel *>(u"settingsHead"_s))
            if (head->isVisible())
                names << head->text();
        return names;
    }
    /// Where its upper edge is in what one sees of the column.
    int seenAt(QWidget &widget) { return widget.mapTo(column().viewport(), QPoint()).y(); }
    QLabel &head(const QString &text)
    {
        for (QLabel *one : page.findChildren<QLabel *>(u"settingsHead"_s))
            if (one->text() == text)
                return *one;
        qFatal("no such head");
    }
    static QWidget &focus() { return *QApplication::focusWidget(); }
    static void press(const QString &keys)
    {
        for (const QChar key : keys)
            QTest::keyClick(&focus(), key.toLatin1(), key.isUpper() ? Qt::ShiftModifier : Qt::NoModifier);
    }
    static void press(Qt::Key key) { QTest::keyClick(&focus(), key); }
};

QStringList sectionsOfTheTable()
{
    QStringList names;
    for (const SettingRow &row : settingRows())
        if (names.isEmpty() || names.last() != QString::fromUtf8(row.section))
            names << QString::fromUtf8(row.section);
    return names;
}

class SettingsSectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { installLanguage(*qApp, u"en"_s); }

    void sections_standInTheOrderOfTheTable_onceEach()
    {
        Desk desk;
        QCOMPARE(desk.listed(), sectionsOfTheTable());
        QCOMPARE(desk.heads(), sectionsOfTheTable());
        int last = -1;
        for (const SettingRow &row : settingRows()) {
            const int head = desk.seenAt(desk.head(QString::fromUtf8(row.section)));
            const int here = desk.seenAt(*desk.field<QWidget>(row.key));
            QVERIFY2(last < here && head < here, row.key);
            last = here;
        }
    }

    void buttonsToOtherPages_standInTheSectionTheyBelongTo()
    {
        Desk desk;
        const auto isWithin = [&](const char *name, const QString &head, const QString &next) {
            const int at = desk.seenAt(*desk.field<QPushButton>(name));
            return desk.seenAt(desk.head(head)) < at && at < desk.seenAt(desk.head(next));
        };
        QVERIFY(isWithin("keysOfCommands", u"Window and keys"_s, u"Syncing"_s));
        QVERIFY(isWithin("kindsOfHighlights", u"Highlights and Markdown"_s, u"Backups"_s));
        QVERIFY(isWithin("templatesOfMarkdown", u"Highlights and Markdown"_s, u"Backups"_s));
        QSignalSpy keys(&desk.page, &SettingsPage::keysWanted), kinds(&desk.page, &SettingsPage::kindsWanted),
            templates(&desk.page, &SettingsPage::templatesWanted);
        for (const char *name : {"keysOfCommands", "kindsOfHighlights", "templatesOfMarkdown"}) {
            desk.field<QPushButton>(name)->setFocus();
            Desk::press(Qt::Key_Return);
        }
        QCOMPARE(QList({keys.size(), kinds.size(), templates.size()}), QList<qsizetype>({1, 1, 1}));
    }

    void sections_areGoneToByKey()
    {
        Desk desk;
        QVERIFY(desk.index().hasFocus());
        QCOMPARE(desk.marked(), u"Language and looks"_s);
        Desk::press(u"jj"_s);
        QCOMPARE(desk.marked(), u"Syncing"_s);
        const int seen = desk.seenAt(desk.head(u"Syncing"_s));
        QVERIFY2(seen < 40, qPrintable(QString::number(seen)));
        Desk::press(u"2k"_s);
        QCOMPARE(desk.marked(), u"Language and looks"_s);
        QCOMPARE(desk.column().verticalScrollBar()->value(), 0);
        Desk::press(u"G"_s);
        QCOMPARE(desk.marked(), u"Backups"_s);
        Desk::press(Qt::Key_Return);
        QCOMPARE(Desk::focus().objectName(), u"backUp"_s);
        Desk::press(u"{"_s); // from a setting to the first one of another section
        QCOMPARE(Desk::focus().objectName(), u"exportFolder"_s);
        QCOMPARE(desk.marked(), u"Highlights and Markdown"_s);
        desk.index().setFocus();
        Desk::press(u"k"_s);
        Desk::press(Qt::Key_Tab); // into the section that is marked
        QCOMPARE(Desk::focus().objectName(), u"offline"_s);
    }

    void sections_areGoneToByMouse()
    {
        Desk desk;
        const QModelIndex network = desk.index().rows().index(int(desk.listed().indexOf(u"Network"_s)));
        QTest::mouseClick(desk.index().viewport(), Qt::LeftButton, {}, desk.index().visualRect(network).center());
        QCOMPARE(desk.marked(), u"Network"_s);
        QVERIFY(desk.seenAt(desk.head(u"Network"_s)) < 40);
    }

    void theSectionLookedAt_isMarkedWhileOneScrollsAndTabs()
    {
        Desk desk;
        QScrollBar &bar = *desk.column().verticalScrollBar();
        bar.triggerAction(QScrollBar::SliderToMaximum);
        QCOMPARE(desk.marked(), u"Backups"_s);
        bar.triggerAction(QScrollBar::SliderToMinimum);
        QCOMPARE(desk.marked(), u"Language and looks"_s);
        auto *mirrors = desk.field<QWidget>("mirrors");
        mirrors->setFocus();
        QCOMPARE(desk.marked(), u"Network"_s);
        QVERIFY(desk.seenAt(*mirrors) >= 0);
        QVERIFY(desk.seenAt(*mirrors) + mirrors->height() <= desk.column().viewport()->height());
        desk.field<QWidget>("askArxiv")->setFocus(); // the first of its section: what that is called is seen too
        QVERIFY(desk.seenAt(desk.head(u"Papers and PDFs"_s)) >= 0);
    }

    void settings_areGoneThroughByKey_whereNoTextIsTaken()
    {
        Desk desk;
        desk.field<QWidget>("notify")->setFocus();
        Desk::press(u"j"_s);
        QCOMPARE(Desk::focus().objectName(), u"tray"_s);
        Desk::press(u"2j"_s);
        QCOMPARE(Desk::focus().objectName(), u"syncAtStart"_s);
        Desk::press(Qt::Key_Return);
        QVERIFY(desk.settings.flag("syncAtStart"));
        Desk::press(u"99k"_s);
        QCOMPARE(Desk::focus().objectName(), u"language"_s);
        Desk::press(u"j"_s); // no choice that begins with it
        QCOMPARE(Desk::focus().objectName(), u"theme"_s);
        QCOMPARE(desk.settings.text("theme"), u"system"_s);
        desk.field<QWidget>("fontSize")->setFocus();
        Desk::press(u"/"_s);
        QVERIFY(desk.filter().hasFocus());
        desk.field<QWidget>("fontFamily")->setFocus();
        Desk::press(u"j/"_s);
        QCOMPARE(desk.field<QLineEdit>("fontFamily")->text(), u"j/"_s);
        Desk::press(Qt::Key_Down); // which a line has no use for
        QCOMPARE(Desk::focus().objectName(), u"density"_s);
    }

    void whatIsSearchedFor_isAllThatIsLeft()
    {
        Desk desk;
        Desk::press(u"/"_s);
        QVERIFY(desk.filter().hasFocus());
        QTest::keyClicks(&desk.filter(), u"backup"_s);
        QCOMPARE(desk.left(), QStringList({u"backUp"_s, u"backupFolder"_s}));
        QCOMPARE(desk.heads(), QStringList{u"Backups"_s});
        QCOMPARE(desk.listed(), QStringList{u"Backups"_s});
        QCOMPARE(desk.index().rows().rows().first().note, u"2"_s);
        Desk::press(Qt::Key_Down);
        QCOMPARE(Desk::focus().objectName(), u"backUp"_s);
        Desk::press(u"j"_s);
        QCOMPARE(Desk::focus().objectName(), u"backupFolder"_s);
    }

    void escape_clearsWhatIsSearchedFor_thenLeaves()
    {
        Desk desk;
        QSignalSpy closed(&desk.page, &SettingsPage::closed);
        Desk::press(u"/"_s);
        QTest::keyClicks(&desk.filter(), u"offline"_s);
        Desk::press(Qt::Key_Escape);
        QCOMPARE(desk.listed(), sectionsOfTheTable());
        QVERIFY(desk.field<QWidget>("language")->isVisible());
        QCOMPARE(closed.size(), 0);
        Desk::press(u"/"_s);
        QTest::keyClicks(&desk.filter(), u"offline"_s);
        Desk::press(Qt::Key_Return);
        Desk::press(Qt::Key_Escape); // from a setting the same, and one stays at it
        QCOMPARE(desk.listed(), sectionsOfTheTable());
        QCOMPARE(Desk::focus().objectName(), u"offline"_s);
        QCOMPARE(closed.size(), 0);
        Desk::press(Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void settings_areFoundInBothLanguages_byPinyinAndByTheirChoices_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
            const auto row = [&](const QString &typed, const char *found) {
                QTest::newRow(qPrintable(language + u' ' + typed)) << language << typed << QString::fromLatin1(found);
            };
            row(u"typeface"_s, "fontFamily");
            row(u"字体"_s, "fontFamily");
            row(u"zt"_s, "fontFamily");
            row(u"dark"_s, "theme");
            row(u"深色"_s, "theme");
            row(u"English"_s, "language");
            row(u"requests server"_s, "spacing");
            row(u"unpaywall"_s, "email");
            row(u"change keys"_s, "keysOfCommands");
        }
    }
    void settings_areFoundInBothLanguages_byPinyinAndByTheirChoices()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, found);
        installLanguage(*qApp, language);
        Desk desk;
        desk.filter().setText(typed);
        QVERIFY2(desk.left().contains(found), qPrintable(desk.left().join(u' ')));
        QVERIFY2(desk.left().size() < 5, qPrintable(desk.left().join(u' ')));
    }

    void nothingFound_isSaid()
    {
        Desk desk;
        const auto *says = desk.field<QLabel>("settingsNothing");
        QVERIFY(!says->isVisible());
        desk.filter().setText(u"zzqq"_s);
        QVERIFY(says->isVisible());
        QCOMPARE(says->text(), u"No setting is called “zzqq” · Esc shows all"_s);
        QVERIFY(desk.listed().isEmpty());
        desk.filter().setFocus();
        Desk::press(Qt::Key_Return);
        QVERIFY(desk.filter().hasFocus());
        Desk::press(Qt::Key_Escape);
        QVERIFY(!says->isVisible());
        QVERIFY(desk.index().hasFocus());
    }

    void anotherLanguageOrLook_leavesPlaceFocusAndWhatIsBeingTyped()
    {
        Desk desk;
        auto *email = desk.field<QLineEdit>("email");
        email->setFocus();
        QTest::keyClicks(email, u"half@"_s);
        const int before = desk.seenAt(*email);
        QVERIFY(desk.column().verticalScrollBar()->value() > 0);
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_COMPARE(desk.marked(), u"网络"_s);
        QTRY_COMPARE(desk.seenAt(*email), before);
        QVERIFY(email->hasFocus());
        QCOMPARE(email->text(), u"half@"_s);
        QCOMPARE(desk.field<QWidget>("email")->accessibleName(), u"需要邮箱的服务所用的地址(Unpaywall)"_s);
        for (const int points : {21, 10}) {
            desk.theme.set(u"dark"_s, points);
            QTest::qWait(50);
            QVERIFY(desk.seenAt(*email) >= 0);
            QVERIFY(desk.seenAt(*email) + email->height() <= desk.column().viewport()->height());
            QVERIFY(email->hasFocus());
        }
        desk.index().setFocus();
        installLanguage(*qApp, u"en"_s);
        QTRY_COMPARE(desk.listed(), sectionsOfTheTable());
        QVERIFY(desk.index().hasFocus());
    }

    void whatIsSearchedFor_staysInAnotherLanguage()
    {
        Desk desk;
        desk.filter().setText(u"backup"_s);
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_COMPARE(desk.listed(), QStringList{u"备份"_s});
        QCOMPARE(desk.left(), QStringList({u"backUp"_s, u"backupFolder"_s}));
    }

    void inANarrowPage_controlsStandBelowTheirWords_andNothingIsCutOff()
    {
        Desk desk;
        const auto isBeside = [&](const char *key) {
            const auto *control = desk.field<QWidget>(key);
            const auto words = control->parentWidget()->findChildren<QLabel *>();
            return words.first()->geometry().right() < control->geometry().left();
        };
        QVERIFY(isBeside("fontFamily"));
        desk.theme.set(u"light"_s, 21); // twice the usual
        QTRY_VERIFY(!isBeside("fontFamily"));
        QTest::qWait(50); // everything has its new size
        for (const SettingLine *line : desk.page.findChildren<SettingLine *>()) {
            const QWidget *control = line->control();
            const QPoint corner = control->mapTo(desk.column().viewport(), QPoint(control->width(), 0));
            QVERIFY2(corner.x() <= desk.column().viewport()->width(), qPrintable(control->objectName()));
        }
        QCOMPARE(desk.column().horizontalScrollBar()->maximum(), 0);
        desk.theme.set(u"light"_s, 10);
        QTRY_VERIFY(isBeside("fontFamily"));
    }

    void whoComesBack_isWhereHeWas()
    {
        QStackedWidget stack; // before what is put into it
        Desk desk;
        stack.addWidget(&desk.page);
        stack.addWidget(new QLineEdit);
        stack.show();
        stack.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stack));
        auto *keys = desk.field<QPushButton>("keysOfCommands");
        keys->setFocus();
        stack.setCurrentIndex(1);
        stack.currentWidget()->setFocus();
        stack.setCurrentIndex(0);
        desk.page.takeFocus();
        QVERIFY(keys->hasFocus());
        desk.page.start(); // anew
        QVERIFY(desk.index().hasFocus());
        QCOMPARE(desk.marked(), u"Language and looks"_s);
    }
};

YAODIAN_TEST(SettingsSectionsTest)

} // namespace ui_settingssections_test

#include "settingssections_test.moc"
