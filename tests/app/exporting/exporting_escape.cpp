#include "app/exporting/escape.h"
#include "markdownreader.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

namespace exporting_escape {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using tests::readMarkdown;

/// Pieces of which hostile texts are made.
const QStringList pieces{u"[a](javascript:alert(1))"_s,
                         u"](javascript:"_s,
                         u"[["_s,
                         u"]]"_s,
                         u"<script>"_s,
                         u"</b>"_s,
                         u"<!--"_s,
                         u"-->"_s,
                         u"`"_s,
                         u"```"_s,
                         u"~~~"_s,
                         u"~~"_s,
                         u"*"_s,
                         u"**"_s,
                         u"_"_s,
                         u"__"_s,
                         u"snake_case"_s,
                         u"$x$"_s,
                         u"$$"_s,
                         u"|"_s,
                         u"---"_s,
                         u"==="_s,
                         u"=="_s,
                         u"%%"_s,
                         u"#"_s,
                         u"#tag"_s,
                         u"C#"_s,
                         u"1."_s,
                         u"12)"_s,
                         u"+"_s,
                         u"- [x]"_s,
                         u">"_s,
                         u"&amp;"_s,
                         u"&#60;"_s,
                         u"&"_s,
                         u"\\"_s,
                         u"\\*"_s,
                         u"!"_s,
                         u"^id"_s,
                         u":"_s,
                         u"{{query}}"_s,
                         u"((id))"_s,
                         u"<%"_s,
                         u"要点"_s,
                         u"，"_s,
                         u"😀"_s,
                         u"word"_s,
                         u" "_s,
                         u"  "_s,
                         u"\n"_s,
                         u"\""_s,
                         u"'"_s,
                         u"@a"_s,
                         u"\t"_s,
                         u"<!-- yaodian:end points -->"_s,
                         u"<https://e.org>"_s,
                         u"://"_s,
                         u"."_s,
                         u"."_s};

QString hostile(QRandomGenerator &random)
{
    QString text;
    for (int n = random.bounded(1, 9); n > 0; --n)
        text += pieces[random.bounded(int(pieces.size()))];
    return text;
}

QString plainOf(const tests::Read &read)
{
    return read.text.simplified();
}

class ExportingEscape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainText_readsBackAsItself_wherever_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("paragraph") << u"%1"_s;
        QTest::newRow("list item") << u"- %1 ^pt-0"_s;
        QTest::newRow("callout") << u"> 1. %1"_s;
        QTest::newRow("heading") << u"## %1"_s;
        QTest::newRow("nested quote") << u"- a\n    > “%1” (b)"_s;
        QTest::newRow("before a marker") << u"%1\n<!-- yaodian:end note -->"_s;
    }
    void plainText_readsBackAsItself_wherever()
    {
        QFETCH(QString, place);
        QRandomGenerator random(20260214);
        for (int round = 0; round < 5000; ++round) {
            const QString text = hostile(random);
            const QString frame = QString(place).replace(u"%1"_s, u"\u2190%1\u2192"_s);
            const QString bare = place.startsWith(u"%1") || place.contains(u"- %1") ? place : frame;
            const QString escaped = inlineText(text);
            const tests::Read read = readMarkdown(QString(bare).replace(u"%1"_s, escaped).toUtf8());
            const tests::Read want = readMarkdown(QString(bare).replace(u"%1"_s, u"0q0"_s).toUtf8());
            QVERIFY(read.parsed);
            const QString expected = plainOf(want).replace(u"0q0"_s, text.simplified()).simplified();
            QVERIFY2(plainOf(read) == expected, qPrintable(text + u"\n => "_s + escaped + u"\n => "_s + plainOf(read)));
            QCOMPARE(read.spans, 0);
            QCOMPARE(read.html, want.html);
            QVERIFY2(text.simplified().isEmpty() || read.blocks == want.blocks, qPrintable(escaped));
            for (const QString &link : read.links)
                QVERIFY2(!link.contains(u"javascript:"), qPrintable(escaped));
        }
    }

    void commandsOfNotePrograms_areBroken()
    {
        QVERIFY(!inlineText(u"<%* run() %>"_s).contains(u"<%"));
        QVERIFY(!inlineText(u"{{query (and a)}}"_s).contains(u"{{"));
        QVERIFY(!inlineText(u"see #hidden"_s).contains(u" #"));
        QVERIFY(!yamlString(u"<% run() %>"_s).contains(u"<%"));
    }

    void controlCharacters_go()
    {
        QCOMPARE(inlineText(u"a\u0000b\u0001c\u001b[31md\u0085e"_s.replace(u"\\["_s, u""_s)), u"abc\\[31md e"_s);
    }

    void ordinaryWords_stayReadable()
    {
        QCOMPARE(inlineText(u"GPT-4: 3.5 times (snake_case), R&D, 50% + a"_s),
                 u"GPT-4: 3.5 times (snake_case), R&D, 50% + a"_s);
        QCOMPARE(inlineText(u"2023. A year"_s), u"2023\\. A year"_s);
        QCOMPARE(inlineText(u"3.5 B"_s), u"3.5 B"_s);
    }

    void paragraphs_leaveBlankLinesOut()
    {
        QCOMPARE(paragraphs(u"one\n\n  \n# two\r\n"_s), (QStringList{u"one"_s, u"\\# two"_s}));
    }

    void yaml_isJsonAndKeepsEveryCharacter()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QString text = hostile(random);
            if (round % 3 == 0)
                text += QChar(random.bounded(0x20)) + QString(QChar(0x202e)) + QChar(0x2028);
            const QString quoted = yamlString(text);
            QVERIFY2(!quoted.contains(u'\n') && !quoted.contains(QChar(0x202e)), qPrintable(quoted));
            const auto json = QJsonDocument::fromJson((u"["_s + quoted + u"]"_s).toUtf8()).array();
            QCOMPARE(json.size(), 1);
            QCOMPARE(json.first().toString(), text);
        }
        QCOMPARE(yamlList({}), u"[]"_s);
        QCOMPARE(yamlList({u"K Saito"_s, u"a: \"b\""_s}), u"[\"K Saito\", \"a: \\\"b\\\"\"]"_s);
    }

    void links_areWebLinksOrNothing_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("target");
        QTest::newRow("web") << u"https://arxiv.org/abs/2302.03084"_s << u"https://arxiv.org/abs/2302.03084"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("data") << u"data:text/html,x"_s << QString();
        QTest::newRow("no host") << u"https:///a"_s << QString();
        QTest::newRow("password") << u"https://me:secret@e.org/a"_s << u"https://e.org/a"_s;
        QTest::newRow("brackets") << u"https://e.org/a(b)<c>"_s << u"https://e.org/a%28b%29%3Cc%3E"_s;
        QTest::newRow("blank") << u"https://e.org/a b"_s << u"https://e.org/a%20b"_s;
        QTest::newRow("line end") << u"https://e.org/a\n](javascript:b)"_s << QString();
    }
    void links_areWebLinksOrNothing()
    {
        QFETCH(QString, address);
        QFETCH(QString, target);
        const QString got = linkTarget(address);
        if (!target.isEmpty())
            QCOMPARE(got, target);
        const tests::Read read = readMarkdown("[x](" + got.toUtf8() + ")");
        QCOMPARE(read.links, QStringList{got});
        QVERIFY(got.isEmpty() || got.startsWith(u"http"));
    }

    void readersMarkdown_staysAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("markup") << u"# A\n\n**bold** and `<b>` and [[link]] #tag\n- [ ] do\n  1. so"_s;
        QTest::newRow("code") << u"```html\n<script>alert(1)</script>\n```\nafter"_s;
        QTest::newRow("indented code") << u"text\n\n    <div>\n\nmore"_s;
        QTest::newRow("links") << u"[a](https://e.org) <https://e.org> [b](note.md) ![p](p.png)"_s;
        QTest::newRow("less than") << u"a < b, 1<2, x <- y, <3"_s;
        QTest::newRow("table") << u"| a | b |\n|---|---|\n| 1 | 2 |"_s;
        QTest::newRow("hard break") << u"a  \nb"_s;
        QTest::newRow("mathematics") << u"$\\alpha_1 < \\beta$"_s;
        QTest::newRow("rule") << u"---\ntitle: \"no front matter\"\n---"_s;
    }
    void readersMarkdown_staysAsTyped()
    {
        QFETCH(QString, typed);
        QCOMPARE(readersMarkdown(typed), typed);
        QCOMPARE(readersMarkdown(u"\r\n"_s + QString(typed).replace(u"\n"_s, u"\r\n"_s) + u"\r\n\r\n"_s), typed);
    }

    void readersMarkdown_hasNoHtmlAndNoScript()
    {
        QRandomGenerator random(99);
        const QStringList more{u"\n\n"_s,
                               u"<div onclick='x'>\n"_s,
                               u"<script>\n"_s,
                               u"<?php"_s,
                               u"<![CDATA["_s,
                               u"[x]: javascript:a\n"_s,
                               u"[x]"_s,
                               u"<javascript:a>"_s,
                               u"[y](java&#115;cript:a)"_s,
                               u"[z]( <JavaScript:a> )"_s,
                               u"![i](data:text/html,b)"_s,
                               u"> "_s,
                               u"- "_s,
                               u"    "_s,
                               u"[v](vbscript:c \"t\")"_s,
                               u"<a href=\"javascript:b\">"_s,
                               u"[w](&Tab;javascript&colon;d)"_s};
        for (int round = 0; round < 3000; ++round) {
            QString typed;
            for (int n = random.bounded(1, 12); n > 0; --n) {
                const QStringList &from = random.bounded(2) == 0 ? pieces : more;
                typed += from[random.bounded(int(from.size()))];
            }
            const QString safe = readersMarkdown(typed);
            const tests::Read read = readMarkdown(safe.toUtf8() + "\n<!-- end -->\n");
            QVERIFY2(read.html == QStringList{u"<!-- end -->\n"_s}, qPrintable(typed + u"\n => "_s + safe));
            for (const QString &link : read.links) {
                const QString target = link.toLower();
                QVERIFY2(!target.startsWith(u"javascript") && !target.startsWith(u"vbscript") &&
                             !target.startsWith(u"data:") && !target.contains(u"&#115;"),
                         qPrintable(typed + u"\n => "_s + safe));
            }
            QCOMPARE(readersMarkdown(safe), safe);
            QVERIFY(!safe.contains(u"<!-- yaodian:"));
        }
    }

    void fenceLeftOpen_isClosed()
    {
        QCOMPARE(readersMarkdown(u"````\ncode ```"_s), u"````\ncode ```\n````"_s);
        QCOMPARE(readersMarkdown(u"~~~\ncode"_s), u"~~~\ncode\n~~~"_s);
        QCOMPARE(readersMarkdown(u"- ```\n  in a list"_s), u"- ```\n  in a list"_s); // the list's end closes it
    }

    void hugeNoteOfTags_isDoneSoon()
    {
        const QString typed = u"<b>[x](javascript:y) "_s.repeated(2000);
        const tests::Read read = readMarkdown(readersMarkdown(typed).toUtf8());
        QVERIFY(read.html.isEmpty());
        QVERIFY(!read.links.contains(u"javascript:y"_s));
    }

    void hanging_movesLaterLines() { QCOMPARE(hanging(u"a\nb\n\nc"_s, 2), u"a\n  b\n\n  c"_s); }
};

YAODIAN_TEST_GUILESS(ExportingEscape)

} // namespace exporting_escape

#include "exporting_escape.moc"
