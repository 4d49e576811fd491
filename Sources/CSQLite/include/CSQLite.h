#ifndef DEFERWATCH_CSQLITE_H
#define DEFERWATCH_CSQLITE_H

/*
 * sqlite3_config(3) takes different arguments for each option, which Swift cannot call.
 */

/*
 * Without sums of the memory that SQLite takes, which nobody reads: each piece would take a lock.
 * Before the first database; not 0 where it is too late, and all goes on as before.
 */
int cq_skip_memory_sums(void);

#endif
