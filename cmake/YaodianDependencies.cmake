# What is looked for, and what was found: docs/dependencies.md tells it, packaging/check_dependencies.py compares.
set(YAODIAN_DEPENDENCIES "")

# yaodian_found(NAME LEAST VERSION)
macro(yaodian_found name least version)
  string(APPEND YAODIAN_DEPENDENCIES "${name};${least};${version}\n")
endmacro()

# yaodian_library(PREFIX NAME LEAST [IMPORTED_TARGET]) – by pkg-config.
macro(yaodian_library prefix name least)
  if("${least}" STREQUAL "")
    pkg_check_modules(${prefix} REQUIRED ${ARGN} ${name})
  else()
    pkg_check_modules(${prefix} REQUIRED ${ARGN} ${name}>=${least})
  endif()
  yaodian_found(${name} "${least}" "${${prefix}_VERSION}")
endmacro()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Svg DBus PrintSupport LinguistTools Test)
yaodian_found(Qt 6.4 ${Qt6_VERSION})
find_package(Qt6Keychain REQUIRED)
yaodian_found(QtKeychain "" "${Qt6Keychain_VERSION}")
find_package(PkgConfig REQUIRED)
yaodian_library(SQLITE3 sqlite3 3.40 IMPORTED_TARGET)
yaodian_library(LIBXML2 libxml-2.0 "" IMPORTED_TARGET)
yaodian_library(UCHARDET uchardet "" IMPORTED_TARGET)
yaodian_library(MD4C md4c "" IMPORTED_TARGET)
yaodian_library(ZSTD libzstd "" IMPORTED_TARGET)
yaodian_library(LIBCURL libcurl 7.87) # loaded late: nothing links it
if(YAODIAN_WORKER)
  yaodian_library(POPPLER_QT6 poppler-qt6 22.12 IMPORTED_TARGET)
  yaodian_library(LIBSECCOMP libseccomp "" IMPORTED_TARGET)
endif()
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED) # templates: headers alone, Boost licence
yaodian_found(mustache "" "") # says no version

file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/dependencies.txt" CONTENT "${YAODIAN_DEPENDENCIES}")
