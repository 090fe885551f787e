// Links to identifiers.
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_identify {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;

class IdentifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkNamesAPaper_data();
    void linkNamesAPaper();
    void linkNamesNothing_data();
    void linkNamesNothing();
    void versionIsNoPartOfTheIdentity();
    void otherLinksAreCanonical_data();
    void otherLinksAreCanonical();
    void entryHasItsTitleToo();
    void entryWithoutALinkHasItsTitle();
    void textTypedByAPerson_data();
    void textTypedByAPerson();
};

void IdentifyTest::linkNamesAPaper_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *link, const char *key) {
        QTest::newRow(link) << QString::fromLatin1(link) << QString::fromLatin1(key);
    };
    row("https://arxiv.org/abs/2302.03084", "arxiv:2302.03084");
    row("http://arxiv.org/abs/2302.03084v2", "arxiv:2302.03084");
    row("https://arxiv.org/pdf/2302.03084v1.pdf", "arxiv:2302.03084");
    row("https://arxiv.org/pdf/2302.03084", "arxiv:2302.03084");
    row("https://arxiv.org/html/2302.03084v3", "arxiv:2302.03084");
    row("https://export.arxiv.org/abs/1412.6980", "arxiv:1412.6980");
    row("http://cn.arxiv.org/abs/0704.0001", "arxiv:0704.0001");
    row("https://www.arxiv.org/abs/hep-th/9901001v2", "arxiv:hep-th/9901001");
    row("https://arxiv.org/abs/math.MG/0301001", "arxiv:math.mg/0301001");
    row("https://arxiv.org/abs/2302.03084?context=cs", "arxiv:2302.03084");
    row("https://ar5iv.org/abs/2302.03084", "arxiv:2302.03084");
    row("https://www.alphaxiv.org/abs/2302.03084v2", "arxiv:2302.03084");
    row("https://huggingface.co/papers/2302.03084", "arxiv:2302.03084");
    row("https://papers.cool/arxiv/2302.03084", "arxiv:2302.03084");
    row("https://arxiv.org/abs/2302.03202LG", "arxiv:2302.03202");
    row("https://doi.org/10.48550/arXiv.2302.03084", "arxiv:2302.03084");
    row("https://doi.org/10.1038/S41586-021-03819-2", "doi:10.1038/s41586-021-03819-2");
    row("http://dx.doi.org/10.1145/3292500.3330701.", "doi:10.1145/3292500.3330701");
    row("https://dl.acm.org/doi/abs/10.1145/3292500.3330701", "doi:10.1145/3292500.3330701");
    row("https://biorxiv.org/content/10.1101/2022.09.29.509744v1", "doi:10.1101/2022.09.29.509744");
    row("https://openreview.net/forum?id=BrKY4Wr6dk2", "openreview:BrKY4Wr6dk2");
    row("https://openreview.net/pdf?id=BrKY4Wr6dk2", "openreview:BrKY4Wr6dk2");
    row("https://openreview.net/forum?id=BrKY4Wr6dk2&noteId=xyz", "openreview:BrKY4Wr6dk2");
    row("https://aclanthology.org/2020.acl-main.740/", "acl:2020.acl-main.740");
    row("https://aclanthology.org/P19-1001.pdf", "acl:p19-1001");
    row("https://www.aclweb.org/anthology/D19-1371", "acl:d19-1371");
    row("https://proceedings.mlr.press/v139/radford21a.html", "pmlr:v139/radford21a");
    row("http://proceedings.mlr.press/v139/radford21a/radford21a.pdf", "pmlr:v139/radford21a");
    row("https://openaccess.thecvf.com/content/CVPR2022/html/He_Masked_Autoencoders_CVPR_2022_paper.html",
        "cvf:he_masked_autoencoders_cvpr_2022");
    row("https://openaccess.thecvf.com/content/CVPR2022/papers/He_Masked_Autoencoders_CVPR_2022_paper.pdf",
        "cvf:he_masked_autoencoders_cvpr_2022");
}

void IdentifyTest::linkNamesAPaper()
{
    QFETCH(QString, link);
    QFETCH(QString, key);
    const QList<Identifier> ids = identify(link);
    QCOMPARE(ids.size(), 1);
    QCOMPARE(ids[0].key(), key);
    QVERIFY(ids[0].isStrong());
}

