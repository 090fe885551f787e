#include "pdf/worker/extras.h"

#include "pdf/protocol/limits.h"

#include <array>
#include <cstring>

#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

QString valid(const QString &text)
{
    return text.isValidUtf16() ? text.simplified() : QString();
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isNameEnd(char c)
{
    return isBlank(c) || std::strchr("/<>[](){}%", c) != nullptr;
}

/// The bytes name an action of this kind: "/S /Launch", in any spacing. poppler tells of none that hangs on the
/// document itself; those in compressed objects stay unseen, and undone.
bool asksFor(QByteArrayView file, QByteArrayView action)
{
    for (qsizetype at = file.indexOf(action); at >= 0; at = file.indexOf(action, at + 1)) {
        const qsizetype end = at + action.size();
        if (end < file.size() && !isNameEnd(file[end]))
            continue;
        qsizetype before = at - 1;
        while (before > 0 && isBlank(file[before]))
            --before;
        if (before >= 1 && file[before] == 'S' && file[before - 1] == '/')
            return true;
    }
    return false;
}

struct Action
{
    const char *name;
    const char *word;
};

constexpr std::array actions{Action{"/Launch", "launch:"}, Action{"/JavaScript", "javascript:"},
                             Action{"/SubmitForm", "submitform:"}, Action{"/ImportData", "importdata:"}};

} // namespace

ExtrasReply extrasOf(const Poppler::Document &document, QByteArrayView file)
{
    ExtrasReply reply;
    const auto files = document.embeddedFiles(); // they stay the document's
    for (const Poppler::EmbeddedFile *each : files) {
        if (reply.attachments.size() >= mostAttachments)
            break;
        reply.attachments.append({valid(each->name()), each->size(), valid(each->description())});
    }
    if (!document.scripts().isEmpty())
        reply.refused.append(QStringLiteral("javascript:"));
    for (const Action &action : actions) {
        const QString word = QString::fromLatin1(action.word);
        if (!reply.refused.contains(word) && asksFor(file, action.name))
            reply.refused.append(word);
    }
    return reply;
}

} // namespace yaodian::pdf::worker
