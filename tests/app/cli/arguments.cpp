#include "cli/cli.h"
#include "cli/start.h"
#include "cli/verb.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

namespace cli_arguments {

using namespace yaodian::cli;
using namespace Qt::StringLiterals;

class ArgumentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTyped_isTheWindow();
    void whatADesktopHandsOver_isOpened();
    void theDesktopEntry_startsWhatIsUnderstood();
    void globalOptions_countBeforeAndBehindTheVerb();
    void theLibrary_comesFromTheOptionThenTheEnvironment();
    void aMirror_mayBeGivenTwice();
    void aValueThatLooksLikeAnOption_isTheVerbsValue();
    void behindTwoDashes_everythingIsText();
    void wordsWithOneDash_areText();
    void misuse_data();
    void misuse();
    void everyVerb_hasHelpThatNamesItsOptions();
    void whatReadsOnly_doesNotAskForTheLock();
    void numbers_areAtLeastTheirLeast();
};

void ArgumentsTest::nothingTyped_isTheWindow()
{
    const Invocation invocation = parseArguments({u"--theme"_s, u"dark"_s});
    QVERIFY(needsWindow(invocation));
    QVERIFY2(invocation.usageError.isEmpty(), qPrintable(invocation.usageError));
    QCOMPARE(invocation.globals.theme, u"dark"_s);
    QVERIFY(needsWindow(parseArguments({u"open"_s, u"a.pdf"_s})));
    QVERIFY(!needsWindow(parseArguments({u"list"_s})));
}

void ArgumentsTest::whatADesktopHandsOver_isOpened()
{
    const QString link = u"yaodian://paper/5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27?highlight=x"_s;
    const auto shown = [](const QStringList &typed) {
        const Invocation invocation = parseArguments(typed);
        return invocation.verb == u"open" && needsWindow(invocation) && invocation.usageError.isEmpty()
                   ? windowArguments(invocation)
                   : QStringList{u"not opened"_s};
    };
    QCOMPARE(shown({link}), QStringList{link});
    QCOMPARE(shown({u"--theme"_s, u"dark"_s, link}), QStringList{link});
    for (const QString &path : {u"yaodian://x/../../../../../../../../tmp/a.pdf"_s, u"YAODIAN:///tmp/a.pdf"_s,
                                u"yaodian://paper/a.pdf"_s}) // of any page: no path, whatever it ends with
        QCOMPARE(shown({path}), QStringList{path});
    QCOMPARE(shown({u"/home/x/a b.pdf"_s}), QStringList{u"/home/x/a b.pdf"_s});
    QCOMPARE(shown({u"file:///home/x/a%20b.pdf"_s}), QStringList{u"/home/x/a b.pdf"_s});
    QCOMPARE(shown({u"open"_s, u"file:///home/x/a%20b.pdf"_s}), QStringList{u"/home/x/a b.pdf"_s});
    QVERIFY(!parseArguments({u"https://arxiv.org/abs/2302.03084"_s}).usageError.isEmpty());
    QVERIFY(!parseArguments({u"--library"_s, u"/tmp/x"_s, u"nothing"_s}).usageError.isEmpty());
    QVERIFY(!parseArguments({link, link}).usageError.isEmpty());
}

