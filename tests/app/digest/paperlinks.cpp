// Links of a post: which of them stands for the paper.
#include "digest/paperlinks.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_paperlinks {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class PaperLinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strongLinks_namePapers_data();
    void strongLinks_namePapers();
    void linkToPaper_isTheFirstThatNamesOne();
    void wordsOfLinks_areNoTitles_data();
    void wordsOfLinks_areNoTitles();
    void listing_isToldFromPosts();
};

void PaperLinksTest::strongLinks_namePapers_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("names");
    QTest::newRow("arxiv") << u"https://arxiv.org/abs/2302.03084v2"_s << true;
    QTest::newRow("doi") << u"https://doi.org/10.1000/xyz123"_s << true;
    QTest::newRow("openreview") << u"https://openreview.net/forum?id=AbCdEf123"_s << true;
    QTest::newRow("acl") << u"https://aclanthology.org/2020.acl-main.1/"_s << true;
    QTest::newRow("pmlr") << u"https://proceedings.mlr.press/v97/moon19a.html"_s << true;
    QTest::newRow("cvf") << u"https://openaccess.thecvf.com/content/CVPR2023/html/Moon_Sand_CVPR_2023_paper.html"_s
                         << true;
    QTest::newRow("a list of arxiv") << u"https://arxiv.org/list/cs.CL/recent"_s << false;
    QTest::newRow("a page") << u"https://blog.example/2023/02/a-paper"_s << false;
    QTest::newRow("code") << u"https://github.com/moon/sand"_s << false;
    QTest::newRow("a loose document") << documentLink(QString(64, u'a')) << false;
    QTest::newRow("no address") << u"2302.03084"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void PaperLinksTest::strongLinks_namePapers()
{
    QFETCH(QString, link);
    QFETCH(bool, names);
    QCOMPARE(namesPaper(link), names);
    // The two ways of asking agree.
    const QList<Identifier> ids = identify(link);
    QCOMPARE(!ids.isEmpty() && ids.first().isStrong(), names);
}

void PaperLinksTest::linkToPaper_isTheFirstThatNamesOne()
{
    Block block;
    block.text = u"Code Paper Mirror"_s;
    block.links = {{u"https://github.com/moon/sand"_s, 0, 4},
                   {u"https://arxiv.org/abs/2302.03084"_s, 5, 5},
                   {u"https://ar5iv.org/abs/2302.03084"_s, 11, 6}};
    QCOMPARE(linkToPaper(block), &block.links[1]);
    QCOMPARE(paperAmong(block), u"https://arxiv.org/abs/2302.03084"_s);
    block.links.resize(1);
    QVERIFY(!linkToPaper(block));
    QCOMPARE(paperAmong(block), QString());
    block.links[0] = {u"https://lab.example/moon"_s, 5, 5}; // its word says that it is one
    QVERIFY(!linkToPaper(block));
    QCOMPARE(paperAmong(block), u"https://lab.example/moon"_s);
}

void PaperLinksTest::wordsOfLinks_areNoTitles_data()
{
    QTest::addColumn<bool>("isWord");
    for (const char *text : {"Paper", "[PDF]", "arXiv:2302.03084", "2302.03084v2", "链接", "Code", "read more"})
        QTest::newRow(text) << true;
    for (const char *text : {"Sheep That Count People", "Paper Boats", "会做梦的时钟"})
        QTest::newRow(text) << false;
}

void PaperLinksTest::wordsOfLinks_areNoTitles()
{
    QFETCH(bool, isWord);
    QCOMPARE(isLinkWord(QString::fromUtf8(QTest::currentDataTag())), isWord);
}

void PaperLinksTest::listing_isToldFromPosts()
{
    const auto listing = parse(fixture("listing.atom.xml"), named("listing.atom.xml"));
    const auto post = parse(fixture("daily_points.txt"), named("daily_points.txt"));
    QVERIFY(listing && post);
    QCOMPARE(listing->size(), 1);
    QVERIFY(listing->first().isListing());
    QVERIFY(!post->first().isListing());
}

YAODIAN_TEST_GUILESS(PaperLinksTest)

} // namespace digest_paperlinks

#include "paperlinks.moc"
