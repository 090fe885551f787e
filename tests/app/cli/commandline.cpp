#include "process.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>
#include <QTest>

namespace cli_commandline {

using namespace Qt::StringLiterals;

/// The verbs as a script sees them: the real program on a library of its own.
class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerb_printsItsHelp();
    void parse_printsTheGoldFormat();
    void parse_readsStandardInput();
    void parse_ofAFeedWithOneIssue_isOneObject();
    void parse_reports();
    void aNewLibrary_listsAndFindsNothing();
    void theSamePostTwice_changesNothing();
    void list_hasTheFieldsScriptsRelyOn();
    void list_filters();
    void search_findsWhatWasImported();
    void marks_canBeUndoneInALaterRun();
    void anIdThatNamesNothingOrSeveral_isRefused();
    void aPoint_andANote_areWritten();
    void aSession_isStartedAndEnded();
    void export_writesOnePaperToStandardOutput();
    void export_findsOwnTemplatesByName();
    void export_writesFilesAndLeavesThemAloneTheSecondTime();
    void export_writesEveryFormatToStandardOutput();
    void export_writesEveryFormatIntoAFolder();
    void export_thatCannotBe_isOneLine();
    void annotations_comeBackThroughImport();
    void aCopyOfAPdf_hasItsHighlightsAndBeginsWithIt();

private:
    /// A library with the fixture's post in it; gives back its rows.
    static QJsonArray imported(const Program &program);
    static QString rowId(const QJsonArray &rows, const QString &titleBegins, const QString &field = u"id"_s);
};

QJsonArray CommandLineTest::imported(const Program &program)
{
    const Ran ran = program.run({u"import"_s, Program::fixture(u"daily.txt"_s), u"--json"_s});
    if (ran.exit != 0)
        qWarning("%s", ran.all().constData());
    return program.run({u"list"_s, u"--json"_s}).array();
}

QString CommandLineTest::rowId(const QJsonArray &rows, const QString &titleBegins, const QString &field)
{
    for (const QJsonValue &row : rows)
        if (row[u"title"_s].toString().startsWith(titleBegins))
            return row[field].toString();
    return {};
}

void CommandLineTest::everyVerb_printsItsHelp()
{
    const Program program;
    const Ran all = program.run({u"--help"_s});
    COMPARE_EXIT(all, 0);
    QVERIFY(all.err.isEmpty());
    for (const auto &verb :
         {u"parse"_s, u"import"_s, u"sources"_s, u"sync"_s,   u"fetch"_s,   u"list"_s, u"search"_s,     u"highlight"_s,
          u"point"_s, u"tie"_s,    u"note"_s,    u"mark"_s,   u"undo"_s,    u"redo"_s, u"session"_s,    u"export"_s,
          u"page"_s,  u"text"_s,   u"doctor"_s,  u"backup"_s, u"restore"_s, u"open"_s, u"screenshots"_s}) {
        QVERIFY2(all.out.contains("yaodian " + verb.toUtf8()), qPrintable(verb));
    }
    const Ran one = program.run({u"export"_s, u"--help"_s});
    COMPARE_EXIT(one, 0);
    QVERIFY(one.out.contains("--session"));
    COMPARE_EXIT(program.run({u"--version"_s}), 0);
    const Ran misused = program.run({u"parse"_s});
    COMPARE_EXIT(misused, 2);
    QCOMPARE(misused.errorLines(), 1);
    QVERIFY(misused.out.isEmpty());
    QVERIFY2(!QFileInfo::exists(program.library()), "help and misuse leave no library behind");
}

