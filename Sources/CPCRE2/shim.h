#ifndef DEFERWATCH_CPCRE2_H
#define DEFERWATCH_CPCRE2_H

/* The generic names are macros that Swift cannot import: the _8 functions are called by name. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
