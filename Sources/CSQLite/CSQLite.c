#include "CSQLite.h"

#include <sqlite3.h>

int cq_skip_memory_sums(void)
{
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
