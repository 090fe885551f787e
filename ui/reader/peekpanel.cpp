#include "ui/reader/peekpanel.h"

#include "ui/reader/pagelook.h"
#include "ui/reader/photos.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AwayFromLine = 10; ///< between the line and the panel
constexpr int ViewEdge = 12;     ///< between the panel and the view's edge
constexpr int PanelSide = 14;    ///< between the panel's edge and what it shows
constexpr int PanelTop = 10;
constexpr int PanelFoot = 12;
constexpr int PartGap = 6;
constexpr int ShadowWidth = 5;
constexpr int MostShown = 820; ///< of what it shows
constexpr int LeastShown = 300;
constexpr int PanelStep = 40;
constexpr double RoomAround = 0.008; ///< of the page, beside what is shown
constexpr double RoomAbove = 0.003;  ///< less, not to cut into the entry before

Box withRoom(const Box &box)
{
    return {std::max(0.0, box.left - RoomAround), std::max(0.0, box.top - RoomAround),
            std::min(1.0, box.right + RoomAround), std::min(1.0, box.bottom + RoomAround)};
}

/// What to show of a page, 0..1 of it as shown, also for a target that names no box of its own.
Box shownBox(const pdf::Target &target, int rotation)
{
    const Box box = target.box.turned(rotation);
    return box.isEmpty() ? Box{0, box.top, 1, std::min(1.0, box.top + 0.25)} : withRoom(box);
}

/// The words of an entry without its number, those of a caption without its name: "[12] ", "12. ", "12 ", "Figure 3: ".
QString withoutMark(const QString &words, const QString &label)
{
    QString bare = label;
    bare.remove(u'[').remove(u']');
    const QRegularExpression mark(u"^(?:%1(?!\\w)|\\(?%2\\)?(?!\\w))[\\s:.：．]*"_s.arg(
        QRegularExpression::escape(label), QRegularExpression::escape(bare)));
    return label.isEmpty() ? words : QString(words).remove(mark);
}

} // namespace

PeekPanel::PeekPanel(PageView &view, Theme &theme, Background &background)
    : QFrame(view.viewport()), m_view(view), m_theme(theme), m_background(background), m_label(new QLabel(this)),
      m_where(new QLabel(this)), m_words(new QLabel(this)), m_picture(new QLabel), m_scroll(new QScrollArea(this))
{
    build();
    connect(&m_theme, &Theme::changed, this, &PeekPanel::dress);
    dress();
    hide();
}

void PeekPanel::build()
{
    setObjectName(u"peek"_s);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    for (QLabel *label : {m_label, m_where, m_words})
        label->setTextFormat(Qt::PlainText);
    m_label->setObjectName(u"peekLabel"_s);
    m_words->setObjectName(u"peekWords"_s);
    m_words->setWordWrap(true);
    m_picture->setObjectName(u"peekPicture"_s);
    m_picture->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_picture);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_label, 1);
    head->addWidget(m_where);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(PanelSide + ShadowWidth, PanelTop + ShadowWidth, PanelSide + ShadowWidth,
                               PanelFoot + ShadowWidth);
    column->setSpacing(PartGap);
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_scroll, 1);
}

void PeekPanel::dress()
{
    const Colours &c = m_theme.colours();
    m_label->setFont(m_theme.font(0.95, QFont::DemiBold));
    m_where->setFont(m_theme.font(0.87));
    m_words->setFont(m_theme.font(0.95));
    const auto colour = [](QLabel *label, const QColor &ink) { label->setStyleSheet(u"color: %1"_s.arg(ink.name())); };
    colour(m_label, c.ink);
    colour(m_where, c.faint);
    colour(m_words, c.soft);
    update();
}

void PeekPanel::setDocument(pdf::Document *document)
{
    hide();
    m_document = document;
}

void PeekPanel::open(const QRect &about, const QList<pdf::Target> &targets)
{
    m_about = about;
    m_targets = targets;
    m_shown = 0;
    fill();
    show();
    raise();
}

void PeekPanel::step(int targets)
{
    const int count = int(m_targets.size());
    if (count < 2)
        return;
    m_shown = ((m_shown + targets) % count + count) % count;
    fill();
}

bool PeekPanel::scroll(int lines)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + lines * PanelStep);
    return bar->value() != before;
}

bool PeekPanel::hasPicture() const
{
    return !m_picture->pixmap(Qt::ReturnByValue).isNull();
}

void PeekPanel::fill()
{
    const pdf::Target shown = target();
    const QString page = tr("Page %1").arg(shown.page + 1);
    m_label->setText(shown.label);
    m_where->setText(m_targets.size() < 2 ? page
                                          : tr("%1 · %2 of %3").arg(page).arg(m_shown + 1).arg(m_targets.size()));
    // They begin with its number, which stands above them.
    const QString all = shown.text.simplified();
    const QString words = withoutMark(all, shown.label);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setAccessibleName(u"%1 %2"_s.arg(shown.label, words).trimmed());
    m_picture->setPixmap({});
    m_picture->setFixedSize(pictureSize());
    m_scroll->verticalScrollBar()->setValue(0);
    place();
    load();
}

