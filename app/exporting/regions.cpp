#include "exporting/regions.h"

#include "exporting/frontmatter.h"
#include "exporting/values.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace yaodian::exporting {

namespace {

/// A line that begins or ends a region.
struct Marker
{
    bool begin = false;
    QByteArray name;
    QByteArray stamp;
    qsizetype from = 0; ///< of its line
    qsizetype to = 0;   ///< after its line end
    bool exact = false; ///< as the program writes it
};

struct Region
{
    QByteArray name;
    qsizetype from = 0, to = 0;         ///< both marker lines, without the last line end
    qsizetype bodyFrom = 0, bodyTo = 0; ///< between them, with the last line end
    QByteArray stamp;
    bool exact = false;
};

struct Scan
{
    QList<Region> regions;
    QStringList broken;
};

std::optional<Marker> markerOf(QByteArray line, qsizetype from, qsizetype to)
{
    if (!line.contains("<!-- yaodian:"))
        return std::nullopt;
    // Editors indent, quote and bullet lines; such a marker is still one, only no longer as we wrote it.
    static const QRegularExpression form(
        QStringLiteral("^([ \\t>*+-]*)<!-- yaodian:(begin|end) ([^\\s>]+)(?: +([^\\s>]*))? *-->([ \\t]*)(.*)$"));
    if (line.endsWith('\r'))
        line.chop(1);
    const auto match = form.match(QString::fromLatin1(line)); // bytes one to one; only ASCII is looked at
    if (!match.hasMatch())
        return std::nullopt;
    Marker marker;
    marker.begin = match.capturedView(2) == QLatin1String("begin");
    marker.name = match.captured(3).toLatin1();
    marker.stamp = match.captured(4).toLatin1();
    marker.from = from;
    marker.to = to;
    static const QRegularExpression stamp(QStringLiteral("^[0-9a-f]{16}$"));
    const bool stamped = marker.begin ? stamp.match(match.captured(4)).hasMatch() : marker.stamp.isEmpty();
    marker.exact = stamped && match.capturedLength(1) == 0 && match.capturedLength(6) == 0;
    return marker;
}

QList<Marker> markersOf(const QByteArray &file)
{
    QList<Marker> markers;
    for (qsizetype at = frontLength(file); at < file.size();) {
        const qsizetype end = file.indexOf('\n', at);
        const qsizetype to = end < 0 ? file.size() : end + 1;
        if (const auto marker = markerOf(file.mid(at, (end < 0 ? to : end) - at), at, to))
            markers << *marker;
        at = to;
    }
    return markers;
}

qsizetype withoutLineEnd(const QByteArray &file, qsizetype from, qsizetype to)
{
    if (to > from && file[to - 1] == '\n')
        --to;
    if (to > from && file[to - 1] == '\r')
        --to;
    return to;
}

Scan scanned(const QByteArray &file)
{
    Scan scan;
    const QList<Marker> markers = markersOf(file);
    for (qsizetype i = 0; i < markers.size(); ++i) {
        const Marker &begin = markers[i];
        const bool whole =
            begin.begin && i + 1 < markers.size() && !markers[i + 1].begin && markers[i + 1].name == begin.name;
        if (!whole) {
            scan.broken << QString::fromUtf8(begin.name);
            continue;
        }
        const Marker &end = markers[++i];
        scan.regions << Region{begin.name,
                               begin.from,
                               withoutLineEnd(file, end.from, end.to),
                               begin.to,
                               end.from,
                               begin.stamp,
                               begin.exact && end.exact};
    }
    return scan;
}

QByteArray bodyOf(const QByteArray &file, const Region &region)
{
    const qsizetype to = withoutLineEnd(file, region.bodyFrom, region.bodyTo);
    return file.mid(region.bodyFrom, to - region.bodyFrom).replace("\r\n", "\n");
}

/// `stamp`: of what was put into it, where the reader's own lines stand there too.
QByteArray written(const QByteArray &name, const QByteArray &body, const QByteArray &stamp = {})
{
    QByteArray out = "<!-- yaodian:begin " + name + ' ' + (stamp.isEmpty() ? stampOf(body) : stamp) + " -->\n";
    if (!body.isEmpty())
        out += body + '\n';
    return out + "<!-- yaodian:end " + name + " -->";
}

QByteArray lineEndAt(const QByteArray &file, qsizetype from)
{
    const qsizetype end = file.indexOf('\n', from);
    return end > 0 && file[end - 1] == '\r' ? QByteArray("\r\n") : QByteArray("\n");
}

QByteArray withLineEnd(QByteArray text, const QByteArray &lineEnd)
{
    return lineEnd == "\n" ? text : text.replace("\n", lineEnd);
}

const Part *partNamed(const Parts &fresh, const QByteArray &name)
{
    const auto it = std::find_if(fresh.parts.begin(), fresh.parts.end(), [&](const Part &p) { return p.name == name; });
    return it == fresh.parts.end() ? nullptr : &*it;
}

/// What to do to the old file, from its end to its head so that positions stay true.
struct Edit
{
    qsizetype from = 0, to = 0;
    QByteArray text;
};

/// What was written where something else stands now; not of a text in another encoding, which would not survive.
std::optional<Part> baseOf(const Region &region, const QByteArray &body, const Bases &bases)
{
    const bool isText = QString::fromUtf8(body).toUtf8() == body;
    return region.exact && bases && isText ? bases(region.name, region.stamp) : std::nullopt;
}

class Merger
{
public:
    Merger(const QByteArray &old, const Parts &fresh, const Bases &bases)
        : m_old(old), m_fresh(fresh), m_bases(bases), m_scan(scanned(old))
    {
    }

