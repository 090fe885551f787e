#include "ui/reader/area.h"

#include "ui/notes/notespanel.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/marking.h"
#include "ui/reader/markings.h"
#include "ui/reader/readerview.h"
#include "ui/reader/snapshot.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSaveFile>
#include <QTransform>

#include <algorithm>
#include <utility>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int AreaStep = 12;      ///< logical pixels a key
constexpr int AreaFine = 1;       ///< with Ctrl
constexpr int SmallestArea = 6;   ///< a shorter drag was a click
constexpr int KeyAreaHeight = 4;  ///< of the page in view
constexpr int EdgeToBeTaken = 24; ///< of the rectangle, at least

/// Which way a key points.
QPoint directionOf(int key)
{
    switch (key) {
    case Qt::Key_H:
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_L:
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_K:
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_J:
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

/// Also where there is no room between the two.
int held(int value, int least, int most)
{
    return std::min(std::max(value, least), most);
}

} // namespace

Area::Area(const ReaderContext &context, Marking &marking, Markings &markings, NotesPanel &panel)
    : m_context(context), m_marking(marking), m_markings(markings), m_panel(panel)
{
    context.pages.addOverlay(this);
    context.pages.viewport()->installEventFilter(this);
    context.commands.bind("reader.area", &context.reader, [this](std::optional<int>) { start(); });
}

void Area::setDocument(pdf::Document *document)
{
    leave();
    forget();
    m_document = document;
}

/// A rectangle in the middle of what is in view, to be moved by keys or drawn anew by the mouse.
void Area::start()
{
    PageView &pages = m_context.pages;
    forget();
    m_page = pages.currentPage();
    if (!m_document || m_page < 0)
        return;
    const QRect seen = pages.inView(m_page, {0, 0, 1, 1}).intersected(pages.viewport()->rect());
    QRect middle(0, 0, seen.width() / 2, std::max(EdgeToBeTaken, seen.height() / KeyAreaHeight));
    middle.moveCenter(seen.center());
    begin(m_page, areaOf(middle));
}

/// To be moved by keys.
void Area::begin(int page, const Box &area)
{
    PageView &pages = m_context.pages;
    m_page = page;
    m_area = area;
    m_active = m_byKey = true;
    pages.viewport()->setCursor(Qt::CrossCursor);
    pages.viewport()->update();
    m_context.hints.say({{{u"h"_s, u"j"_s, u"k"_s, u"l"_s}, tr("move")},
                         {{u"⇧"_s}, tr("size")},
                         {{u"Enter"_s}, m_adjusted ? tr("save") : tr("take the picture")},
                         {{u"Esc"_s}, tr("give up")}});
}

void Area::adjust(const library::Highlight &highlight)
{
    leave();
    forget();
    m_context.pages.reveal(highlight.page, highlight.boxes);
    m_adjusted = highlight.id;
    m_markings.setHidden(highlight.id);
    begin(highlight.page, highlight.boxes.value(0));
}

void Area::dragCorner(const library::Highlight &highlight, bool first)
{
    leave();
    forget();
    const Box area = highlight.boxes.value(0);
    m_adjusted = highlight.id;
    m_markings.setHidden(highlight.id);
    m_page = highlight.page;
    m_from = first ? QPointF(area.right, area.bottom) : QPointF(area.left, area.top);
    m_area = area;
    m_active = m_dragging = true;
    m_context.pages.viewport()->setCursor(Qt::CrossCursor);
    m_context.pages.viewport()->update();
}

void Area::leave()
{
    if (!m_active)
        return;
    m_active = m_dragging = m_byKey = false;
    if (std::exchange(m_adjusted, std::nullopt))
        m_markings.setHidden(std::nullopt);
    m_context.pages.viewport()->unsetCursor();
    m_context.pages.viewport()->update();
    m_context.hints.hide();
}

void Area::forget()
{
    m_picture = {};
    m_kindFollows = false;
    if (std::exchange(m_offered, false))
        m_context.pages.viewport()->update();
}

bool Area::stepBack()
{
    const bool was = m_active || m_offered;
    leave();
    forget();
    return was;
}

/// A position on the page of the rectangle, wherever the mouse is.
QPointF Area::within(QPoint viewPosition) const
{
    const QRect page = m_context.pages.inView(m_page, {0, 0, 1, 1}).adjusted(1, 1, -1, -1);
    return m_context.pages
        .spotAt({held(viewPosition.x(), page.left(), page.right()), held(viewPosition.y(), page.top(), page.bottom())})
        .at;
}

Box Area::areaOf(const QRect &onView) const
{
    return boxBetween(within(onView.topLeft()), within(onView.bottomRight() + QPoint(1, 1)));
}

bool Area::isWorthAPicture() const
{
    const QRect onView = m_context.pages.inView(m_page, m_area);
    return onView.width() >= SmallestArea && onView.height() >= SmallestArea;
}

bool Area::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return drag(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent *>(event));
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool Area::press(const QMouseEvent &event)
{
    forget();
    const bool wanted = m_active || event.modifiers().testFlag(Qt::AltModifier);
    const int page = m_context.pages.spotAt(event.pos()).page;
    if (!wanted || !m_document || event.button() != Qt::LeftButton || page < 0)
        return false;
    m_page = page;
    m_from = within(event.pos());
    m_area = {};
    m_active = m_dragging = true;
    m_context.pages.viewport()->setCursor(Qt::CrossCursor);
    return true;
}

bool Area::drag(const QMouseEvent &event)
{
    if (!m_dragging)
        return m_active;
    m_area = boxBetween(m_from, within(event.pos()));
    m_context.pages.viewport()->update();
    return true;
}

bool Area::release(const QMouseEvent &event)
{
    if (!m_dragging)
        return m_active;
    m_area = boxBetween(m_from, within(event.pos()));
    m_dragging = false;
    if (isWorthAPicture())
        take();
    else
        leave();
    return true;
}

bool Area::key(QKeyEvent *event)
{
    if (m_active) {
        if (event->key() == Qt::Key_Escape)
            leave();
        else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            take();
        else
            moveBy(*event);
        return true;
    }
    if (event->text().isEmpty() || (!m_offered && m_picture.isNull()))
        return false;
    if (event->key() == Qt::Key_Escape)
        return false; // stepBack() is asked
    return offered(*event);
}

/// What is done with the area that was taken; any other key is about something else.
bool Area::offered(const QKeyEvent &event)
{
    const QString text = event.text();
    if (std::exchange(m_kindFollows, false)) {
        const int page = m_page;
        const Box area = m_area;
        forget();
        m_context.hints.hide();
        m_marking.markArea(page, area, text.at(0));
        return true;
    }
    if (m_offered && text == u"h") {
        m_kindFollows = true;
        return true;
    }
    const bool saves = !m_picture.isNull() && text == u"s", notes = m_offered && text == u"n";
    if (saves)
        save();
    else if (notes)
        toNote();
    forget();
    return saves || notes;
}

bool Area::moveBy(const QKeyEvent &event)
{
    const QPoint way = directionOf(event.key());
    if (way.isNull() || !m_byKey)
        return false;
    PageView &pages = m_context.pages;
    const QRect page = pages.inView(m_page, {0, 0, 1, 1});
    QRect now = pages.inView(m_page, m_area);
    const QPoint by = way * (event.modifiers().testFlag(Qt::ControlModifier) ? AreaFine : AreaStep);
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        now.setRight(held(now.right() + by.x(), now.left() + EdgeToBeTaken, page.right()));
        now.setBottom(held(now.bottom() + by.y(), now.top() + EdgeToBeTaken, page.bottom()));
    } else {
        now.translate(held(by.x(), page.left() - now.left(), page.right() - now.right()),
                      held(by.y(), page.top() - now.top(), page.bottom() - now.bottom()));
    }
    m_area = areaOf(now);
    if (!pages.viewport()->rect().contains(now))
        pages.scrollBy(by.x(), by.y());
    pages.viewport()->update();
    return true;
}

