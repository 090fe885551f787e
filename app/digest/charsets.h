#pragma once

#include "digest/digest.h"

namespace yaodian::digest {

/// What a document ("<?xml encoding", "<meta charset") or else its sender (Content-Type) declares; empty: nothing.
[[nodiscard]] QString declaredEncoding(QByteArrayView bytes, const Origin &origin);

/// The name under which an encoding is read: pages that name a small one use the rest of its larger successor, as every
/// browser reads them. Upper case.
[[nodiscard]] QString usedName(const QString &name);

/// What iconv calls the largest form of an encoding.
[[nodiscard]] QByteArray iconvName(const QString &used);

/// Encoding named by a byte order mark, whose length goes to `mark`; or by the zeros of UTF-16 and UTF-32, or the
/// first bytes of EBCDIC.
[[nodiscard]] QString markedEncoding(QByteArrayView bytes, qsizetype &mark);

} // namespace yaodian::digest
