#pragma once

#include "base/background.h"
#include "pdf/document.h"
#include "ui/base/theme.h"
#include "ui/reader/pagelook.h"

#include <QAbstractListModel>
#include <QHash>
#include <QListView>
#include <QPointer>

#include <memory>

namespace yaodian::ui {

/// The pages of a document by their printed numbers, with the pictures that were made so far; those farthest from the
/// last one are given up when there are many.
class ThumbnailModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setPages(const QList<pdf::PageInfo> &pages);
    void forgetPictures();
    void setPicture(int page, const QImage &picture);
    [[nodiscard]] bool hasPicture(int page) const { return m_pictures.contains(page); }
    void setCurrent(int page);
    [[nodiscard]] int current() const { return m_current; }
    /// As shown, in points.
    [[nodiscard]] QSizeF sizeOf(int page) const { return m_pages.at(page).size; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    static constexpr int MostPictures = 240;
    QList<pdf::PageInfo> m_pages;
    QHash<int, QImage> m_pictures;
    int m_current = -1;
};

/// Shows them. Pictures are asked for after everything else, and only for the rows in view.
class ThumbnailList final : public QListView
{
    Q_OBJECT

public:
    static constexpr int PictureWidth = 112; ///< logical pixels

    ThumbnailList(Theme &theme, Background &background, QWidget *parent = nullptr);

    void setDocument(pdf::Document *document);
    void setLook(Look look); ///< of the pages
    void setCurrentPage(int page);
    /// Asks for what is in view and not here; what has left the view is asked for no more.
    void want();
    [[nodiscard]] const ThumbnailModel &pages() const { return *m_model; }
    [[nodiscard]] QList<int> asked() const { return m_asked.keys(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] QList<int> rowsInView() const;
    void request(int page);
    void take(int page, const Result<QImage> &picture);
    void stop();

    Theme &m_theme;
    Background &m_background;
    ThumbnailModel *m_model;
    QPointer<pdf::Document> m_document;
    QHash<int, quint64> m_asked;
    quint64 m_generation = 0;
    Look m_look = Look::Light;
};

} // namespace yaodian::ui
