#pragma once

#include <QImage>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

// What other programs make of a PDF: mutool draws it, qpdf looks for faults in it.
namespace yaodian::tests {

/// Standard output and error; "could not be run" where the program is missing, "failed" after them where it says so.
inline QString said(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return program + QStringLiteral(" could not be run");
    const QString text = QString::fromUtf8(process.readAll());
    return process.exitCode() == 0 && process.exitStatus() == QProcess::NormalExit ? text
                                                                                   : text + QStringLiteral("failed");
}

/// Empty: none. A warning is one.
inline QString faultsIn(const QString &path)
{
    const QString text = said(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
    return text.contains(QStringLiteral("No syntax or stream encoding errors found")) &&
                   !text.contains(QStringLiteral("WARNING")) && !text.endsWith(QStringLiteral("failed"))
               ? QString()
               : text;
}

/// A page (from 0) at 72 dots an inch; null: it drew none.
inline QImage drawnByAnother(const QString &path, int page)
{
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("page.png"));
    said(QStringLiteral("mutool"),
         {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-r"), QStringLiteral("72"),
          QStringLiteral("-o"), picture, path, QString::number(page + 1)});
    return QImage(picture).convertToFormat(QImage::Format_RGB32);
}

} // namespace yaodian::tests
