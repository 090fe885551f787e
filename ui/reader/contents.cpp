#include "ui/reader/contents.h"

#include "ui/notes/kindname.h"

#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Contents::Contents(Theme &theme, QWidget *parent) : QWidget(parent), m_list(new SideList(theme, this))
{
    m_list->setObjectName(u"outline"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 8);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, &Contents::choose);
    connect(m_list, &QListWidget::itemActivated, this, &Contents::choose);
    rebuild();
}

void Contents::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void Contents::clear()
{
    m_outline.clear();
    m_highlights.clear();
    m_outlineKnown = false;
    m_place = {};
    rebuild();
}

void Contents::setOutline(const QList<pdf::OutlineItem> &outline)
{
    m_outline = outline;
    m_outlineKnown = true;
    rebuild();
}

void Contents::setHighlights(const QList<library::Highlight> &highlights, const QList<library::Kind> &kinds)
{
    m_highlights = highlights;
    m_kinds = kinds;
    rebuild();
}

void Contents::setPlace(const PagePlace &place)
{
    m_place = place;
    markCurrent();
}

void Contents::addOutline()
{
    m_list->addHeader(tr("Contents"));
    for (int i = 0; i < m_outline.size(); ++i)
        m_list->addEntry(m_outline.at(i).title.simplified(), {}, m_outline.at(i).depth)
            ->setData(siderow::Target, u"o%1"_s.arg(i));
    if (m_outlineKnown && m_outline.isEmpty())
        m_list->addEntry(tr("This PDF has no outline"), {}, 0)->setFlags(Qt::NoItemFlags);
}

void Contents::addHighlights()
{
    m_list->addHeader(m_highlights.isEmpty() ? tr("Highlights") : tr("Highlights · %1").arg(m_highlights.size()));
    if (m_highlights.isEmpty())
        m_list->addEntry(tr("Select, then h and a letter"), {}, 0)->setFlags(Qt::NoItemFlags);
    for (const library::Kind &kind : std::as_const(m_kinds)) {
        const auto count = std::count_if(m_highlights.cbegin(), m_highlights.cend(),
                                         [&](const library::Highlight &h) { return h.kind == kind.key; });
        if (count == 0)
            continue;
        m_list->addEntry(kindName(kind), QString::number(count), 0)
            ->setData(siderow::Target, QString(u"k"_s + kind.key));
        for (const library::Highlight &highlight : std::as_const(m_highlights)) {
            if (highlight.kind == kind.key && m_open.contains(kind.key))
                m_list->addEntry(highlight.quote, QString::number(highlight.page + 1), 1)
                    ->setData(siderow::Target, QString(u"h"_s + highlight.id.toString()));
        }
    }
}

void Contents::rebuild()
{
    m_list->setAccessibleName(tr("Contents"));
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    const int scrolled = m_list->verticalScrollBar()->value();
    m_list->clear();
    addOutline();
    addHighlights();
    m_list->setCurrentRow(row);
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(scrolled);
    markCurrent();
}

void Contents::markCurrent()
{
    int current = -1;
    for (int i = 0; i < m_outline.size(); ++i) {
        const pdf::OutlineItem &item = m_outline.at(i);
        // A heading counts when it has come near the top of the view.
        const bool before = item.page >= 0 &&
                            (item.page < m_place.page || (item.page == m_place.page && item.top <= m_place.top + 0.15));
        if (before)
            current = i;
    }
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool is = item->data(siderow::Target).toString() == u"o%1"_s.arg(current);
        if (is == item->data(siderow::Current).toBool())
            continue;
        item->setData(siderow::Current, is);
        if (is && !m_list->hasFocus())
            m_list->scrollToItem(item);
    }
}

void Contents::choose(QListWidgetItem *item)
{
    const QString target = item->data(siderow::Target).toString();
    const QString rest = target.mid(1);
    if (target.startsWith(u'o')) {
        const pdf::OutlineItem chosen = m_outline.value(rest.toInt());
        if (chosen.page >= 0)
            Q_EMIT placeChosen({chosen.page, chosen.top});
    } else if (target.startsWith(u'k')) {
        if (!m_open.removeOne(rest))
            m_open << rest;
        // Not within the click that the list is still handling: the rows are made anew.
        QMetaObject::invokeMethod(this, &Contents::rebuild, Qt::QueuedConnection);
    } else if (target.startsWith(u'h')) {
        if (const auto id = library::HighlightId::fromString(rest))
            Q_EMIT highlightChosen(*id);
    }
}

} // namespace yaodian::ui