void CommandLineTest::parse_printsTheGoldFormat()
{
    const Program program;
    const Ran ran = program.run({u"parse"_s, u"--json"_s, Program::fixture(u"daily.txt"_s)});
    COMPARE_EXIT(ran, 0);
    const QJsonObject issue = ran.object();
    QCOMPARE(issue[u"legend"_s][u"CV"_s].toString(), u"计算机视觉"_s);
    const QJsonArray entries = issue[u"entries"_s].toArray();
    QCOMPARE(entries.size(), 3);
    const QJsonValue first = entries.at(0);
    QCOMPARE(first[u"n"_s].toInt(), 1);
    QCOMPARE(first[u"category"_s].toString(), u"CL"_s);
    QCOMPARE(first[u"title"_s].toString(), u"LLaMA: Open and Efficient Foundation Language Models"_s);
    QCOMPARE(first[u"key_points"_s].toArray().size(), 3);
    QCOMPARE(first[u"url"_s].toString(), u"https://arxiv.org/abs/2302.13971"_s);
    QCOMPARE(entries.at(2)[u"section"_s].toString(), u"also"_s);
    const Ran shown = program.run({u"parse"_s, Program::fixture(u"daily.txt"_s)});
    COMPARE_EXIT(shown, 0);
    QVERIFY(shown.out.contains("1. [CL] LLaMA"));
}

void CommandLineTest::parse_readsStandardInput()
{
    const Program program;
    const auto bytes = yaodian::readFile(Program::fixture(u"daily.txt"_s), 1 << 20);
    const Ran ran = program.run({u"parse"_s, u"--json"_s, u"-"_s}, *bytes);
    COMPARE_EXIT(ran, 0);
    QCOMPARE(ran.object(), program.run({u"parse"_s, u"--json"_s, Program::fixture(u"daily.txt"_s)}).object());
}

void CommandLineTest::parse_ofAFeedWithOneIssue_isOneObject()
{
    const Program program;
    const Ran ran = program.run({u"parse"_s, u"--json"_s, Program::fixture(u"feed.xml"_s)});
    COMPARE_EXIT(ran, 0);
    QCOMPARE(ran.object()[u"entries"_s].toArray().size(), 1);
}

void CommandLineTest::parse_reports()
{
    const Program program;
    const Ran letter = program.run({u"parse"_s, u"--json"_s, Program::fixture(u"letter.txt"_s)});
    COMPARE_EXIT(letter, 0);
    QVERIFY(letter.object().contains(u"entries"_s));
    QVERIFY(letter.object()[u"entries"_s].toArray().isEmpty());
    const Ran report = program.run({u"parse"_s, u"--report"_s, u"--json"_s, Program::fixture(u"letter.txt"_s)});
    COMPARE_EXIT(report, 0);
    QCOMPARE(report.object()[u"entries"_s].toInt(-1), 0);
    QVERIFY(report.object()[u"repairs"_s].isArray());
    const QStringList daily{u"parse"_s, u"--report"_s, Program::fixture(u"daily.txt"_s)};
    COMPARE_EXIT(program.run(daily), 0);
    const Ran read = program.run(daily + QStringList{u"--json"_s});
    COMPARE_EXIT(read, 0);
    QCOMPARE(read.object()[u"fields"_s].toObject()[u"title"_s].toInt(), read.object()[u"entries"_s].toInt(-1));
    QVERIFY(read.object()[u"doubts"_s].isArray());
    QVERIFY(read.object()[u"unparsed"_s].isArray());
}

void CommandLineTest::aNewLibrary_listsAndFindsNothing()
{
    const Program program;
    const Ran list = program.run({u"list"_s, u"--json"_s});
    COMPARE_EXIT(list, 0);
    QCOMPARE(list.out, QByteArray("[]\n"));
    const Ran search = program.run({u"search"_s, u"attention"_s, u"--json"_s});
    COMPARE_EXIT(search, 0);
    QCOMPARE(search.out, QByteArray("[]\n"));
    QVERIFY2(!QFileInfo::exists(program.library()), "reading makes no library");
}

void CommandLineTest::theSamePostTwice_changesNothing()
{
    const Program program;
    const Ran first = program.run({u"import"_s, Program::fixture(u"daily.txt"_s), u"--json"_s});
    COMPARE_EXIT(first, 0);
    QCOMPARE(first.object()[u"new"_s].toInt(), 1);
    const QByteArray before = program.run({u"list"_s, u"--json"_s}).out;
    const Ran second = program.run({u"import"_s, Program::fixture(u"daily.txt"_s), u"--json"_s});
    COMPARE_EXIT(second, 0);
    QCOMPARE(second.object()[u"new"_s].toInt(), 0);
    QCOMPARE(second.object()[u"unchanged"_s].toInt(), 1);
    QCOMPARE(second.object()[u"failed"_s].toArray(), QJsonArray());
    QCOMPARE(program.run({u"list"_s, u"--json"_s}).out, before);
}

