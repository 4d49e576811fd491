#ifndef DEFERWATCH_CSYSTEMD_H
#define DEFERWATCH_CSYSTEMD_H

#include <systemd/sd-journal.h>

#endif