void Area::take()
{
    const int page = m_page;
    const auto adjusted = m_adjusted;
    leave();
    if (adjusted)
        return m_marking.resizeArea(*adjusted, page, m_area);
    if (!m_document)
        return;
    m_offered = true;
    m_context.pages.viewport()->update();
    offer(tr("Picture copied"));
    render({}, [this, page](const QImage &picture) { taken(picture, page); });
}

void Area::render(Fineness fineness, std::function<void(const QImage &)> done)
{
    const pdf::PageInfo info = m_document ? m_document->info().pages.value(m_page) : pdf::PageInfo();
    if (info.size.isEmpty())
        return;
    const Snapshot shot = snapshotOf(info, m_area, fineness);
    const QTransform turned = QTransform().rotate(m_context.pages.layoutOfPages().turn());
    m_document->render(m_page, shot.scale, shot.tile, pdf::Document::Priority::Visible, this,
                       [this, turned, done = std::move(done)](const Result<QImage> &picture) {
                           if (picture)
                               done(turned.isIdentity() ? *picture : picture->transformed(turned));
                           else if (!picture.error().isCancelled())
                               m_context.say(picture.error().message);
                       });
}

void Area::taken(const QImage &picture, int page)
{
    m_picture = picture;
    m_pictureOf = page;
    QGuiApplication::clipboard()->setImage(picture); // the hints say so, and what can be done with it
}

