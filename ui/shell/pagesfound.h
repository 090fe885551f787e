#pragma once

#include "cli/services.h"
#include "reading/indexing.h"
#include "ui/shell/notice.h"
#include "ui/shell/statusline.h"

namespace yaodian::ui {

/// While the window is open, the text of all PDFs is kept in the search: a few words in the status line say so where
/// nothing else is to be said.
class PagesFound final : public QObject
{
    Q_OBJECT

public:
    PagesFound(cli::Services &services, StatusLine &status, Notice &notice, QObject *parent);

    void start() { m_indexing.start(); }
    /// A document is being opened: its pages come first.
    void yield() { m_indexing.yield(); }

private:
    reading::Indexing m_indexing;
};

} // namespace yaodian::ui
