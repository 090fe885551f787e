#include "ui/base/ask.h"
