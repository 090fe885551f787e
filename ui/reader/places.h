#pragma once

#include "base/settings.h"
#include "ui/reader/pagelayout.h"

#include <QHash>

#include <optional>

namespace yaodian::ui {

/// Where the reader was in a document: the last place and the marks, both kept over restarts.
class Places
{
public:
    struct Last
    {
        PagePlace place;
        ViewMode mode;
    };

    explicit Places(Settings &settings) : m_settings(settings) {}

    /// The sha256 that a file of this path had when it was last read; empty: never. Good enough to begin at the right
    /// page before the file has been read through.
    [[nodiscard]] QString lastKnown(const QString &path) const;
    void remember(const QString &path, const QString &sha256);

    /// Marks and last place are those of the document.
    void setDocument(const QString &sha256);
    [[nodiscard]] QString document() const { return m_sha256; }
    [[nodiscard]] std::optional<Last> last() const;
    void keepLast(const Last &last);

    /// False where there is no document yet that the mark could belong to.
    bool setMark(QChar letter, const PagePlace &place);
    [[nodiscard]] std::optional<PagePlace> mark(QChar letter) const;

private:
    [[nodiscard]] QString key(const QString &what) const { return what + QLatin1Char('/') + m_sha256; }

    Settings &m_settings;
    QString m_sha256;
};

} // namespace yaodian::ui
