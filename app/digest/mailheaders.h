#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace yaodian::digest {

/// The headers of a message or of one of its parts, by lower-case name; of several alike the first.
struct MailHeaders
{
    QHash<QByteArray, QByteArray> fields; ///< unfolded, as written
    qsizetype length = 0;                 ///< of the headers with the empty line behind them

    /// A field as text: encoded words decoded, raw bytes read as UTF-8 or GB18030.
    [[nodiscard]] QString text(const char *name) const;
    /// A field up to its first ';', lower case: "text/html".
    [[nodiscard]] QByteArray token(const char *name) const;
    /// A parameter of a field ("boundary" of "content-type"), unquoted; empty where it is missing.
    [[nodiscard]] QByteArray parameter(const char *field, const char *name) const;
};

[[nodiscard]] MailHeaders mailHeaders(QByteArrayView bytes);

/// RFC 2047: "=?utf-8?B?…?=" and "=?gb2312?Q?…?=" become text; two of them with only blanks between join.
[[nodiscard]] QString decodedWords(const QByteArray &field);

/// "quoted-printable" without its soft line ends; `inHeader`: '_' is a blank.
[[nodiscard]] QByteArray fromQuotedPrintable(QByteArrayView bytes, bool inHeader = false);

} // namespace yaodian::digest
