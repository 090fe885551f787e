#include "ui/commands/commands.h"
