#pragma once

#include "sync/sync.h"
#include "ui/shell/overlay.h"

namespace yaodian::ui {

class FindingView;

/// Adds a source: what is typed or pasted is looked at, what was found is shown, and only the second Enter adds it.
/// While nothing is typed, places to start from stand below.
class AddPanel final : public Overlay
{
    Q_OBJECT

public:
    AddPanel(const library::Library &library, sync::Sync &sync, const Theme &theme, QWidget *window);

    /// Looks at `address` at once, where there is one.
    void start(const QString &address = {});
    /// What was found, before anybody says yes to it.
    void show(const sync::Finding &finding);

Q_SIGNALS:
    /// It is among the sources now, or was already; its issues are wanted.
    void added(const yaodian::library::Source &source);

protected:
    void choose(const QString &id) override;
    void escape() override;

private:
    void typing();
    void look(const QString &address);
    void found(const Result<sync::Finding> &finding);
    void take();
    void fail(const QString &sentence);
    void drop();

    const library::Library &m_library;
    sync::Sync &m_sync;
    FindingView *m_view;
    QObject *m_search = nullptr; ///< lives while something is looked at; what is found goes with it
    std::optional<sync::Finding> m_finding;
};

} // namespace yaodian::ui
