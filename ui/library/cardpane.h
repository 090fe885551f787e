#pragma once

#include "ui/library/cardview.h"
#include "ui/library/tagcompleter.h"

#include <QWidget>

class QLineEdit;

namespace yaodian::ui {

/// The right pane: the card and, while a point is being written or tags are, the field for it.
class CardPane final : public QWidget
{
    Q_OBJECT

public:
    explicit CardPane(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] CardView &card() const { return *m_card; }
    void startPoint(); ///< opens the field
    /// The same for tags, with those there are between commas; `known` are offered while one is typed.
    void startTags(const QStringList &tags, const QStringList &known);
    void
    finishTags(); ///< keeps them as they are, where they are being written: the card is about to show another paper

Q_SIGNALS:
    void pointWritten(const QString &text);
    void tagsWritten(const QStringList &tags); ///< also none
    void fieldLeft();                          ///< written or given up: the focus goes back

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void texts();
    void start();

    const Theme &m_theme;
    CardView *m_card;
    QLineEdit *m_field;
    TagCompleter m_completer;
    bool m_isOfTags = false;
    QString m_point; ///< one that was begun and left for the tags
};

} // namespace yaodian::ui
