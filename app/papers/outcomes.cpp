#include "papers/outcomes.h"

#include <QCoreApplication>
#include <QLocale>

namespace yaodian::papers {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(papers)
};

QString wallSentence(Wall wall, const QString &host)
{
    return wall == Wall::Captcha
               ? Say::tr("%1 wants to see a person first (captcha): the browser gets through. Nothing was stored.")
                     .arg(host)
               : Say::tr("%1 asks for a login: the browser gets through. Nothing was stored.").arg(host);
}

} // namespace

QString refusedSentence(const net::Response &response, Wall wall)
{
    const QString host = response.finalUrl.host();
    if (wall != Wall::None)
        return wallSentence(wall, host);
    switch (response.status) {
    case 401:
    case 403:
    case 407:
    case 451:
        return Say::tr("%1 refused the PDF (answer %2: login or captcha?).").arg(host).arg(response.status);
    case 404:
    case 410:
        return Say::tr("%1 has no such PDF (answer %2).").arg(host).arg(response.status);
    case 429:
    case 503:
        return response.retryAfterSeconds > 0
                   ? Say::tr("%1 asks to try again in %2 s (answer %3).")
                         .arg(host)
                         .arg(response.retryAfterSeconds)
                         .arg(response.status)
                   : Say::tr("%1 asks to try again later (answer %2).").arg(host).arg(response.status);
    default:
        return Say::tr("%1 gave answer %2 instead of a PDF.").arg(host).arg(response.status);
    }
}

QString notAPdfSentence(Looks looks, Wall wall, const QUrl &url)
{
    if (looks == Looks::WebPage && wall != Wall::None)
        return wallSentence(wall, url.host());
    switch (looks) {
    case Looks::WebPage:
        return Say::tr("A web page came from %1 instead of a PDF (login or captcha?). Nothing was stored.")
            .arg(url.host());
    case Looks::Nothing:
        return Say::tr("%1 sent an empty answer instead of a PDF.").arg(url.host());
    case Looks::Pdf:
    case Looks::Other:
        break;
    }
    return Say::tr("What %1 sent is not a PDF. Nothing was stored.").arg(url.host());
}

QString namesNoPdfSentence(const QUrl &page)
{
    return Say::tr("The page of the paper at %1 names no PDF.").arg(page.host());
}

QString cutOffSentence(const QUrl &url)
{
    return Say::tr("The PDF from %1 came cut off. Nothing was stored.").arg(url.host());
}

QString namesNothingSentence(const QUrl &url)
{
    return Say::tr("%1 knows of no free PDF of this paper.").arg(url.host());
}

QString heldSentence(const QUrl &url, const QDateTime &until)
{
    return Say::tr("%1 asked to be left alone until %2.")
        .arg(url.host(), QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat));
}

QString noAnswerSentence(const QString &detail)
{
    return Say::tr("arXiv's search gave no answer (%1).").arg(detail);
}

QString enoughForTodaySentence(int cap)
{
    return Say::tr("%n PDF(s) came from arXiv today; more than that a day it does not welcome. The settings raise it.",
                   nullptr, cap);
}

QString noLinkSentence()
{
    return Say::tr("There is no link to a PDF of this paper.");
}

} // namespace yaodian::papers
