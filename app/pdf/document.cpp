#include "pdf/document.h"
