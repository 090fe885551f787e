#pragma once

#include "ui/base/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QLineEdit;

namespace yaodian::ui {

/// A small field that floats over the pages, beside what it is about: Enter gives the text, Esc gives nothing. What is
/// typed there is lost by Esc only: it stays until it has been taken.
class InlineField final : public QFrame
{
    Q_OBJECT

public:
    InlineField(Theme &theme, QWidget *parent);

    /// Takes the text; false: it could not, and that was said. The field stays open with it then.
    using Take = std::function<bool(const QString &)>;
    /// Opens below `about` (parent coordinates). `take` gets the text at Enter. `secret`: a password. Where a text
    /// waits that could not be taken, it opens after that one.
    void ask(const QRect &about, const QString &label, const QString &initial, Take take, bool secret = false);
    /// Until it is closed: what is typed behind the last comma is completed to one of the words. Call after ask().
    void complete(const QStringList &words) { m_words = words; }
    void cancel();
    /// What it is about is left without a word: a text that was changed is taken as with Enter; a password never.
    void leave();
    [[nodiscard]] bool isStuck() const { return !isHidden() && m_isStuck; } ///< what was typed could not be taken

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
    Take m_take;
    std::function<void()> m_next; ///< what was to be asked while another text could not be taken
    QString m_initial;
    bool m_isStuck = false;
    QStringList m_words;
    qsizetype m_typedBefore = 0; ///< its length, to tell typing from deleting
};

} // namespace yaodian::ui
