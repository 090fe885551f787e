#include "ui/base/theme.h"
