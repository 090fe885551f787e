#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace yaodian::ui {

/// Every question and every file picker of the program goes through here: windows for people, answers from a list for
/// tests. Nothing blocks: the answer comes through a callback on the main thread, and not at all where `parent` died.
class Ask
{
public:
    virtual ~Ask() = default;
    /// nullopt-like: `done` is not called where the person cancelled.
    virtual void text(QWidget *parent, const QString &title, const QString &label, const QString &initial,
                      std::function<void(const QString &)> done) = 0;
    virtual void confirm(QWidget *parent, const QString &question, const QString &yes, std::function<void()> done) = 0;
    /// The same where something would be lost: a hasty Enter means no.
    virtual void warn(QWidget *parent, const QString &question, const QString &yes, std::function<void()> done)
    {
        confirm(parent, question, yes, std::move(done));
    }
    virtual void openFiles(QWidget *parent, const QString &title, const QString &filter,
                           std::function<void(const QStringList &)> done) = 0;
    virtual void folder(QWidget *parent, const QString &title, std::function<void(const QString &)> done) = 0;
    /// Where a file is to be written; `suggested` is a name, `filter` as for openFiles().
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                          std::function<void(const QString &)> done) = 0;
    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
};

/// The windows of the desktop.
class AskPerson final : public Ask
{
public:
    void text(QWidget *parent, const QString &title, const QString &label, const QString &initial,
              std::function<void(const QString &)> done) override;
    void confirm(QWidget *parent, const QString &question, const QString &yes, std::function<void()> done) override;
    void warn(QWidget *parent, const QString &question, const QString &yes, std::function<void()> done) override;
    void openFiles(QWidget *parent, const QString &title, const QString &filter,
                   std::function<void(const QStringList &)> done) override;
    void folder(QWidget *parent, const QString &title, std::function<void(const QString &)> done) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                  std::function<void(const QString &)> done) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
};

} // namespace yaodian::ui
