#pragma once

#include <QCompleter>
#include <QStringListModel>
#include <QTimer>

#include <functional>

class QPlainTextEdit;

namespace yaodian::ui {

/// Completes [[links to papers]] by their titles while they are typed.
class TitleCompleter final : public QCompleter
{
    Q_OBJECT

public:
    /// Of `edit`, which has to leave the keys of choosing to it while isChoosing().
    explicit TitleCompleter(QPlainTextEdit &edit);

    /// Gives the titles that hold the words, best first. Without it nothing is offered.
    void setTitles(std::function<QStringList(const QString &words)> titles) { m_titles = std::move(titles); }
    [[nodiscard]] bool isChoosing() const;
    /// The title between the brackets that the cursor stands in; empty: it stands in none.
    [[nodiscard]] QString linkAtCursor() const;

private:
    void offer();
    void take(const QString &title);
    [[nodiscard]] std::optional<QString> begun() const; ///< what was typed after "[["

    QPlainTextEdit &m_edit;
    QStringListModel m_model;
    std::function<QStringList(const QString &)> m_titles;
    QTimer m_soon; ///< so that a key does not wait for the library
};

} // namespace yaodian::ui
