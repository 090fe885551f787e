#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace yaodian {

/// The calling thread no longer pushes another aside when it wakes: the window and the display server come first. What
/// nobody else wants of the processors it has as before. Where the system knows no such thing, nothing changes.
void giveWay();

/// A thread that gets, with every process that it starts, only what nobody else wants of the processors (as
/// giveWay(), nothing where that is unknown). It is one of its own because an ordinary user's thread never comes back
/// from there. Nothing that others wait for is to be held by what it runs: no lock, no transaction.
class IdleThread
{
public:
    IdleThread();
    ~IdleThread();
    Q_DISABLE_COPY_MOVE(IdleThread)

    /// Runs `work` there and waits for its value, which is what it returns.
    template <class Work> auto run(const Work &work)
    {
        std::optional<decltype(work())> value;
        perform([&] { value.emplace(work()); });
        return std::move(*value);
    }

private:
    void perform(const std::function<void()> &work);
    void serve();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::function<void()> *m_work = nullptr; ///< what is to be run, or runs
    bool m_ends = false;
    std::thread m_thread; ///< last: it uses what is above
};

} // namespace yaodian