void IdentifyTest::linkNamesNothing_data()
{
    QTest::addColumn<QString>("link");
    for (const char *link : {"", "not a link", "ftp://arxiv.org/abs/2302.03084", "https://example.org",
                             "https://example.org/", "https://example.org/blog/", "https://arxiv.org/list/cs.LG/new",
                             "https://arxiv.org/", "https://example.org/category/papers", "https://example.org/?p=12",
                             "https://example.org/feed", "https://localhost/x", "https://example.org/index.html"})
        QTest::newRow(*link ? link : "empty") << QString::fromLatin1(link);
}

void IdentifyTest::linkNamesNothing()
{
    QFETCH(QString, link);
    QVERIFY(identify(link).isEmpty());
}

void IdentifyTest::versionIsNoPartOfTheIdentity()
{
    const Identifier first = identify(u"https://arxiv.org/abs/2302.03084v1"_s).first();
    const Identifier second = identify(u"https://arxiv.org/pdf/2302.03084v12.pdf"_s).first();
    QCOMPARE(first.version, u"v1"_s);
    QCOMPARE(second.version, u"v12"_s);
    QVERIFY(first == second);
    QCOMPARE(identify(u"https://biorxiv.org/content/10.1101/2022.09.29.509744v3.full"_s).first().version, u"v3"_s);
}

void IdentifyTest::otherLinksAreCanonical_data()
{
    QTest::addColumn<QString>("link");
    const auto row = [](const char *link) { QTest::newRow(link) << QString::fromLatin1(link); };
    row("http://Ofir.IO/self-ask.pdf");
    row("https://www.ofir.io/self-ask.pdf#page=3");
    row("https://ofir.io/self-ask.pdf?utm_source=feed&utm_medium=rss");
    row("https://ofir.io:443/self-ask.pdf/");
}

void IdentifyTest::otherLinksAreCanonical()
{
    QFETCH(QString, link);
    const QList<Identifier> ids = identify(link);
    QCOMPARE(ids.size(), 1);
    QCOMPARE(ids[0].key(), u"link:https://ofir.io/self-ask.pdf"_s);
    QVERIFY(!ids[0].isStrong());
}

void IdentifyTest::entryHasItsTitleToo()
{
    Entry entry;
    entry.title = u"Adam: A Method for Stochastic Optimization"_s;
    entry.authors = {u"D P. Kingma"_s, u"J Ba"_s};
    entry.url = u"https://arxiv.org/abs/1412.6980"_s;
    const QList<Identifier> ids = identify(entry);
    QCOMPARE(ids.size(), 2);
    QCOMPARE(ids[0].key(), u"arxiv:1412.6980"_s);
    QCOMPARE(ids[1].key(), u"title:adamamethodforstochasticoptimization|kingma"_s);
    entry.authors.clear();
    QCOMPARE(identify(entry).size(), 1); // a title alone is too weak beside a strong identifier
}

void IdentifyTest::entryWithoutALinkHasItsTitle()
{
    Entry entry;
    entry.title = u"Machine Love"_s;
    QCOMPARE(identify(entry).first().key(), u"title:machinelove|"_s);
    entry.authors = {u"Joel Lehman"_s};
    QCOMPARE(identify(entry).first().key(), u"title:machinelove|lehman"_s);
    QVERIFY(identify(Entry()).isEmpty());
}

void IdentifyTest::textTypedByAPerson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *text, const char *key) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(key);
    };
    row("arXiv:2302.03084", "arxiv:2302.03084");
    row(" arxiv: 2302.03084v2 ", "arxiv:2302.03084");
    row("2302.03084", "arxiv:2302.03084");
    row("hep-th/9901001", "arxiv:hep-th/9901001");
    row("10.1038/s41586-021-03819-2", "doi:10.1038/s41586-021-03819-2");
    row("doi:10.1038/s41586-021-03819-2", "doi:10.1038/s41586-021-03819-2");
    row("arxiv.org/abs/2302.03084", "arxiv:2302.03084");
    row("https://ofir.io/self-ask.pdf", "link:https://ofir.io/self-ask.pdf");
    row("arXiv:2302.0308", "");
    row("arXiv:2399.03084", "");
    row("just words", "");
    row("2302.03084 and more", "");
}

void IdentifyTest::textTypedByAPerson()
{
    QFETCH(QString, text);
    QFETCH(QString, key);
    const auto id = identifierFromText(text);
    QCOMPARE(id ? id->key() : QString(), key);
}

YAODIAN_TEST_APPLESS(IdentifyTest)

} // namespace digest_identify

#include "identify.moc"
