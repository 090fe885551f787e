#pragma once

#include "base/result.h"
#include "digest/digest.h"

#include <optional>

namespace yaodian::digest {

/// The bytes begin with the headers of a message, as a saved mail (.eml) and a page saved with all its parts (.mhtml)
/// do.
[[nodiscard]] bool looksLikeMail(QByteArrayView bytes, const Origin &origin);

/// What a message holds to be read.
struct Mail
{
    QByteArray body; ///< of the part that is the post: HTML where there is some, else plain text
    Origin origin;   ///< its name, media type and address
    QString subject;
    QString author;
    QString id; ///< Message-ID without its brackets; empty for a page
    QDateTime date;
    bool isPage = false; ///< a saved page: its subject is the page's <title>
    QStringList repairs;
};

/// Takes a message apart: nested parts, quoted-printable and base64. Fails where no part is text.
[[nodiscard]] Result<Mail> readMail(QByteArrayView bytes);

} // namespace yaodian::digest
