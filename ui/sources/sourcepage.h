#pragma once

#include "library/library.h"
#include "sync/secrets.h"
#include "ui/commands/commands.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace yaodian::ui {

class Theme;

/// How one source is asked. A change holds from the next request on; a value that cannot be taken stays in its field
/// with a sentence below it. Esc leaves.
class SourcePage final : public QScrollArea
{
    Q_OBJECT

public:
    SourcePage(library::Library &library, sync::Secrets &secrets, Commands &commands, Theme &theme,
               QWidget *parent = nullptr);
    ~SourcePage() override;

    /// Shows what holds for the source, the first field having the focus.
    void start(const library::Source &source);
    [[nodiscard]] QString title() const { return m_source.title; }

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Field;
    static const QList<Field> &fields();

    void fill();
    void fillLater();
    void addField(QVBoxLayout *column, const Field &field);
    void addMaxAge(QVBoxLayout *column);
    void addMoved(QVBoxLayout *column);
    void addPassword(QVBoxLayout *column);
    void addNote(QVBoxLayout *column, const QString &key);
    QLabel *addLabel(QVBoxLayout *column, const QString &text, double size, int weight, const QColor &colour);
    [[nodiscard]] QWidget *makeField(const Field &field);
    [[nodiscard]] QString typed(const QString &key) const;
    void type(const QString &key, const QString &text);
    void commit(const QString &key);
    [[nodiscard]] Result<void> apply(const QString &key, const QString &value);
    void commitPassword();
    void tellPassword();
    void note(const QString &key, const QString &sentence, bool trouble = true);
    [[nodiscard]] bool hasTrouble() const { return !m_trouble.isEmpty(); }
    void leave();

    library::Library &m_library;
    sync::Secrets &m_secrets;
    const Commands &m_commands;
    Theme &m_theme;
    library::Source m_source;
    QSet<QString> m_trouble; ///< keys of values that could not be taken
    bool m_hasPassword = false;
};

} // namespace yaodian::ui
