// The parser against the hand-checked corpus, where it is there: every field of the five first documents, and no
// document that fails or takes the parser down.
#include "digesttest.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace digest_corpus {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs of white space count as one blank.
QJsonValue foldedValue(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().simplified();
    if (!value.isArray())
        return value;
    QJsonArray out;
    for (const QJsonValue &item : value.toArray())
        out.append(foldedValue(item));
    return out;
}

class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seedIsReadExactly_data();
    void seedIsReadExactly();
    void everyDocumentIsRead_data();
    void everyDocumentIsRead();
    void countsAreRight_data();
    void countsAreRight();
};

void CorpusTest::seedIsReadExactly_data()
{
    QTest::addColumn<QString>("path");
    const QDir seeds(QStringLiteral(YAODIAN_CORPUS "/seeds"));
    for (const QFileInfo &seed : seeds.entryInfoList({u"*.txt"_s}))
        QTest::newRow(qPrintable(seed.baseName())) << seed.filePath();
}

void CorpusTest::seedIsReadExactly()
{
    QFETCH(QString, path);
    const QString name = QFileInfo(path).completeBaseName();
    const QJsonObject gold =
        QJsonDocument::fromJson(contentOf(QStringLiteral(YAODIAN_CORPUS "/gold/%1.json").arg(name))).object();
    const auto issues = parse(contentOf(path), {name + u".txt"_s, {}, {}});
    QVERIFY(issues);
    const QJsonObject found = toGold(issues->first());
    for (const auto &field : {"title"_L1, "summary"_L1, "legend"_L1})
        QCOMPARE(foldedValue(found[field]), foldedValue(gold[field]));
    const QJsonArray expected = gold["entries"_L1].toArray();
    const QJsonArray entries = found["entries"_L1].toArray();
    QCOMPARE(entries.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QJsonObject wanted = expected[i].toObject();
        for (auto field = wanted.begin(); field != wanted.end(); ++field)
            if (field.key() != "extra"_L1)
                QVERIFY2(foldedValue(entries[i][field.key()]) == foldedValue(field.value()),
                         qPrintable(u"%1 of entry %2"_s.arg(field.key()).arg(i + 1)));
    }
}

void CorpusTest::everyDocumentIsRead_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(YAODIAN_CORPUS "/digests"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

void CorpusTest::everyDocumentIsRead()
{
    QFETCH(QString, path);
    const auto issues = parse(contentOf(path), {QFileInfo(path).fileName(), {}, {}});
    QVERIFY2(issues, issues ? "" : qPrintable(issues.error().message));
    for (const Issue &issue : *issues)
        QCOMPARE(issue.report.entriesMade, int(issue.entries.size()));
}

/// The manifest says how many entries each post has; what the feeds hold is the business of the tests of feeds.
void CorpusTest::countsAreRight_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("count");
    const QList<QByteArray> rows = contentOf(QStringLiteral(YAODIAN_CORPUS "/MANIFEST.csv")).split('\n');
    const QRegularExpression row(u"^([^,]+),.*,(\\d+),entries,"_s);
    for (const QByteArray &line : rows) {
        const auto match = row.match(QString::fromUtf8(line));
        const bool feed = match.captured(1).contains("/feeds/"_L1) && !match.captured(1).endsWith(".html"_L1);
        if (match.hasMatch() && !feed)
            QTest::newRow(qPrintable(match.captured(1)))
                << QStringLiteral(YAODIAN_CORPUS "/") + match.captured(1) << match.captured(2).toInt();
    }
}

void CorpusTest::countsAreRight()
{
    QFETCH(QString, path);
    QFETCH(int, count);
    const auto issues = parse(contentOf(path), {QFileInfo(path).fileName(), {}, {}});
    QVERIFY(issues);
    qsizetype found = 0;
    for (const Issue &issue : *issues)
        found += issue.entries.size();
    QVERIFY2(qAbs(found - count) * 50 <= count, qPrintable(u"%1 of %2"_s.arg(found).arg(count)));
}

YAODIAN_TEST_APPLESS(CorpusTest)

} // namespace digest_corpus

#include "corpus.moc"
