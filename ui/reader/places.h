#pragma once

#include "base/settings.h"
#include "ui/reader/pagelayout.h"

#include <QHash>

#include <optional>

namespace yaodian::ui {

/// Where the reader was in a document: the last place (kept over restarts), the places jumped from, and the marks.
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

    /// Forgets the history; marks and last place are those of the document.
    void setDocument(const QString &sha256);
    [[nodiscard]] QString document() const { return m_sha256; }
    [[nodiscard]] std::optional<Last> last() const;
    void keepLast(const Last &last);

    /// To be called with the place that is left by a jump.
    void leave(const PagePlace &from);
    std::optional<PagePlace> back(const PagePlace &from);
    std::optional<PagePlace> forward(const PagePlace &from);

    void setMark(QChar letter, const PagePlace &place);
    [[nodiscard]] std::optional<PagePlace> mark(QChar letter) const;

private:
    [[nodiscard]] QString key(const QString &what) const { return what + QLatin1Char('/') + m_sha256; }

    Settings &m_settings;
    QString m_sha256;
    QList<PagePlace> m_back;
    QList<PagePlace> m_forward;
};

} // namespace yaodian::ui
