#pragma once

#include "cli/services.h"
#include "ui/base/ask.h"
#include "ui/base/theme.h"
#include "ui/commands/commands.h"
#include "ui/reader/history.h"
#include "ui/reader/opensearch.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QStackedLayout;

namespace yaodian::ui {

class ReaderView;

/// The documents that are open, one of them shown, or two places side by side. A tab that was not looked at for long
/// sleeps: its view and its worker go, its place stays. What is open is kept over restarts.
class Readers final : public QWidget
{
    Q_OBJECT

public:
    Readers(cli::Services &services, Commands &commands, Theme &theme, Ask &ask, QWidget *parent = nullptr);
    ~Readers() override;

    [[nodiscard]] int count() const { return int(m_tabs.size()); }
    [[nodiscard]] int currentTab() const { return m_current; } ///< -1: none
    [[nodiscard]] QString titleOf(int tab) const;
    /// The view that keys and openings are for: of two side by side, the one worked in last. nullptr: nothing is open.
    [[nodiscard]] ReaderView *current() const;
    [[nodiscard]] QList<ReaderView *> views() const; ///< those that are awake

    /// The current view, made where there is none.
    ReaderView &here();
    /// A view in a tab of its own, which becomes the current one.
    ReaderView &inNewTab();
    /// Goes to the tab that has this document; false where none has. `opens`: where it sleeps, it is opened again, and
    /// not by the caller.
    bool goToDocument(const DocumentRef &document, bool opens = true);
    [[nodiscard]] int tabOf(const DocumentRef &document) const; ///< the first that it is in front of; -1: none
    void goToTab(int tab);
    /// Asks first where something typed there could not be saved; `then` is called when it is closed.
    void closeTab(int tab, const std::function<void()> &then = {});
    /// Calls `close` where the reader agrees to lose what was typed and could not be saved.
    void askToLose(const std::function<void()> &close);
    [[nodiscard]] bool hasClosed() const { return !m_closed.isEmpty(); }
    bool reopenClosed(); ///< false where none was closed
    [[nodiscard]] bool isSplit() const;
    void toggleSplit();
    void otherSide();
    void focusPages();

    /// Tabs of the last run, asleep. True where a document was being read when it ended.
    bool restore();
    /// `reading`: a document is shown now, not the library.
    void save(bool reading) const;
    /// Tabs that sleep over the document which the view in front was found to show: opened by its path, it has a tab
    /// already.
    void dropAsleep(const DocumentRef &document);

Q_SIGNALS:
    void made(yaodian::ui::ReaderView *view); ///< to be connected to; before it opens anything
    void changed();                           ///< other tabs, another current one, another title

private:
    struct Tab;
    [[nodiscard]] Tab *tab() const;
    ReaderView *addView(Tab &tab);
    void wake(Tab &tab);
    void takeAway(int tab);
    void askFirst(const QList<ReaderView *> &views, const std::function<void()> &close);
    void closeSide(ReaderView *side);
    void sleep(Tab &tab);
    void restSome();
    void remember(Tab &tab) const;
    static void leave(Tab &tab);
    [[nodiscard]] HistoryEntry entryOf(const DocumentRef &document, const std::optional<PagePlace> &place) const;
    void nameViews();
    [[nodiscard]] QList<OpenDocument> documents() const;
    bool goToView(const DocumentRef &document);
    void showHit(const DocumentRef &document, const pdf::SearchHit &hit);

    cli::Services &m_services;
    Commands &m_commands;
    Theme &m_theme;
    Ask &m_ask;
    OpenSearch *m_search;
    QStackedLayout *m_stack;
    std::vector<std::unique_ptr<Tab>> m_tabs;
    QList<HistoryEntry> m_closed;
    int m_current = -1;
    quint64 m_tick = 0;
};

} // namespace yaodian::ui
