#include "app/base/files.h"
#include "app/exporting/names.h"
#include "app/exporting/printer.h"
#include "app/exporting/templates.h"
#include "app/reading/reading.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QRegularExpression>
#include <QtTest>

namespace exporting_templates {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using library::PaperId;

QByteArray builtIn(const QString &name)
{
    return *Templates(u"/none"_s).text(name);
}

/// The first sentence of what is said of a template, its line before it: "3! Line 3: …"; "!" where it is a mistake.
QString said(const QByteArray &text)
{
    const QList<TemplateRemark> remarks = checkedTemplate(text);
    if (remarks.isEmpty())
        return {};
    return QString::number(remarks[0].line) + (remarks[0].isMistake ? u"! "_s : u" "_s) + remarks[0].sentence;
}

/// One in which nothing is wrong, `middle` in the part of a paper, from line 5 on.
QByteArray around(const QByteArray &middle)
{
    return "{{#paper}}\n---\nyaodian: \"{{id}}\"\n---\n" + middle +
           "\n{{#region_note}}\n{{note}}\n{{/region_note}}\n{{/paper}}\n";
}

class ExportingTemplates : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A paper with all that a template can name of one.
    struct Full : tests::Desk
    {
        PaperId paper;
        Full()
        {
            paper = papers[0];
            const auto passage = mark(paper, u"the words that back it"_s, u"method"_s, u"why so"_s);
            mark(paper, u"a loose passage"_s, u"result"_s);
            const auto mine = point(paper, u"One *point* of mine"_s);
            if (!notes.tie(mine, passage) || !notes.setNote(paper, u"My note\n\nof two parts"_s))
                qFatal("the paper could not be made");
        }
        [[nodiscard]] Result<TemplatePreview> preview(const QByteArray &text, const CancelToken &token = {}) const
        {
            return previewOf(*shelf.library, paper, text, Template::Groups::None, token);
        }
        [[nodiscard]] QString value(const QString &where, const QString &name) const
        {
            for (const Variable &one : templateVariables(*shelf.library, paper))
                if (one.where == where && one.name == name)
                    return one.value;
            return u"(not there)"_s;
        }
    };

private Q_SLOTS:
    void builtInOnes_haveNothingWrong()
    {
        for (const QString &name : Templates::builtIn()) {
            QVERIFY(!builtIn(name).isEmpty());
            QCOMPARE(said(builtIn(name)), QString());
        }
    }

    void everyNameOfTheBuiltIn_isListed_withAMeaning()
    {
        const tests::Desk desk;
        QSet<QString> listed;
        for (const Variable &one : templateVariables(*desk.shelf.library, desk.papers[0])) {
            QVERIFY2(!one.meaning.isEmpty(), qPrintable(one.name));
            const qsizetype before = listed.size();
            listed << one.where + u'/' + one.name;
            QVERIFY2(listed.size() == before + 1, qPrintable(one.name)); // none twice
        }
        static const QRegularExpression tag(u"\\{\\{[#^]?([a-z_]+)\\}\\}"_s);
        int seen = 0;
        for (const QString &name : Templates::builtIn()) {
            auto it = tag.globalMatch(QString::fromUtf8(builtIn(name)));
            for (; it.hasNext(); ++seen) {
                const QString used = u'/' + it.next().captured(1);
                QVERIFY2(std::any_of(listed.begin(), listed.end(), [&](const QString &l) { return l.endsWith(used); }),
                         qPrintable(used));
            }
        }
        QVERIFY(seen > 300);
    }

