#pragma once

#include "pdf/protocol/channel.h"

#include <QImage>
#include <QVariant>

#include <memory>

namespace Poppler {
class Document;
}

namespace yaodian::pdf::worker {

/// One document, and the answers about it. Requests come one at a time; a Cancel is noticed while one is worked on.
class Session
{
public:
    explicit Session(int socket);
    ~Session();

    /// Serves until the client closes its end.
    void serve();

private:
    struct Answer
    {
        protocol::Status status = protocol::Status::Failed;
        QByteArray body;
        QByteArray pixels;
    };

    Answer answer(const protocol::Header &header, QByteArrayView body, int descriptor);
    Answer open(QByteArrayView body, int descriptor);
    Answer pages(QByteArrayView body);
    Answer render(QByteArrayView body);
    Answer words(QByteArrayView body);
    Answer links(QByteArrayView body);
    Answer outline();
    Answer art(QByteArrayView body);
    Answer extras();
    Answer annotations(QByteArrayView body);
    Answer annotate(QByteArrayView body);
    void keep(int file);
    [[nodiscard]] Answer done(QByteArray body) const;
    /// Something came in while a request is worked on: a Cancel, or the end.
    [[nodiscard]] bool interrupted();
    static bool isInterrupted(const QVariant &session);

    int m_socket;
    int m_file = -1; ///< the document's
    bool m_interrupted = false;
    std::unique_ptr<Poppler::Document> m_document;
    QImage m_picture; ///< the pixels that are being sent
};

} // namespace yaodian::pdf::worker
