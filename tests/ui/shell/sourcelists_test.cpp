#include "base/files.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "translations/translations.h"

#include <QMimeData>

namespace ui_sourcelists_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

constexpr int patience = 20'000;

QByteArray opmlOf(const QStringList &addresses)
{
    QByteArray rows;
    for (const QString &address : addresses)
        rows += "<outline type='rss' text='Blog " + QByteArray::number(rows.size()) + "' xmlUrl='" + address.toUtf8() +
                "'/>\n";
    return "<?xml version='1.0'?>\n<opml version='2.0'><body>\n" + rows + "</body></opml>\n";
}

/// A started window and files for it.
struct Lists : Online
{
    Lists() { start(); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = files.filePath(name);
        if (!writeFileAtomically(path, bytes))
            qFatal("the test's file could not be written");
        return path;
    }
    void press(Qt::Key key) const { QTest::keyClick(focus(), key, Qt::ControlModifier | Qt::ShiftModifier); }
    void drop(const QStringList &paths) const
    {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        mime.setUrls(urls);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        return QTest::qWaitFor([&] { return window->notice().text().contains(words); }, patience);
    }

    QTemporaryDir files;
};

class SourceListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void whatOneLibraryExports_anotherImports_byKey()
    {
        Lists first;
        first.put(QUrl(u"https://blog.example/one"_s));
        first.put(QUrl(u"https://blog.example/two"_s));
        const QString path = first.files.filePath(u"mine.opml"_s);
        first.ask.saves << path;
        first.press(Qt::Key_E);
        QVERIFY(first.says(u"mine.opml"_s));
        Lists second;
        second.services->network.tell(false); // the test reaches nobody
        second.ask.files << QStringList{path};
        second.press(Qt::Key_I);
        QVERIFY(second.says(u"2 new source"_s));
        QCOMPARE(second.added(), QStringList({u"每日论文推介"_s, u"每日论文推介"_s}));
        second.ask.files << QStringList{path};
        second.press(Qt::Key_I);
        QVERIFY(second.says(u"here already"_s));
        QCOMPARE(second.added().size(), 2);
    }

    void aDroppedList_bringsSources_andTheyAreAskedByThemselves()
    {
        WebServer server;
        server.route(u"/feed"_s, feedAnswer({1, 2}));
        Lists house;
        house.drop({house.write(u"feeds.OPML"_s, opmlOf({server.url(u"/feed"_s).toString()}))});
        QVERIFY(house.says(u"1 new source"_s));
        QCOMPARE(house.added().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(house.status().contains(u"2 new"_s), patience);
    }

    void whereNobodyIsAskedByItself_theKeyIsSaid()
    {
        Lists house;
        house.services->settings.choose("askByItself", false);
        house.drop({house.write(u"feeds.opml"_s, opmlOf({u"http://127.0.0.1:9/feed"_s}))});
        QVERIFY(house.says(u"Press R"_s));
    }

    void listsAndPosts_mayBeDroppedTogether()
    {
        Lists house;
        house.services->network.tell(false);
        house.drop({house.write(u"feeds.opml"_s, opmlOf({u"http://127.0.0.1:9/feed"_s})),
                    house.write(u"post.md"_s, "# Daily\n\n1、[LG] A Dropped Paper\n\nA Author\n\n"
                                              "https://arxiv.org/abs/2302.04002\n")});
        QTRY_COMPARE_WITH_TIMEOUT(house.added().size(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(house.library->count({}), 1, patience);
    }

    void whatIsNoList_isSaidInOneSentence_andTheOthersCount()
    {
        Lists house;
        house.services->network.tell(false);
        house.drop({house.write(u"letter.opml"_s, "words"), house.files.filePath(u"absent.opml"_s),
                    house.write(u"good.opml"_s, opmlOf({u"http://127.0.0.1:9/feed"_s}))});
        QVERIFY(house.says(u"letter.opml: This is no OPML file"_s));
        QVERIFY(house.says(u"absent.opml"_s));
        QVERIFY(house.says(u"1 new source"_s));
        QCOMPARE(house.added().size(), 1);
    }

    void withoutASource_thereIsNothingToExport()
    {
        Lists house;
        house.press(Qt::Key_E);
        QVERIFY(house.says(u"no source to export"_s));
        QVERIFY(house.ask.asked.isEmpty());
    }

    void aFolderThatCannotBeWritten_isSaid()
    {
        Lists house;
        house.put(QUrl(u"http://127.0.0.1:9/feed"_s));
        house.services->network.tell(false);
        house.ask.saves << house.files.filePath(u"no such folder/mine.opml"_s);
        house.press(Qt::Key_E);
        QVERIFY(house.says(u"mine.opml"_s));
        QVERIFY(!house.window->notice().text().contains(u"list of your sources"_s));
    }
};

YAODIAN_TEST(SourceListsTest)

} // namespace ui_sourcelists_test

#include "sourcelists_test.moc"