void CommandLineTest::list_hasTheFieldsScriptsRelyOn()
{
    const Program program;
    const QJsonArray rows = imported(program);
    QCOMPARE(rows.size(), 3);
    const QStringList fields{u"categories"_s, u"category"_s, u"documents"_s,    u"highlights"_s,
                             u"id"_s,         u"issue"_s,    u"issue_title"_s,  u"paper"_s,
                             u"points"_s,     u"source"_s,   u"source_title"_s, u"starred"_s,
                             u"title"_s,      u"title_zh"_s, u"unread"_s,       u"verdict"_s};
    QCOMPARE(rows.at(0).toObject().keys(), fields);
    const QJsonObject llama = rows.at(0).toObject();
    QVERIFY(llama[u"unread"_s].toBool());
    QVERIFY(llama[u"verdict"_s].isNull());
    QVERIFY(llama[u"documents"_s].toArray().isEmpty());
    QCOMPARE(llama[u"points"_s].toInt(-1), 0);
}

void CommandLineTest::list_filters()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const Ran vision = program.run({u"list"_s, u"--json"_s, u"--category"_s, u"CV"_s});
    QCOMPARE(vision.array().size(), 1);
    QCOMPARE(vision.array().at(0)[u"title"_s].toString(), u"Deep Residual Learning for Image Recognition"_s);
    QCOMPARE(program.run({u"list"_s, u"--json"_s, u"--category"_s, u"XX"_s}).array().size(), 0);
    COMPARE_EXIT(program.run({u"mark"_s, rowId(rows, u"LLaMA"_s), u"--read"_s}), 0);
    QCOMPARE(program.run({u"list"_s, u"--json"_s, u"--unread"_s}).array().size(), 2);
    const QString issue = rows.at(0)[u"issue"_s].toString();
    QCOMPARE(program.run({u"list"_s, u"--json"_s, u"--issue"_s, issue.left(8)}).array().size(), 3);
    QVERIFY(program.run({u"list"_s}).out.contains("Attention Is All You Need"));
}

void CommandLineTest::search_findsWhatWasImported()
{
    const Program program;
    const QJsonArray rows = imported(program);
    for (const QString &query : {u"attention"_s, u"注意力"_s, u"by:Vaswani"_s}) {
        const Ran ran = program.run({u"search"_s, query, u"--json"_s});
        COMPARE_EXIT(ran, 0);
        QVERIFY2(!ran.array().isEmpty(), qPrintable(query));
        const QJsonObject hit = ran.array().at(0).toObject();
        QCOMPARE(hit.keys(), (QStringList{u"id"_s, u"page"_s, u"snippet"_s, u"title"_s, u"type"_s}));
        QCOMPARE(hit[u"id"_s].toString(), rowId(rows, u"Attention"_s));
        QCOMPARE(hit[u"type"_s].toString(), u"entry"_s);
    }
}

void CommandLineTest::marks_canBeUndoneInALaterRun()
{
    const Program program;
    const QString id = rowId(imported(program), u"LLaMA"_s);
    const Ran marked = program.run({u"mark"_s, id, u"--verdict"_s, u"keep"_s, u"--json"_s});
    COMPARE_EXIT(marked, 0);
    QCOMPARE(marked.object()[u"verdict"_s].toString(), u"keep"_s);
    QVERIFY2(!marked.object()[u"unread"_s].toBool(true), "a verdict makes a paper read");
    const Ran undone = program.run({u"undo"_s, u"--json"_s});
    COMPARE_EXIT(undone, 0);
    QVERIFY(!undone.object()[u"undone"_s].toString().isEmpty());
    QVERIFY(program.run({u"list"_s, u"--json"_s}).array().at(0)[u"verdict"_s].isNull());
    COMPARE_EXIT(program.run({u"redo"_s}), 0);
    const QJsonArray rows = program.run({u"list"_s, u"--json"_s}).array();
    QCOMPARE(rowId(rows, u"LLaMA"_s, u"verdict"_s), u"keep"_s);
    COMPARE_EXIT(program.run({u"undo"_s}), 0);
    const Ran nothing = program.run({u"undo"_s});
    COMPARE_EXIT(nothing, 1);
    QCOMPARE(nothing.errorLines(), 1);
}

