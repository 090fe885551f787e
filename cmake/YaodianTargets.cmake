# What every target of the project shares: the language, the warnings, the strict Qt defines, and the helper below.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(BUILD_TESTING "Build the tests" ON)
option(YAODIAN_SANITIZE "Build with the address and undefined behaviour sanitizers" OFF)
option(YAODIAN_THREADS "Build with the thread sanitizer" OFF)
if(YAODIAN_SANITIZE OR YAODIAN_THREADS)
  set(YAODIAN_SANITIZED ON)
else()
  set(YAODIAN_SANITIZED OFF)
endif()
if(YAODIAN_SANITIZED)
  set(windows_too OFF) # they double the time, and most of what they do is Qt's: by hand (packaging/soak.sh)
else()
  set(windows_too ON)
endif()
option(YAODIAN_WINDOWS "Build the program with its windows, and their tests" ${windows_too})
# About a third of the time for a whole build, more for a build after a small change: so it is for the presets that build once. What it asks of the sources: within a room no two files
# name things of their own alike.
option(YAODIAN_UNITY "Compile the sources of a room several at a time" OFF)
option(YAODIAN_HARDENED "Compile what people run so that mistakes in memory run into walls" ON)
# Its walls are Linux's (docs/building-elsewhere.md). Without it no PDF is opened, and neither poppler nor libseccomp is asked for.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  option(YAODIAN_WORKER "Build yaodian-pdf, which draws PDFs behind walls" ON)
else()
  set(YAODIAN_WORKER OFF)
endif()
option(YAODIAN_FUZZ "Build the fuzzers of tests/fuzz (clang only)" OFF)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache takes precompiled headers only where it is told that their macros do not matter.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
  add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
endif()

# rcc writes the times of its files into what it makes; one time for all, and two builds of one source are the same.
set_property(GLOBAL PROPERTY RULE_LAUNCH_CUSTOM "\"${CMAKE_COMMAND}\" -E env QT_RCC_SOURCE_DATE_OVERRIDE=1")

add_library(yaodian_options INTERFACE)
target_compile_options(yaodian_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough -Werror)
target_compile_definitions(yaodian_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# What the product's own code is compiled with beside that. Tests are not: their code is not what is looked into, and a
# test took three times as long to compile. Left out are the checks that the address sanitizer makes anyway.
add_library(yaodian_instrumented INTERFACE)
add_library(yaodian_hardened INTERFACE) # what the two programs that people run are linked with
if(YAODIAN_SANITIZE)
  target_compile_options(yaodian_instrumented INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(yaodian_options INTERFACE -fsanitize=address,undefined)
endif()
if(YAODIAN_THREADS) # tests as well: what they do beside the product has to be seen
  # Where it looks into an optional that is not set, the compiler takes what it has put in itself for a read of nothing.
  target_compile_options(yaodian_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  target_link_options(yaodian_options INTERFACE -fsanitize=thread)
endif()
if(YAODIAN_HARDENED AND NOT YAODIAN_SANITIZED)
  include(YaodianHardening)
endif()
if(YAODIAN_FUZZ)
  target_compile_options(yaodian_instrumented INTERFACE -fsanitize=fuzzer-no-link)
endif()

# yaodian_room(NAME SOURCES ... LINKS ... [PRIVATE_LINKS ...] [MOC])
# One folder of app/ or ui/ = one static library = one namespace. MOC only where the room has QObjects: it costs build time.
function(yaodian_room name)
  cmake_parse_arguments(ROOM "MOC" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(yaodian_${name} STATIC ${ROOM_SOURCES})
  add_library(Yaodian::${name} ALIAS yaodian_${name})
  target_include_directories(yaodian_${name} PUBLIC "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
  target_link_libraries(yaodian_${name} PUBLIC ${ROOM_LINKS} PRIVATE yaodian_options yaodian_instrumented ${ROOM_PRIVATE_LINKS})
  if(ROOM_MOC)
    set_target_properties(yaodian_${name} PROPERTIES AUTOMOC ON)
  endif()
  if(YAODIAN_UNITY)
    set_target_properties(yaodian_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
  if(name MATCHES "^ui_")
    yaodian_reuse_precompiled(yaodian_${name} widgets)
  else()
    yaodian_reuse_precompiled(yaodian_${name} core)
  endif()
endfunction()