    Merged run()
    {
        refreshFront();
        for (const Region &region : m_scan.regions)
            refresh(region);
        for (qsizetype i = 0; i < m_fresh.parts.size(); ++i)
            addIfMissing(i);
        apply();
        return m_merged;
    }

private:
    void refreshFront()
    {
        const qsizetype length = frontLength(m_old);
        if (length > 0 && !m_fresh.front.isEmpty())
            m_edits << Edit{0, length, refreshedFront(m_old.left(length), m_fresh.front)};
    }

    void refresh(const Region &region)
    {
        const Part *part = partNamed(m_fresh, region.name);
        if (part == nullptr)
            return;
        const QByteArray body = bodyOf(m_old, region);
        const bool intact = region.exact && region.stamp == stampOf(body);
        const bool same = body == part->text;
        if (intact && same)
            return;
        const auto base = intact || body.trimmed().isEmpty() ? std::nullopt : baseOf(region, body, m_bases);
        if (intact || (same && region.exact))
            replace(region, written(part->name, part->text));
        else if (base && join(region, *base, body, *part))
            return;
        else if (const QString name = QString::fromUtf8(region.name); !m_merged.edited.contains(name))
            m_merged.edited << name;
    }

    void replace(const Region &region, const QByteArray &text)
    {
        m_edits << Edit{region.from, region.to, withLineEnd(text, lineEndAt(m_old, region.from))};
    }

    bool join(const Region &region, const Part &base, const QByteArray &body, const Part &part)
    {
        const auto joined = joinedRegion(base, QString::fromUtf8(body), part);
        if (!joined)
            return false;
        if (joined->hasConflict)
            m_merged.both << QString::fromUtf8(region.name);
        const QByteArray text = joined->text.toUtf8(), stamp = stampOf(part.text);
        if (text != body || region.stamp != stamp)
            replace(region, written(part.name, text, stamp));
        return true;
    }

    const Region *regionNamed(const QByteArray &name) const
    {
        const auto &all = m_scan.regions;
        const auto it = std::find_if(all.begin(), all.end(), [&](const Region &r) { return r.name == name; });
        return it == all.end() ? nullptr : &*it;
    }

    void addIfMissing(qsizetype index)
    {
        const Part &part = m_fresh.parts[index];
        if (part.name.isEmpty() || regionNamed(part.name) != nullptr)
            return;
        const QString name = QString::fromUtf8(part.name);
        if (m_scan.broken.contains(name)) {
            m_merged.broken << name;
            return;
        }
        if (!part.text.isEmpty())
            place(index, written(part.name, part.text));
    }

    void place(qsizetype index, const QByteArray &text)
    {
        for (qsizetype i = index - 1; i >= 0; --i) {
            if (const Region *before = regionNamed(m_fresh.parts[i].name)) {
                const QByteArray lineEnd = lineEndAt(m_old, before->from);
                m_edits << Edit{before->to, before->to, lineEnd + lineEnd + withLineEnd(text, lineEnd)};
                return;
            }
        }
        for (qsizetype i = index + 1; i < m_fresh.parts.size(); ++i) {
            if (const Region *after = regionNamed(m_fresh.parts[i].name)) {
                const QByteArray lineEnd = lineEndAt(m_old, after->from);
                m_edits << Edit{after->from, after->from, withLineEnd(text, lineEnd) + lineEnd + lineEnd};
                return;
            }
        }
        const QByteArray lineEnd = lineEndAt(m_old, 0);
        m_tail += (m_tail.isEmpty() && m_old.endsWith('\n') ? lineEnd : lineEnd + lineEnd) + withLineEnd(text, lineEnd);
    }

    void apply()
    {
        // Stable: several regions put at one place keep the order of the template, before what is replaced there.
        std::stable_sort(m_edits.begin(), m_edits.end(), [](const Edit &a, const Edit &b) {
            return std::pair(a.from, a.to) < std::pair(b.from, b.to);
        });
        qsizetype at = 0;
        for (const Edit &edit : std::as_const(m_edits)) {
            m_merged.text += m_old.mid(at, edit.from - at) + edit.text;
            at = edit.to;
        }
        m_merged.text += m_old.mid(at);
        if (!m_tail.isEmpty())
            m_merged.text += m_tail + lineEndAt(m_old, 0);
    }

    const QByteArray &m_old;
    const Parts &m_fresh;
    const Bases &m_bases;
    const Scan m_scan;
    QList<Edit> m_edits;
    QByteArray m_tail;
    Merged m_merged;
};

} // namespace

bool Parts::hasRegions() const
{
    return std::any_of(parts.begin(), parts.end(), [](const Part &part) { return !part.name.isEmpty(); });
}

QByteArray stampOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(16);
}

QByteArray composed(const Parts &fresh)
{
    QByteArray out = fresh.front;
    bool first = true;
    for (const Part &part : fresh.parts) {
        if (part.text.isEmpty())
            continue;
        if (!first)
            out += "\n\n";
        else if (!out.isEmpty())
            out += '\n';
        first = false;
        out += part.name.isEmpty() ? part.text : written(part.name, part.text);
    }
    return out.isEmpty() ? out : out + '\n';
}

Merged merged(const QByteArray &old, const Parts &fresh, const Bases &bases)
{
    return Merger(old, fresh, bases).run();
}

QList<EditedRegion> editedRegions(const QByteArray &file, const Bases &bases)
{
    QList<EditedRegion> out;
    const Scan scan = scanned(file);
    for (const Region &region : scan.regions) {
        const QByteArray body = bodyOf(file, region);
        if (region.stamp == stampOf(body) || body.trimmed().isEmpty())
            continue;
        if (const auto base = baseOf(region, body, bases))
            out << EditedRegion{region.name, QString::fromUtf8(body), *base};
    }
    return out;
}

} // namespace yaodian::exporting
