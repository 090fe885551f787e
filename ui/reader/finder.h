#pragma once

#include "pdf/document.h"
#include "ui/base/theme.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pageview.h"

#include <QObject>
#include <QPointer>

namespace yaodian::ui {

/// Searching in the document: every hit in page order, one of them the current one.
class Finder final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    Finder(PageView &view, Theme &theme, QObject *parent);

    void setDocument(pdf::Document *document);
    /// Searches from the page in view on and around, and goes to the first hit from there. Without text: ends the
    /// search. A pattern that is none is told by problem().
    void search(const pdf::SearchQuery &query);
    /// The same, and goes to this hit, searching anew only where it has to. A hit without a range: to the first one
    /// from its page on.
    void show(const pdf::SearchQuery &query, const pdf::SearchHit &hit);
    [[nodiscard]] const pdf::SearchQuery &query() const { return m_query; }
    [[nodiscard]] const QList<pdf::SearchHit> &hits() const { return m_hits; }
    [[nodiscard]] int current() const { return m_current; } ///< -1: none
    [[nodiscard]] bool isRunning() const { return m_request.has_value(); }
    [[nodiscard]] QString problem() const { return m_problem; } ///< why nothing can be found; empty: it can
    /// Forward or back by hits, around the ends of the document.
    void step(int hits);
    void goTo(int hit);
    /// "3 of 14", "14 so far…", "Nothing found".
    [[nodiscard]] QString summary() const;

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void restarted();                 ///< no hits for now
    void added(int first, int count); ///< hits came, at this place among those before
    void changed();                   ///< the current hit, the summary or the problem

private:
    void begin(const pdf::SearchQuery &query, const PagePlace &from, const std::optional<pdf::SearchHit> &wanted);
    [[nodiscard]] int nearest(const QList<pdf::SearchHit> &hits) const;
    void goOnward();
    void take(const QList<pdf::SearchHit> &hits);
    void finish(const Result<void> &ended);
    void stop();

    static constexpr int MostHits = 5000;
    PageView &m_view;
    Theme &m_theme;
    QPointer<pdf::Document> m_document;
    pdf::SearchQuery m_query;
    QList<pdf::SearchHit> m_hits;
    std::optional<quint64> m_request;
    QString m_problem;
    PagePlace m_from;
    std::optional<pdf::SearchHit> m_wanted; ///< the one to go to, where it is not the nearest
    int m_current = -1;
    bool m_full = false; ///< there may be more hits than are kept
};

} // namespace yaodian::ui