void Area::offer(const QString &what)
{
    QList<HintBar::Part> parts{
        {{}, what, true}, {{u"h"_s, u"a…z"_s}, tr("highlight the area")}, {{u"n"_s}, tr("put it into the note")}};
    if (m_context.ask())
        parts << HintBar::Part{{u"s"_s}, tr("save it to a file")};
    m_context.hints.say(parts);
}

void Area::toNote()
{
    m_context.hints.hide();
    m_panel.show();
    render(keptFineness,
           [this, page = m_page](const QImage &picture) { m_panel.addPicture(picture, tr("page %1").arg(page + 1)); });
}

void Area::save()
{
    Ask *ask = m_context.ask();
    if (!ask)
        return;
    m_context.hints.hide();
    ask->saveFile(&m_context.reader, tr("Save the picture"), snapshotName(m_context.reader.title(), m_pictureOf),
                  tr("Pictures (*.png)"),
                  [this, self = QPointer<Area>(this), picture = m_picture](const QString &path) {
                      if (self) {
                          m_picture = picture;
                          write(path);
                      }
                  });
}

void Area::write(const QString &path)
{
    const QString target = path.endsWith(".png"_L1, Qt::CaseInsensitive) ? path : path + ".png"_L1;
    m_context.background.run(
        this,
        [picture = std::exchange(m_picture, {}), target](const CancelToken &) -> QString {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            QSaveFile file(target);
            if (picture.save(&buffer, "PNG") && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
                file.commit())
                return {};
            return file.errorString();
        },
        [this, target](const QString &problem) {
            m_context.say(problem.isEmpty() ? tr("The picture is saved: %1").arg(target)
                                            : tr("The picture could not be saved: %1").arg(problem));
        });
}

void Area::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if ((!m_active && !m_offered) || page != m_page || m_area.isEmpty())
        return;
    const QRectF area = layout.onView(page, m_area);
    QPainterPath around;
    around.addRect(layout.rect(page));
    QPainterPath hole;
    hole.addRect(area);
    const QColor accent = m_context.theme.colours().accent;
    painter.save();
    if (m_active)
        painter.fillPath(around.subtracted(hole), QColor(0, 0, 0, 56));
    painter.setPen(QPen(accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.restore();
}

} // namespace yaodian::ui
