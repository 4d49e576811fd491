// Pools of daemon processes. A process serves one client or delivery at a time, so lines
// of one PID between two of its status lines belong together; after 100 uses it is
// replaced by a new one, as Postfix does (max_use).

#ifndef GENERATOR_PROCESSES_H
#define GENERATOR_PROCESSES_H

#include <stdint.h>
#include <stdlib.h>

#include "writer.h"

#define MAX_USE 100u

typedef struct {
    uint32_t pid, uses;
} Process;

typedef struct {
    Process *processes;
    uint32_t *idle;
    uint32_t count, capacity, idle_count;
} ProcessPool;

static uint32_t next_pid = 2000;

static inline void grow_pool(ProcessPool *pool)
{
    pool->capacity = pool->capacity == 0 ? 64 : pool->capacity * 2;
    pool->processes = realloc(pool->processes, pool->capacity * sizeof *pool->processes);
    pool->idle = realloc(pool->idle, pool->capacity * sizeof *pool->idle);
    if (pool->processes == NULL || pool->idle == NULL)
        fail("out of memory");
}

static inline uint32_t take_process(ProcessPool *pool)
{
    uint32_t index;
    if (pool->idle_count > 0) {
        index = pool->idle[--pool->idle_count];
    } else {
        if (pool->count == pool->capacity)
            grow_pool(pool);
        index = pool->count++;
        pool->processes[index] = (Process){ .uses = MAX_USE };
    }
    Process *process = &pool->processes[index];
    if (process->uses++ >= MAX_USE) {
        next_pid += 1 + next_pid % 3;
        *process = (Process){ .pid = next_pid, .uses = 1 };
    }
    return index;
}

static inline uint32_t process_id(const ProcessPool *pool, uint32_t index)
{
    return pool->processes[index].pid;
}

static inline void release_process(ProcessPool *pool, uint32_t index)
{
    pool->idle[pool->idle_count++] = index;
}

#endif
