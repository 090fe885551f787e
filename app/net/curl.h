#pragma once

#include <QString>

#include <curl/curl.h>

namespace yaodian::net {

/// The functions of libcurl that are used here. The library is loaded when the first of them is wanted: with the twenty
/// libraries that it brings along, loading it takes about as long as loading Qt, and a window that starts asks nobody.
struct Curl
{
    decltype(&curl_global_init) globalInit;
    decltype(&curl_easy_init) easyInit;
    decltype(&curl_easy_setopt) easySetopt;
    decltype(&curl_easy_getinfo) easyGetinfo;
    decltype(&curl_easy_strerror) easyStrerror;
    decltype(&curl_easy_cleanup) easyCleanup;
    decltype(&curl_slist_append) slistAppend;
    decltype(&curl_slist_free_all) slistFreeAll;
    decltype(&curl_multi_init) multiInit;
    decltype(&curl_multi_setopt) multiSetopt;
    decltype(&curl_multi_add_handle) multiAddHandle;
    decltype(&curl_multi_remove_handle) multiRemoveHandle;
    decltype(&curl_multi_socket_action) multiSocketAction;
    decltype(&curl_multi_info_read) multiInfoRead;
    decltype(&curl_multi_cleanup) multiCleanup;
};

/// Loads it at the first call. nullptr: it cannot be loaded, and curlProblem() says why.
[[nodiscard]] const Curl *curl();
[[nodiscard]] QString curlProblem();

} // namespace yaodian::net
