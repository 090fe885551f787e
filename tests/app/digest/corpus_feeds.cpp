// Every feed, listing and page of the corpus, where it is there: as many entries, or issues where its items are posts,
// as its manifest counts, to 2 %.
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_corpus_feeds {

using namespace yaodian::digest;
using namespace Qt::StringLiterals;

/// The fields of a line of CSV; quotes may hold commas, and doubled quotes are one.
QStringList fieldsOf(const QString &line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields.append(QString());
        else
            fields.last() += c;
    }
    return fields;
}

class CorpusFeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsAreCounted_data();
    void unitsAreCounted();
};

void CorpusFeedsTest::unitsAreCounted_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("unit");
    QFile manifest(QStringLiteral(YAODIAN_CORPUS "/MANIFEST.csv"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(manifest.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList head = fieldsOf(lines.first().trimmed());
    const qsizetype file = head.indexOf(u"file"_s);
    const qsizetype count = head.indexOf(u"count"_s);
    const qsizetype unit = head.indexOf(u"unit"_s);
    QVERIFY(file >= 0 && count >= 0 && unit >= 0);
    for (const QString &line : lines.mid(1)) {
        const QStringList fields = fieldsOf(line);
        if (fields.value(file).startsWith(u"digests/feeds/"))
            QTest::newRow(qPrintable(fields[file].section(u'/', -1)))
                << fields[file] << fields.value(count).toInt() << fields.value(unit);
    }
}

void CorpusFeedsTest::unitsAreCounted()
{
    QFETCH(QString, path);
    QFETCH(int, count);
    QFETCH(QString, unit);
    QFile file(QStringLiteral(YAODIAN_CORPUS "/") + path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto issues = parse(file.readAll(), {path.section(u'/', -1), {}, {}});
    QVERIFY2(issues, issues ? "" : qPrintable(issues.error().message));
    qsizetype found = issues->size();
    if (unit == u"entries"_s) {
        found = 0;
        for (const Issue &issue : *issues)
            found += issue.entries.size();
    }
    QVERIFY2(qAbs(found - count) * 50 <= count, qPrintable(u"%1 %2, not %3"_s.arg(found).arg(unit).arg(count)));
}

YAODIAN_TEST_APPLESS(CorpusFeedsTest)

} // namespace digest_corpus_feeds

#include "corpus_feeds.moc"