void CommandLineTest::anIdThatNamesNothingOrSeveral_isRefused()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const Ran none = program.run({u"mark"_s, u"00000000"_s, u"--star"_s});
    COMPARE_EXIT(none, 1);
    QCOMPARE(none.errorLines(), 1);
    const QString outside = u"arXiv:2302.13971"_s;
    const Ran known = program.run({u"mark"_s, outside, u"--star"_s, u"--json"_s});
    COMPARE_EXIT(known, 0);
    QCOMPARE(known.object()[u"paper"_s].toString(), rowId(rows, u"LLaMA"_s, u"paper"_s));
    const QString id = rowId(rows, u"Attention"_s);
    for (const QString &part : {id.left(12), id.right(12), id.toUpper()})
        COMPARE_EXIT(program.run({u"mark"_s, part, u"--star"_s}), 0);
}

void CommandLineTest::aPoint_andANote_areWritten()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const QString id = rowId(rows, u"LLaMA"_s);
    const Ran point = program.run({u"point"_s, id, u"a point"_s, u"of mine"_s, u"--json"_s});
    COMPARE_EXIT(point, 0);
    QCOMPARE(point.object().keys(), QStringList{u"id"_s});
    COMPARE_EXIT(program.run({u"note"_s, id, u"- a list item"_s}), 0);
    COMPARE_EXIT(program.run({u"note"_s, id, u"--append"_s, u"-"_s}, "second 段落"), 0);
    const Ran note = program.run({u"note"_s, id, u"--json"_s});
    QCOMPARE(note.object()[u"note"_s].toString(), u"- a list item\n\nsecond 段落"_s);
    const QJsonArray after = program.run({u"list"_s, u"--json"_s}).array();
    for (const QJsonValue &row : after)
        QCOMPARE(row[u"points"_s].toInt(), row[u"id"_s].toString() == id ? 1 : 0);
}

void CommandLineTest::aSession_isStartedAndEnded()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const Ran none = program.run({u"session"_s, u"next"_s});
    COMPARE_EXIT(none, 1);
    const QString first = rowId(rows, u"LLaMA"_s);
    const Ran started = program.run({u"session"_s, u"start"_s, first, rowId(rows, u"Attention"_s), u"--json"_s});
    COMPARE_EXIT(started, 0);
    QCOMPARE(started.object()[u"queue"_s].toArray().size(), 2);
    const Ran next = program.run({u"session"_s, u"next"_s, u"--verdict"_s, u"keep"_s, u"--json"_s});
    COMPARE_EXIT(next, 0);
    QCOMPARE(next.object()[u"paper"_s].toString(), rowId(rows, u"Attention"_s, u"paper"_s));
    const Ran ended = program.run({u"session"_s, u"end"_s, u"--json"_s});
    COMPARE_EXIT(ended, 0);
    QCOMPARE(ended.object()[u"keep"_s].toInt(), 1);
    const Ran list = program.run({u"session"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.object()[u"sessions"_s].toArray().size(), 1);
    const Ran markdown = program.run({u"export"_s, u"--session"_s, ended.object()[u"id"_s].toString()});
    COMPARE_EXIT(markdown, 0);
    QVERIFY2(markdown.out.contains("LLaMA"), markdown.out.constData());
}

void CommandLineTest::export_writesOnePaperToStandardOutput()
{
    const Program program;
    const QJsonArray rows = imported(program);
    COMPARE_EXIT(program.run({u"point"_s, rowId(rows, u"LLaMA"_s), u"a point of mine"_s}), 0);
    const Ran ran = program.run({u"export"_s, rowId(rows, u"LLaMA"_s)});
    COMPARE_EXIT(ran, 0);
    QVERIFY(ran.out.startsWith("---\n"));
    QVERIFY(ran.out.contains("yaodian: \"" + rowId(rows, u"LLaMA"_s, u"paper"_s).toUtf8() + '"'));
    QVERIFY(ran.out.contains("a point of mine ^pt-"));
}

