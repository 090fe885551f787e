#include "tests/support/testmain.h"
#include "ui/library/cardview.h"
#include "ui/library/postdocument.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

namespace ui_post_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

library::EntryId entryId(int number)
{
    return library::EntryId(nameBasedUuid(u"entry", QString::number(number)));
}

digest::Entry entryOf(int number)
{
    digest::Entry entry;
    entry.number = number;
    entry.categories = {u"CL"_s};
    entry.title = u"Title <b>%1</b>"_s.arg(number);
    entry.titleZh = u"题目 %1"_s.arg(number);
    entry.authors = {u"A Lin"_s, u"B Ortega"_s};
    entry.affiliations = {u"Sample Lab"_s};
    entry.keyPoints = {u"第一点;"_s, u"第二点。"_s};
    entry.oneLine = u"一句话 %1。"_s.arg(number);
    entry.abstractEn = u"Abstract %1. "_s.arg(number).repeated(60);
    entry.url = u"https://arxiv.org/abs/2302.0000%1"_s.arg(number);
    return entry;
}

PostData sample()
{
    PostData post;
    post.row.id = library::IssueId(nameBasedUuid(u"issue", u"one"));
    post.row.sourceTitle = u"每日论文推介"_s;
    post.issue.title = u"十一月廿二日"_s;
    post.issue.summary = u"今天的五篇。"_s;
    post.issue.intro = u"写在前面。"_s;
    post.issue.via = u"某博客"_s;
    post.issue.references = {u"[1] A reference"_s};
    post.issue.report.doubts = {{-1, u"少了一篇"_s}, {1, u"没有链接"_s}};
    post.issue.report.unparsed = {{u"没有读懂的一行"_s}};
    for (int number = 1; number <= 5; ++number) {
        post.issue.entries << entryOf(number);
        post.entries << entryId(number);
    }
    post.current = entryId(1);
    return post;
}

class PostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void post_saysEverythingInItsOrder()
    {
        Theme theme(*qApp);
        QTextDocument document;
        PostDocument writer(document, theme, 700);
        writer.write(sample());
        const QString text = document.toPlainText();
        qsizetype at = -1;
        for (const QString &part :
             {u"每日论文推介"_s, u"某博客"_s, u"十一月廿二日"_s, u"少了一篇"_s, u"Title <b>2</b> · 没有链接"_s,
              u"今天的五篇。"_s, u"写在前面。"_s, u"Title <b>1</b>"_s, u"题目 1"_s, u"A Lin, B Ortega · Sample Lab"_s,
              u"第一点;"_s, u"第二点。"_s, u"一句话 1。"_s, u"Abstract 1."_s, u"2302.00001"_s, u"Title <b>2</b>"_s,
              u"[1] A reference"_s, u"没有读懂的一行"_s}) {
            const qsizetype found = text.indexOf(part, at + 1);
            QVERIFY2(found > at, qPrintable(part + u" is missing or out of order in: "_s + text.left(600)));
            at = found;
        }
    }

    void heads_areWhereTheEntriesBegin()
    {
        Theme theme(*qApp);
        QTextDocument document;
        PostDocument writer(document, theme, 700);
        const QList<int> heads = writer.write(sample());
        QCOMPARE(heads.size(), 5);
        for (int i = 0; i < 5; ++i)
            QVERIFY(document.findBlock(heads[i]).text().contains(u"Title <b>%1</b>"_s.arg(i + 1)));
    }

    void postWithoutEntries_showsItsText()
    {
        Theme theme(*qApp);
        QTextDocument document;
        PostData post = sample();
        post.issue.entries.clear();
        post.issue.text = u"只有文字。"_s;
        PostDocument writer(document, theme, 700);
        QVERIFY(writer.write(post).isEmpty());
        QVERIFY(document.toPlainText().contains(u"只有文字。"_s));
    }

    void movingInTheList_scrollsThePostWithoutWritingItAnew()
    {
        Theme theme(*qApp);
        CardView view(theme);
        view.resize(600, 400);
        view.show();
        const PostData post = sample();
        view.showPost(post);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        const QTextDocument *document = view.document();
        QVERIFY(view.goToEntryOfPost(post.row.id, entryId(3)));
        QCOMPARE(view.document(), document);
        const int third = view.verticalScrollBar()->value();
        QVERIFY(third > 0);
        QVERIFY(view.goToEntryOfPost(post.row.id, entryId(4)));
        QVERIFY(view.verticalScrollBar()->value() > third);
        QVERIFY2(!view.goToEntryOfPost(library::IssueId(nameBasedUuid(u"issue", u"two")), entryId(4)),
                 "another issue is another post");
        view.forgetPost();
        QVERIFY2(!view.goToEntryOfPost(post.row.id, entryId(4)), "a changed post is to be read again");
    }
};

YAODIAN_TEST(PostTest)

} // namespace ui_post_test

#include "post_test.moc"
