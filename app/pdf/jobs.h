#pragma once

#include "pdf/document.h"

#include <QRect>

#include <deque>
#include <memory>
#include <optional>

namespace yaodian::pdf {

class Matcher;

/// One question to a document.
struct Job
{
    enum class Kind { Render, Text, Links, Outline, Search, References, Art, Attachments, Annotations };

    quint64 id = 0;
    Kind kind = Kind::Render;
    Document::Priority priority = Document::Priority::Visible;
    int page = 0;
    double scale = 1;
    QRect tile;
    std::shared_ptr<const Matcher> matcher; ///< of a search
};

/// What waits: visible before near before background, each in the order in which it came. Not for several threads.
class JobQueue
{
public:
    void add(Job job);
    /// For one that was taken and has to wait again: before its equals.
    void putBack(Job job);
    std::optional<Job> take();
    bool remove(quint64 id);
    [[nodiscard]] bool isEmpty() const { return m_jobs.empty(); }
    /// Something waits that a reader looks at, while `current` is not.
    [[nodiscard]] bool outranks(const Job &current) const;

private:
    std::deque<Job> m_jobs; ///< sorted by priority
};

} // namespace yaodian::pdf
