#pragma once

#include "library/library.h"
#include "library/recorder.h"

namespace yaodian::library {

/// Acts over a Recorder. A failure of the store is thrown through the caller's work to Library::act().
class RecordedActs final : public Acts
{
public:
    RecordedActs(Recorder &recorder, const Clock &clock) : m_recorder(recorder), m_clock(clock) {}

    Result<void> putState(PaperId paper, const PaperState &state) override;
    Result<void> putHighlight(const Highlight &highlight) override;
    Result<void> removeHighlight(HighlightId id) override;
    Result<void> bringBack(const Highlight &highlight) override;
    Result<void> putPlacement(const Placement &placement) override;
    Result<void> putPoint(const Point &point) override;
    Result<void> removePoint(PointId id) override;
    Result<void> tie(PointId point, HighlightId highlight) override;
    Result<void> untie(PointId point, HighlightId highlight) override;
    Result<void> putNote(PaperId paper, const QString &text) override;
    Result<void> putSession(const Session &session) override;
    Result<void> putSearch(const SavedSearch &search) override;
    Result<void> removeSearch(SearchId id) override;
    Result<void> putKind(const Kind &kind) override;
    Result<void> removeKind(const QString &key) override;
    Result<void> orderKinds(const QStringList &keys) override;
    Result<void> giveKind(const QString &from, const QString &to) override;

private:
    [[nodiscard]] PaperId touched(PaperId paper);
    void removeTies(const char *column, const QByteArray &id);

    Recorder &m_recorder;
    const Clock &m_clock;
};

} // namespace yaodian::library
