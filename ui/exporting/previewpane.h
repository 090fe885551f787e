#pragma once

#include "ui/exporting/variablelist.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace yaodian::ui {

class NotePreview;

/// What a template makes of a paper: the Markdown, or how that reads; in their place the variables, while one is
/// chosen.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    enum class Face { Markdown, Reading, Variables };

    explicit PreviewPane(Theme &theme, QWidget *parent = nullptr);

    void setPaper(const QString &title); ///< empty: there is none
    void setMarkdown(const QString &markdown);
    [[nodiscard]] const QString &markdown() const { return m_markdown; }
    void setFace(Face face);
    [[nodiscard]] Face face() const { return m_face; }
    void toggle(); ///< Markdown, or how it reads
    [[nodiscard]] VariableList &variables() { return *m_variables; }
    void takeFocus();
    void dress();

Q_SIGNALS:
    void left();            ///< Esc
    void variablesWanted(); ///< by the mouse

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void texts();
    void fill();

    Theme &m_theme;
    Face m_face = Face::Markdown;
    QString m_markdown;
    QString m_title;
    bool m_isStale = false; ///< how it reads is not written yet
    QPushButton *m_faces[3];
    QLabel *m_paper;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    NotePreview *m_reading;
    VariableList *m_variables;
};

/// The Markdown of a file without what other programs do not show either: front matter, markers, ids of blocks.
[[nodiscard]] QString readingText(const QString &markdown);

} // namespace yaodian::ui
