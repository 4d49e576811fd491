#ifndef DEFERWATCH_CARCHIVE_H
#define DEFERWATCH_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#endif
