#include "papers/rules.h"
#include "papers/sniff.h"

#include <QSet>
#include <QTest>

using namespace yaodian::papers;

class TestPapersRules : public QObject
{
    Q_OBJECT

    static QStringList addresses(const QString &link)
    {
        QStringList out;
        for (const RuleHit &hit : pdfAddresses(QUrl(link)))
            out.append(hit.pdf.toString(QUrl::FullyEncoded));
        return out;
    }

private Q_SLOTS:
    void everyRow_findsItsPdf_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("pdf");
        const auto row = [](const char *rule, const char *link, const char *pdf) {
            QTest::addRow("%s: %s", rule, link) << rule << link << pdf;
        };
        row("arXiv", "https://arxiv.org/abs/2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("arXiv", "http://www.arxiv.org/abs/2302.03084v2?context=cs.CV", "https://arxiv.org/pdf/2302.03084v2");
        row("arXiv", "https://arxiv.org/pdf/2302.03084v1.pdf#page=3", "https://arxiv.org/pdf/2302.03084v1");
        row("arXiv", "https://arxiv.org/html/2302.03084v1#bib", "https://arxiv.org/pdf/2302.03084v1");
        row("arXiv", "https://arxiv.org/abs/cs.CL/0301012", "https://arxiv.org/pdf/cs.CL/0301012");
        row("arXiv", "https://arxiv.org/abs/hep-th/9901001v3", "https://arxiv.org/pdf/hep-th/9901001v3");
        row("arXiv", "https://ar5iv.labs.arxiv.org/html/2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("arXiv", "https://xxx.lanl.gov/abs/2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("arXiv, second address", "https://arxiv.org/abs/2302.03084v1", "https://export.arxiv.org/pdf/2302.03084v1");
        row("arXiv DOI", "https://doi.org/10.48550/arXiv.2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("Hugging Face papers", "https://huggingface.co/papers/2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("Hugging Face papers", "https://hf-mirror.com/papers/2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("papers.cool", "https://papers.cool/arxiv/2302.03084", "https://arxiv.org/pdf/2302.03084");
        row("alphaXiv", "https://www.alphaxiv.org/overview/2302.03084v1", "https://arxiv.org/pdf/2302.03084v1");
        row("OpenReview", "https://openreview.net/forum?id=a-B_c9", "https://openreview.net/pdf?id=a-B_c9");
        row("OpenReview", "https://openreview.net/forum?noteId=x&id=abc&referrer=y",
            "https://openreview.net/pdf?id=abc");
        row("OpenReview", "https://openreview.net/pdf?id=abc", "https://openreview.net/pdf?id=abc");
        row("ACL Anthology", "https://aclanthology.org/2023.acl-long.1/",
            "https://aclanthology.org/2023.acl-long.1.pdf");
        row("ACL Anthology", "https://aclanthology.org/P19-1001v2.pdf", "https://aclanthology.org/P19-1001v2.pdf");
        row("ACL Anthology, old address", "https://www.aclweb.org/anthology/P19-1001/",
            "https://aclanthology.org/P19-1001.pdf");
        row("ACL Anthology, old address", "https://www.aclweb.org/anthology/papers/P/P19/P19-1001/",
            "https://aclanthology.org/P19-1001.pdf");
        row("CVF", "https://openaccess.thecvf.com/content/CVPR2023/html/Saito_Pic2Word_CVPR_2023_paper.html",
            "https://openaccess.thecvf.com/content/CVPR2023/papers/Saito_Pic2Word_CVPR_2023_paper.pdf");
        row("CVF", "http://openaccess.thecvf.com/content_CVPRW_2020/html/w1/A_B_CVPRW_2020_paper.html",
            "https://openaccess.thecvf.com/content_CVPRW_2020/papers/w1/A_B_CVPRW_2020_paper.pdf");
        row("NeurIPS", "https://papers.nips.cc/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract.html",
            "https://papers.nips.cc/paper/2020/file/0123456789abcdef0123456789abcdef-Paper.pdf");
        row("NeurIPS",
            "https://proceedings.neurips.cc/paper_files/paper/2023/hash/"
            "0123456789abcdef0123456789abcdef-Abstract-Conference.html",
            "https://proceedings.neurips.cc/paper_files/paper/2023/file/"
            "0123456789abcdef0123456789abcdef-Paper-Conference.pdf");
        row("NeurIPS, old address", "https://papers.nips.cc/paper/7181-attention-is-all-you-need",
            "https://papers.nips.cc/paper/7181-attention-is-all-you-need.pdf");
        row("PMLR", "https://proceedings.mlr.press/v139/radford21a.html",
            "https://proceedings.mlr.press/v139/radford21a/radford21a.pdf");
        row("PMLR, since volume 235", "https://proceedings.mlr.press/v235/someone24a.html",
            "https://raw.githubusercontent.com/mlresearch/v235/main/assets/someone24a/someone24a.pdf");
        row("JMLR", "https://www.jmlr.org/papers/v21/20-074.html",
            "https://jmlr.org/papers/volume21/20-074/20-074.pdf");
        row("bioRxiv and medRxiv", "https://www.biorxiv.org/content/10.1101/2023.02.08.527777v1.full",
            "https://www.biorxiv.org/content/10.1101/2023.02.08.527777v1.full.pdf");
        row("bioRxiv and medRxiv", "https://www.medrxiv.org/content/10.1101/2023.02.08.23285666v2",
            "https://www.medrxiv.org/content/10.1101/2023.02.08.23285666v2.full.pdf");
        row("PMC", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/");
        row("PMC", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/");
        row("ACM", "https://dl.acm.org/doi/abs/10.1145/3292500.3330701",
            "https://dl.acm.org/doi/pdf/10.1145/3292500.3330701");
        row("Springer", "https://link.springer.com/article/10.1007/s11263-015-0816-y",
            "https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf");
        row("Nature", "https://www.nature.com/articles/nature14539", "https://www.nature.com/articles/nature14539.pdf");
        row("AAAI", "https://ojs.aaai.org/index.php/AAAI/article/view/12345/67890",
            "https://ojs.aaai.org/index.php/AAAI/article/download/12345/67890");
        row("IACR", "https://eprint.iacr.org/2023/123", "https://eprint.iacr.org/2023/123.pdf");
        row("ECCC", "https://eccc.weizmann.ac.il/report/2023/012/",
            "https://eccc.weizmann.ac.il/report/2023/012/download");
        row("NBER", "https://www.nber.org/papers/w12345",
            "https://www.nber.org/system/files/working_papers/w12345/w12345.pdf");
        row("GitHub", "https://github.com/owner/repo/blob/main/papers/a%20b.pdf",
            "https://raw.githubusercontent.com/owner/repo/main/papers/a%20b.pdf");
        row("A PDF itself", "https://lab.example/~me/paper.PDF?download=1",
            "https://lab.example/~me/paper.PDF?download=1");
    }
    void everyRow_findsItsPdf()
    {
        QFETCH(QString, rule);
        QFETCH(QString, link);
        QFETCH(QString, pdf);
        bool found = false;
        for (const RuleHit &hit : pdfAddresses(QUrl(link)))
            found |= hit.pdf.toString(QUrl::FullyEncoded) == pdf;
        QVERIFY2(found, qPrintable(addresses(link).join(u' ')));
        const bool known = std::any_of(rules().cbegin(), rules().cend(),
                                       [&](const Rule &one) { return rule == QLatin1String(one.name); });
        QVERIFY(known);
        m_tested.insert(rule);
    }

    // Runs after the rows above: a row of the table without a row here is a rule nobody has seen work.
    void everyRowOfTheTable_wasTested()
    {
        if (m_tested.size() < 5)
            return; // one row was asked for by name
        for (const Rule &rule : rules())
            QVERIFY2(m_tested.contains(QString::fromLatin1(rule.name)), rule.name);
    }

    void otherLinks_haveNoRule_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link :
             {"https://arxiv.org/list/cs.LG/new", "https://arxiv.org/", "https://huggingface.co/papers/date/2023-02-08",
              "https://openreview.net/group?id=ICLR.cc/2023", "https://aclanthology.org/venues/acl/",
              "https://notarxiv.org/abs/2302.03084", "https://arxiv.org.evil.example/abs/2302.03084",
              "https://github.com/owner/repo", "https://blog.example/2302.03084", ""})
            QTest::newRow(link) << QString::fromLatin1(link);
    }
    void otherLinks_haveNoRule()
    {
        QFETCH(QString, link);
        QCOMPARE(addresses(link), QStringList());
    }

    void noAddress_comesTwice_andThePlainRuleComesLast()
    {
        QCOMPARE(addresses(u"https://arxiv.org/pdf/2302.03084.pdf"_qs),
                 QStringList({u"https://arxiv.org/pdf/2302.03084"_qs, u"https://export.arxiv.org/pdf/2302.03084"_qs}));
        QCOMPARE(addresses(u"https://aclanthology.org/P19-1001.pdf"_qs),
                 QStringList{u"https://aclanthology.org/P19-1001.pdf"_qs});
    }

    void wrappersAndTracking_areTakenOff_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("expected");
        QTest::newRow("zhihu") << "https://link.zhihu.com/?target=https%3A//arxiv.org/abs/2302.03084"
                               << "https://arxiv.org/abs/2302.03084";
        QTest::newRow("to a script") << "https://link.zhihu.com/?target=javascript%3Aalert(1)"
                                     << "https://link.zhihu.com/?target=javascript%3Aalert(1)";
        QTest::newRow("tracking") << "https://a.org/x?utm_source=b&id=1&fbclid=c#top"
                                  << "https://a.org/x?id=1";
        QTest::newRow("only tracking") << "https://a.org/x?utm_source=b"
                                       << "https://a.org/x";
        QTest::newRow("untouched") << "https://a.org/x?a=%2F&b=%20"
                                   << "https://a.org/x?a=%2F&b=%20";
    }
    void wrappersAndTracking_areTakenOff()
    {
        QFETCH(QString, link);
        QTEST(unwrapped(QUrl(link)).toString(QUrl::FullyEncoded), "expected");
    }

    void bytes_areRecognised()
    {
        QCOMPARE(looksLike("%PDF-1.7\n"), Looks::Pdf);
        QCOMPARE(looksLike(QByteArray(1000, ' ') + "%PDF-1.7"), Looks::Pdf);
        QCOMPARE(looksLike(QByteArray(1020, ' ') + "%PDF-1.7"), Looks::Other);
        QCOMPARE(looksLike("\n <!DOCTYPE html><html>"), Looks::WebPage);
        QCOMPARE(looksLike("{}", "text/html; charset=utf-8"), Looks::WebPage);
        QCOMPARE(looksLike("{}", "application/pdf"), Looks::Other);
        QCOMPARE(looksLike("", "application/pdf"), Looks::Nothing);
    }

    void theEndOfAPdf_isLookedFor()
    {
        QVERIFY(!lacksEnd("%PDF-1.4 x %%EOF" + QByteArray(4000, ' ')));
        QVERIFY(lacksEnd("%PDF-1.4 %%EOF" + QByteArray(5000, 'x')));
        QVERIFY(lacksEnd({}));
    }

    void aLandingPage_namesItsPdf()
    {
        const QUrl page(u"https://venue.example/papers/1"_qs);
        const auto named = pdfsNamedBy("<head><meta name=\"citation_pdf_url\" content=\"/files/1.pdf?a=1&amp;b=2\">"
                                       "<link rel=alternate type='application/pdf' href='2.pdf'>"
                                       "<meta name=citation_title content=x></head>",
                                       page);
        QCOMPARE(named, QList<QUrl>({QUrl(u"https://venue.example/files/1.pdf?a=1&b=2"_qs),
                                     QUrl(u"https://venue.example/papers/2.pdf"_qs)}));
        QVERIFY(pdfsNamedBy("<html>nothing</html>", page).isEmpty());
    }

private:
    QSet<QString> m_tested;
};

QTEST_GUILESS_MAIN(TestPapersRules)
#include "test_papers_rules.moc"