/// Where the part that is shown lies on its page, in points, before the view turns it.
QRectF PeekPanel::shownPart() const
{
    const pdf::Target shown = target();
    if (!m_document || shown.page < 0 || shown.page >= m_document->info().pages.size())
        return {};
    const pdf::PageInfo &page = m_document->info().pages.at(shown.page);
    return shownBox(shown, page.rotation).on(page.size);
}

/// Logical pixels a point: as the pages are shown, smaller where the view is too narrow for it.
double PeekPanel::pictureScale() const
{
    const double scale = m_view.layoutOfPages().scale(target().page);
    const int room = std::min(MostShown, m_view.viewport()->width() - 2 * (ViewEdge + PanelSide + ShadowWidth) - 20);
    return std::min(scale, room / std::max(1.0, asTurned(shownPart().size()).width()));
}

QSize PeekPanel::pictureSize() const
{
    return asTurned(shownPart().size() * pictureScale()).toSize();
}

/// A size of the page as the view shows it.
QSizeF PeekPanel::asTurned(const QSizeF &size) const
{
    return m_view.layoutOfPages().turn() % 180 == 0 ? size : size.transposed();
}

/// Below the line, else above it, else where there is more room; then it scrolls.
void PeekPanel::place()
{
    const QRect view = m_view.viewport()->rect().adjusted(ViewEdge, ViewEdge, -ViewEdge, -ViewEdge);
    const int sides = 2 * (PanelSide + ShadowWidth);
    const int width = std::min(std::max(m_picture->width(), LeastShown) + sides, view.width());
    const int words = m_words->isHidden() ? 0 : m_words->heightForWidth(width - sides) + PartGap;
    const int head = std::max(m_label->sizeHint().height(), m_where->sizeHint().height());
    const int height = PanelTop + head + words + PartGap + m_picture->height() + PanelFoot + 2 * ShadowWidth;
    const int below = view.bottom() - m_about.bottom() - AwayFromLine;
    const int above = m_about.top() - AwayFromLine - view.top();
    const bool under = height <= below || (height > above && below >= above);
    const int high = std::min(height, under ? below : above);
    const int left = std::clamp(m_about.left() - sides, view.left(), std::max(view.left(), view.right() - width));
    const int scrollBar = high < height ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    setGeometry(left, under ? m_about.bottom() + AwayFromLine : m_about.top() - AwayFromLine - high,
                std::min(width + scrollBar, view.width()), high);
}

void PeekPanel::load()
{
    if (m_request && m_document)
        m_document->abort(*m_request);
    m_request.reset();
    const pdf::Target shown = target();
    if (!m_document || !m_document->isOpen() || shown.page < 0)
        return;
    const double ratio = devicePixelRatioF();
    const double scale = pictureScale() * ratio;
    const QRectF part = shownPart();
    const QRect tile = QRectF(part.topLeft() * scale, part.size() * scale).toRect();
    m_request = m_document->render(shown.page, scale, tile, pdf::Document::Priority::Visible, this,
                                   [this, generation = ++m_generation](const Result<QImage> &image) {
                                       if (generation != m_generation)
                                           return;
                                       m_request.reset();
                                       if (image) // else the words say it
                                           showPicture(*image);
                                   });
}

void PeekPanel::showPicture(const QImage &drawn)
{
    const int turn = m_view.layoutOfPages().turn();
    const QImage picture = turn == 0 ? drawn : drawn.transformed(QTransform().rotate(turn));
    const auto put = [this, generation = m_generation](QImage image) {
        if (generation != m_generation)
            return;
        image.setDevicePixelRatio(devicePixelRatioF());
        m_picture->setPixmap(QPixmap::fromImage(std::move(image)));
    };
    const Look look = m_view.renderer().look();
    if (look == Look::Light) {
        put(picture);
        return;
    }
    m_background.run(
        this, [picture, look](const CancelToken &) { return dressed(picture, look, photosIn(picture)); }, put);
}

void PeekPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    ++m_generation;
    if (m_request && m_document)
        m_document->abort(*m_request);
    m_request.reset();
}

void PeekPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, m_theme.colours().dark ? 34 : 11));
    for (int i = 0; i < ShadowWidth; ++i) // soft, without an effect's cost
        painter.drawRoundedRect(QRectF(rect()).adjusted(i, i + 1, -i, 0), 10, 10);
    painter.setPen(m_theme.colours().handle());
    painter.setBrush(m_theme.colours().card);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(ShadowWidth - 0.5, ShadowWidth - 0.5, 0.5 - ShadowWidth, 0.5 - ShadowWidth), 8, 8);
}

void PeekPanel::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // the page below does not begin a selection
}

void PeekPanel::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT chosen();
}

void PeekPanel::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    Q_EMIT entered();
}

void PeekPanel::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    Q_EMIT left();
}

} // namespace yaodian::ui
