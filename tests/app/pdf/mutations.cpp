#include "pdf/document.h"
#include "tests/support/testmain.h"

#include "tests/app/pdf/waiting.h"

#include <QDir>
#include <QTemporaryDir>

#include <random>

namespace pdf_mutations {

using namespace yaodian;
using namespace yaodian::pdf;
using Priority = Document::Priority;

constexpr int usualMutations = 150;
constexpr qint64 largestPaper = 1'300'000; // larger ones cost time and add nothing

using Random = std::mt19937; // the same numbers everywhere, unlike the distributions of <random>

quint32 below(Random &random, qsizetype end)
{
    return quint32(random() % quint32(qMax<qsizetype>(1, end)));
}

void flip(QByteArray &bytes, Random &random)
{
    for (quint32 i = 1 + below(random, 60); i > 0; --i)
        bytes[below(random, bytes.size())] = char(random());
}

void cutOff(QByteArray &bytes, Random &random)
{
    bytes.truncate(1024 + below(random, bytes.size() - 1024));
}

/// Digits are lengths, object numbers and offsets.
void renumber(QByteArray &bytes, Random &random)
{
    for (int i = 0; i < 20; ++i) {
        qsizetype at = below(random, bytes.size());
        while (at < bytes.size() && (bytes[at] < '0' || bytes[at] > '9'))
            ++at;
        if (at < bytes.size())
            bytes[at] = char('0' + below(random, 10));
    }
}

/// The contents of two objects change places.
void swapObjects(QByteArray &bytes, Random &random)
{
    const auto object = [&] {
        const qsizetype start = bytes.indexOf(" obj", below(random, bytes.size()));
        const qsizetype end = start < 0 ? -1 : bytes.indexOf("endobj", start);
        return std::pair{start + 4, end};
    };
    auto a = object(), b = object();
    if (a.first > b.first)
        std::swap(a, b);
    if (a.second < 0 || b.second < 0 || a.second > b.first)
        return flip(bytes, random);
    const QByteArray first = bytes.mid(a.first, a.second - a.first);
    const QByteArray second = bytes.mid(b.first, b.second - b.first);
    bytes.replace(b.first, second.size(), first);
    bytes.replace(a.first, first.size(), second);
}

/// A piece stands twice, or in another's place.
void copyPiece(QByteArray &bytes, Random &random)
{
    const QByteArray piece = bytes.mid(below(random, bytes.size()), 1 + below(random, 5000));
    if (random() % 2)
        bytes.insert(below(random, bytes.size()), piece);
    else
        bytes.replace(below(random, bytes.size()), piece.size(), piece);
}

QByteArray mutated(QByteArray bytes, Random &random)
{
    using Mutation = void (*)(QByteArray &, Random &);
    constexpr std::array<Mutation, 5> mutations{flip, cutOff, renumber, swapObjects, copyPiece};
    for (quint32 i = 1 + below(random, 3); i > 0; --i)
        mutations[below(random, mutations.size())](bytes, random);
    return bytes;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Papers with random damage, the same each time: $YAODIAN_MUTATIONS of them from $YAODIAN_SEED on. This process lives
/// on, every question is answered, and no worker is left.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir papers(QStringLiteral(YAODIAN_CORPUS "/pdfs/papers"));
        for (const QFileInfo &paper : papers.entryInfoList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name)) {
            if (paper.size() <= largestPaper)
                m_papers.append(contentOf(paper.filePath()));
        }
        QVERIFY(m_papers.size() > 5);
    }

    void cleanup()
    {
        QVERIFY(QTest::qWaitFor([] { return childProcesses().isEmpty(); }, guardMs));
    }

    void cleanupTestCase()
    {
        qInfo("%d opened, %d refused with a sentence; pages: %d shown, %d not", m_opened, m_refused, m_shown,
              m_notShown);
        QVERIFY(m_opened + m_refused > 0);
    }

    void damageIsAnswered_data()
    {
        QTest::addColumn<int>("seed");
        bool ok = false;
        const int wanted = qEnvironmentVariableIntValue("YAODIAN_MUTATIONS", &ok);
        const int first = qEnvironmentVariableIntValue("YAODIAN_SEED");
        for (int i = 0; i < (ok ? wanted : usualMutations); ++i)
            QTest::addRow("seed %d", first + i) << first + i;
    }

    void damageIsAnswered()
    {
        QFETCH(int, seed);
        Random random{quint32(seed)};
        const QString path = m_folder.filePath(QStringLiteral("damaged.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mutated(m_papers.at(below(random, m_papers.size())), random));
        file.close();
        Document document(path);
        QSignalSpy failed(&document, &Document::failed);
        QSignalSpy locked(&document, &Document::passwordNeeded);
        QVERIFY(QTest::qWaitFor([&] { return document.isOpen() || !failed.isEmpty() || !locked.isEmpty(); }, guardMs));
        if (!document.isOpen()) {
            QVERIFY(!locked.isEmpty() || !failed.first().first().value<Error>().message.isEmpty());
            ++m_refused;
            return;
        }
        ++m_opened;
        const int page = int(below(random, document.info().pages.size()));
        askAll(document, page);
        if (seed % 5 == 0)
            copy(path, page);
    }

private:
    /// What is damaged gets a copy that begins with it, or a sentence.
    static void copy(const QString &path, int page)
    {
        const auto copied = annotatedCopy(path, {{{page, Annotation::Kind::Highlight, {{0.2, 0.2, 0.8, 0.3}}}, {}}});
        if (copied)
            QVERIFY(copied->startsWith(contentOf(path)));
        else
            QVERIFY(!copied.error().message.isEmpty());
    }

    void askAll(Document &document, int page)
    {
        QObject context;
        Answer<QImage> image;
        Answer<PageText> text;
        Answer<QList<Link>> links;
        Answer<QList<OutlineItem>> outline;
        Answer<PageArt> art;
        Answer<QList<Attachment>> files;
        Answer<QList<Annotation>> annotations;
        document.render(page, 1, {}, Priority::Visible, &context, image.taker());
        document.text(page, Priority::Visible, &context, text.taker());
        document.links(page, &context, links.taker());
        document.outline(&context, outline.taker());
        document.art(page, Priority::Near, &context, art.taker());
        document.attachments(&context, files.taker());
        document.annotations(page, &context, annotations.taker());
        QVERIFY(image.wait() && text.wait() && links.wait() && outline.wait() && art.wait() && files.wait() &&
                annotations.wait());
        for (const QString &sentence : {image.error(), text.error(), links.error(), art.error(), annotations.error()})
            QVERIFY(sentence.isNull() || !sentence.isEmpty());
        image.result->ok() ? ++m_shown : ++m_notShown;
        if (text.result->ok())
            QCOMPARE(text->boxes.size(), text->text.size());
    }

    QTemporaryDir m_folder;
    QList<QByteArray> m_papers;
    int m_opened = 0;
    int m_refused = 0;
    int m_shown = 0;
    int m_notShown = 0;
};

YAODIAN_TEST_GUILESS(TestMutations)

} // namespace pdf_mutations

#include "mutations.moc"
