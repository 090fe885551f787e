#include "papers/papers.h"