    /// The other way round: what is listed is there. (That views set nothing else is asserted where they set it.)
    void everyListedName_isInTheViews()
    {
        Full desk;
        const Lookups lookups(*desk.shelf.library);
        Regions regions;
        const data paper = paperView(lookups, *desk.shelf->paper(desk.paper), regions);
        const data issue = issueView(lookups, *desk.shelf->issueRow(desk.stored.id), regions);
        reading::Reading reading(*desk.shelf.library, desk.notes, desk.shelf.clock, desk.shelf.ids);
        QVERIFY(reading.start(desk.papers).ok());
        const data session = sessionView(lookups, *reading.end(), regions);
        const data list = listView(lookups, {desk.papers, u"A list"_s, u"id"_s}, regions);
        int seen = 0;
        for (const ScopePlace &place : scopePlaces()) {
            for (const data *view : {&paper, &issue, &session, &list}) {
                const data *thing = view;
                for (const QString &section : place.where) {
                    thing = thing ? thing->get(section.toStdString()) : nullptr;
                    if (thing && thing->is_list())
                        thing = thing->list_value().empty() ? nullptr : &thing->list_value().front();
                }
                if (!thing || place.where.isEmpty())
                    continue;
                ++seen;
                for (const Name &name : namesOf(place.scope))
                    QVERIFY2(thing->get(name.name),
                             qPrintable(place.where.join(u' ') + u' ' + QLatin1StringView(name.name)));
            }
        }
        QCOMPARE(seen, int(scopePlaces().size()) - 1); // each but the outermost
    }

    void values_areThoseOfThePaper_onOneLine()
    {
        const Full desk;
        QCOMPARE(desk.value(u"paper"_s, u"title"_s), u"First Paper"_s);
        QCOMPARE(desk.value(u"paper"_s, u"note"_s), u"My note of two parts"_s); // no marks, one line
        QCOMPARE(desk.value(u"paper"_s, u"doi"_s), QString());
        QCOMPARE(desk.value(u"paper points"_s, u"text"_s), u"One *point* of mine"_s);
        QCOMPARE(desk.value(u"paper points"_s, u"own"_s), u"yes"_s);
        QCOMPARE(desk.value(u"paper"_s, u"highlights"_s), u"1"_s);
        QCOMPARE(desk.value(u"paper points evidence"_s, u"comment"_s), u"why so"_s);
        QCOMPARE(desk.value(u"paper"_s, u"region_note"_s), QString());
        QCOMPARE(desk.value(u"issue"_s, u"title"_s), QString()); // of no paper
    }

