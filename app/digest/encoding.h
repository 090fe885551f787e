#pragma once

#include "base/result.h"
#include "digest/digest.h"

namespace yaodian::digest {

/// Text of a document: line ends '\n', no NUL, no byte order mark.
struct Decoded
{
    QString text;
    QString encoding;    ///< how the bytes were read
    QStringList repairs; ///< translated sentences
};

/// Bytes → text. A byte order mark decides; else valid UTF-8 is UTF-8 whatever was declared; else what the document or
/// its sender declares, if what comes out looks written by people; else a guess, or what of the usual encodings does.
/// An encoding is read as the larger one that pages mean by its name (GB2312 as GB18030, Latin-1 as windows-1252).
/// Fails for what is no text.
Result<Decoded> decode(QByteArrayView bytes, const Origin &origin);

/// A short text (a header of a mail) in the encoding it names; valid UTF-8 is UTF-8, and without a name what is no
/// UTF-8 is GB18030.
[[nodiscard]] QString decodedAs(QByteArrayView bytes, const QString &encoding);

} // namespace yaodian::digest