void ArgumentsTest::theDesktopEntry_startsWhatIsUnderstood()
{
    QFile file(QStringLiteral(YAODIAN_FIXTURES "/../../packaging/desktop/org.yaodian.Yaodian.desktop"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList types = lines.filter(u"MimeType="_s).value(0).section(u'=', 1).split(u';');
    QVERIFY(types.contains(u"x-scheme-handler/yaodian"_s) && types.contains(u"application/pdf"_s));
    QStringList words = lines.filter(u"Exec="_s).value(0).section(u'=', 1).split(u' ');
    QCOMPARE(words.takeFirst(), u"yaodian"_s);
    QCOMPARE(words, QStringList{u"%u"_s}); // one at a time: the window shows one document as it opens
    QVERIFY(parseArguments({u"yaodian://paper/x"_s}).usageError.isEmpty());
    QVERIFY(parseArguments({}).usageError.isEmpty()); // %u is nothing where it is started by itself
}

void ArgumentsTest::globalOptions_countBeforeAndBehindTheVerb()
{
    const Invocation invocation = parseArguments(
        {u"--lang"_s, u"en"_s, u"list"_s, u"--json"_s, u"--unread"_s, u"--offline"_s, u"--library=/tmp/x"_s});
    QVERIFY2(invocation.usageError.isEmpty(), qPrintable(invocation.usageError));
    QCOMPARE(invocation.verb, u"list"_s);
    QCOMPARE(invocation.arguments, QStringList{u"--unread"_s});
    QCOMPARE(invocation.globals.language, u"en"_s);
    QCOMPARE(invocation.globals.library, u"/tmp/x"_s);
    QVERIFY(invocation.globals.json);
    QVERIFY(invocation.globals.offline);
}

void ArgumentsTest::theLibrary_comesFromTheOptionThenTheEnvironment()
{
    qputenv("YAODIAN_LIBRARY", "/tmp/from-environment");
    QCOMPARE(parseArguments({u"list"_s}).globals.library, u"/tmp/from-environment"_s);
    QCOMPARE(parseArguments({u"list"_s, u"--library"_s, u"/tmp/typed"_s}).globals.library, u"/tmp/typed"_s);
    qunsetenv("YAODIAN_LIBRARY");
    QVERIFY(parseArguments({u"list"_s}).globals.library.endsWith(u"/yaodian"_s));
}

void ArgumentsTest::aMirror_mayBeGivenTwice()
{
    const Invocation invocation =
        parseArguments({u"sync"_s, u"--mirror"_s, u"a=http://127.0.0.1:1"_s, u"--mirror"_s, u"b=http://127.0.0.1:2"_s});
    QCOMPARE(invocation.globals.mirrors, (QStringList{u"a=http://127.0.0.1:1"_s, u"b=http://127.0.0.1:2"_s}));
}

void ArgumentsTest::aValueThatLooksLikeAnOption_isTheVerbsValue()
{
    const Invocation invocation =
        parseArguments({u"highlight"_s, u"id"_s, u"--page"_s, u"3"_s, u"--text"_s, u"--json"_s});
    QVERIFY2(invocation.usageError.isEmpty(), qPrintable(invocation.usageError));
    QVERIFY(!invocation.globals.json);
    QString error;
    const Arguments sorted = sortArguments(*findVerb(u"highlight"_s), invocation.arguments, &error);
    QCOMPARE(sorted.value("--text"), u"--json"_s);
}

void ArgumentsTest::behindTwoDashes_everythingIsText()
{
    const Invocation invocation = parseArguments({u"point"_s, u"id"_s, u"--"_s, u"--json"_s, u"is"_s, u"an option"_s});
    QVERIFY(!invocation.globals.json);
    QString error;
    const Arguments sorted = sortArguments(*findVerb(u"point"_s), invocation.arguments, &error);
    QCOMPARE(sorted.words, (QStringList{u"id"_s, u"--json"_s, u"is"_s, u"an option"_s}));
    QVERIFY(error.isEmpty());
}

void ArgumentsTest::wordsWithOneDash_areText()
{
    QString error;
    const Arguments sorted = sortArguments(*findVerb(u"search"_s), {u"model"_s, u"-not"_s, u"-"_s}, &error);
    QCOMPARE(sorted.words.size(), 3);
    QVERIFY(error.isEmpty());
}

void ArgumentsTest::misuse_data()
{
    QTest::addColumn<QStringList>("typed");
    const auto row = [](const char *name, const QStringList &typed) { QTest::newRow(name) << typed; };
    row("unknown verb", {u"sing"_s});
    row("unknown option", {u"list"_s, u"--loud"_s});
    row("unknown option without a verb", {u"--loud"_s});
    row("option without its value", {u"list"_s, u"--category"_s});
    row("flag with a value", {u"list"_s, u"--unread=yes"_s});
    row("global flag with a value", {u"list"_s, u"--json=yes"_s});
    row("global option without its value", {u"list"_s, u"--library"_s});
    row("language we do not speak", {u"list"_s, u"--lang"_s, u"fr"_s});
    row("theme we do not have", {u"--theme"_s, u"pink"_s});
    row("mirror without a base", {u"sync"_s, u"--mirror"_s, u"arxiv.org"_s});
    row("too few words", {u"parse"_s});
    row("too many words", {u"parse"_s, u"a"_s, u"b"_s});
    row("highlight without a page", {u"highlight"_s, u"id"_s, u"--text"_s, u"x"_s});
    row("highlight on page 0", {u"highlight"_s, u"id"_s, u"--text"_s, u"x"_s, u"--page"_s, u"0"_s});
    row("highlight without a quote", {u"highlight"_s, u"id"_s, u"--page"_s, u"1"_s});
    row("point without a text", {u"point"_s, u"id"_s});
    row("append without a text", {u"note"_s, u"id"_s, u"--append"_s});
    row("mark without anything", {u"mark"_s, u"id"_s});
    row("mark with both", {u"mark"_s, u"id"_s, u"--star"_s, u"--unstar"_s});
    row("verdict unknown", {u"mark"_s, u"id"_s, u"--verdict"_s, u"maybe"_s});
    row("sources with a wrong act", {u"sources"_s, u"paint"_s});
    row("sources add without a link", {u"sources"_s, u"add"_s});
    row("session with a wrong act", {u"session"_s, u"pause"_s});
    row("session start without papers", {u"session"_s, u"start"_s});
    row("export of nothing", {u"export"_s});
    row("export of two things", {u"export"_s, u"id"_s, u"--all"_s, u"--to"_s, u"x"_s});
    row("several papers to standard output", {u"export"_s, u"a"_s, u"b"_s});
    row("everything to standard output", {u"export"_s, u"--all"_s});
    row("unknown format", {u"export"_s, u"a"_s, u"--format"_s, u"word"_s});
    row("several papers as cards to standard output", {u"export"_s, u"a"_s, u"b"_s, u"--format"_s, u"anki"_s});
    row("a template for references", {u"export"_s, u"a"_s, u"--format"_s, u"bibtex"_s, u"--template"_s, u"plain"_s});
    row("groups of another kind", {u"export"_s, u"a"_s, u"--group"_s, u"colour"_s});
    row("groups for references", {u"export"_s, u"a"_s, u"--format"_s, u"bibtex"_s, u"--group"_s, u"kind"_s});
    row("a view that there is not", {u"export"_s, u"--view"_s, u"tomorrow"_s});
    row("a view and a paper", {u"export"_s, u"a"_s, u"--view"_s, u"unread"_s});
    row("a category of a paper", {u"export"_s, u"a"_s, u"--category"_s, u"CV"_s});
    row("a report without a session", {u"export"_s, u"a"_s, u"--format"_s, u"report"_s});
    row("a report of everything", {u"export"_s, u"--all"_s, u"--to"_s, u"x"_s, u"--format"_s, u"report"_s});
    row("page without a target", {u"page"_s, u"a.pdf"_s, u"--page"_s, u"1"_s});
    row("page with a silly dpi", {u"page"_s, u"a.pdf"_s, u"--page"_s, u"1"_s, u"--to"_s, u"x"_s, u"--dpi"_s, u"x"_s});
    row("text of page none", {u"text"_s, u"a.pdf"_s, u"--page"_s, u"none"_s});
    row("open of two things", {u"open"_s, u"a"_s, u"b"_s});
}

void ArgumentsTest::misuse()
{
    QFETCH(const QStringList, typed);
    const QString sentence = parseArguments(typed).usageError;
    QVERIFY(!sentence.isEmpty());
    QVERIFY2(!sentence.contains(u'\n') && !sentence.contains(u"%1"_s), qPrintable(sentence));
}

void ArgumentsTest::everyVerb_hasHelpThatNamesItsOptions()
{
    const QString all = helpText(parseArguments({u"--help"_s}));
    QVERIFY(verbTable().size() > 20);
    for (const Verb &verb : verbTable()) {
        const QString name = QString::fromLatin1(verb.name);
        QVERIFY2(all.contains(u"yaodian "_s + name), verb.name);
        const Invocation invocation = parseArguments({name, u"--help"_s});
        QVERIFY2(invocation.help && invocation.usageError.isEmpty(), verb.name);
        const QString help = helpText(invocation);
        for (const Option &option : verb.options)
            QVERIFY2(help.contains(QLatin1String(option.name)), option.name);
        QVERIFY(verb.run || verb.need == Need::Window || name == u"screenshots"_s);
    }
}

void ArgumentsTest::whatReadsOnly_doesNotAskForTheLock()
{
    const auto need = [](const QString &name, const QStringList &typed) {
        QString error;
        const Verb *verb = findVerb(name);
        return needOf(*verb, sortArguments(*verb, typed, &error));
    };
    QCOMPARE(need(u"note"_s, {u"id"_s}), Need::Read);
    QCOMPARE(need(u"note"_s, {u"id"_s, u"text"_s}), Need::Write);
    QCOMPARE(need(u"sources"_s, {}), Need::Read);
    QCOMPARE(need(u"sources"_s, {u"remove"_s, u"id"_s}), Need::Write);
    QCOMPARE(need(u"session"_s, {u"list"_s}), Need::Read);
    QCOMPARE(need(u"session"_s, {u"end"_s}), Need::Write);
    QCOMPARE(need(u"export"_s, {u"id"_s}), Need::Read);
    QCOMPARE(need(u"parse"_s, {u"x"_s}), Need::Nothing);
}

void ArgumentsTest::numbers_areAtLeastTheirLeast()
{
    Arguments arguments;
    arguments.values = {{u"--page"_s, u"7"_s}, {u"--n"_s, u"-3"_s}, {u"--x"_s, u"7a"_s}};
    QCOMPARE(arguments.number("--page", 1), std::optional(7));
    QCOMPARE(arguments.number("--page", 8), std::nullopt);
    QCOMPARE(arguments.number("--n", 1), std::nullopt);
    QCOMPARE(arguments.number("--x", 1), std::nullopt);
    QCOMPARE(arguments.number("--absent", 1), std::nullopt);
}

YAODIAN_TEST_GUILESS(ArgumentsTest)

} // namespace cli_arguments

#include "arguments.moc"
