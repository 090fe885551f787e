#include "net/curl.h"

#include <QLibrary>

namespace yaodian::net {

using namespace Qt::StringLiterals;

namespace {

struct Loaded
{
    Curl functions{};
    QString problem; ///< empty: all of them are there
};

Loaded load()
{
    Loaded loaded;
    QLibrary library(u"curl"_s, 4); // stays loaded
    const auto take = [&](auto &function, const char *name) {
        function = reinterpret_cast<std::decay_t<decltype(function)>>(library.resolve(name));
        return function != nullptr;
    };
    Curl &c = loaded.functions;
    const bool isThere = take(c.globalInit, "curl_global_init") && take(c.easyInit, "curl_easy_init") &&
                         take(c.easySetopt, "curl_easy_setopt") && take(c.easyGetinfo, "curl_easy_getinfo") &&
                         take(c.easyStrerror, "curl_easy_strerror") && take(c.easyCleanup, "curl_easy_cleanup") &&
                         take(c.slistAppend, "curl_slist_append") && take(c.slistFreeAll, "curl_slist_free_all") &&
                         take(c.multiInit, "curl_multi_init") && take(c.multiSetopt, "curl_multi_setopt") &&
                         take(c.multiAddHandle, "curl_multi_add_handle") &&
                         take(c.multiRemoveHandle, "curl_multi_remove_handle") &&
                         take(c.multiSocketAction, "curl_multi_socket_action") &&
                         take(c.multiInfoRead, "curl_multi_info_read") && take(c.multiCleanup, "curl_multi_cleanup");
    if (!isThere)
        loaded.problem = library.errorString();
    else if (const CURLcode ready = c.globalInit(CURL_GLOBAL_DEFAULT); ready != CURLE_OK)
        loaded.problem = QString::fromUtf8(c.easyStrerror(ready));
    return loaded;
}

const Loaded &loadedOnce()
{
    static const Loaded loaded = load();
    return loaded;
}

} // namespace

const Curl *curl()
{
    const Loaded &loaded = loadedOnce();
    return loaded.problem.isEmpty() ? &loaded.functions : nullptr;
}

QString curlProblem()
{
    return loadedOnce().problem;
}

} // namespace yaodian::net
