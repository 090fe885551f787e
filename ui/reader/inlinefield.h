#pragma once

#include "ui/base/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;

namespace yaodian::ui {

/// A small field that floats over the pages, beside what it is about: Enter gives the text, Esc gives nothing.
class InlineField final : public QFrame
{
    Q_OBJECT

public:
    InlineField(Theme &theme, QWidget *parent);

    /// Opens below `about` (parent coordinates). `done` gets the text at Enter.
    void ask(const QRect &about, const QString &label, const QString &initial,
             std::function<void(const QString &)> done, bool secret = false);
    /// Until it is closed: what is typed behind the last comma is completed to one of the words. Call after ask().
    void complete(const QStringList &words) { m_words = words; }
    void cancel();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();
    void accept();
    void completeLast(const QString &typed);

    Theme &m_theme;
    QLabel *m_label;
    QLineEdit *m_edit;
    std::function<void(const QString &)> m_done;
    QStringList m_words;
    qsizetype m_typedBefore = 0; ///< its length, to tell typing from deleting
};

} // namespace yaodian::ui
