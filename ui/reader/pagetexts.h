#pragma once

#include "pdf/document.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <optional>

namespace yaodian::ui {

/// The texts of the pages that were looked at, fetched when first needed; some sixty are kept.
class PageTexts final : public QObject
{
    Q_OBJECT

public:
    explicit PageTexts(QObject *parent) : QObject(parent) {}

    void setDocument(pdf::Document *document);
    [[nodiscard]] std::optional<pdf::PageText> find(int page) const;
    /// Fetches a page's text unless it is here or on its way.
    void want(int page);
    /// Runs `done` with the page's text, now or when it has come; never where it cannot be read.
    void with(int page, std::function<void(const pdf::PageText &)> done);

Q_SIGNALS:
    void arrived(int page);

private:
    void take(int page, const Result<pdf::PageText> &text);

    static constexpr int MostPages = 60;
    QPointer<pdf::Document> m_document;
    QHash<int, pdf::PageText> m_texts;
    QHash<int, QList<std::function<void(const pdf::PageText &)>>> m_asked;
    quint64 m_generation = 0;
};

} // namespace yaodian::ui
