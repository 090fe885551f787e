#pragma once

#include "tests/support/webserver.h"

#include <QJsonDocument>
#include <QTemporaryDir>

// What both plays of the first evening share: the web that the reader's machine can reach, a library of its own, and
// the Markdown that must come out.
namespace yaodian::tests {

class Evening
{
public:
    Evening();

    /// Where screenshots and the Markdown are left: YAODIAN_OUT, else a folder that goes away.
    [[nodiscard]] QString out() const { return m_out; }
    [[nodiscard]] QString library() const { return m_folder.path() + QStringLiteral("/library"); }
    [[nodiscard]] QString exportFolder() const { return m_out + QStringLiteral("/notes"); }
    [[nodiscard]] QString feed() const { return m_server.url(QStringLiteral("/feed.xml")).toString(); }
    /// "arxiv.org=http://127.0.0.1:PORT": the paper's PDF comes from here.
    [[nodiscard]] QString mirror() const { return m_server.mirrorFor(QStringLiteral("arxiv.org")); }
    [[nodiscard]] WebServer &server() { return m_server; }

    /// Runs `yaodian --library … --json arguments…` and gives back what it printed; null where it failed (said on
    /// stderr).
    [[nodiscard]] QJsonDocument ask(const QStringList &arguments) const;
    /// Asks until `ready` says yes, 30 s at most.
    [[nodiscard]] bool becomes(const QStringList &arguments,
                               const std::function<bool(const QJsonDocument &)> &ready) const;
    /// The row of `list --json` whose title begins so; an empty object where there is none.
    [[nodiscard]] QJsonObject entry(const QString &title) const;

    /// An exported file with what differs from run to run made equal: ids that the reader's acts got, stamps, minutes.
    [[nodiscard]] static QString comparable(const QByteArray &markdown);
    /// The file of the export folder whose name begins so; empty where there is none.
    [[nodiscard]] QByteArray exported(const QString &prefix) const;

private:
    QTemporaryDir m_folder;
    QString m_out;
    WebServer m_server;
};

[[nodiscard]] QByteArray fixture(const QString &name);

} // namespace yaodian::tests