void CommandLineTest::export_findsOwnTemplatesByName()
{
    const Program program;
    const QString id = rowId(imported(program), u"LLaMA"_s);
    QVERIFY(QDir().mkpath(program.file(u"library/templates"_s)));
    program.write(u"library/templates/mine.mustache"_s, "{{#paper}}own: {{title}}{{/paper}}");
    program.write(u"file.mustache"_s, "{{#paper}}file: {{title}}{{/paper}}");
    const Ran own = program.run({u"export"_s, id, u"--template"_s, u"mine"_s});
    COMPARE_EXIT(own, 0);
    QVERIFY2(own.out.startsWith("own: LLaMA"), own.out.constData());
    QVERIFY(program.run({u"export"_s, id, u"--template"_s, u"file.mustache"_s}).out.startsWith("file: LLaMA"));
    program.write(u"library/templates/mine.mustache"_s, "{{#paper}}\n{{#points}}");
    const Ran broken = program.run({u"export"_s, id, u"--template"_s, u"mine"_s});
    COMPARE_EXIT(broken, 1);
    QVERIFY2(broken.errorLines() == 1 && broken.all().contains("2"), broken.all().constData());
}

void CommandLineTest::export_writesFilesAndLeavesThemAloneTheSecondTime()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const Ran empty = program.run({u"export"_s, u"--all"_s, u"--to"_s, u"out"_s, u"--json"_s});
    COMPARE_EXIT(empty, 0);
    QVERIFY(empty.object()[u"files"_s].toArray().isEmpty());
    COMPARE_EXIT(program.run({u"note"_s, rowId(rows, u"LLaMA"_s), u"words"_s}), 0);
    const Ran first = program.run({u"export"_s, u"--all"_s, u"--to"_s, u"out"_s, u"--json"_s});
    COMPARE_EXIT(first, 0);
    QCOMPARE(first.object()[u"files"_s].toArray().size(), 1);
    const QString file = first.object()[u"files"_s].toArray().at(0).toString();
    QVERIFY2(file.startsWith(program.file(u"out"_s)), qPrintable(file));
    const auto before = yaodian::readFile(file, 1 << 20);
    const Ran second = program.run({u"export"_s, u"--all"_s, u"--to"_s, u"out"_s, u"--json"_s});
    QCOMPARE(second.object()[u"unchanged"_s].toInt(), 1);
    QCOMPARE(*yaodian::readFile(file, 1 << 20), *before);
}

void CommandLineTest::export_writesEveryFormatToStandardOutput()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const QString id = rowId(rows, u"LLaMA"_s);
    COMPARE_EXIT(program.run({u"point"_s, id, u"a point of mine"_s}), 0);
    const auto exported = [&](const QString &format, bool json = false) {
        return program.run(QStringList{u"export"_s, id, u"--format"_s, format} +
                           (json ? QStringList{u"--json"_s} : QStringList()));
    };
    const Ran bibtex = exported(u"bibtex"_s);
    COMPARE_EXIT(bibtex, 0);
    QVERIFY2(bibtex.out.startsWith("@misc{touvron2023llama-"), bibtex.out.constData());
    QCOMPARE(exported(u"bibtex"_s, true).object()[u"bibtex"_s].toString().toUtf8(), bibtex.out);
    const Ran csl = exported(u"csl-json"_s);
    QCOMPARE(csl.array().size(), 1);
    QCOMPARE(csl.array()[0][u"number"_s].toString(), u"arXiv:2302.13971"_s);
    QCOMPARE(exported(u"csl-json"_s, true).object()[u"csl-json"_s].toArray(), csl.array());
    const Ran annotations = exported(u"annotations"_s);
    QCOMPARE(annotations.object()[u"type"_s].toString(), u"AnnotationCollection"_s);
    QCOMPARE(exported(u"annotations"_s, true).object()[u"annotations"_s].toObject(), annotations.object());
    const Ran anki = exported(u"anki"_s);
    QVERIFY(anki.out.startsWith("#separator:tab\n") && anki.out.contains("a point of mine"));
    QCOMPARE(exported(u"anki"_s, true).object()[u"anki"_s].toString().toUtf8(), anki.out);
    COMPARE_EXIT(program.run({u"session"_s, u"start"_s, id}), 0);
    const QString session = program.run({u"session"_s, u"end"_s, u"--json"_s}).object()[u"id"_s].toString();
    const Ran report = program.run({u"export"_s, u"--session"_s, session, u"--format"_s, u"report"_s});
    COMPARE_EXIT(report, 0);
    QVERIFY(report.out.startsWith("<!DOCTYPE html>") && report.out.contains("a point of mine"));
}

