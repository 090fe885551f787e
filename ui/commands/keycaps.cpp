#include "ui/commands/keycaps.h"

#include "ui/base/theme.h"

#include <QFontInfo>
#include <QPainter>
#include <QSet>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

double unitOf(const Theme &theme)
{
    return QFontInfo(theme.font()).pixelSize() / 14.0;
}

QFont keyFont(const Theme &theme)
{
    return theme.font(11.5 / 14, QFont::Medium);
}

} // namespace

double keycapWidth(const Theme &theme, const QString &keys)
{
    return QFontMetricsF(keyFont(theme)).horizontalAdvance(keys) + 11 * unitOf(theme);
}

double paintKeycap(QPainter &painter, const Theme &theme, double left, const QRectF &band, const QString &keys)
{
    const double unit = unitOf(theme);
    const QFont font = keyFont(theme);
    const double height = 18 * unit;
    const QRectF cap(qRound(left) + 0.5, qRound(band.center().y() - height / 2) + 0.5, qRound(keycapWidth(theme, keys)),
                     qRound(height));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colours().line.darker(theme.colours().dark ? 60 : 106));
    painter.setBrush(theme.colours().card);
    painter.drawRoundedRect(cap, 4 * unit, 4 * unit);
    painter.setFont(font);
    painter.setPen(theme.colours().ink);
    const QFontMetricsF metrics(font);
    painter.drawText(QPointF(cap.left() + 5.5 * unit, qRound(cap.center().y() + metrics.capHeight() / 2)), keys);
    return cap.right() + 1;
}

QList<Hint> hintsOf(const Commands &commands, Place place)
{
    QList<Hint> hints;
    QSet<QString> taken; // by more special places: what they would do in others they do not do here
    for (const Place at : placeChain(place)) {
        if (place == Place::Card && at == Place::List)
            continue; // the list's keys act there too, but the card's own are news
        for (const Command &command : commandTable()) {
            const QString id = QLatin1StringView(command.id);
            if (!command.inHints || command.place != at || !commands.isBound(id))
                continue;
            if ((id == "session.start"_L1 || id == "triage.start"_L1) && place != Place::List)
                continue; // they act elsewhere too, but only the list is where one begins
            const QStringList keys = commands.keysOf(command);
            if (keys.isEmpty())
                continue;
            const QString text = hintText(command);
            const QString key = keysText(keys.first());
            if (taken.contains(key))
                continue;
            taken << key;
            if (!hints.isEmpty() && hints.last().text == text)
                hints.last().keys += u' ' + key;
            else
                hints << Hint{id, key, text};
        }
    }
    return hints;
}

} // namespace yaodian::ui
