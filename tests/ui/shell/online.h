#pragma once

#include "tests/support/fakeask.h"
#include "tests/support/webserver.h"
#include "ui/shell/window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

namespace yaodian::ui {

using tests::Answer;
using tests::WebServer;

/// A window that is online, over a library of its own, shown offscreen. It reaches loopback addresses only, because
/// its sources lie there.
struct Online
{
    Online()
    {
        using namespace Qt::StringLiterals;
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        library = std::move(opened.value());
        const cli::Globals globals{folder.path(), u"en"_s, u"light"_s, false, false, {}};
        services = std::make_unique<cli::Services>(*library, clock, ids, globals);
        theme = std::make_unique<Theme>(*qApp);
        theme->set(u"light"_s, 10);
        window = std::make_unique<MainWindow>(*services, *theme, commands, ask);
    }
    void start()
    {
        window->show();
        window->start({}, {});
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    /// A source of that address, nobody being asked.
    library::Source put(const QUrl &url) const
    {
        library::Source source;
        source.url = url.toString();
        source.title = QStringLiteral("每日论文推介");
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!library->putSource(source))
            qFatal("the source could not be stored");
        return source;
    }
    /// Titles of the sources that are asked: all but the tour.
    [[nodiscard]] QStringList added() const
    {
        QStringList titles;
        for (const library::Source &source : library->sources())
            if (source.isAsked())
                titles << source.title;
        return titles;
    }
    template <class T> T *child(const char *name) const { return window->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] QString status() const { return child<QLabel>("status")->text(); }
    static QWidget *focus() { return QApplication::focusWidget(); }

    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<library::Library> library;
    std::unique_ptr<cli::Services> services;
    std::unique_ptr<Theme> theme;
    Commands commands;
    FakeAsk ask;
    std::unique_ptr<MainWindow> window;
};

/// A feed of posts with one invented paper each; `numbers` make guid, link and title.
inline QByteArray feedOf(const QList<int> &numbers)
{
    QByteArray items;
    for (const int number : numbers) {
        const QByteArray n = QByteArray::number(number);
        items +=
            "<item><title>Daily digest " + n + "</title><guid>post-" + n + "</guid><pubDate>Wed, 08 Feb 2023 08:00:0" +
            n + " GMT</pubDate><content:encoded><![CDATA[<p>1、[LG] A Paper Invented for Window " + n +
            "</p><p>A Author, B Writer</p><p>一句话总结：a sentence made up</p><p>https://arxiv.org/abs/2302.0200" + n +
            "</p>]]></content:encoded></item>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel><title>An invented digest</title>"
           "<link>http://blog.example/</link><description>d</description>\n" +
           items + "</channel></rss>\n";
}

inline Answer feedAnswer(const QList<int> &numbers)
{
    return Answer::of("application/rss+xml; charset=utf-8", feedOf(numbers));
}

} // namespace yaodian::ui
