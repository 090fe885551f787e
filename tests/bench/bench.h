#pragma once

#include "say.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <functional>

// The parts of yaodian-bench. Each prints its own lines; figures are medians, so that one hiccup of the machine is
// not a result.
namespace yaodian::bench {

[[nodiscard]] inline double median(QList<double> values)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

/// Ordinary files below `folder`, sorted.
[[nodiscard]] QStringList filesBelow(const QString &folder, const QStringList &nameFilters = {});

/// Parse speed over the posts of the corpus, in MB/s (1 MB = 1,000,000 bytes).
void parsing(const QString &corpus, int runs);
/// HTML parse speed beside libxml2's bare SAX parser on the same bytes in the same run, the memory it takes, and how
/// the time grows with the size of a page, its nesting and its attributes.
void parsingHtml(const QString &corpus, int runs);
/// Import speed into a fresh library on disk, in entries/s: `entries` of them at least.
void importing(const QString &corpus, int entries);
/// A thousand sources on a thousand loopback addresses: all unchanged, beside curl; one new issue each, beside the same
/// from files; in ms.
void syncing(int runs);
/// Highlights on other versions of the corpus' papers, which are made by chance (seeded), light and heavy: how many are
/// placed right, wrong, left to the reader; ms a highlight.
void anchors(const QString &corpus);
/// 10,000 papers with 50,000 highlights written into files, and again with nothing changed; in s.
void exports(const QString &corpus);
/// First page and page rendering through the worker beside poppler alone, in ms, file by file in turn. Answers
/// through `done` from the event loop.
void reading(const QString &corpus, int runs, std::function<void()> done);

/// In the real reader: from opening a paper to its first page, from page to page, and how long the main loop stood
/// still at most; in ms. Needs a QApplication.
void paging(const QString &corpus);
/// One file of 1,300 pages and more, made of the corpus' papers by qpdf, paged from first to last in the real reader:
/// the memory of the process tree, in MB of proportional set size. Needs a QApplication.
void longPaper(const QString &corpus);
/// The corpus' odd and hostile files and papers that were damaged by chance (seeded) in the real reader: how long its
/// main loop stood still at most, in ms. Needs a QApplication.
void hostile(const QString &corpus);
/// Typing into notes of some sizes beside the pages, over a library on disk: what a key costs until it is seen, how
/// long the main loop stood still at most, and how far behind the disk was; in ms. Needs a QApplication.
void typing(const QString &corpus);

/// Fifty thousand highlights: what listing and filtering them costs, and reading back the states of one from a long
/// journal; in ms. Needs a QApplication.
void marked(const QString &corpus);

} // namespace yaodian::bench
