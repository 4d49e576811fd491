#ifndef DEFERWATCH_CZLIB_H
#define DEFERWATCH_CZLIB_H

#include <zlib.h>

#endif
