#pragma once

#include "library/values.h"
#include "ui/reader/pagelayout.h"

#include <optional>

namespace yaodian::ui {

/// Which document is meant: one of the library, or a file that it does not know (yet).
struct DocumentRef
{
    library::PaperId paper; ///< null: not known
    QString sha256;         ///< empty: not known
    QString path;

    [[nodiscard]] bool isSame(const DocumentRef &other) const;
};

/// A place in one of the documents that were read.
struct HistoryEntry
{
    DocumentRef document;
    PagePlace place;
};

/// The places that were jumped from, through all documents of a view: back and forward as in a browser.
class History
{
public:
    /// To be called with the place that is left by a jump or by another document.
    void leave(const HistoryEntry &from);
    std::optional<HistoryEntry> back(const HistoryEntry &from);
    std::optional<HistoryEntry> forward(const HistoryEntry &from);

    [[nodiscard]] bool canGoBack() const { return !m_back.isEmpty(); }

private:
    QList<HistoryEntry> m_back;
    QList<HistoryEntry> m_forward;
};

} // namespace yaodian::ui
