#pragma once

#include "pdf/document.h"
#include "ui/base/theme.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pageview.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace yaodian::ui {

/// The links of the pages in view: under the mouse, and by letters (hints) for the keyboard.
class Links final : public QObject, public PageOverlay
{
    Q_OBJECT

public:
    Links(PageView &view, Theme &theme, QObject *parent);

    void setDocument(pdf::Document *document);
    void want(const QList<int> &pages);
    [[nodiscard]] std::optional<pdf::Link> at(const PageSpot &spot) const;

    /// Letters beside every link in view; false where there is none.
    bool startHints();
    void endHints();
    [[nodiscard]] bool isHinting() const { return !m_hints.isEmpty(); }
    /// A letter typed while hinting.
    void type(QChar letter);

    void paint(QPainter &painter, int page, const PageLayout &layout) const override;

Q_SIGNALS:
    void chosen(const yaodian::pdf::Link &link);

private:
    struct Hint
    {
        QString letters;
        int page = 0;
        pdf::Link link;
    };

    PageView &m_view;
    Theme &m_theme;
    QPointer<pdf::Document> m_document;
    QHash<int, QList<pdf::Link>> m_links;
    QList<Hint> m_hints;
    QString m_typed;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
