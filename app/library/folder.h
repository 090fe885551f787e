#pragma once

#include <QString>

namespace yaodian::library {

/// Where everything lies below the library's folder.
struct Folder
{
    QString path; ///< absolute

    [[nodiscard]] QString notes() const { return path + QStringLiteral("/notes.sqlite"); }
    [[nodiscard]] QString cache() const { return path + QStringLiteral("/cache.sqlite"); }
    [[nodiscard]] QString lock() const { return path + QStringLiteral("/lock"); }
    [[nodiscard]] QString reserve() const { return path + QStringLiteral("/reserve"); }
    [[nodiscard]] QString backups() const { return path + QStringLiteral("/backups"); }
    [[nodiscard]] QString incoming() const { return path + QStringLiteral("/incoming"); }
    /// Where the bytes of a post, a picture or a PDF lie until they are whole: all in one place, so that what a crash
    /// left is found at once.
    [[nodiscard]] QString draft(const QString &sha256) const
    {
        return incoming() + QLatin1Char('/') + sha256 + draftEnding();
    }
    [[nodiscard]] static QString draftEnding() { return QStringLiteral(".draft"); }
    [[nodiscard]] QString post(const QString &sha256) const
    {
        return hashed(QStringLiteral("posts"), sha256, QStringLiteral(".zst"));
    }
    [[nodiscard]] QString images() const { return path + QStringLiteral("/images"); }
    [[nodiscard]] QString image(const QString &sha256) const
    {
        return hashed(QStringLiteral("images"), sha256, QStringLiteral(".png"));
    }
    [[nodiscard]] QString document(const QString &sha256) const
    {
        return hashed(QStringLiteral("documents"), sha256, QStringLiteral(".pdf"));
    }

private:
    [[nodiscard]] QString hashed(const QString &kind, const QString &sha256, const QString &ending) const
    {
        return path + QLatin1Char('/') + kind + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256 + ending;
    }
};

} // namespace yaodian::library
