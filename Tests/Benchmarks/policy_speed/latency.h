// A histogram of latencies: 64 steps in each power of two, so a quantile is true to 1.6 %.

#include <stdint.h>

enum { STEPS = 64, POWERS = 40 };

struct latencies {
    int64_t counts[POWERS * STEPS];
    int64_t total;
    int64_t longest;
};

static int step_of(int64_t nanoseconds)
{
    if (nanoseconds < STEPS)
        return nanoseconds < 0 ? 0 : (int) nanoseconds;
    int power = 63 - __builtin_clzll((unsigned long long) nanoseconds);
    int step = (power - 5) * STEPS + (int) (nanoseconds >> (power - 6)) - STEPS;
    return step < POWERS * STEPS ? step : POWERS * STEPS - 1;
}

static double start_of(int step)
{
    if (step < STEPS)
        return step;
    return (double) ((int64_t) (step % STEPS + STEPS) << (step / STEPS - 1));
}

static void record(struct latencies *latencies, int64_t nanoseconds)
{
    latencies->counts[step_of(nanoseconds)]++;
    latencies->total++;
    if (nanoseconds > latencies->longest)
        latencies->longest = nanoseconds;
}

// In microseconds.
static double quantile(const struct latencies *latencies, double part)
{
    int64_t wanted = (int64_t) ((double) latencies->total * part);
    int64_t seen = 0;
    for (int step = 0; step < POWERS * STEPS; step++) {
        seen += latencies->counts[step];
        if (seen > wanted)
            return start_of(step) / 1000;
    }
    return (double) latencies->longest / 1000;
}
