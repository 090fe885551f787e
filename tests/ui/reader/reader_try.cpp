// Shows a PDF in the reader and keeps pictures of what keys do, to be looked at.
// usage: reader_try FILE.pdf OUT-PREFIX [dark] [zh]     or, to time the first page:  reader_try window FILE.pdf
// reader_try keys FILE.pdf OUT.png "3Gi{wait}{Esc}t/att" [dark]: a picture of what these keys lead to.
// reader_try looks FILE.pdf OUT-PREFIX [dark]: one page, two, turned, trimmed, dark, sepia.
// reader_try scroll FILE.pdf: scrolls and zooms for some seconds and prints the longest time the window was busy.
#include "tests/ui/reader/desk.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QRegularExpression>
#include <QTimer>

using namespace yaodian;

namespace {

void shot(const tests::ReaderDesk &desk, const QString &prefix, const QString &name)
{
    QTest::qWait(400);
    desk.reader->grab().save(prefix + QLatin1Char('-') + name + QStringLiteral(".png"));
}

/// The shortest way to a page: worker, window, path; no library.
int window(int argc, char **argv)
{
    auto worker = pdf::startWorker();
    QApplication app(argc, argv);
    QTemporaryDir folder;
    Settings settings(folder.path());
    Background background;
    ui::Commands commands;
    ui::Theme theme(app);
    theme.set(QStringLiteral("light"), 0);
    ui::ReaderView reader(commands, theme, settings, background);
    reader.openPath(app.arguments().at(2), std::move(worker));
    reader.resize(1600, 1000);
    reader.show();
    return QApplication::exec();
}

int looks(int argc, char **argv)
{
    QApplication app(argc, argv);
    tests::ReaderDesk desk(app);
    const QStringList arguments = app.arguments();
    desk.theme.set(arguments.contains(QStringLiteral("dark")) ? QStringLiteral("dark") : QStringLiteral("light"), 0);
    desk.show(desk.add(arguments.at(2), QStringLiteral("Looked at")));
    desk.reader->resize(1440, 870);
    for (const char *keys : {"P", "P", "T", "T", "z", "r", "gr", "w", "D", "gs"}) {
        if (!desk.waitSettled())
            return 1;
        desk.type(QString::fromLatin1(keys));
        QTest::qWait(1500);
        static int number = 0;
        shot(desk, arguments.at(3), QStringLiteral("%1%2").arg(++number).arg(QLatin1String(keys)));
    }
    return 0;
}

int scroll(int argc, char **argv)
{
    QApplication app(argc, argv);
    tests::ReaderDesk desk(app);
    desk.show(desk.add(app.arguments().at(2), QStringLiteral("Scrolled")));
    if (!desk.waitSettled())
        return 1;
    QElapsedTimer since;
    qint64 longest = 0;
    QTimer beat;
    beat.setInterval(1);
    QObject::connect(&beat, &QTimer::timeout, &desk.commands, [&] { longest = qMax(longest, since.restart()); });
    since.start();
    beat.start();
    for (const char *keys :
         {"jjjjjjjj", "    ", "JJJJJ", "G", "gg", "+++", "jjjjj", "++++++", "jjjj", "w", "v}}}", "hm"}) {
        for (const char *key = keys; *key; ++key) {
            desk.type(QString(QLatin1Char(*key)));
            QTest::qWait(60);
        }
        qInfo("%s: busy %lld ms", keys, std::exchange(longest, 0));
    }
    return 0;
}

/// Types what stands in the line, to whatever has the keys.
void typeKeys(const QString &line)
{
    static const QHash<QString, Qt::Key> names{{QStringLiteral("Esc"), Qt::Key_Escape},
                                               {QStringLiteral("Enter"), Qt::Key_Return},
                                               {QStringLiteral("Tab"), Qt::Key_Tab},
                                               {QStringLiteral("Down"), Qt::Key_Down}};
    static const QRegularExpression parts(QStringLiteral("\\{(\\w+)\\}|(.)"));
    for (auto it = parts.globalMatch(line); it.hasNext();) {
        const auto part = it.next();
        QWidget *focus = QApplication::focusWidget();
        if (part.captured(1) == QLatin1String("wait"))
            QTest::qWait(1500);
        else if (!part.captured(1).isEmpty())
            QTest::keyClick(focus, names.value(part.captured(1)));
        else
            QTest::keyClicks(focus, part.captured(2));
    }
}

int keys(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    tests::ReaderDesk desk(app);
    const bool dark = arguments.contains(QStringLiteral("dark"));
    desk.theme.set(dark ? QStringLiteral("dark") : QStringLiteral("light"), 0);
    desk.show(desk.add(arguments.at(2), QStringLiteral("Tried")));
    desk.reader->resize(1440, 870);
    if (!desk.waitSettled())
        return 1;
    QTest::qWait(800);
    typeKeys(arguments.at(4));
    QTest::qWait(1500);
    return desk.reader->grab().save(arguments.at(3)) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc >= 5 && qstrcmp(argv[1], "keys") == 0)
        return keys(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "window") == 0)
        return window(argc, argv);
    if (argc >= 4 && qstrcmp(argv[1], "looks") == 0)
        return looks(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "scroll") == 0)
        return scroll(argc, argv);
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 3)
        return 2;
    if (arguments.contains(QStringLiteral("zh")))
        QLocale::setDefault(QLocale(QLocale::Chinese));
    tests::ReaderDesk desk(app);
    desk.theme.set(arguments.contains(QStringLiteral("dark")) ? QStringLiteral("dark") : QStringLiteral("light"), 0);
    const auto document = desk.add(arguments.at(1), QStringLiteral("A paper to try the reader on"));
    for (const char *text :
         {"先记录热路径,再编译成直线代码;", "内外层循环的路径树彼此嵌套,每一层都要足够长的一句话来看换行的样子;",
          "Types are specialised at entry."})
        if (!desk.notes->addPoint(desk.paper, QString::fromUtf8(text)))
            return 1;
    desk.show(document);
    desk.reader->resize(1440, 870);
    const QString prefix = arguments.at(2);
    if (!desk.waitSettled())
        return 1;
    shot(desk, prefix, QStringLiteral("first"));
    desk.type(QStringLiteral("jjvw)"));
    desk.type(QStringLiteral(")))"));
    shot(desk, prefix, QStringLiteral("select"));
    desk.type(QStringLiteral("hm"));
    shot(desk, prefix, QStringLiteral("highlight"));
    desk.type(QStringLiteral("e1"));
    desk.type(QStringLiteral("v}}})))"));
    desk.type(QStringLiteral("hrc"));
    shot(desk, prefix, QStringLiteral("comment"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("seems a strong claim"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    desk.type(QStringLiteral("e3/"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("the"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    shot(desk, prefix, QStringLiteral("search"));
    QTest::keyClick(desk.pages(), Qt::Key_Escape);
    desk.type(QStringLiteral("f"));
    shot(desk, prefix, QStringLiteral("hints"));
    QTest::keyClick(desk.pages(), Qt::Key_Escape);
    desk.type(QStringLiteral("L"));
    QTest::qWait(500);
    desk.type(QStringLiteral("9j"));
    shot(desk, prefix, QStringLiteral("ruler"));
    QTest::keyClick(desk.pages(), Qt::Key_Escape);
    desk.type(QStringLiteral("V"));
    shot(desk, prefix, QStringLiteral("area"));
    QTest::keyClick(desk.pages(), Qt::Key_Return);
    shot(desk, prefix, QStringLiteral("taken"));
    desk.type(QStringLiteral("F"));
    shot(desk, prefix, QStringLiteral("focus"));
    desk.type(QStringLiteral("F"));
    return 0;
}
