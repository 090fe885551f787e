#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QUrl>

namespace yaodian::sync {

/// A file of a branch that holds one day's papers.
struct DatedFile
{
    QDate date;
    QUrl url;
};

/// The date in a file's name ("2026-07-01_AI_enhanced_Chinese.jsonl", "20260701.md"); invalid: none.
[[nodiscard]] QDate dateIn(const QString &fileName);

/// What a list of file names (one a line) names, oldest first, one file a day: where a day has several, the one in
/// `language` ("zh-CN", "en"; empty: Chinese), else one with summaries. The files of `…/assets/file-list.txt` lie in
/// `…/data/`, those of any other list beside it.
[[nodiscard]] QList<DatedFile> datedFiles(const QByteArray &list, const QUrl &at, const QString &language);

/// Those since `cursor` (a date; the day itself once more, for it may have grown), at most two weeks of them; with an
/// empty cursor the newest three. Oldest first.
[[nodiscard]] QList<DatedFile> newFiles(const QList<DatedFile> &files, const QString &cursor);

/// Those of `days`, newest first.
[[nodiscard]] QList<DatedFile> filesOf(const QList<DatedFile> &files, const QList<QDate> &days);

/// The `most` files before `mark` (a date; empty: before the newest three), newest first.
[[nodiscard]] QList<DatedFile> olderFiles(const QList<DatedFile> &files, const QString &mark, int most);

} // namespace yaodian::sync
