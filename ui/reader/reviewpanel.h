#pragma once

#include "ui/base/theme.h"

#include <QFrame>

class QLabel;

namespace yaodian::ui {

/// What a highlight was on one version of a paper and what stands on the other, side by side at the foot of the pages.
class ReviewPanel final : public QFrame
{
    Q_OBJECT

public:
    /// A passage with the words around it.
    struct Side
    {
        QString version; ///< "v1"
        QString prefix;
        QString quote; ///< empty: there is none
        QString suffix;
        QString instead; ///< said where there is no quote
    };
    struct Content
    {
        QString head;        ///< "Highlight 2 of 5 · method"
        QString state;       ///< "text changed"
        bool isOpen = false; ///< the reader has to say
        Side before;
        Side after;
        QList<std::pair<QString, QString>> keys; ///< a key and what it does
    };

    ReviewPanel(Theme &theme, QWidget *view);

    void show(const Content &content);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override; // nothing that lies under it is clicked
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void dress();
    void place();
    [[nodiscard]] QString passage(const Side &side, const QString &markedQuote) const;

    Theme &m_theme;
    QLabel *m_head;
    QLabel *m_state;
    QLabel *m_versions[2];
    QLabel *m_passages[2];
    QLabel *m_keys;
    Content m_content;
};

} // namespace yaodian::ui
