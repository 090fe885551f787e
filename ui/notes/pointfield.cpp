#include "ui/notes/pointfield.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace yaodian::ui {

namespace {

constexpr int mostLines = 8;

} // namespace

PointField::PointField(Commands &commands, QWidget *parent) : QPlainTextEdit(parent), m_commands(commands)
{
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, &PointField::fitHeight);
    m_commands.bind("point.newLine", this, [this](std::optional<int>) { insertPlainText(QStringLiteral("\n")); });
}

void PointField::start(const QString &text)
{
    m_initial = text;
    setPlainText(text);
    moveCursor(QTextCursor::End);
    show();
    fitHeight();
    setFocus();
}

QString PointField::before() const
{
    return toPlainText().left(textCursor().selectionStart());
}

QString PointField::after() const
{
    return toPlainText().mid(textCursor().selectionStart());
}

QSize PointField::sizeHint() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostLines; block = block.next())
        lines += qMax(1, block.lineCount());
    lines = qBound(1, lines, mostLines);
    const int edges = 2 * frameWidth() + qRound(2 * document()->documentMargin());
    return {200, lines * fontMetrics().lineSpacing() + edges + contentsMargins().top() + contentsMargins().bottom()};
}

QSize PointField::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void PointField::fitHeight()
{
    updateGeometry();
}

void PointField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight(); // other widths, other lines
}

void PointField::keyPressEvent(QKeyEvent *event)
{
    const bool types = event->text().size() == 1 && event->text().at(0).isPrint() &&
                       !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (types || !m_commands.handle(event, Place::PointField))
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace yaodian::ui
