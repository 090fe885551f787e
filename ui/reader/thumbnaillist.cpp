#include "ui/reader/thumbnaillist.h"

#include "ui/reader/photos.h"
#include "ui/reader/siderows.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cstdlib>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AbovePicture = 8;
constexpr int BelowPicture = 3;

QSize pictureSizeOf(const QSizeF &page)
{
    // A page far from any paper's form does not make a row of any height.
    const double form = page.width() > 0 ? std::clamp(page.height() / page.width(), 0.2, 3.0) : 1.4;
    return {ThumbnailList::PictureWidth, qRound(ThumbnailList::PictureWidth * form)};
}

/// The picture of a page in the middle of the column, its printed number below.
class ThumbnailRows final : public QStyledItemDelegate
{
public:
    ThumbnailRows(const Theme &theme, const ThumbnailModel &model, QObject *parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        Q_UNUSED(option)
        const QSize picture = pictureSizeOf(m_model.sizeOf(index.row()));
        return {picture.width(), AbovePicture + picture.height() + BelowPicture + numberHeight() + 4};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &c = m_theme.colours();
        const bool current = index.data(siderow::Current).toBool();
        const bool focused = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
        const QSize size = pictureSizeOf(m_model.sizeOf(index.row()));
        const QRect picture(QPoint(option.rect.center().x() - size.width() / 2, option.rect.top() + AbovePicture),
                            size);
        painter->save();
        const auto image = index.data(Qt::DecorationRole).value<QImage>();
        if (image.isNull())
            painter->fillRect(picture, c.card);
        else
            painter->drawImage(picture, image);
        painter->setPen(QPen(current || focused ? c.accent : c.line, current ? 2 : 1));
        painter->drawRect(picture.adjusted(-1, -1, 0, 0));
        if (focused)
            painter->drawRect(picture.adjusted(-4, -4, 3, 3));
        painter->setFont(m_theme.font(0.85, current ? QFont::DemiBold : QFont::Normal));
        painter->setPen(current ? c.ink : c.faint);
        painter->drawText(
            QRect(option.rect.left(), picture.bottom() + BelowPicture, option.rect.width(), numberHeight()),
            Qt::AlignCenter, index.data().toString());
        painter->restore();
    }

private:
    [[nodiscard]] int numberHeight() const { return QFontMetrics(m_theme.font(0.85)).height(); }

    const Theme &m_theme;
    const ThumbnailModel &m_model;
};

} // namespace

void ThumbnailModel::setPages(const QList<pdf::PageInfo> &pages)
{
    beginResetModel();
    m_pages = pages;
    m_pictures.clear();
    m_current = -1;
    endResetModel();
}

