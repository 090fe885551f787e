#include "sync/answers.h"

#include "base/files.h"
#include "sync/feedshape.h"
#include "sync/say.h"

namespace yaodian::sync {

namespace {

QString unreadable(const digest::Origin &origin, const Error &error)
{
    return Say::tr("What %1 sent could not be read: %2").arg(QUrl(origin.link).host(), error.message);
}

QString readInPart(const digest::Origin &origin)
{
    return Say::tr(
               "The feed of %1 could be read only in part; that part was kept, and it is asked for whole next time.")
        .arg(QUrl(origin.link).host());
}

digest::Origin originOf(const Taking &taking)
{
    digest::Origin origin;
    origin.mediaType = QString::fromLatin1(taking.response.contentType);
    origin.link = baseAddress(taking.response);
    // A raw file in a repository is "text/plain" whatever it holds; its ending says more.
    if (taking.ask.reading == Ask::Reading::Document) {
        origin.link = taking.response.finalUrl.toString(QUrl::FullyEncoded);
        origin.fileName = taking.response.finalUrl.fileName();
    }
    return origin;
}

Material materialOf(const Taking &taking, const FeedShape &shape, bool cutOff)
{
    Material material;
    material.bytes = taking.response.body;
    material.items = shape.items;
    material.origin = originOf(taking);
    // Half an item would become an issue of its own that nothing ever completes.
    if (cutOff && shape.kind != FeedShape::Kind::Json && shape.kind != FeedShape::Kind::None)
        material.bytes = taking.response.body.left(shape.wholePart) + shape.closing;
    return material;
}

void parse(const Material &material, Taken &taken)
{
    auto parsed = postsOf(material);
    if (!parsed) {
        taken.failure = unreadable(material.origin, parsed.error());
        return;
    }
    taken.count = int(parsed->count);
    if (parsed->count < material.items.size())
        taken.failure = readInPart(material.origin);
    taken.posts = std::move(parsed->posts);
}

} // namespace

Taken take(const Taking &taking)
{
    using Kind = Judgement::Kind;
    Taken taken;
    const bool feed = taking.ask.reading == Ask::Reading::Feed;
    const FeedShape shape = feedShape(taking.response.body);
    taken.judgement = feed ? judge(taking.response, shape) : judgeDocument(taking.response);
    if (!feed && taking.response.body.trimmed() == "[]")
        taken.judgement.kind = Kind::Empty;
    taken.bodyHash = sha256Hex(taking.response.body);
    taken.first = shape.items.isEmpty() ? taken.bodyHash.toLatin1() : sha256Hex(shape.items.first()).toLatin1();
    if (taken.judgement.kind == Kind::Whole && taken.bodyHash == taking.bodyHash) {
        taken.sameBody = true;
        taken.count = int(shape.items.size());
        return taken;
    }
    const bool hasItems = !shape.items.isEmpty() || shape.kind == FeedShape::Kind::Json || !feed;
    const bool cutOff = taken.judgement.kind == Kind::CutOff;
    if (taken.judgement.kind == Kind::Whole || (cutOff && hasItems))
        parse(materialOf(taking, shape, cutOff), taken);
    return taken;
}

} // namespace yaodian::sync
