#include "base/settings.h"
#include "tests/support/testmain.h"
#include "ui/base/colours.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace ui_theme_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyText_isReadableOnEveryGround_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyText_isReadableOnEveryGround()
    {
        QFETCH(bool, dark);
        const Colours c = dark ? darkColours() : lightColours();
        for (const QColor &ground : {c.background, c.side, c.selection, c.card}) {
            for (const QColor &text : {c.ink, c.soft, c.faint, c.accent})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + u" on "_s + ground.name()));
            for (const QString &code : {u"LG"_s, u"CV"_s, u"CL"_s, u"RO"_s, u"AS"_s, u"AI"_s, u"IR"_s, u"SD"_s, u"ML"_s,
                                        u"HC"_s, u"CR"_s, u"GR"_s, u"NE"_s, u"QM"_s, u"ZZ"_s, u"图"_s})
                QVERIFY2(contrast(categoryColour(code, dark), ground) >= 4.5,
                         qPrintable(code + u" on "_s + ground.name()));
        }
    }

    void typefaceAndDensity_areTheReadersChoice()
    {
        QTemporaryDir folder;
        yaodian::Settings settings(folder.path());
        Theme theme(*qApp);
        theme.set(appearanceOf(settings));
        const QString before = theme.font().family();
        QCOMPARE(theme.spacing(), 1.0);
        QSignalSpy changes(&theme, &Theme::changed);
        settings.choose("density", u"compact"_s);
        settings.choose("fontFamily", u"Invented Grotesk"_s);
        theme.set(appearanceOf(settings));
        QCOMPARE(changes.size(), 1);
        QVERIFY(theme.spacing() < 1);
        QCOMPARE(theme.font().family(), u"Invented Grotesk"_s);
        QVERIFY(theme.font().families().contains(before)); // for what the chosen one cannot show
        theme.set(appearanceOf(settings));
        QCOMPARE(changes.size(), 1);
    }

    void contrast_ofBlackAndWhite_isTwentyOne() { QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21); }

    void categoryColour_isTheSameInEveryCase_andDiffersByCode()
    {
        QCOMPARE(categoryColour(u"lg"_s, false), categoryColour(u"LG"_s, false));
        QVERIFY(categoryColour(u"NE"_s, false) != categoryColour(u"QM"_s, false));
    }

    void chosenTheme_isAppliedToTheApplication_andToldOnce()
    {
        Theme theme(*qApp);
        theme.set(u"light"_s, 11);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.set(u"dark"_s, 11);
        QVERIFY(theme.colours().dark);
        QCOMPARE(qApp->palette().color(QPalette::Window), darkColours().background);
        theme.set(u"dark"_s, 11);
        QCOMPARE(changed.size(), 1);
    }

    void chosenSize_isTheBodyFont_andScales()
    {
        Theme theme(*qApp);
        theme.set(u"light"_s, 12);
        QCOMPARE(theme.font().pointSizeF(), 12.0);
        QCOMPARE(theme.font(1.5).pointSizeF(), 18.0);
        QCOMPARE(qApp->font().pointSizeF(), 12.0);
    }
};

YAODIAN_TEST(ThemeTest)

} // namespace ui_theme_test

#include "theme_test.moc"
