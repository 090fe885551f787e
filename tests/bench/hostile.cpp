#include "bench.h"
#include "watching.h"

#include "pdf/document.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace yaodian::bench {

namespace {

constexpr int MutationsOfEach = 8; ///< of every paper
constexpr int WarmMs = 200;
constexpr int MostMs = 9000; ///< a page that hangs is ended before
constexpr quint32 Seed = 20230207;

/// The bytes of a paper with a few of them changed, a stretch taken out or doubled, or the end cut off.
QByteArray damaged(QByteArray bytes, QRandomGenerator &random)
{
    const auto somewhere = [&] { return qsizetype(random.bounded(quint32(bytes.size()))); };
    switch (random.bounded(4)) {
    case 0:
        for (int i = 0; i < 40; ++i)
            bytes[somewhere()] = char(random.bounded(256));
        return bytes;
    case 1:
        return bytes.remove(somewhere(), random.bounded(2000));
    case 2: {
        const qsizetype at = somewhere();
        return bytes.insert(at, bytes.mid(at, random.bounded(2000)));
    }
    default:
        return bytes.left(somewhere());
    }
}

/// Shows a file for as long as it takes to be sharp, to fail or to be given up, and tells the longest gap meanwhile, in
/// ms.
double gapOf(const QString &path, Look &look, Watchdog &watchdog)
{
    Desk desk(look);
    auto spare = pdf::startWorker();
    pass(WarmMs);
    watchdog.takeLongest();
    (void)desk.open(path, std::move(spare), MostMs);
    return watchdog.takeLongest();
}

void report(const QList<double> &gaps, const QString &of)
{
    if (!gaps.isEmpty())
        say(QStringLiteral("hostile: %1 %2, longest gap %3 ms")
                .arg(gaps.size())
                .arg(of)
                .arg(*std::max_element(gaps.cbegin(), gaps.cend()), 0, 'f', 1));
}

} // namespace

void hostile(const QString &corpus)
{
    Look light;
    Watchdog watchdog;
    QList<double> gaps;
    const auto look = [&](const QString &path, const QString &name) {
        gaps << gapOf(path, light, watchdog);
        if (gaps.last() > 50)
            say(QStringLiteral("hostile %1 longest gap %2 ms").arg(name, -40).arg(gaps.last(), 0, 'f', 1));
    };
    for (const QString &folder : {QStringLiteral("edge"), QStringLiteral("hostile")})
        for (const QString &path : filesBelow(corpus + QStringLiteral("/pdfs/") + folder, {QStringLiteral("*.pdf")}))
            look(path, QFileInfo(path).fileName());
    report(gaps, QStringLiteral("files as they are"));
    gaps.clear();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("damaged.pdf"));
    QRandomGenerator random(Seed);
    for (const QString &paper : filesBelow(corpus + QStringLiteral("/pdfs/papers"), {QStringLiteral("*.pdf")})) {
        QFile whole(paper);
        if (!whole.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = whole.readAll();
        for (int i = 0; i < MutationsOfEach; ++i) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(damaged(bytes, random)) < 0)
                return say(QStringLiteral("hostile: %1").arg(file.errorString()));
            file.close();
            look(path, QStringLiteral("%1 %2").arg(QFileInfo(paper).fileName()).arg(i));
        }
    }
    report(gaps, QStringLiteral("damaged papers"));
}

} // namespace yaodian::bench
