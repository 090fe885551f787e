#include "notes/formula.h"
#include "pdf/document.h"
#include "pdf/pagetext.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QtTest>

namespace notes_formula {

using namespace Qt::StringLiterals;
using namespace yaodian;
using pdf::BlockKind;

/// What is left of formulas is told from prose of any language.
class NotesFormula : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soup_isFound_data()
    {
        QTest::addColumn<QString>("quote");
        QTest::newRow("attention") << u"Attention(Q, K, V ) = softmax( QKT √ dk )V"_s;
        QTest::newRow("sum") << u"L(θ) = − ∑ i=1 N yi log pθ (xi ) + λ ‖θ‖2"_s;
        QTest::newRow("in a sentence")
            << u"where the loss is defined as L = E x ∼ p ( x ) [ ∥ x − f θ ( z t , t ) ∥ 2 2 ]"
               " + β · K L ( q ( z | x ) ∥ p ( z ) ) and β is a weight"_s;
        QTest::newRow("mathematical letters") << u"𝑝(𝑥) = ∫ 𝑝(𝑥|𝑧) 𝑝(𝑧) 𝑑𝑧"_s;
        QTest::newRow("characters without a name") << u"\uf0e5 \uf03d x \uf02b y \uf0d7"_s;
        QTest::newRow("with Chinese words") << u"其中 x i ∈ ℝ d , y = W x + b , σ ( z ) = 1 / ( 1 + e − z )"_s;
    }
    void soup_isFound()
    {
        QFETCH(QString, quote);
        QVERIFY(notes::isFormulaSoup(quote));
    }

    void prose_isNone_data()
    {
        QTest::addColumn<QString>("quote");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a word") << u"attention"_s;
        QTest::newRow("a variable") << u"x"_s;
        QTest::newRow("short equation in words") << u"we set β = 0.5 in all experiments"_s;
        QTest::newRow("English") << u"The dominant sequence transduction models are based on complex recurrent or "
                                    "convolutional neural networks that include an encoder and a decoder."_s;
        QTest::newRow("with variables")
            << u"Let x be the input and y the output; the encoder maps x to a sequence z of "
               "continuous representations, and α > 0 is the step size of the decoder."_s;
        QTest::newRow("Chinese") << u"我们提出一种新的简单网络架构，完全基于注意力机制，避免了循环和卷积。"_s;
        QTest::newRow("Chinese with numbers")
            << u"在 WMT 2014 英德翻译任务上达到 28.4 BLEU，比 2017 年的最好结果高 2 个点。"_s;
        QTest::newRow("reference")
            << u"[13] S. Hochreiter, J. Schmidhuber, A. B. Lee, and C. D. E. Wu. Long short-term "
               "memory. Neural computation, 9(8):1735–1780, 1997."_s;
        QTest::newRow("initials") << u"A. N. Gomez, L. Kaiser, I. Polosukhin, J. K. Uszkoreit"_s;
        QTest::newRow("figures of a table") << u"BLEU 27.3 38.1 28.4 41.8 3.3 2.3 65 M 213 M"_s;
        QTest::newRow("percent and plus") << u"+1.2% on GLUE, +3.4% on SQuAD, and -0.5% on MNLI over the baseline"_s;
        QTest::newRow("comparisons") << u"p < 0.05, n = 120, r > 0.9 for all of the groups that were compared here"_s;
        QTest::newRow("list") << u"(a) first (b) second (c) third (d) fourth (e) fifth"_s;
        QTest::newRow("Greek") << u"Το μοντέλο αυτό είναι καλύτερο από τα άλλα σε όλες τις δοκιμές"_s;
        QTest::newRow("tokens of a model") << u"<EOS> <EOS> <pad> <pad> <pad> <pad> <pad> <pad>"_s;
        QTest::newRow("Russian") << u"Эта модель лучше других во всех опытах"_s;
    }
    void prose_isNone()
    {
        QFETCH(QString, quote);
        QVERIFY(!notes::isFormulaSoup(quote));
    }

    /// Of real papers: no entry of a bibliography, no heading, and hardly a paragraph or caption.
    void ofRealPapers_hardlyAnythingElseIsTaken()
    {
        const QDir papers(QStringLiteral(YAODIAN_CORPUS "/pdfs/papers"));
        if (!papers.exists())
            QSKIP("the papers are not here");
        int entries = 0, paragraphs = 0, soupOfParagraphs = 0;
        for (const char *name : {"attention_clean.pdf", "flashattention.pdf", "zh_acta_automatica_2col.pdf",
                                 "resnet_cvpr2col_annotated.pdf", "elsevier_tcs.pdf"}) {
            const auto pages = pdf::readText(papers.filePath(QLatin1String(name)));
            QVERIFY(pages.ok());
            for (const pdf::PageText &page : *pages) {
                for (const pdf::TextBlock &block : page.blocks) {
                    const QString words = pdf::quoteOf(page, block.range);
                    const bool soup = notes::isFormulaSoup(words);
                    if (qEnvironmentVariableIsSet("SHOW") && soup)
                        qInfo().noquote() << name << int(block.kind) << words.left(160);
                    if (block.kind == BlockKind::Reference || block.kind == BlockKind::Heading) {
                        ++entries;
                        QVERIFY2(!soup, qPrintable(words));
                    } else if (block.kind == BlockKind::Body && words.size() > 400) {
                        ++paragraphs;
                        soupOfParagraphs += soup;
                    }
                }
            }
        }
        QVERIFY(entries > 50);
        QVERIFY2(paragraphs > 100, qPrintable(QString::number(paragraphs)));
        QVERIFY2(soupOfParagraphs * 20 < paragraphs, qPrintable(u"%1 of %2"_s.arg(soupOfParagraphs).arg(paragraphs)));
    }
};

YAODIAN_TEST_GUILESS(NotesFormula)

} // namespace notes_formula

#include "notes_formula.moc"
