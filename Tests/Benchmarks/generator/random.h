// Random numbers of the log generator: SplitMix64, written out here so that the
// same seed gives the same bytes on every machine and with every C library.
//
// state += 0x9E3779B97F4A7C15, then two xor-shift-multiply rounds (Steele, Lea and
// Flood, "Fast splittable pseudorandom number generators", 2014).

#ifndef GENERATOR_RANDOM_H
#define GENERATOR_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

#define GOLDEN_STEP 0x9E3779B97F4A7C15ull

static uint64_t random_state;

static inline uint64_t mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
    return value ^ (value >> 31);
}

static inline uint64_t random_bits(void)
{
    random_state += GOLDEN_STEP;
    return mix(random_state);
}

// A number in 0..<limit; the bias of taking the high half of the product is below 2^-32.
static inline uint32_t random_below(uint32_t limit)
{
    return (uint32_t)(((random_bits() >> 32) * limit) >> 32);
}

static inline uint64_t random_between(uint64_t low, uint64_t high)
{
    return low + random_bits() % (high - low + 1);
}

static inline bool chance(uint32_t per_thousand)
{
    return random_below(1000) < per_thousand;
}

// A number that always follows from `key` and `purpose`: what a message keeps for its
// whole life (addresses, sizes) is derived again when needed, not stored.
static inline uint64_t derive(uint64_t key, uint64_t purpose)
{
    return mix(key + purpose * GOLDEN_STEP);
}

#endif
