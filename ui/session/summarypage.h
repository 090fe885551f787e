#pragma once

#include "reading/reading.h"
#include "ui/commands/commands.h"

#include <QScrollArea>

class QLabel;

namespace yaodian::ui {

class Theme;

/// What a session came to: its counts and its papers with their verdicts. E writes its Markdown, Esc leaves.
class SummaryPage final : public QScrollArea
{
    Q_OBJECT

public:
    SummaryPage(const library::Library &library, Commands &commands, Theme &theme, QWidget *parent = nullptr);

    void show(const library::Session &session, const reading::Summary &summary);
    [[nodiscard]] std::optional<library::SessionId> session() const;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    [[nodiscard]] QLabel *line(const QString &text, double scale, int weight, const QColor &colour, int above = 0);

    const library::Library &m_library;
    const Commands &m_commands;
    Theme &m_theme;
    library::Session m_session;
    reading::Summary m_summary;
};

} // namespace yaodian::ui
