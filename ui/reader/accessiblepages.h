#pragma once

#include "ui/reader/feature.h"

#include <QPointer>

namespace yaodian::ui {

/// What a screen reader is told of the pages: the text of the current page in reading order, where it stands, the caret
/// and the selection, and the page's blocks (headings as such). Child of the view, where its interface finds it.
class SpokenPages final : public QObject
{
    Q_OBJECT

public:
    SpokenPages(PageView &pages, PageTexts &texts, Selector &selector, ReaderView &reader);

    [[nodiscard]] PageView &view() const { return m_pages; }
    [[nodiscard]] int page() const { return m_pages.currentPage(); }
    [[nodiscard]] QString name() const; ///< "Page 4 of 14"
    /// Of the current page; empty until it has come.
    [[nodiscard]] pdf::PageText text() const;
    [[nodiscard]] QList<pdf::TextBlock> blocks() const;
    [[nodiscard]] pdf::TextRange selected() const; ///< on the current page
    [[nodiscard]] int caret() const;
    void select(pdf::TextRange range);
    [[nodiscard]] QRect onScreen(const Box &box) const;
    void reveal(pdf::TextRange range);

private:
    void arrived(int page);
    void selectionMoved();

    PageView &m_pages;
    PageTexts &m_texts;
    Selector &m_selector;
    ReaderView &m_reader;
    int m_toldPage = -1;
    QString m_toldText;

    friend class AccessiblePages;
};

class AccessiblePages final : public ReaderFeature
{
public:
    explicit AccessiblePages(const ReaderContext &context);
    void setDocument(pdf::Document *document) override;
    void settled() override;
    void moved() override;

private:
    SpokenPages *m_spoken;
};

} // namespace yaodian::ui
