#include "ui/shell/pages.h"

#include <algorithm>

namespace yaodian::ui {

void Pages::add(Page page)
{
    addWidget(page.widget);
    m_pages << std::move(page);
}

void Pages::open(QWidget *widget)
{
    if (isShown(widget))
        return;
    if (const qsizetype at = m_way.indexOf(widget); at >= 0)
        m_way.resize(at);
    m_way << widget;
    show(widget);
}

void Pages::openFrom(QWidget *widget, const QList<QWidget *> &from)
{
    if (isShown(widget))
        return;
    m_way.removeAll(widget);
    while (!m_way.isEmpty() && !from.contains(m_way.last()))
        m_way.removeLast();
    m_way << widget;
    show(widget);
}

void Pages::leave(QWidget *widget)
{
    if (!isShown(widget))
        return;
    m_way.removeAll(widget);
    show(m_way.isEmpty() ? m_pages.first().widget : m_way.last());
    if (const auto &returned = shown().returned)
        returned();
}

void Pages::goHome()
{
    m_way.clear();
    show(m_pages.first().widget);
}

void Pages::show(QWidget *widget)
{
    setCurrentWidget(widget);
    takeFocus();
    Q_EMIT turned();
}

const Page &Pages::shown() const
{
    const auto it = std::find_if(m_pages.cbegin(), m_pages.cend(),
                                 [this](const Page &page) { return page.widget == currentWidget(); });
    Q_ASSERT(it != m_pages.cend());
    return *it;
}

QString Pages::title() const
{
    return shown().title();
}

Place Pages::place() const
{
    const Page &page = shown();
    return page.placeNow ? page.placeNow() : page.place;
}

void Pages::takeFocus()
{
    if (const auto &focus = shown().focus)
        focus();
    else
        currentWidget()->setFocus();
}

} // namespace yaodian::ui
