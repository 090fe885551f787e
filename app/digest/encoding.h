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
/// its sender declares, if the bytes agree; else a guess. GB2312 and GBK are read as GB18030. Fails for what is no
/// text.
Result<Decoded> decode(QByteArrayView bytes, const Origin &origin);

} // namespace yaodian::digest
