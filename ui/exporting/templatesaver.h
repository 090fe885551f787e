#pragma once

#include "exporting/templates.h"

#include <QObject>
#include <QThreadPool>

#include <mutex>

namespace yaodian::ui {

/// Writes one template of the reader's down as it is typed, on a thread of its own. While one text is being written,
/// the newest one waits in the place of those before it.
class TemplateSaver final : public QObject
{
    Q_OBJECT

public:
    explicit TemplateSaver(exporting::Templates templates, QObject *parent = nullptr);
    ~TemplateSaver() override; ///< everything is on the disk

    /// From now on that one; `known`: what its file holds as far as is known here.
    void open(const QString &name, const QByteArray &known);
    void save(const QByteArray &text, quint64 typed); ///< `typed` tells the texts apart
    /// Returns when everything is on the disk, or could not be written, and all of it has been said.
    void finish();
    [[nodiscard]] QByteArray known(); ///< what was read or written last

Q_SIGNALS:
    void saved(quint64 typed);
    void changedElsewhere(); ///< somebody else wrote the file: nothing was written, nor will be
    void failed(const QString &sentence);

private:
    struct Job
    {
        QByteArray text;
        quint64 typed = 0;
    };
    struct Outcome
    {
        quint64 typed = 0;
        bool isOther = false;
        QString trouble; ///< empty: it is on the disk
    };
    void work(); ///< on the thread
    [[nodiscard]] Outcome write(const Job &job);
    void deliver();

    const exporting::Templates m_templates;
    QThreadPool m_pool;
    std::mutex m_mutex; ///< guards what follows
    QString m_name;
    QByteArray m_known;
    std::optional<Job> m_waiting;
    bool m_working = false;
    bool m_isOther = false;
    QList<Outcome> m_outcomes;
};

} // namespace yaodian::ui