void ThumbnailModel::forgetPictures()
{
    m_pictures.clear();
    if (!m_pages.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

void ThumbnailModel::setPicture(int page, const QImage &picture)
{
    if (m_pictures.size() >= MostPictures) {
        auto farthest = m_pictures.cbegin();
        for (auto it = m_pictures.cbegin(); it != m_pictures.cend(); ++it)
            if (std::abs(it.key() - page) > std::abs(farthest.key() - page))
                farthest = it;
        m_pictures.erase(farthest);
    }
    m_pictures.insert(page, picture);
    Q_EMIT dataChanged(index(page), index(page), {Qt::DecorationRole});
}

void ThumbnailModel::setCurrent(int page)
{
    const int before = std::exchange(m_current, page);
    if (before == page)
        return;
    for (const int row : {before, page})
        if (row >= 0 && row < rowCount())
            Q_EMIT dataChanged(index(row), index(row), {siderow::Current});
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pages.size());
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString &label = m_pages.at(index.row()).label;
    switch (role) {
    case Qt::DisplayRole:
        return label.isEmpty() ? QString::number(index.row() + 1) : label;
    case Qt::AccessibleTextRole:
        return ThumbnailList::tr("Page %1").arg(label.isEmpty() ? QString::number(index.row() + 1) : label);
    case Qt::DecorationRole:
        return m_pictures.value(index.row());
    case siderow::Current:
        return index.row() == m_current;
    default:
        return {};
    }
}

ThumbnailList::ThumbnailList(Theme &theme, Background &background, QWidget *parent)
    : QListView(parent), m_theme(theme), m_background(background), m_model(new ThumbnailModel(this))
{
    setObjectName(u"thumbnails"_s);
    setAccessibleName(tr("Thumbnails"));
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    setItemDelegate(new ThumbnailRows(theme, *m_model, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    const auto dress = [this] {
        QPalette own = palette();
        own.setColor(QPalette::Base, m_theme.colours().side);
        setPalette(own);
        doItemsLayout();
    };
    connect(&theme, &Theme::changed, this, dress);
    dress();
}

void ThumbnailList::setDocument(pdf::Document *document)
{
    stop();
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_model->setPages(document ? document->info().pages : QList<pdf::PageInfo>());
    if (document) {
        connect(document, &pdf::Document::measured, this, [this] {
            const int current = m_model->current();
            stop();
            m_model->setPages(m_document->info().pages);
            m_model->setCurrent(current);
            want();
        });
    }
    want();
}

void ThumbnailList::stop()
{
    ++m_generation;
    if (m_document)
        for (const quint64 request : std::as_const(m_asked))
            m_document->abort(request);
    m_asked.clear();
}

void ThumbnailList::setLook(Look look)
{
    if (look == m_look)
        return;
    m_look = look;
    stop();
    m_model->forgetPictures();
    want();
}

void ThumbnailList::setCurrentPage(int page)
{
    m_model->setCurrent(page);
    // Nothing moves under the keys of someone who walks through the list.
    if (isVisible() && !hasFocus() && page >= 0 && page < m_model->rowCount())
        scrollTo(m_model->index(page));
}

QList<int> ThumbnailList::rowsInView() const
{
    QList<int> rows;
    const QRect view = viewport()->rect();
    const QModelIndex first = indexAt({view.center().x(), 0});
    for (int row = std::max(0, first.row()); row < m_model->rowCount(); ++row) {
        const QRect at = visualRect(m_model->index(row));
        if (at.top() > view.bottom())
            break;
        if (at.bottom() >= view.top())
            rows << row;
    }
    return rows;
}

void ThumbnailList::want()
{
    if (!m_document || !m_document->isOpen() || !isVisible())
        return;
    const QList<int> rows = rowsInView();
    for (const int page : m_asked.keys())
        if (!rows.contains(page))
            m_document->abort(m_asked.take(page));
    for (const int page : rows)
        if (!m_model->hasPicture(page) && !m_asked.contains(page))
            request(page);
}

void ThumbnailList::request(int page)
{
    const double width = m_model->sizeOf(page).width();
    if (width <= 0)
        return;
    const double scale = pictureSizeOf(m_model->sizeOf(page)).width() * devicePixelRatioF() / width;
    m_asked.insert(page, m_document->render(page, scale, {}, pdf::Document::Priority::Background, this,
                                            [this, page, generation = m_generation](const Result<QImage> &picture) {
                                                if (generation == m_generation)
                                                    take(page, picture);
                                            }));
}

void ThumbnailList::take(int page, const Result<QImage> &picture)
{
    const auto keep = [this, page, generation = m_generation](const QImage &image) {
        if (generation != m_generation)
            return;
        m_asked.remove(page);
        m_model->setPicture(page, image);
    };
    if (!picture) { // its number is enough to go there; it is asked for again when it next comes into view
        m_asked.remove(page);
    } else if (m_look != Look::Light) {
        m_background.run(
            this,
            [image = *picture, look = m_look](const CancelToken &) { return dressed(image, look, photosIn(image)); },
            keep);
    } else {
        keep(*picture);
    }
}

void ThumbnailList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    want();
}

void ThumbnailList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    doItemsLayout();
    if (m_model->current() >= 0)
        scrollTo(m_model->index(m_model->current()), QAbstractItemView::PositionAtCenter);
    want();
}

void ThumbnailList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    stop();
}

void ThumbnailList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    want();
}

} // namespace yaodian::ui
