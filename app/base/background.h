#pragma once

#include "base/cancel.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <type_traits>

namespace yaodian {

/// Runs slow work off the thread that owns this object and brings its value back to it.
/// A job takes a CancelToken and gives back a value; `done` runs on the owner's thread, and only while `context`
/// lives and nobody cancelled: a closed window is a cancelled job. Destroying Background stops and awaits all jobs.
class Background final : public QObject
{
    Q_OBJECT

public:
    explicit Background(int threads = 2, QObject *parent = nullptr);
    ~Background() override;

    /// Keeps a job cancellable. Dropping the handle does not cancel; the death of `context` does.
    class Job
    {
    public:
        void cancel() { m_source.request_stop(); }

    private:
        friend class Background;
        CancelSource m_source;
    };

    template <class Work, class Done> Job run(QObject *context, Work work, Done done)
    {
        Job job;
        auto source = std::make_shared<CancelSource>(job.m_source);
        connect(context, &QObject::destroyed, this, [source] { source->request_stop(); });
        start([this, source, context = QPointer<QObject>(context), work = std::move(work),
               done = std::move(done)]() mutable {
            auto value = std::make_shared<std::invoke_result_t<Work, CancelToken>>(work(source->get_token()));
            post([source, context, value, done = std::move(done)]() mutable {
                if (context && !source->stop_requested())
                    done(std::move(*value));
            });
        });
        return job;
    }

private:
    void start(std::function<void()> task);
    void post(std::function<void()> task);

    QThreadPool m_pool;
};

} // namespace yaodian
