#include "bench.h"

#include "notes/anchoring.h"
#include "notes/notes.h"
#include "pdf/document.h"
#include "tests/support/versions.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace yaodian::bench {

namespace {

using tests::OtherVersion;

constexpr int PassagesOfEach = 100; ///< paper
constexpr quint32 Seed = 20230207;
constexpr double Enough = 0.5; ///< of what is found and of what is right has to be the same

/// What became of the highlights of papers in other versions of them.
struct Tally
{
    int right = 0;
    int wrong = 0;
    int asked = 0; ///< the reader is
    int highlights = 0;
    double ms = 0;
    double preparing = 0; ///< ms: once a document

    void add(const Tally &other)
    {
        right += other.right;
        wrong += other.wrong;
        asked += other.asked;
        highlights += other.highlights;
        ms += other.ms;
        preparing += other.preparing;
    }
};

Tally tallyOf(const QList<pdf::PageText> &pages, const tests::Edits &edits)
{
    using State = library::Placement::State;
    const OtherVersion other(pages, edits, Seed);
    QElapsedTimer timer;
    timer.start();
    const notes::Anchoring anchoring(other.pages());
    Tally tally;
    tally.preparing = double(timer.nsecsElapsed()) / 1e6;
    for (const OtherVersion::Stretch &before : tests::passagesOf(pages, PassagesOfEach, Seed)) {
        const notes::Passage passage = notes::passageOf(pages.at(before.page), before.range, before.page, {});
        timer.start();
        const notes::Anchored found = anchoring.find({passage.quote, passage.prefix, passage.suffix, passage.page});
        tally.ms += double(timer.nsecsElapsed()) / 1e6;
        QList<OtherVersion::Stretch> where;
        for (const notes::Anchored::Stretch &stretch : found.where)
            where.append({stretch.page, stretch.range});
        const auto likeness = other.likeness(before, where);
        const bool isThere = likeness && *likeness >= Enough;
        ++tally.highlights;
        const bool isPlaced = found.state == State::Same || found.state == State::Changed;
        if (found.state == State::Review)
            ++tally.asked;
        else if (isPlaced ? isThere : !likeness)
            ++tally.right;
        else
            ++tally.wrong;
    }
    return tally;
}

void report(const QString &name, const Tally &tally)
{
    const auto percent = [&tally](int count) { return 100.0 * count / std::max(1, tally.highlights); };
    say(QStringLiteral(
            "anchors %1 %2 highlights   right %3 %   wrong %4 %   asked %5 %   %6 ms each   %7 ms a document")
            .arg(name, -36)
            .arg(tally.highlights)
            .arg(percent(tally.right), 5, 'f', 1)
            .arg(percent(tally.wrong), 4, 'f', 1)
            .arg(percent(tally.asked), 4, 'f', 1)
            .arg(tally.ms / std::max(1, tally.highlights), 0, 'f', 2)
            .arg(tally.preparing, 0, 'f', 1));
}

} // namespace

void anchors(const QString &corpus)
{
    const std::pair<QString, tests::Edits> kinds[] = {{QStringLiteral("light"), tests::LightEdits},
                                                      {QStringLiteral("heavy"), tests::HeavyEdits}};
    Tally all[2];
    for (const QString &path : filesBelow(corpus + QStringLiteral("/pdfs/papers"), {QStringLiteral("*.pdf")})) {
        const auto pages = pdf::readText(path);
        if (!pages)
            continue;
        for (int kind = 0; kind < 2; ++kind) {
            const Tally one = tallyOf(*pages, kinds[kind].second);
            report(kinds[kind].first + QLatin1Char(' ') + QFileInfo(path).completeBaseName().left(28), one);
            all[kind].add(one);
        }
    }
    for (int kind = 0; kind < 2; ++kind)
        report(QStringLiteral("all, ") + kinds[kind].first, all[kind]);
}

} // namespace yaodian::bench
