#include "pdf/document.h"
#include "pdf/references.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace pdf_cited {

using namespace yaodian;
using namespace yaodian::pdf;

const QString papers = QStringLiteral(YAODIAN_CORPUS "/pdfs/papers/");

/// How many citations of real papers lead to an entry: what was found once stays found.
class TestCited : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citationsLeadToTheirEntries_data()
    {
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("entries");
        const auto row = [](const char *name, int least, int entries) { QTest::newRow(name) << least << entries; };
        row("acm_mm_4p", 18, 11);
        row("aigc_survey_acm", 476, 283);
        row("attention_clean", 71, 40);
        row("blip_icml2col_annotated", 102, 55);
        row("dynamo_sosp", 29, 24);
        row("elsevier_tcs", 6, 5);
        row("glm_acl_heavytext", 100, 50);
        row("ieee_ipdps_longname", 45, 18);
        row("jcst_springer", 2, 8);
        row("nlp_cookbook_ieee_pagelabels", 99, 98);
        row("tidydata_jss", 20, 23);
        row("zh_acta_automatica_2col", 5, 7); // raised brackets, entries numbered without a sign
        row("zh_aps", 9, 10);
        row("zh_cjc_2col", 0, 11); // cites in its bibliography alone
    }

    void citationsLeadToTheirEntries()
    {
        QFETCH(int, least);
        QFETCH(int, entries);
        const auto pages = readText(papers + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".pdf"));
        QVERIFY(pages);
        DocumentIndex index;
        for (const PageText &page : *pages)
            index.add(page);
        index.finish();
        QCOMPARE(int(index.bibliography().entries().size()), entries);
        int found = 0;
        for (qsizetype page = 0; page < pages->size(); ++page) {
            for (const Reference &reference : index.referencesOn(int(page), pages->at(page)))
                found += reference.kind == Reference::Kind::Citation ? 1 : 0;
        }
        QVERIFY2(found >= least, qPrintable(QString::number(found)));
    }
};

YAODIAN_TEST_GUILESS(TestCited)

} // namespace pdf_cited

#include "cited.moc"
