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
    /// Searches from the page in view on and around, and goes to the first hit from there. Empty: ends the search.
    void search(const QString &query);
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] const QList<pdf::SearchHit> &hits() const { return m_hits; }
    [[nodiscard]] int current() const { return m_current; } ///< -1: none
    [[nodiscard]] bool isRunning() const { return m_request.has_value(); }
    /// Forward or back by hits, around the ends of the document.
    void step(int hits);
    void goTo(int hit);
    /// "3 of 14", "14 so far…", "Nothing found".
    [[nodiscard]] QString summary() const;

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void changed();

private:
    void take(const QList<pdf::SearchHit> &hits);
    void finish();

    static constexpr int MostHits = 5000;
    PageView &m_view;
    Theme &m_theme;
    QPointer<pdf::Document> m_document;
    QString m_query;
    QList<pdf::SearchHit> m_hits;
    std::optional<quint64> m_request;
    PagePlace m_from;
    int m_current = -1;
};

} // namespace yaodian::ui
