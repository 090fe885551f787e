#include "ui/library/sideindex.h"

#include "ui/base/ink.h"

#include <QFontInfo>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yaodian::ui {

SideIndex::SideIndex(const Theme &theme, const QString &name, const QString &lineName, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    build(name, lineName);
    connect(&theme, &Theme::changed, this, &SideIndex::dress);
    dress();
}

void SideIndex::build(const QString &name, const QString &lineName)
{
    setAutoFillBackground(true);
    m_line = new QLineEdit(this);
    m_line->setObjectName(lineName);
    m_says = new QLabel(this);
    m_says->setTextFormat(Qt::PlainText);
    m_says->setWordWrap(true);
    m_says->hide();
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    m_rows = new SideSection(m_theme, name, body);
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_rows);
    rows->addStretch(1);
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_says);
    column->addWidget(m_scroll, 1);
}

void SideIndex::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    QPalette ground = palette();
    ground.setColor(QPalette::Window, c.side);
    ground.setColor(QPalette::Base, c.side);
    setPalette(ground);
    m_line->setFont(m_theme.font());
    m_says->setFont(m_theme.font(12.5 / 14));
    setInk(m_says, c.soft);
    m_says->setContentsMargins(qRound(18 * unit), qRound(6 * unit), qRound(18 * unit), 0);
    layout()->setContentsMargins(0, qRound(18 * unit), 0, 0);
    layout()->setSpacing(qRound(8 * unit));
    const int pad = qRound(14 * unit);
    m_line->setContentsMargins(pad, 0, pad, 0);
}

void SideIndex::setSentence(const QString &sentence)
{
    m_says->setText(sentence);
    m_says->setVisible(!sentence.isEmpty());
}

void SideIndex::showRow(int row)
{
    const int height = m_rows->rowHeight();
    m_scroll->ensureVisible(0, row * height + height / 2, 0, height);
}

} // namespace yaodian::ui
