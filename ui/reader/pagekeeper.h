#pragma once

#include "library/library.h"
#include "ui/reader/pagestore.h"
#include "ui/reader/preparing.h"

#include <QDateTime>

namespace yaodian::ui {

/// The drawn pages of a library: what all its readers share, heavy pages in `pages/` beside its other folders, and the
/// first page of every PDF that comes.
class PageKeeper final : public QObject
{
    Q_OBJECT

public:
    /// `library`, `settings` and `background` must outlive it.
    PageKeeper(library::Library &library, Settings &settings, Background &background, QObject *parent);

    [[nodiscard]] std::shared_ptr<PageStore> store() const { return m_store; }

private:
    void changed(const library::Change &change);

    library::Library &m_library;
    std::shared_ptr<PageStore> m_store = std::make_shared<PageStore>();
    Preparing *m_preparing = nullptr; ///< null: nothing is written into a library that is only read
    QDateTime m_since;
};

} // namespace yaodian::ui
