// What a note says, piece by piece, and how it stands in a document.
#include "tests/support/testmain.h"
#include "ui/notes/markdown.h"
#include "ui/notes/notepreview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextTable>

namespace ui_markdown_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

using Kind = NoteBlock::Kind;

QString wordsOf(const QList<NoteSpan> &spans)
{
    QString out;
    for (const NoteSpan &span : spans)
        out += span.text;
    return out;
}

class MarkdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocks_areToldApart()
    {
        const auto blocks = noteBlocks(u"# Head\n\ntext\nof two lines\n\n> quoted\n\n---\n\n```py\na\n\n  b\n```\n"_s);
        QCOMPARE(blocks.size(), 5);
        QVERIFY(blocks[0].kind == Kind::Heading && blocks[0].level == 1);
        QCOMPARE(wordsOf(blocks[1].spans), u"text\u2028of two lines"_s);
        QVERIFY(blocks[2].kind == Kind::Paragraph && blocks[2].quote == 1);
        QVERIFY(blocks[3].kind == Kind::Rule);
        QVERIFY(blocks[4].kind == Kind::Code);
        QCOMPARE(wordsOf(blocks[4].spans), u"a\u2028\u2028  b"_s);
    }

    void lists_keepTheirMarkersAndDepth()
    {
        const auto blocks =
            noteBlocks(u"3. c\n4. d\n   - inside\n     - deeper\n\n- [x] done\n- [ ] to do\n\n  more of it\n"_s);
        QStringList seen;
        for (const NoteBlock &block : blocks)
            seen << u"%1%2 %3"_s.arg(QString(block.indent, u'>'), block.marker, wordsOf(block.spans));
        QCOMPARE(seen, (QStringList{u">3. c"_s, u">4. d"_s, u">>• inside"_s, u">>>• deeper"_s, u">☑ done"_s,
                                    u">☐ to do"_s, u"> more of it"_s}));
    }

    void spans_haveTheirLooks()
    {
        const auto spans = noteBlocks(u"a *b* **c** ~~d~~ `e*f*` &amp; \\*"_s).value(0).spans;
        QCOMPARE(wordsOf(spans), u"a b c d e*f* & *"_s);
        const auto find = [&](const QString &text) {
            for (const NoteSpan &span : spans)
                if (span.text == text)
                    return span;
            return NoteSpan();
        };
        QVERIFY(find(u"b"_s).emphasis && find(u"c"_s).strong && find(u"d"_s).struck && find(u"e*f*"_s).code);
    }

    void links_leadToPapersOrTheWeb()
    {
        const auto spans =
            noteBlocks(u"see [[Attention Is All You Need]], [[A|b]] and [it](https://example.org/a_b)"_s)[0].spans;
        QStringList links;
        for (const NoteSpan &span : spans)
            if (!span.link.isEmpty())
                links << span.text + u'=' + span.link;
        QCOMPARE(links, (QStringList{u"Attention Is All You Need=paper:Attention Is All You Need"_s, u"b=paper:A"_s,
                                     u"it=https://example.org/a_b"_s}));
        QCOMPARE(linkedPaper(spans[1].link), u"Attention Is All You Need"_s);
        QCOMPARE(linkedPaper(u"https://example.org"_s), QString());
    }

    void math_staysAsTyped()
    {
        QCOMPARE(wordsOf(noteBlocks(u"so $x_1 * y_2 * z$ and $$a_i$$"_s)[0].spans),
                 u"so $x_1 * y_2 * z$ and $$a_i$$"_s);
    }

    void html_isText_andPicturesAreNamed()
    {
        QCOMPARE(wordsOf(noteBlocks(u"<img src=\"file:///etc/passwd\"> ![a figure](file:///etc/passwd)"_s)[0].spans),
                 u"<img src=\"file:///etc/passwd\"> [a figure]"_s);
    }

    void tables_haveRowsOfCells()
    {
        const auto blocks = noteBlocks(u"| a | **b** |\n|---|---|\n| 1 | |\n| 2 | x `y` |\n\nafter"_s);
        QCOMPARE(blocks.size(), 2);
        QCOMPARE(blocks[0].rows.size(), 3);
        QVERIFY(blocks[0].rows[0][1][0].strong);
        QCOMPARE(wordsOf(blocks[0].rows[2][1]), u"x y"_s);
    }

    void anyText_isANote()
    {
        const QString pieces = u"[[]]*_`$|#->\n  \t1.字😀<&;\\~![x]"_s;
        for (quint32 seed = 0; seed < 500; ++seed) {
            QRandomGenerator random(seed);
            QString text;
            for (int i = random.bounded(120); i > 0; --i)
                text += pieces[random.bounded(pieces.size())];
            for (const NoteBlock &block : noteBlocks(text)) {
                QVERIFY(block.indent >= 0 && block.quote >= 0);
                QVERIFY(block.source < text.toUtf8().size());
            }
        }
    }

    void thePreview_fetchesNothing_andItsLinksAreAskedFor()
    {
        Theme theme(*qApp);
        theme.set(u"light"_s, 0);
        NotePreview preview(theme);
        preview.resize(400, 300);
        preview.show(
            u"# T\n\n[[A paper?]] [file](file:///etc/passwd) [web](https://example.org/)\n\n|a|b|\n|---|---|\n|c|d|\n"_s,
            0, false);
        QCOMPARE(preview.document()->rootFrame()->childFrames().size(), 1);
        QVERIFY(qobject_cast<QTextTable *>(preview.document()->rootFrame()->childFrames().first()));
        QStringList links;
        for (QTextBlock block = preview.document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().charFormat().isAnchor())
                    links << it.fragment().charFormat().anchorHref();
        QCOMPARE(links.size(), 2); // a file is nothing that a note opens
        QSignalSpy paper(&preview, &NotePreview::paperAsked), web(&preview, &NotePreview::webAsked);
        Q_EMIT preview.anchorClicked(QUrl(links[0]));
        Q_EMIT preview.anchorClicked(QUrl(links[1]));
        QCOMPARE(paper.value(0).value(0).toString(), u"A paper?"_s);
        QCOMPARE(web.value(0).value(0).toUrl(), QUrl(u"https://example.org/"_s));
        QVERIFY(preview.loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isNull());
    }
};

YAODIAN_TEST(MarkdownTest)

} // namespace ui_markdown_test

#include "markdown_test.moc"
