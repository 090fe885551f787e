# Precompiled headers. Nine tenths of a file's compile time went into reading Qt's headers again (measured: 3.3 of 3.8 s in
# app/digest), so each kind of target shares one set of them, compiled once. A source still includes what it uses:
# `-DYAODIAN_PRECOMPILED=OFF` builds without.
option(YAODIAN_PRECOMPILED "Compile the headers of Qt and the standard library once" ON)

set(YAODIAN_STANDARD_HEADERS
  <algorithm> <array> <atomic> <chrono> <cstdint> <functional> <map> <memory> <mutex> <optional> <string> <utility> <variant> <vector>)
set(YAODIAN_CORE_HEADERS ${YAODIAN_STANDARD_HEADERS}
  <QByteArray> <QCoreApplication> <QCryptographicHash> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray>
  <QJsonDocument> <QJsonObject> <QList> <QObject> <QPointer> <QRegularExpression> <QSet> <QString> <QStringList>
  <QStringView> <QThread> <QTimer> <QUrl> <QUuid> <QVariant>)
set(YAODIAN_WIDGET_HEADERS ${YAODIAN_CORE_HEADERS}
  <QAbstractItemModel> <QApplication> <QBoxLayout> <QImage> <QKeyEvent> <QLabel> <QMainWindow> <QPainter> <QScrollArea>
  <QTextDocument> <QTreeView> <QWidget>)
set(YAODIAN_TEST_HEADERS ${YAODIAN_CORE_HEADERS} <QImage> <QProcess> <QSignalSpy> <QStandardPaths> <QTemporaryDir> <QtTest>)

# yaodian_precompiled_set(KIND [PROGRAM] HEADERS ... LINKS ...) – makes the target whose headers others of its kind reuse.
function(yaodian_precompiled_set kind)
  cmake_parse_arguments(P "PROGRAM" "" "HEADERS;LINKS" ${ARGN})
  set(source "${CMAKE_BINARY_DIR}/precompiled/${kind}.cpp")
  if(NOT EXISTS "${source}")
    file(WRITE "${source}" "// Holds the precompiled headers of its kind.\n")
  endif()
  add_library(yaodian_precompiled_${kind} OBJECT EXCLUDE_FROM_ALL "${source}")
  target_link_libraries(yaodian_precompiled_${kind} PRIVATE ${P_LINKS})
  target_precompile_headers(yaodian_precompiled_${kind} PRIVATE ${P_HEADERS})
  if(P_PROGRAM) # programs are compiled with -fPIE, and headers fit only what was compiled alike
    set_target_properties(yaodian_precompiled_${kind} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
    target_compile_options(yaodian_precompiled_${kind} PRIVATE ${CMAKE_CXX_COMPILE_OPTIONS_PIE})
  endif()
endfunction()

if(YAODIAN_PRECOMPILED)
  yaodian_precompiled_set(core HEADERS ${YAODIAN_CORE_HEADERS} LINKS yaodian_options yaodian_instrumented Qt6::Core)
  yaodian_precompiled_set(widgets HEADERS ${YAODIAN_WIDGET_HEADERS} LINKS yaodian_options yaodian_instrumented Qt6::Widgets)
  yaodian_precompiled_set(test PROGRAM HEADERS ${YAODIAN_TEST_HEADERS} LINKS yaodian_testing)
  yaodian_precompiled_set(window_test PROGRAM HEADERS ${YAODIAN_TEST_HEADERS} <QWidget> LINKS yaodian_testing Qt6::Widgets)
endif()

function(yaodian_reuse_precompiled target kind)
  if(YAODIAN_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM yaodian_precompiled_${kind})
  endif()
endfunction()
