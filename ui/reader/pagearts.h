#pragma once

#include "pdf/document.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <optional>

namespace yaodian::ui {

/// Where the figures of the pages are, asked once a page.
class PageArts final : public QObject
{
    Q_OBJECT

public:
    explicit PageArts(QObject *parent) : QObject(parent) {}

    void setDocument(pdf::Document *document);
    /// Nothing: not known yet. A page that could not be asked about has no figures.
    [[nodiscard]] std::optional<pdf::PageArt> find(int page) const;
    void want(int page, pdf::Document::Priority priority);

Q_SIGNALS:
    void arrived(int page);

private:
    QPointer<pdf::Document> m_document;
    QHash<int, pdf::PageArt> m_arts;
    QHash<int, quint64> m_asked;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