    void mistakes_areOneSentence_withItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("unclosed section", "{{#paper}}\n{{#points}}\n{{text}}\n",
            u"2! Line 2: the section {{#points}} is never closed."_s);
        row("unclosed tag", "{{#paper}}\n\n{{title", u"3! Line 3: a tag begins with {{ and has no }}."_s);
        row("unclosed triple", "\n{{{title}}", u"2! Line 2: a tag begins with {{ and has no }}}."_s);
        row("unopened", "{{#paper}}\n{{/paper}}\n{{/points}}",
            u"3! Line 3: {{/points}} closes a section that was not opened."_s);
        row("crossed", "{{#paper}}\n{{#points}}\n{{/paper}}{{/points}}",
            u"3! Line 3: {{/paper}} stands where {{/points}} is due, for the section of line 2."_s);
        row("partial", around("{{> header }}"),
            u"5! Line 5: {{>header}} asks for another template, and a template stands by itself here."_s);
        row("delimiters", around("{{=<%=}}"), u"5! Line 5: the tag that sets other braces cannot be read."_s);
        row("unknown", around("a\n{{titel}}"), u"6! Line 6: there is no variable {{titel}}."_s);
        row("unknown section", around("{{#note_s}}{{/note_s}}"), u"5! Line 5: there is no variable {{note_s}}."_s);
        row("unknown in other braces", around("{{=<% %>=}}\n<% titel %>\n<%={{ }}=%>"),
            u"6! Line 6: there is no variable {{titel}}."_s);
        row("out of its section", around("{{quote}}"),
            u"5! Line 5: {{quote}} has no value here, only within {{#evidence}}."_s);
        row("a region as a value", around("{{region_points}}"),
            u"5! Line 5: {{region_points}} is a section: it is written {{#region_points}} … {{/region_points}}."_s);
        row("a list as a value", around("{{points}}"),
            u"5! Line 5: {{points}} is a section: it is written {{#points}} … {{/points}}."_s);
        row("other thing's name", "{{#paper}}\n{{started}}\n{{/paper}}",
            u"2! Line 2: {{started}} has no value here, only within {{#session}}."_s);
        row("NUL", around(QByteArray("\0", 1)), u"0! The template is no text in UTF-8."_s);
        row("not UTF-8", around("\xff"), u"0! The template is no text in UTF-8."_s);
        row("5 MB", QByteArray(5'000'000, 'a'), u"0! The template is longer than 256 KB."_s);
        row("deep", QByteArray("{{#points}}").repeated(20'000),
            u"1! Line 1: more than 24 sections stand in each other."_s);
        row("many tags", QByteArray("{{id}}").repeated(30'000), u"1! Line 1: there are more than 20000 tags."_s);
    }

    void mistakes_areOneSentence_withItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(said(text), expected);
    }

    void whatBreaksTheWayBack_isSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("fine", around("{{#points}}{{text}}{{#evidence}}{{quote}}{{/evidence}}{{/points}}{{paper.title}}"), {});
        row("no regions", "{{#paper}}{{title}}{{/paper}}",
            u"0 Without managed regions a file is written once and never brought up to date."_s);
        row("no paper", "{{#issue}}{{title}}{{/issue}}",
            u"0 Of a paper nothing is written: {{#paper}} … {{/paper}} is missing."_s);
        row("twice", around("{{#region_note}}a{{/region_note}}"),
            u"6 Line 6: the region {{#region_note}} is there twice, and edits in it would not be told apart."_s);
        row("one or the other",
            around("{{#doi}}{{#region_points}}a{{/region_points}}{{/doi}}{{^doi}}{{#region_points}}b{{/"
                   "region_points}}{{/doi}}"),
            {});
        row("in a list", around("{{#points}}\n{{#region_points}}{{text}}{{/region_points}}{{/points}}"),
            u"6 Line 6: {{#region_points}} comes again for each of {{#points}}, and edits in it would not be told apart."_s);
        row("of each", around("{{#digests}}{{#region}}{{one_line}}{{/region}}{{/digests}}"), {});
        row("within another",
            around("{{#region_points}}{{#region_highlights}}{{/region_highlights}}{{/region_points}}"),
            u"5 Line 5: a region within a region is only text of the outer one."_s);
        row("markers", around("<!-- yaodian:begin mine -->"),
            u"5 Line 5: markers of regions are written by the program itself."_s);
    }