void CommandLineTest::export_writesEveryFormatIntoAFolder()
{
    const Program program;
    const QJsonArray rows = imported(program);
    const QString issue = rows.at(0)[u"issue"_s].toString();
    COMPARE_EXIT(program.run({u"point"_s, rowId(rows, u"LLaMA"_s), u"a point of mine"_s}), 0);
    COMPARE_EXIT(program.run({u"session"_s, u"start"_s, rowId(rows, u"LLaMA"_s)}), 0);
    const QString session = program.run({u"session"_s, u"end"_s, u"--json"_s}).object()[u"id"_s].toString();
    const auto written = [&](const QString &format, const QStringList &what) {
        const QStringList into{u"--format"_s, format, u"--to"_s, u"out"_s, u"--json"_s};
        return program.run(QStringList{u"export"_s} + what + into).object();
    };
    const QList<std::pair<QString, QStringList>> all{{u"bibtex"_s, {u"--issue"_s, issue}},
                                                     {u"csl-json"_s, {u"--all"_s}},
                                                     {u"annotations"_s, {rowId(rows, u"LLaMA"_s)}},
                                                     {u"anki"_s, {u"--session"_s, session}},
                                                     {u"report"_s, {u"--session"_s, session}}};
    for (const auto &[format, what] : all) {
        const QJsonObject first = written(format, what);
        QVERIFY2(first[u"files"_s].toArray().size() == 1, qPrintable(format));
        const QString file = first[u"files"_s][0].toString();
        QVERIFY2(file.startsWith(program.file(u"out/"_s)), qPrintable(file));
        const QByteArray before = *yaodian::readFile(file, 1 << 20);
        QCOMPARE(written(format, what)[u"unchanged"_s].toInt(), 1);
        QCOMPARE(*yaodian::readFile(file, 1 << 20), before);
    }
    QCOMPARE(yaodian::readFile(program.file(u"out/yaodian.bib"_s), 1 << 20)->count("@misc{"), 3);
}

void CommandLineTest::export_thatCannotBe_isOneLine()
{
    const Program program;
    const QJsonArray rows = imported(program);
    QVERIFY(QDir().mkpath(program.file(u"out"_s)));
    program.write(u"out/yaodian.bib"_s, "@misc{open, title = {");
    const QString id = rowId(rows, u"LLaMA"_s);
    for (const QStringList &typed : {QStringList{id, u"--format"_s, u"bibtex"_s, u"--to"_s, u"out"_s},
                                     QStringList{id, u"--format"_s, u"anki"_s, u"--to"_s, u"out/yaodian.bib"_s},
                                     QStringList{u"zzzz"_s, u"--format"_s, u"csl-json"_s},
                                     QStringList{u"--session"_s, u"zzzz"_s, u"--format"_s, u"report"_s}}) {
        const Ran ran = program.run(QStringList{u"export"_s} + typed);
        COMPARE_EXIT(ran, 1);
        QVERIFY2(ran.errorLines() == 1 && ran.out.isEmpty(), ran.all().constData());
    }
    QCOMPARE(*yaodian::readFile(program.file(u"out/yaodian.bib"_s), 100), QByteArray("@misc{open, title = {"));
}

