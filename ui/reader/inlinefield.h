#pragma once

#include "ui/base/theme.h"

#include <QFrame>

#include <functional>
#include <optional>

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
    struct Question
    {
        QRect about; ///< in the parent's coordinates; it opens below
        QString label;
        QString initial;
        Take take;              ///< gets the text at Enter
        QStringList words = {}; ///< what is typed behind the last comma is completed to one of them
        bool isSecret = false;  ///< a password
    };
    /// Opens it. Where a text waits that could not be taken, it opens after that one.
    void ask(const Question &question);
    void cancel();
    /// What it is about is left without a word: a text that was changed is taken as with Enter; a password never.
    void leave(); ///< what was to be asked after it is forgotten
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
    Question m_question;
    std::optional<Question> m_next; ///< what was to be asked while another text could not be taken
    bool m_isStuck = false;
    qsizetype m_typedBefore = 0; ///< its length, to tell typing from deleting
};

} // namespace yaodian::ui
