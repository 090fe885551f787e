#pragma once

#include "ui/base/ask.h"
#include "ui/commands/keyfile.h"
#include "ui/settings/keylist.h"
#include "ui/settings/keyrecorder.h"

#include <memory>

class QLabel;
class QLineEdit;

namespace yaodian::ui {

/// The keys of all commands: found by name or key, pressed anew, cleared, given back; read from and written to a file.
/// A change holds everywhere at once and is kept in the library's folder.
class KeysPage final : public QWidget
{
    Q_OBJECT

public:
    KeysPage(Commands &commands, const KeyFile &file, Ask &ask, Theme &theme, QWidget *parent = nullptr);

    void start(); ///< shows how things stand now
    void takeFocus();
    [[nodiscard]] const KeyList &list() const { return *m_list; }
    /// What the line above the list says: of a key that is waited for, of a conflict, else of the current command.
    [[nodiscard]] QString says() const;

Q_SIGNALS:
    void closed();
    void message(const QString &sentence);
    void failed(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A change that waits for Enter.
    struct Wish
    {
        KeyMap map;
        QString sentence; ///< once it holds
    };
    void build();
    void bindKeys();
    void dress();
    void texts();
    void refresh();
    void say(const QString &sentence, bool isUrgent);
    void sayRest();
    void record(bool isMore);
    void recorded(const QString &keys);
    void rest();
    void clear();
    void reset();
    void resetAll();
    void importKeys();
    void importFrom(const QString &path);
    void exportKeys();
    bool hold(const KeyMap &map);
    [[nodiscard]] bool decides(const QKeyEvent &event);

    Commands &m_commands;
    const KeyFile &m_file;
    Ask &m_ask;
    Theme &m_theme;
    std::unique_ptr<CommandNames> m_names; ///< read when the page is first shown
    QLabel *m_title;
    QLabel *m_count;
    QLineEdit *m_filter;
    QLabel *m_says;
    KeyList *m_list;
    KeyRecorder m_recorder;
    const Command *m_command = nullptr; ///< whose keys are pressed or waited for
    bool m_isMore = false;              ///< they come to those that it has
    std::optional<Wish> m_wish;
};

} // namespace yaodian::ui