void CommandLineTest::annotations_comeBackThroughImport()
{
    const Program program;
    const QString tour = QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf");
    COMPARE_EXIT(program.run({u"import"_s, tour}), 0);
    const QString id = program.run({u"list"_s, u"--json"_s}).array().at(0)[u"paper"_s].toString();
    const QByteArray words = program.run({u"text"_s, tour, u"--page"_s, u"1"_s}).out.simplified();
    const QString quote = QString::fromUtf8(words).section(u' ', 0, 3);
    COMPARE_EXIT(program.run({u"highlight"_s, id, u"--page"_s, u"1"_s, u"--text"_s, quote, u"--kind"_s, u"limit"_s}),
                 0);
    const Ran annotations = program.run({u"export"_s, id, u"--format"_s, u"annotations"_s});
    COMPARE_EXIT(annotations, 0);
    program.write(u"mine.jsonld"_s, annotations.out);
    COMPARE_EXIT(program.run({u"undo"_s}), 0);
    const QStringList import{u"import"_s, program.file(u"mine.jsonld"_s), u"--json"_s};
    QCOMPARE(program.run(import).object()[u"new"_s].toInt(), 1);
    QCOMPARE(program.run(import).object()[u"unchanged"_s].toInt(), 1);
    QCOMPARE(program.run({u"import"_s, u"-"_s, u"--json"_s}, annotations.out).object()[u"unchanged"_s].toInt(), 1);
    QCOMPARE(program.run({u"export"_s, id, u"--format"_s, u"annotations"_s}).out, annotations.out);

    // Somebody else's, which say only what and where: the words are looked for in the PDF.
    QByteArray theirs = annotations.out;
    theirs.replace("yaodian:document", "x:document").replace("urn:uuid:", "urn:other:");
    program.write(u"theirs.json"_s, theirs);
    const Ran ran = program.run({u"import"_s, program.file(u"theirs.json"_s), u"--json"_s});
    COMPARE_EXIT(ran, 0);
    QVERIFY2(ran.object()[u"new"_s].toInt() == 1, ran.all().constData());
}

void CommandLineTest::aCopyOfAPdf_hasItsHighlightsAndBeginsWithIt()
{
    const Program program;
    const QString tour = QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf");
    COMPARE_EXIT(program.run({u"import"_s, tour}), 0);
    const QString id = program.run({u"list"_s, u"--json"_s}).array().at(0)[u"paper"_s].toString();
    const QStringList copy{u"export"_s, id, u"--format"_s, u"pdf"_s};
    COMPARE_EXIT(program.run(copy), 2); // it needs a place
    const Ran early = program.run(copy + QStringList{u"--to"_s, u"out"_s});
    COMPARE_EXIT(early, 1);
    QVERIFY2(early.errorLines() == 1 && early.out.isEmpty(), early.all().constData());
    const QByteArray words = program.run({u"text"_s, tour, u"--page"_s, u"1"_s}).out.simplified();
    const QString quote = QString::fromUtf8(words).section(u' ', 0, 3);
    COMPARE_EXIT(program.run({u"highlight"_s, id, u"--page"_s, u"1"_s, u"--text"_s, quote}), 0);
    const QByteArray original = *yaodian::readFile(tour, 1 << 26);
    const QStringList toFolder = copy + QStringList{u"--to"_s, u"out"_s, u"--json"_s};
    const QJsonObject first = program.run(toFolder).object();
    QCOMPARE(first[u"files"_s].toArray().size(), 1);
    const QByteArray bytes = *yaodian::readFile(first[u"files"_s][0].toString(), 1 << 26);
    QVERIFY(bytes.startsWith(original) && bytes.size() > original.size());
    QCOMPARE(program.run(toFolder).object()[u"unchanged"_s].toInt(), 1);
    const Ran toFile = program.run(copy + QStringList{u"--to"_s, u"mine.pdf"_s});
    COMPARE_EXIT(toFile, 0);
    QVERIFY(yaodian::readFile(program.file(u"mine.pdf"_s), 1 << 26)->startsWith(original));
}

YAODIAN_TEST_GUILESS(CommandLineTest)

} // namespace cli_commandline

#include "commandline.moc"
