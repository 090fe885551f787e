#pragma once

#include "base/background.h"
#include "notes/notes.h"
#include "ui/commands/commands.h"
#include "ui/marks/highlightview.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QStackedLayout;

namespace yaodian::ui {

class InlineField;

/// The highlights of all papers, paper by paper, filtered as it is typed. They are looked for off the main thread, and
/// read as they come into view.
class HighlightsPage final : public QWidget
{
    Q_OBJECT

public:
    HighlightsPage(library::Library &library, notes::Notes &notes, Background &background, Commands &commands,
                   Theme &theme, QWidget *parent = nullptr);

    void start(); ///< shows what there is now; filter and place stay
    void takeFocus();
    [[nodiscard]] QList<library::PaperId> papers() const { return m_model.papers(); } ///< those that are listed
    [[nodiscard]] library::PaperId currentPaper() const; ///< of the current highlight; null: there is none
    [[nodiscard]] HighlightView &view() { return *m_view; }
    void setFilter(const QString &text);
    void keepTyped();                   ///< a comment or tags that are being typed: before the page goes
    [[nodiscard]] bool isStuck() const; ///< after keepTyped(): it could not be saved

Q_SIGNALS:
    void closed();
    void openWanted(yaodian::library::HighlightId highlight);
    void listed(); ///< what was asked for last is shown
    void message(const QString &sentence);
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void bindKeys();
    void offerMenu();
    void dress();
    void texts();
    void changed(const library::Change &change);
    void look();
    void showRefs(const QList<library::HighlightRef> &refs);
    void tellCount();
    bool tell(const Result<void> &result, const QString &sentence = {}); ///< whether it was done
    void comment();
    void tags();
    void giveKind(QChar letter);
    void remove();
    void copy();

    library::Library &m_library;
    notes::Notes &m_notes;
    Background &m_background;
    Commands &m_commands;
    Theme &m_theme;
    HighlightModel m_model;
    QLabel *m_title, *m_count, *m_empty;
    QLineEdit *m_filter;
    HighlightView *m_view;
    InlineField *m_field;
    QWidget *m_body;
    QStackedLayout *m_stack;
    QTimer m_soon;
    QString m_looked; ///< the filter that is shown
    std::optional<Background::Job> m_job;
};

} // namespace yaodian::ui
