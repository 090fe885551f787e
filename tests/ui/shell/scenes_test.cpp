#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/looks/paintedtext.h"
#include "ui/shell/scenes.h"
#include "ui/shell/screenshots.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QSet>

namespace ui_scenes_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// A laptop at 200 %, where there is least room.
constexpr QSize Small(1120, 660);

Walk walkOf(const QString &language, const QString &theme, const QString &scene)
{
    return {{language}, {theme}, Small, scene, {}, {}};
}

class ScenesTest : public QObject
{
    Q_OBJECT

    static Walked walk(const Walk &wanted) { return walkScenes(*qApp, {}, wanted); }

private Q_SLOTS:
    void cleanup() { installLanguage(*qApp, u"en"_s); }

    void names_areThoseOfFiles_eachOnce()
    {
        QSet<QString> names;
        for (const Scene &scene : sceneTable()) {
            const QString name = QString::fromLatin1(scene.name);
            QVERIFY2(QRegularExpression(u"^[a-z]+(-[a-z]+)*$"_s).match(name).hasMatch(), scene.name);
            QVERIFY2(!names.contains(name), scene.name);
            names << name;
        }
        QVERIFY(names.size() > 60);
    }

    void scenes_areReadable_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("scene");
        for (const char *scene : {"empty-library", "first-start", "library-issue", "settings", "reader", "ask-remove",
                                  "library-menu", "reader-menu-selection"})
            QTest::newRow(scene) << u"zh_CN"_s << u"light"_s << QString::fromLatin1(scene);
        for (const char *scene : {"keys-list", "activity", "triage", "sidebar-menu", "reader-menu-highlight"})
            QTest::newRow(scene) << u"en"_s << u"dark"_s << QString::fromLatin1(scene);
    }
    void scenes_areReadable()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QString, scene);
        const Walked walked = walk(walkOf(language, theme, scene));
        QCOMPARE(walked.scenes, 1);
        QVERIFY2(walked.defects.isEmpty(), qPrintable(walked.defects.join(u'\n')));
    }

    void aMenu_isInThePicture_andLookedAt()
    {
        QTemporaryDir folder;
        Walk wanted = walkOf(u"en"_s, u"light"_s, u"library-menu"_s);
        wanted.folder = folder.path();
        QCOMPARE(walk(wanted).defects, QStringList());
        const QImage with(folder.filePath(u"en-light-library-menu.png"_s));
        wanted.only = u"library-issue"_s;
        QCOMPARE(walk(wanted).defects, QStringList());
        QVERIFY(with != QImage(folder.filePath(u"en-light-library-issue.png"_s)));
        // Where the menu cannot be read, that is told.
        wanted.only = u"library-menu"_s;
        const QString sheet = u"QMenu::item { color: #eeeeee; }"_s;
        const Walked walked = walkScenes(*qApp, {}, wanted, [&](const QString &) {
            QMetaObject::invokeMethod(
                qApp, [&] { qApp->setStyleSheet(qApp->styleSheet() + sheet); }, Qt::QueuedConnection);
        });
        QVERIFY(std::any_of(walked.defects.cbegin(), walked.defects.cend(),
                            [](const QString &said) { return said.contains(u"KeyedMenu"_s); }));
    }

    void aScene_leavesNothingBehind()
    {
        Stage stage(*qApp, {}, Shelf::Filled, u"en"_s, Small);
        QVERIFY2(stage.problem().isEmpty(), qPrintable(stage.problem()));
        const auto acts = stage.services().library.journal(1);
        stage.begin(u"light"_s);
        QVERIFY(stage.rest(1, [&] { return stage.window().page().currentRow().has_value(); }));
        stage.run("list.star");
        stage.run("triage.start");
        QVERIFY(stage.services().library.journal(1).first().id != acts.first().id);
        stage.end();
        QCOMPARE(stage.services().library.journal(1).first().id, acts.first().id);
        stage.begin(u"light"_s);
        QVERIFY(stage.rest(1, [&] { return stage.window().page().currentRow().has_value(); }));
        QVERIFY(stage.window().windowTitle().startsWith(u"Today"_s));
    }

    void wordsOfKeys_areNeverCutShort()
    {
        for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
            Stage stage(*qApp, {}, Shelf::Filled, language, Small);
            stage.begin(u"light"_s);
            QVERIFY(stage.rest(1, [&] { return stage.window().page().currentRow().has_value(); }));
            stage.window().showKeys();
            QVERIFY(stage.rest(1));
            const auto texts = paintedTexts(*stage.child("keyHelp"));
            QVERIFY(texts.size() > 40);
            for (const PaintedText &text : texts)
                QVERIFY2(!text.text.endsWith(u'…'), qPrintable(text.text));
        }
    }

    void pictures_areOfTheScreen_andSharp()
    {
        QTemporaryDir folder;
        Walk wanted = walkOf(u"en"_s, u"dark"_s, u"empty-library"_s);
        wanted.folder = folder.path();
        wanted.look = u"@1x"_s;
        QCOMPARE(walk(wanted).defects, QStringList());
        const QImage picture(folder.filePath(u"en-dark-empty-library@1x.png"_s));
        QCOMPARE(picture.size(), Small);
        QVERIFY(picture.pixelColor(5, Small.height() / 2).lightness() < 60); // of the dark sidebar
    }

    void whatCannotBeWritten_isSaid()
    {
        Walk wanted = walkOf(u"en"_s, u"light"_s, u"empty-library"_s);
        wanted.folder = u"/dev/null/nowhere"_s;
        const Walked walked = walk(wanted);
        QCOMPARE(walked.defects.size(), 1);
        QVERIFY(walked.defects.first().contains(u"/dev/null/nowhere"_s));
    }
};

YAODIAN_TEST(ScenesTest)

} // namespace ui_scenes_test

#include "scenes_test.moc"
