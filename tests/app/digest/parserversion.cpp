// Posts that are stored are parsed again when the parser has changed, and what says so is a number: this test sees to
// it that nobody forgets to raise it.
#include "digesttest.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDirIterator>
#include <QJsonDocument>

namespace digest_parserversion {

using namespace yaodian;
using namespace yaodian::digest;
using namespace Qt::StringLiterals;

/// What version `parserVersion` makes of the project's own posts.
constexpr int version = 6;
const QString fingerprint = u"0635b4979c04e5b9"_s;

QByteArray everythingRead()
{
    QStringList paths;
    for (const QString &folder :
         {QStringLiteral(YAODIAN_FIXTURES "/digests"), QStringLiteral(YAODIAN_FIXTURES "/../fuzz/corpus")}) {
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths += files.next();
    }
    std::sort(paths.begin(), paths.end(),
              [](const QString &a, const QString &b) { return a.section(u'/', -2) < b.section(u'/', -2); });
    QByteArray all;
    for (const QString &path : std::as_const(paths)) {
        const auto bytes = readFile(path, largestDocument);
        const auto issues =
            bytes ? parse(*bytes, {QFileInfo(path).fileName(), {}, {}}) : Result<QList<Issue>>(bytes.error());
        all += QFileInfo(path).fileName().toUtf8() + '\n';
        if (!issues)
            continue;
        for (const Issue &issue : *issues)
            all += QJsonDocument(toGold(issue)).toJson(QJsonDocument::Compact) + '\n';
    }
    return all;
}

class ParserVersionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionIsRaised_whenPostsAreReadOtherwise();
};

void ParserVersionTest::versionIsRaised_whenPostsAreReadOtherwise()
{
    const QByteArray read = everythingRead();
    QVERIFY(read.size() > 10'000);
    const QString now = sha256Hex(read).left(16);
    QVERIFY2(version == parserVersion && fingerprint == now,
             qPrintable(u"The project's posts are read otherwise than by version %1. Raise parserVersion in digest.h "
                        "(unless posts were added only), and write %2 and \"%3\" here."_s.arg(version)
                            .arg(parserVersion)
                            .arg(now)));
}

YAODIAN_TEST_GUILESS(ParserVersionTest)

} // namespace digest_parserversion

#include "parserversion.moc"
