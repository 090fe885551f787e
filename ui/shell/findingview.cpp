#include "ui/shell/findingview.h"

#include "ui/base/theme.h"
#include "ui/commands/keycaps.h"

#include <QFontInfo>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

using Kind = library::Source::Kind;

/// An address as people read it; a folder as its path.
QString placeText(const library::Source &source)
{
    const QUrl url(source.url);
    return url.isLocalFile() ? url.toLocalFile() : url.toDisplayString();
}

struct Pen
{
    QFont font;
    QColor colour;
};

void writeLine(QPainter &painter, const QRectF &band, const Pen &pen, const QString &text, Qt::TextElideMode mode)
{
    const QFontMetricsF metrics(pen.font);
    painter.setFont(pen.font);
    painter.setPen(pen.colour);
    painter.drawText(QPointF(band.left(), qRound(band.center().y() + metrics.capHeight() / 2)),
                     metrics.elidedText(text, mode, band.width()));
}

} // namespace

FindingView::FindingView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"finding"_s);
}

void FindingView::setFinding(const sync::Finding &finding)
{
    m_finding = finding;
    setAccessibleName(finding.source.title);
    setAccessibleDescription((QStringList{amount(), placeText(finding.source)} + finding.titles).join(u'\n'));
    update();
}

QString FindingView::amount() const
{
    QStringList parts{m_finding.what};
    if (m_finding.source.kind == Kind::Folder)
        parts << tr("%n file(s)", nullptr, m_finding.issues);
    else if (m_finding.issues == 0)
        parts << tr("nothing in it at the moment");
    else
        parts << tr("%n issue(s)", nullptr, m_finding.issues);
    if (m_finding.papers > 0)
        parts << tr("%n paper(s)", nullptr, m_finding.papers);
    if (m_finding.known)
        parts << tr("among your sources already");
    return parts.join(u" · "_s);
}

void FindingView::paintTitles(QPainter &painter, double top, double bottom) const
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const double left = 10 * unit, line = 27 * unit;
    for (const QString &title : m_finding.titles) {
        if (top + line > bottom)
            break;
        writeLine(painter, QRectF(left, top, width() - 2 * left, line), {m_theme.font(), c.ink}, title.simplified(),
                  Qt::ElideRight);
        top += line;
    }
}

void FindingView::paintKeys(QPainter &painter, const QRectF &band) const
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const QFont font = m_theme.font(12.5 / 14);
    double x = band.left();
    const auto hint = [&](const QString &key, const QString &text) {
        x = paintKeycap(painter, m_theme, x, band, key) + 6 * unit;
        writeLine(painter, QRectF(x, band.top(), band.right() - x, band.height()), {font, m_theme.colours().soft}, text,
                  Qt::ElideRight);
        x += QFontMetricsF(font).horizontalAdvance(text) + 16 * unit;
    };
    hint(u"Enter"_s, m_finding.known ? tr("Ask it now") : tr("Add it and fetch its issues"));
    hint(u"Esc"_s, tr("Back"));
}

void FindingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const double left = 10 * unit, across = width() - 2 * left;
    writeLine(painter, {left, 10 * unit, across, 30 * unit}, {m_theme.font(18.0 / 14, QFont::DemiBold), c.ink},
              m_finding.source.title.simplified(), Qt::ElideRight);
    writeLine(painter, {left, 40 * unit, across, 24 * unit}, {m_theme.font(13.0 / 14), c.soft}, amount(),
              Qt::ElideRight);
    writeLine(painter, {left, 64 * unit, across, 24 * unit}, {m_theme.font(13.0 / 14), c.faint},
              placeText(m_finding.source), Qt::ElideMiddle);
    const QRectF keys(left, height() - 26 * unit, across, 24 * unit);
    const double rule = qRound(102 * unit);
    if (!m_finding.titles.isEmpty())
        painter.fillRect(QRectF(left, rule, across, 1), c.line);
    paintTitles(painter, rule + 12 * unit, keys.top() - 8 * unit);
    paintKeys(painter, keys);
}

} // namespace yaodian::ui
