#pragma once

#include "ui/base/ask.h"

#include <QQueue>

namespace yaodian::ui {

/// A person who answers from lists: each question takes the next answer of its kind; no answer left means "cancel".
/// What was asked and told is kept to be looked at.
class FakeAsk final : public Ask
{
public:
    void text(QWidget *, const QString &title, const QString &, const QString &,
              std::function<void(const QString &)> done) override
    {
        asked << title;
        if (!texts.isEmpty())
            done(texts.dequeue());
    }
    void confirm(QWidget *, const QString &question, const QString &, std::function<void()> done) override
    {
        asked << question;
        if (!confirms.isEmpty() && confirms.dequeue())
            done();
    }
    void openFiles(QWidget *, const QString &title, const QString &,
                   std::function<void(const QStringList &)> done) override
    {
        asked << title;
        if (!files.isEmpty())
            done(files.dequeue());
    }
    void folder(QWidget *, const QString &title, std::function<void(const QString &)> done) override
    {
        asked << title;
        if (!folders.isEmpty())
            done(folders.dequeue());
    }
    void saveFile(QWidget *, const QString &title, const QString &, const QString &,
                  std::function<void(const QString &)> done) override
    {
        asked << title;
        if (!saves.isEmpty())
            done(saves.dequeue());
    }
    void tell(QWidget *, const QString &, const QString &text) override { told << text; }

    QQueue<QString> texts;
    QQueue<bool> confirms;
    QQueue<QStringList> files;
    QQueue<QString> folders;
    QQueue<QString> saves;
    QStringList asked;
    QStringList told;
};

} // namespace yaodian::ui
