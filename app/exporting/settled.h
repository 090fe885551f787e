#pragma once

#include "exporting/exporting.h"

#include <QHash>

namespace yaodian::exporting {

/// Files that hold already all that printing their paper would give: they need not be printed to know that nothing
/// changes. Known by the state that a paper was in when its file was written (library::Library::paperStamps) and by the
/// bytes that the file had then; where either is another now, the paper is printed. For several threads.
class Settled
{
public:
    /// `form`: the text of the template. `files`: of papers, by their ids.
    Settled(const library::Library &library, const Template &form, const QByteArray &formText,
            QHash<QString, QString> files);

    /// What is known of a paper before it is printed.
    struct State
    {
        QByteArray stamp; ///< with which key() is made once its file is written
        QString file;     ///< the file that has it all; empty: it is to be printed
    };
    [[nodiscard]] QList<State> of(const QList<library::PaperId> &papers) const; ///< in their order
    /// What is kept (library::Library::keepWritten) of a file that has it all.
    [[nodiscard]] static QByteArray key(const QByteArray &stamp, const QByteArray &file);

private:
    const library::Library &m_library;
    QHash<QString, QString> m_files;
    QByteArray m_form; ///< a hash of all but the papers that makes a file what it is
};

} // namespace yaodian::exporting
