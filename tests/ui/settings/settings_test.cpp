#include "tests/support/testmain.h"
#include "ui/settings/settingsfield.h"

#include "ui/base/theme.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

namespace ui_settings_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// The page over a library folder of its own.
struct Desk
{
    Desk()
    {
        page.resize(700, 600);
        page.show();
        page.activateWindow(); // focus moves only in an active window
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.start();
    }
    template <class T> T *field(const char *key) { return page.findChild<T *>(QLatin1StringView(key)); }
    QString written() const
    {
        QFile file(folder.filePath(u"settings.ini"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir folder;
    Settings settings{folder.path()};
    Commands commands;
    Theme theme{*qApp};
    SettingsPage page{settings, commands, theme};
};

class SettingsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QTest::keyClick(theme, Qt::Key_End); // the last choice: dark
        QCOMPARE(changed.value(0).value(0).toString(), u"theme"_s);
        QCOMPARE(desk.settings.text("theme"), u"dark"_s);
        QVERIFY(desk.written().contains(u"theme=dark"_s));
        QTest::keyClick(theme, Qt::Key_Home); // as on the desktop: the default
        QVERIFY(!desk.written().contains(u"theme"_s));
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
        QCOMPARE(desk.field<QSpinBox>("firstDays")->text(), u"0"_s); // not "As on the desktop"
        auto *folder = desk.field<QLineEdit>("exportFolder");
        QTest::keyClicks(folder, u" /tmp/notes "_s);
        QTest::keyClick(folder, Qt::Key_Return);
        QCOMPARE(desk.settings.text("exportFolder"), u"/tmp/notes"_s);
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

    void aWheelOverAField_changesNothing()
    {
        Desk desk;
        auto *language = desk.field<QComboBox>("language");
        language->setFocus();
        QWheelEvent wheel(QPointF(5, 5), language->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(language, &wheel);
        QCOMPARE(language->currentData().toString(), u"system"_s);
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
