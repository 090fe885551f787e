#pragma once

#include "exporting/regions.h"
#include "exporting/threeway.h"

#include <QHash>
#include <QUuid>

// Values of the reader's in what a template makes: where each stands is known without knowing the template, so that a
// word that was changed in a file finds its way back.
namespace yaodian::exporting {

/// Whose a value is and how it was written.
struct ValueKey
{
    enum class What { Comment = 'c', Point = 'p', DigestPoint = 'd', Note = 'n' };
    What what = What::Note;
    QUuid id;       ///< of the highlight, the point, the paper
    int part = 0;   ///< several make one value, a line end between them
    int indent = 0; ///< blanks before each line but the first
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] static std::optional<ValueKey> of(const QByteArray &bytes);
    friend bool operator==(const ValueKey &, const ValueKey &) = default;
};

/// `text`, as a template gets it; where it stands is told by takeValues(). Empty text stays empty.
[[nodiscard]] QString markedValue(const ValueKey &key, const QString &text);
/// Takes the marks out of what a template made of such texts, and notes where they were.
void takeValues(Part &part);
/// Where those are, as text and back: for keeping it.
[[nodiscard]] QString valuesToJson(const QList<Value> &values);
[[nodiscard]] QList<Value> valuesFromJson(const QString &json);

/// The values of a part by their keys, as they were written; of one that stands twice, the first.
[[nodiscard]] QHash<QByteArray, QString> valuesOf(const Part &part);
/// What became of a part's values in a text that was made of it: those whose surroundings are still there. Of one that
/// stands twice, what was changed.
[[nodiscard]] QHash<QByteArray, QString> valuesIn(const QString &text, const Part &base);
/// What `base` became in the file, joined with what it became in the library, `fresh`. No line of the file is
/// left out: a value there gives way to today's only where it is as it was written, or all of it is in today's.
/// Likewise a first comment (firstcomments.h) leaves the place where it was typed only where all of it is in today's.
/// Nullopt: it cannot be joined so that it is read again as it is meant.
[[nodiscard]] std::optional<ThreeWay> joinedRegion(const Part &base, const QString &file, const Part &fresh);

} // namespace yaodian::exporting
