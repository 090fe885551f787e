# What every target of the project shares: the language, the warnings, the strict Qt defines, and the three helpers below.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

option(BUILD_TESTING "Build the tests" ON)
option(YAODIAN_SANITIZE "Build with the address and undefined behaviour sanitizers" OFF)
# About a third of the time for a whole build, more for a build after a small change: so it is for the presets that build once. What it asks of the sources: within a room no two files
# name things of their own alike.
option(YAODIAN_UNITY "Compile the sources of a room several at a time" OFF)
option(YAODIAN_FUZZ "Build the fuzzers of tests/fuzz (clang only)" OFF)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache takes precompiled headers only where it is told that their macros do not matter.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
  add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
endif()

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
if(YAODIAN_SANITIZE)
  target_compile_options(yaodian_instrumented INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(yaodian_options INTERFACE -fsanitize=address,undefined)
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

# What a test is compiled with: QtTest with all its parts, but without the macros that name each test's folder, so that
# one set of its headers can be precompiled for all; and without optimisation, because a test's own code runs once.
add_library(yaodian_testing INTERFACE)
foreach(module Test Gui Network)
  target_include_directories(yaodian_testing SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::${module},INTERFACE_INCLUDE_DIRECTORIES>)
endforeach()
target_compile_definitions(yaodian_testing INTERFACE QT_TESTLIB_LIB QT_GUI_LIB QT_NETWORK_LIB)
target_compile_options(yaodian_testing INTERFACE -O0)
target_link_libraries(yaodian_testing INTERFACE yaodian_options Qt6::Core $<LINK_ONLY:Qt6::Test>
  $<LINK_ONLY:Qt6::Gui> $<LINK_ONLY:Qt6::Network>)

# Tests are compiled alike in every build, and compiling them is half of one. A sanitized build may link those that a
# release build of the same sources has compiled: `-DYAODIAN_TESTS_OF=build/release`, as packaging/full.sh does.
set(YAODIAN_TESTS_OF "" CACHE PATH "A complete build of the same sources whose compiled tests are linked here too")

# The objects of a test in YAODIAN_TESTS_OF; empty where not all are there.
function(yaodian_compiled_tests result name)
  set(objects "")
  file(RELATIVE_PATH folder "${CMAKE_BINARY_DIR}" "${CMAKE_CURRENT_BINARY_DIR}")
  foreach(source ${ARGN})
    # The object of a source outside this folder lies below folders called "__", one for each that it is up.
    get_filename_component(source "${source}" ABSOLUTE)
    file(RELATIVE_PATH source "${CMAKE_CURRENT_SOURCE_DIR}" "${source}")
    string(REPLACE "../" "__/" source "${source}")
    set(object "${YAODIAN_TESTS_OF}/${folder}/CMakeFiles/${name}.dir/${source}.o")
    if(NOT YAODIAN_TESTS_OF OR NOT EXISTS "${object}")
      set(${result} "" PARENT_SCOPE)
      return()
    endif()
    list(APPEND objects "${object}")
  endforeach()
  set_source_files_properties(${objects} PROPERTIES EXTERNAL_OBJECT ON)
  set(${result} "${objects}" PARENT_SCOPE)
endfunction()

# yaodian_test(NAME LABEL quick|full|soak SOURCES ... LINKS ... [TIMEOUT seconds])
# A QtTest program on the offscreen platform. Its sources include their own .moc, which is made for them alone: AUTOMOC
# would add a scan and an empty compilation to every one of the tests.
function(yaodian_test name)
  cmake_parse_arguments(T "" "LABEL;TIMEOUT" "SOURCES;LINKS" ${ARGN})
  if(NOT T_LABEL)
    set(T_LABEL quick)
  endif()
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  if(YAODIAN_SANITIZE) # several times as slow, and no test may fail for that
    math(EXPR T_TIMEOUT "${T_TIMEOUT} * 5")
  endif()
  yaodian_compiled_tests(compiled ${name} ${T_SOURCES})
  if(compiled)
    add_executable(${name} ${compiled})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
    set(T_SOURCES "")
  else()
    add_executable(${name} ${T_SOURCES})
  endif()
  foreach(source ${T_SOURCES})
    get_filename_component(base ${source} NAME_WE)
    file(STRINGS ${source} wants_moc REGEX "#include \"${base}\\.moc\"")
    if(wants_moc)
      set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${base}.moc")
      qt6_generate_moc("${CMAKE_CURRENT_SOURCE_DIR}/${source}" "${moc}")
      target_sources(${name} PRIVATE "${moc}")
    endif()
  endforeach()
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
  target_link_libraries(${name} PRIVATE yaodian_testing ${T_LINKS})
  if("${T_LINKS}" MATCHES "::ui_")
    set(headers window_test)
  else()
    set(headers test)
  endif()
  if(T_SOURCES)
    yaodian_reuse_precompiled(${name} ${headers})
  endif()
  target_compile_definitions(${name} PRIVATE
    YAODIAN_FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures"
    YAODIAN_CORPUS="${PROJECT_SOURCE_DIR}/../shared/corpus"
    YAODIAN_BIN="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS ${T_LABEL} TIMEOUT ${T_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false$<$<BOOL:${YAODIAN_SANITIZE}>:;YAODIAN_SANITIZED=1>")
endfunction()
