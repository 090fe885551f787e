#include "ui/session/summarypage.h"

#include "ui/base/ink.h"
#include "ui/base/theme.h"
#include "ui/commands/withkeys.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::Verdict;

SummaryPage::SummaryPage(const library::Library &library, Commands &commands, Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_library(library), m_commands(commands), m_theme(theme)
{
    setObjectName(u"summary"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    commands.listenTo(this, Place::Everywhere);
    commands.bind("go.back", this, [this](std::optional<int>) { Q_EMIT closed(); });
    connect(&theme, &Theme::changed, this, &SummaryPage::fill);
}

void SummaryPage::show(const library::Session &session, const reading::Summary &summary)
{
    m_session = session;
    m_summary = summary;
    fill();
}

std::optional<library::SessionId> SummaryPage::session() const
{
    return m_session.id.isNull() ? std::nullopt : std::optional(m_session.id);
}

QLabel *SummaryPage::line(const QString &text, double scale, int weight, const QColor &colour, int above)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(m_theme.font(scale, weight));
    label->setContentsMargins(0, above, 0, 0);
    setInk(label, colour);
    return label;
}

void SummaryPage::fill()
{
    const Colours &c = m_theme.colours();
    auto *body = new QWidget;
    QPalette ground = body->palette();
    ground.setColor(QPalette::Window, c.card);
    body->setPalette(ground);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    column->setContentsMargins(int(60 * unit), int(48 * unit), int(60 * unit), int(48 * unit));
    column->setSpacing(int(6 * unit));

    column->addWidget(line(m_session.ended.isValid() ? tr("The session is over") : tr("The session is still open"),
                           21.0 / 14, QFont::DemiBold, c.ink));
    const QStringList counts{tr("%n paper(s)", nullptr, m_summary.papers),
                             tr("%1 read closely").arg(m_summary.read),
                             tr("%1 kept").arg(m_summary.keep),
                             tr("%1 dropped").arg(m_summary.drop),
                             tr("%n new point(s)", nullptr, m_summary.points),
                             tr("%n highlight(s)", nullptr, m_summary.highlights),
                             tr("%n min", nullptr, int(m_summary.minutes))};
    column->addWidget(line(counts.join(u" · "_s), 1.0, QFont::Normal, c.soft));
    column->addSpacing(int(18 * unit));
    for (const library::PaperId id : m_session.queue) {
        const auto paper = m_library.paper(id);
        if (!paper)
            continue;
        const Verdict verdict = paper->state.verdict;
        const QString word = verdict == Verdict::Read   ? tr("Read closely")
                             : verdict == Verdict::Keep ? tr("Keep")
                             : verdict == Verdict::Drop ? tr("Drop")
                                                        : u"—"_s;
        column->addWidget(line(paper->title.isEmpty() ? paper->titleZh : paper->title, 1.0,
                               verdict == Verdict::Drop ? QFont::Normal : QFont::Medium,
                               verdict == Verdict::Drop ? c.faint : c.ink, 6));
        column->addWidget(line(word, 12.5 / 14, QFont::Normal, c.faint));
    }
    column->addWidget(
        line(withKeys(m_commands,
                      tr("{export.markdown} writes the Markdown of this session · {go.back} goes back to the list")),
             13.0 / 14, QFont::Normal, c.accent, 20));
    column->addStretch(1);
    setWidget(body);
    setAccessibleName(tr("Summary of the session"));
}

void SummaryPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        fill();
}

} // namespace yaodian::ui
