#pragma once

#include "ui/commands/keycaps.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace yaodian::ui {

/// The line at the bottom: where one is and which keys count, at the left; what is going on and "saved", at the right.
/// The text at the right is the label named "status".
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    StatusLine(Commands &commands, const Theme &theme, QWidget *parent = nullptr);

    void setPlace(Place place);
    void setLead(const QString &text);     ///< before the hints: "Page 4 of 14"
    void setActivity(const QString &text); ///< "Syncing 3 of 7…"; empty: at rest
    void setAside(const QString &text);    ///< the same, where nothing else is going on
    void setReadOnly(const QString &why);  ///< from now on; `why`: sentences, shown where the pointer rests
    void setSaved();                       ///< called after a commit, never before
    /// `who`: the view where something was typed. What of one view waits, no other one's saving makes good.
    void setTyping(const QObject *who, bool isUnsaved); ///< until it is saved, nothing says so
    void setNotSaved(const QObject *who);               ///< it could not be, and is tried again, until setTyping(false)
    void forget(const QObject *who);                    ///< it is gone
    void setLastSync(const QString &text, const QString &detail = {}); ///< `detail` shows under the mouse
    void refresh(); ///< hints anew: commands were bound, the language changed

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    void say();

    Commands &m_commands;
    const Theme &m_theme;
    Place m_place = Place::List;
    QList<Hint> m_hints;
    QList<std::pair<QRectF, QString>> m_spots; ///< where which command's hint was painted
    QString m_lead, m_activity, m_aside, m_lastSync;
    bool m_isReadOnly = false;
    bool m_isSaved = false; ///< something was, since the start
    QSet<const QObject *> m_typing;
    QSet<const QObject *> m_notSaved;
    QTimer m_activitySoon;
    QLabel *m_status;
};

} // namespace yaodian::ui
