#include "ui/commands/inputmethod.h"

#include <QInputMethodQueryEvent>
#include <QWidget>

namespace yaodian::ui {

namespace {

class InputMethodOff final : public QObject
{
public:
    InputMethodOff(QWidget *widget, std::function<bool()> isOff) : QObject(widget), m_isOff(std::move(isOff))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::InputMethodQuery || (m_isOff && !m_isOff()))
            return false;
        auto *query = static_cast<QInputMethodQueryEvent *>(event);
        query->setValue(Qt::ImEnabled, false); // where it stands and what is around it is nobody's question then
        return true;
    }

private:
    std::function<bool()> m_isOff;
};

} // namespace

void keepInputMethodOff(QWidget *widget, std::function<bool()> isOff)
{
    if (!isOff)
        widget->setAttribute(Qt::WA_InputMethodEnabled, false);
    new InputMethodOff(widget, std::move(isOff));
}

} // namespace yaodian::ui
