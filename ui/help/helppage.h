#pragma once

#include "ui/commands/commands.h"
#include "ui/help/handbook.h"
#include "ui/help/helptext.h"
#include "ui/library/sideindex.h"

class QLineEdit;

namespace yaodian::ui {

/// The handbook: its chapters at the left, the one that is read beside them. What is searched for leaves the chapters
/// that have it and is marked in them.
class HelpPage final : public QWidget
{
    Q_OBJECT

public:
    HelpPage(Commands &commands, Theme &theme, QWidget *parent = nullptr);

    /// Shows a chapter by its file; where it is empty, the one that was read last.
    void start(const QString &file = {});
    void takeFocus();
    [[nodiscard]] QString chapter() const; ///< its file; empty: there is none
    /// The chapter about a place, by its file; empty: none is about it alone.
    [[nodiscard]] static QString chapterAbout(Place place);

Q_SIGNALS:
    void closed();
    void webAsked(const QUrl &address); ///< http or https

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Where one was.
    struct Spot
    {
        QString file;
        int scroll = 0;
    };
    void build();
    void bindKeys();
    void bindWays();
    void dress();
    void read(); ///< the handbook of the language
    void fill(); ///< the list, by what is searched for
    void showChapter(int chapter);
    void goToRow(int row);
    void stepHit(int hits);
    void follow(const QString &file);
    void go(QList<Spot> &from, QList<Spot> &back);
    void back();
    [[nodiscard]] Spot spot() const;
    [[nodiscard]] int row() const;
    [[nodiscard]] QString textOf(const Chapter &chapter) const;
    [[nodiscard]] QStringList words() const;

    Commands &m_commands;
    Theme &m_theme;
    Handbook m_book;
    QList<int> m_listed; ///< chapters, a row each
    int m_chapter = -1;
    QList<Spot> m_before, m_after;
    SideIndex *m_side;
    QLineEdit *m_filter;
    SideSection *m_list;
    HelpText *m_text;
};

} // namespace yaodian::ui