    void whatBreaksTheWayBack_isSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(said(text), expected);
    }

    void preview_isWhatTheExportWrites()
    {
        const Full desk;
        const Markdown markdown(*desk.shelf.library);
        for (const QByteArray &text :
             {builtIn(u"plain"_s), builtIn(u"obsidian"_s), builtIn(u"logseq"_s), around("{{web}}"),
              QByteArray("{{#paper}}no front matter: {{title}}{{/paper}}")}) {
            const QString form = m_folder.filePath(u"form"_s);
            QVERIFY(writeFileAtomically(form, text).ok());
            QTemporaryDir out;
            const auto written = markdown.writePapers({desk.paper}, out.path(), {form});
            QVERIFY2(written.ok(), qPrintable(written.ok() ? QString() : written.error().message));
            QCOMPARE(desk.preview(text)->markdown->toUtf8(), *readFile(written->files.first(), 1 << 20));
        }
    }

    void ids_areLookedAt_inWhatIsWritten()
    {
        const Full desk;
        const QByteArray without = QByteArray(around("")).replace("yaodian: \"{{id}}\"", "a: 1");
        QCOMPARE(desk.preview(without)->remarks.first().sentence,
                 u"The front matter has no line yaodian: \"{{id}}\"; exports add it."_s);
        const QByteArray other = QByteArray(around("")).replace("{{id}}", desk.papers[1].toString().toLatin1());
        const TemplateRemark remark = desk.preview(other)->remarks.first();
        QCOMPARE(remark.line, 3);
        QVERIFY2(remark.sentence.contains(u"another one than the paper's"), qPrintable(remark.sentence));
        QVERIFY(desk.preview(around(""))->remarks.isEmpty());
    }

    /// Points within points within points: what each level writes is written for each of the level above.
    void aTemplateThatRepeatsItself_isStopped()
    {
        Full desk;
        for (int i = 0; i < 20; ++i)
            desk.point(desk.paper, u"Point %1"_s.arg(i));
        const auto nested = [](int depth, const QByteArray &core) {
            return around(QByteArray("{{#points}}").repeated(depth) + core + QByteArray("{{/points}}").repeated(depth));
        };
        QVERIFY(desk.preview(nested(2, "x"))->markdown.has_value());
        QVERIFY(desk.notes.setNote(desk.paper, QString(500'000, u'x')).ok());
        for (const QByteArray &core : {QByteArray(), QByteArray(10'000, 'x'), QByteArray("{{^note}}{{/note}}")}) {
            const auto preview = desk.preview(nested(20, core));
            QVERIFY(preview.ok());
            QVERIFY(!preview->markdown);
            QCOMPARE(preview->remarks.first().sentence, u"The template repeats itself too often; it was stopped."_s);
        }
        const auto regions =
            desk.preview(around("{{#points}}{{#points}}{{#points}}{{#region_points}}" + QByteArray(20'000, 'x') +
                                "{{/region_points}}{{/points}}{{/points}}{{/points}}"));
        QVERIFY(!regions->markdown);
    }

    void exports_stopToo_andWriteNothing()
    {
        Full desk;
        for (int i = 0; i < 20; ++i)
            desk.point(desk.paper, u"Point %1"_s.arg(i));
        QVERIFY(desk.notes.setNote(desk.paper, QString(500'000, u'x')).ok()); // is looked up again and again
        const Templates own = Templates::of(*desk.shelf.library);
        QVERIFY(own.copy(u"loop"_s, around(QByteArray("{{#points}}").repeated(20) + "{{^note}}{{/note}}" +
                                           QByteArray("{{/points}}").repeated(20)))
                    .ok());
        QTemporaryDir out;
        const auto written = Markdown(*desk.shelf.library).writePapers({desk.paper}, out.path(), {u"loop"_s});
        QVERIFY(!written.ok());
        QCOMPARE(written.error().message, u"The template repeats itself too often; it was stopped."_s);
        QVERIFY(QDir(out.path()).isEmpty());
    }

    void cancelled_saysNothing()
    {
        const Full desk;
        CancelSource source;
        source.request_stop();
        const auto preview = desk.preview(builtIn(u"plain"_s), source.get_token());
        QVERIFY(!preview.ok() && preview.error().isCancelled());
    }

    /// The library would take the note for a template, and one that asks for itself without end.
    void aNote_isNeverATemplate()
    {
        Full desk;
        QVERIFY(desk.notes.setNote(desk.paper, u"{{> note}}{{title}}"_s).ok());
        const QString form = m_folder.filePath(u"partial"_s);
        QVERIFY(writeFileAtomically(form, around("{{> note}}")).ok());
        QVERIFY(!Markdown(*desk.shelf.library).paper(desk.paper, {form}).ok());
        const QString written = *desk.preview(around(""))->markdown;
        QVERIFY2(written.contains(u"{{> note}}{{title}}"_s), qPrintable(written));
    }

    void ownOnes_areFiles_foundByName()
    {
        const Full desk;
        const Templates own = Templates::of(*desk.shelf.library);
        QVERIFY(own.own().isEmpty());
        QCOMPARE(*own.copy(u"plain"_s, around("1")), u"plain 2"_s);
        QCOMPARE(*own.copy(u"plain 2"_s, around("2")), u"plain 3"_s);
        QCOMPARE(own.own(), (QStringList{u"plain 2"_s, u"plain 3"_s}));
        QVERIFY(QFileInfo(desk.shelf.path() + u"/templates/plain 2.mustache"_s).isFile());
        QVERIFY(own.rename(u"plain 2"_s, u"我的"_s).ok());
        QCOMPARE(*own.text(u"我的"_s), around("1"));
        const auto text = Markdown(*desk.shelf.library).paper(desk.paper, {u"我的"_s});
        QVERIFY(text.ok() && text->contains(u"\n1\n"));
        QVERIFY(!own.has(u"plain"_s));
        QFile::copy(own.path(u"我的"_s), own.path(u"plain"_s)); // hides no built-in one
        QVERIFY(!own.own().contains(u"plain"_s));
        QVERIFY(!Markdown(*desk.shelf.library).paper(desk.paper, {u"plain"_s})->contains(u"\n1\n"));
    }

    void badNames_areRefused_andNothingIsReplaced()
    {
        const Templates own(m_folder.filePath(u"own"_s));
        QCOMPARE(*own.copy(u"one"_s, "1"), u"one"_s);
        QCOMPARE(*own.copy(u"two"_s, "2"), u"two"_s);
        for (const QString &bad : {QString(), u"../up"_s, u"a/b"_s, u"a\\b"_s, u".hidden"_s, u" blank"_s, u"plain"_s,
                                   u"two"_s, QString(61, u'x'), u"a\nb"_s, QString(59, u'长') + u"度"_s.repeated(9)}) {
            QVERIFY2(!own.rename(u"one"_s, bad).ok(), qPrintable(bad));
            QVERIFY(!own.has(u"../own/one"_s));
        }
        QCOMPARE(*own.text(u"two"_s), QByteArray("2"));
        QCOMPARE(*own.text(u"one"_s), QByteArray("1"));
        QVERIFY(!own.rename(u"gone"_s, u"there"_s).ok());
    }

    void removedOnes_areKept_andComeBack()
    {
        const Templates own(m_folder.filePath(u"kept"_s));
        QVERIFY(own.copy(u"mine"_s, "first"_ba).ok());
        const auto first = own.remove(u"mine"_s);
        QVERIFY(first.ok() && first->endsWith(u"/mine.mustache~"_s));
        QVERIFY(own.own().isEmpty());
        QVERIFY(own.copy(u"mine"_s, "second"_ba).ok());
        const auto second = own.remove(u"mine"_s);
        QVERIFY(second->endsWith(u"/mine.mustache~2"_s));
        QCOMPARE(*readFile(*first, 100), QByteArray("first"));
        QCOMPARE(*own.putBack(*second), u"mine"_s);
        QCOMPARE(*own.putBack(*first), u"mine 2"_s);
        QCOMPARE(*own.text(u"mine 2"_s), QByteArray("first"));
        QVERIFY(!own.remove(u"nothing"_s).ok());
    }

    void whatSomebodyElseWrote_isNotWrittenOver()
    {
        const Templates own(m_folder.filePath(u"saved"_s));
        QVERIFY(own.copy(u"mine"_s, "a"_ba).ok());
        QVERIFY(!own.save(u"mine"_s, "b"_ba, "a"_ba)->isOther);
        QCOMPARE(*own.text(u"mine"_s), QByteArray("b"));
        QVERIFY(own.save(u"mine"_s, "c"_ba, "a"_ba)->isOther);
        QCOMPARE(*own.text(u"mine"_s), QByteArray("b"));
        QVERIFY(QFile::remove(own.path(u"mine"_s)));
        QVERIFY(!own.save(u"mine"_s, "d"_ba, "b"_ba)->isOther);
        QCOMPARE(*own.text(u"mine"_s), QByteArray("d"));
    }

    void filesThatAreNoTemplates_areOneSentence()
    {
        const Templates own(m_folder.filePath(u"bad"_s));
        QVERIFY(QDir().mkpath(m_folder.filePath(u"bad"_s)));
        const std::pair<QString, QByteArray> files[] = {
            {u"nul"_s, QByteArray("a\0b", 3)}, {u"latin"_s, "\xe4"_ba}, {u"large"_s, QByteArray(5'000'000, 'x')}};
        for (const auto &[name, bytes] : files) {
            QVERIFY(writeFileAtomically(own.path(name), bytes).ok());
            const auto text = own.text(name);
            QVERIFY(!text.ok());
            QVERIFY2(text.error().message.contains(name), qPrintable(text.error().message));
        }
        QVERIFY(!own.text(u"not there"_s).ok());
    }
};

YAODIAN_TEST_GUILESS(ExportingTemplates)

} // namespace exporting_templates

#include "exporting_templates.moc"
