#include "tests/support/testmain.h"
#include "tests/ui/settings/settingsdesk.h"
#include "translations/translations.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QWheelEvent>

namespace ui_settings_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

using Desk = SettingsDesk;

/// By the list that Space unfolds.
void choose(QComboBox &box, Qt::Key key)
{
    QTest::keyClick(&box, Qt::Key_Space);
    QTest::keyClick(box.view(), key);
    QTest::keyClick(box.view(), Qt::Key_Return);
}

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { installLanguage(*qApp, u"en"_s); }

    void everySetting_hasAControlThatSaysItsName()
    {
        Desk desk;
        for (const SettingRow &row : settingRows()) {
            auto *field = desk.field<QWidget>(row.key);
            QVERIFY2(field, row.key);
            QVERIFY2(!field->accessibleName().isEmpty(), row.key);
            QVERIFY2(field->focusPolicy() & Qt::TabFocus, row.key);
        }
    }

    void itsButtons_areAsQuietAsItsFields()
    {
        Desk desk;
        desk.theme.set(u"light"_s, 10);
        for (const char *name : {"kindsOfHighlights", "templatesOfMarkdown", "keysOfCommands"}) {
            const QImage button = desk.field<QWidget>(name)->grab().toImage();
            QCOMPARE(button.pixelColor(8, 4), desk.theme.colours().card);
            QCOMPARE(button.pixelColor(8, button.height() - 5), desk.theme.colours().card);
        }
    }

    void aChoice_isWrittenAtOnce_andADefaultIsNot()
    {
        Desk desk;
        QCOMPARE(desk.written(), QString());
        QSignalSpy changed(&desk.settings, &Settings::changed);
        auto *theme = desk.field<QComboBox>("theme");
        theme->setFocus();
        choose(*theme, Qt::Key_End); // the last choice: dark
        QCOMPARE(changed.value(0).value(0).toString(), u"theme"_s);
        QCOMPARE(desk.settings.text("theme"), u"dark"_s);
        QVERIFY(desk.written().contains(u"theme=dark"_s));
        choose(*theme, Qt::Key_Home); // as on the desktop: the default
        QVERIFY(!desk.written().contains(u"theme"_s));
    }

    void keysThatLeadOverThePage_changeNoValue()
    {
        Desk desk;
        QSignalSpy changed(&desk.settings, &Settings::changed);
        for (const Qt::Key key :
             {Qt::Key_Down, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_End, Qt::Key_Home}) {
            desk.field<QWidget>("theme")->setFocus();
            QTest::keyClick(desk.field<QComboBox>("theme"), key);
        }
        desk.field<QWidget>("fontSize")->setFocus();
        QTest::keyClick(desk.field<QSpinBox>("fontSize"), Qt::Key_PageUp);
        QCOMPARE(changed.size(), 0);
        desk.field<QWidget>("fontSize")->setFocus();
        QTest::keyClick(desk.field<QSpinBox>("fontSize"), '}', Qt::ShiftModifier);
        QVERIFY(!desk.field<QSpinBox>("fontSize")->hasFocus()); // to the next section
    }

    void flagNumberAndLine_reachTheSettings()
    {
        Desk desk;
        QTest::keyClick(desk.field<QCheckBox>("offline"), Qt::Key_Space);
        QVERIFY(desk.settings.flag("offline"));
        auto *size = desk.field<QSpinBox>("fontSize");
        size->setFocus();
        size->selectAll();
        QTest::keyClicks(size, u"14"_s);
        QCOMPARE(desk.settings.value("fontSize").toInt(), 0); // "1" alone would have jumped to a tiny type
        QTest::keyClick(size, Qt::Key_Return);
        QCOMPARE(desk.settings.value("fontSize").toInt(), 14);
        QCOMPARE(desk.field<QSpinBox>("arxivDaily")->value(), desk.settings.value("arxivDaily").toInt());
        auto *folder = desk.field<QLineEdit>("exportFolder");
        QTest::keyClicks(folder, u" /tmp/notes "_s);
        QTest::keyClick(folder, Qt::Key_Return);
        QCOMPARE(desk.settings.text("exportFolder"), u"/tmp/notes"_s);
    }

    void aNumber_readsAsASentence()
    {
        Desk desk;
        QCOMPARE(desk.field<QSpinBox>("fontSize")->text(), u"As on the desktop"_s);
        QCOMPARE(desk.field<QSpinBox>("arxivDaily")->text(), u"100 at most"_s);
        auto *days = desk.field<QSpinBox>("firstDays");
        QCOMPARE(days->text(), u"All of them"_s);
        days->setFocus();
        days->findChild<QLineEdit *>()->deselect();
        QTest::keyClicks(days, u"7"_s); // in place of the words
        QTest::keyClick(days, Qt::Key_Return);
        QCOMPARE(desk.settings.value("firstDays").toInt(), 7);
        QCOMPARE(days->text(), u"Those of the last 7 days"_s);
        days->selectAll();
        QTest::keyClicks(days, u"1"_s);
        QTest::keyClick(days, Qt::Key_Return);
        QCOMPARE(days->text(), u"Those of the last 1 day"_s);
        installLanguage(*qApp, u"zh_CN"_s);
        QTRY_COMPARE(days->text(), u"最近 1 天的"_s);
        days->selectAll();
        QTest::keyClicks(days, u"0"_s);
        QTest::keyClick(days, Qt::Key_Return);
        QCOMPARE(days->text(), u"全部"_s);
    }

    void whatHoldsInPlaceOfNothing_standsInTheEmptyField()
    {
        Desk desk;
        for (const SettingRow &row : settingRows())
            if (const auto *line = desk.field<QLineEdit>(row.key))
                QCOMPARE(line->placeholderText(), QString::fromUtf8(row.unset));
        QCOMPARE(desk.field<QPlainTextEdit>("mirrors")->placeholderText(), u"None"_s);
    }

    void aChangeMadeElsewhere_isShownAtOnce()
    {
        Desk desk;
        desk.settings.choose("theme", u"dark"_s);
        QCOMPARE(desk.field<QComboBox>("theme")->currentText(), u"Dark"_s);
        desk.settings.choose("offline", true);
        QVERIFY(desk.field<QCheckBox>("offline")->isChecked());
        desk.settings.choose("firstDays", 3);
        QCOMPARE(desk.field<QSpinBox>("firstDays")->text(), u"Those of the last 3 days"_s);
        desk.settings.choose("exportFolder", u"/tmp/there"_s);
        QCOMPARE(desk.field<QLineEdit>("exportFolder")->text(), u"/tmp/there"_s);
    }

    void theWordsBesideABox_tickIt()
    {
        Desk desk;
        auto *box = desk.field<QCheckBox>("notify");
        const auto words = box->parentWidget()->findChildren<QLabel *>();
        const auto own = std::find_if(words.cbegin(), words.cend(), [box](QLabel *one) { return one->buddy() == box; });
        QVERIFY(own != words.cend());
        QTest::mouseClick(*own, Qt::LeftButton);
        QVERIFY(desk.settings.flag("notify"));
        QVERIFY(box->hasFocus());
        QTest::mouseClick(*own, Qt::LeftButton);
        QVERIFY(!desk.settings.flag("notify"));
    }

    void whatIsBeingTyped_isTaken_whenThePageGoesAway()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        Commands commands;
        Theme theme(*qApp);
        for (const char *key : {"exportFolder", "mirrors", "firstDays"}) {
            auto page = std::make_unique<SettingsPage>(settings, commands, theme);
            page->show();
            page->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(page.get()));
            page->start();
            auto *field = page->findChild<QWidget *>(QLatin1StringView(key));
            field->setFocus();
            QTest::keyClicks(field, u"12"_s);
            page.reset();
            QVERIFY2(settings.text(key) == u"12"_s || settings.value(key).toStringList() == QStringList{u"12"_s}, key);
        }
    }

    void lines_areOneValueEach_takenWhenTheFieldIsLeft()
    {
        Desk desk;
        auto *mirrors = desk.field<QPlainTextEdit>("mirrors");
        mirrors->setFocus();
        QTest::keyClicks(mirrors, u"arxiv.org=http://127.0.0.1:1"_s);
        QTest::keyClick(mirrors, Qt::Key_Return);
        QTest::keyClick(mirrors, Qt::Key_Return);
        QTest::keyClicks(mirrors, u"doi.org=http://127.0.0.1:2"_s);
        QVERIFY(desk.settings.value("mirrors").toStringList().isEmpty());
        desk.field<QWidget>("language")->setFocus();
        QCOMPARE(desk.settings.value("mirrors").toStringList(),
                 QStringList({u"arxiv.org=http://127.0.0.1:1"_s, u"doi.org=http://127.0.0.1:2"_s}));
    }

    /// To the browser and back, to fetch the next one.
    void aLineThatWasBegun_staysWhenTheFieldIsLeft()
    {
        Desk desk;
        auto *mirrors = desk.field<QPlainTextEdit>("mirrors");
        mirrors->setFocus();
        QTest::keyClicks(mirrors, u"arxiv.org=http://127.0.0.1:1"_s);
        QTest::keyClick(mirrors, Qt::Key_Return);
        desk.field<QWidget>("language")->setFocus();
        mirrors->setFocus();
        QTest::keyClicks(mirrors, u"doi.org=http://127.0.0.1:2"_s);
        QCOMPARE(mirrors->toPlainText(), u"arxiv.org=http://127.0.0.1:1\ndoi.org=http://127.0.0.1:2"_s);
    }

    void aWheelOverAField_changesNothing()
    {
        Desk desk;
        auto *language = desk.field<QComboBox>("language");
        language->setFocus();
        QWheelEvent wheel(QPointF(5, 5), language->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(language, &wheel);
        QCOMPARE(language->currentData().toString(), u"system"_s);
        for (const SettingRow &row : settingRows()) // nor does one take the focus that rolls by
            QVERIFY2(desk.field<QWidget>(row.key)->focusPolicy() != Qt::WheelFocus, row.key);
    }

    void whatHolds_isShown_andEscapeLeavesFromAnyField()
    {
        Desk desk;
        desk.settings.choose("language", u"en"_s);
        desk.page.start();
        QCOMPARE(desk.field<QComboBox>("language")->currentText(), u"English"_s);
        QSignalSpy closed(&desk.page, &SettingsPage::closed);
        int expected = 0;
        for (const char *key : {"language", "fontSize", "offline", "exportFolder", "mirrors"}) {
            desk.field<QWidget>(key)->setFocus();
            QTest::keyClick(desk.field<QWidget>(key), Qt::Key_Escape);
            QCOMPARE(closed.size(), ++expected);
        }
    }
};

YAODIAN_TEST(SettingsPageTest)

} // namespace ui_settings_test

#include "settings_test.moc"
