#pragma once

#include "pdf/document.h"
#include "ui/reader/pagetrim.h"

#include <QObject>
#include <QPointer>

namespace yaodian::ui {

/// Finds out how much of the pages of a document is margin, from small pictures of them.
class PageTrimmer final : public QObject
{
    Q_OBJECT

public:
    explicit PageTrimmer(QObject *parent) : QObject(parent) {}

    void setDocument(pdf::Document *document);
    /// Begins, unless it has begun. found() follows, but not where nothing is printed.
    void start();
    [[nodiscard]] const QMap<int, Box> &contents() const { return m_contents; }

Q_SIGNALS:
    void found();

private:
    void next();

    QPointer<pdf::Document> m_document;
    QList<int> m_pages; ///< still to be looked at
    QMap<int, Box> m_contents;
    quint64 m_generation = 0;
    bool m_begun = false;
};

} // namespace yaodian::ui
