#pragma once

#include "ui/commands/commands.h"

#include <QStackedWidget>

namespace yaodian::ui {

/// A page of the window and what the window asks of it.
struct Page
{
    QWidget *widget = nullptr;
    std::function<QString()> title;
    Place place = Place::Everywhere;      ///< whose keys count in it
    std::function<Place()> placeNow = {}; ///< where that changes
    std::function<void()> focus = {};     ///< gives it the focus; empty: the widget itself takes it
    std::function<void()> returned = {};  ///< it is shown again after a page that was opened from it
};

/// The pages of the window, one of which is shown. One is opened from another, and leaving it leads back to that. Each
/// stands in the way once, so that nobody goes round in a circle. The first is home, where every way begins.
class Pages final : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    void add(Page page);
    /// Shows a page; leave() leads from it to the one that is shown now. One that is in the way already is gone back
    /// to.
    void open(QWidget *widget);
    /// The same for a page that many can open: leave() leads to the last of `from` on the way, else home.
    void openFrom(QWidget *widget, const QList<QWidget *> &from);
    void leave(QWidget *widget); ///< nothing, where another is shown
    void goHome();

    [[nodiscard]] bool isShown(const QWidget *widget) const { return currentWidget() == widget; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] Place place() const;
    void takeFocus();

Q_SIGNALS:
    void turned(); ///< another page is shown, and has the focus

private:
    void show(QWidget *widget);
    [[nodiscard]] const Page &shown() const;

    QList<Page> m_pages;
    QList<QWidget *> m_way; ///< from home to what is shown, without home
};

} // namespace yaodian::ui
