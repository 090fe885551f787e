#pragma once

#include "base/log.h"
#include "library/failedreads.h"
#include "library/library.h"
#include "library/store.h"

namespace yaodian::library {

struct Library::Private
{
    Private(Folder folder, const Clock &clock, IdSource &ids) : store(std::move(folder), clock, ids) {}

    Store store;

    /// Reads; a failure is written into the log and reads as nothing, because a list has no place for a sentence.
    template <class Work> auto read(Work work) const -> decltype(work(std::declval<Connection &>()))
    {
        try {
            return store.read(work);
        } catch (const StoreFailure &failure) {
            countFailedRead();
            qCWarning(logLibrary, "read failed: %s", qUtf8Printable(failure.error.message));
            return {};
        }
    }

    /// Runs work that throws StoreFailures; its value or the Error.
    template <class Work> static auto guarded(Work work) -> Result<decltype(work())>
    {
        try {
            if constexpr (std::is_void_v<decltype(work())>) {
                work();
                return {};
            } else {
                return work();
            }
        } catch (const StoreFailure &failure) {
            return failure.error;
        }
    }

    /// One write transaction over both files; the stamps are saved in it.
    template <class Work> auto write(Work work) -> Result<decltype(work(std::declval<Connection &>()))>
    {
        return guarded([&] {
            return store.write([&](Connection &connection) {
                Transaction transaction(connection, Transaction::Kind::Write);
                if constexpr (std::is_void_v<decltype(work(connection))>) {
                    work(connection);
                    store.stamps().save(connection);
                    transaction.commit();
                } else {
                    auto value = work(connection);
                    store.stamps().save(connection);
                    transaction.commit();
                    return value;
                }
            });
        });
    }
};

} // namespace yaodian::library
