#define _GNU_SOURCE
#include "CByteScan.h"

ptrdiff_t cbs_find(const uint8_t *haystack, size_t length, const uint8_t *needle, size_t needle_length)
{
    const uint8_t *found = memmem(haystack, length, needle, needle_length);
    return found ? found - haystack : -1;
}

static inline uint32_t folded(uint8_t byte)
{
    return byte | (uint32_t) ((uint8_t) (byte - 'A') < 26) << 5;
}

size_t cbs_gram_hits(const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *hits, size_t most)
{
    size_t count = 0;
    uint32_t gram = 0;

    if (length < 4)
        return 0;
    for (size_t i = 0; i < 3; i++)
        gram = gram >> 8 | folded(text[i]) << 24;
    for (size_t i = 3; i < length && count < most; i++) {
        gram = gram >> 8 | folded(text[i]) << 24;
        uint32_t bit = gram * UINT32_C(0x9E3779B1) >> 18;
        hits[count] = (uint32_t) i;
        count += filter[bit >> 6] >> (bit & 63) & 1;
    }
    return count;
}

/*
 * The loop of cbs_offsets over a mask function: one copy per instruction set. Most windows have one
 * newline or none; the first is written without asking, so that no branch is mispredicted.
 */
#define OFFSETS_LOOP(mask64)                                                                         \
    size_t count = 0, window = *start;                                                               \
    for (; window < length && most - count >= 64; window += 64) {                                    \
        uint64_t mask = mask64(text + window, byte);                                                 \
        if (length - window < 64)                                                                    \
            mask &= (UINT64_C(1) << (length - window)) - 1;                                          \
        offsets[count] = (uint32_t) (window + (mask != 0 ? (size_t) __builtin_ctzll(mask) : 0));     \
        count += mask != 0;                                                                          \
        for (mask &= mask - 1; mask != 0; mask &= mask - 1)                                          \
            offsets[count++] = (uint32_t) (window + (size_t) __builtin_ctzll(mask));                 \
    }                                                                                                \
    *start = window < length ? window : length;                                                      \
    return count;

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2,bmi"))) static inline uint64_t mask64_avx2(const uint8_t *p, uint8_t byte)
{
    const __m256i wanted = _mm256_set1_epi8((char) byte);
    uint64_t m0 = (uint32_t) _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *) p), wanted));
    uint64_t m1 = (uint32_t) _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *) (p + 32)), wanted));
    return m0 | m1 << 32;
}

__attribute__((target("avx2,bmi"))) static size_t offsets_avx2(
    const uint8_t *text, size_t *start, size_t length, uint8_t byte, uint32_t *offsets, size_t most)
{
    OFFSETS_LOOP(mask64_avx2)
}
#endif

static size_t offsets_plain(
    const uint8_t *text, size_t *start, size_t length, uint8_t byte, uint32_t *offsets, size_t most)
{
    OFFSETS_LOOP(cbs_mask64)
}

size_t cbs_offsets(const uint8_t *text, size_t *start, size_t length, uint8_t byte, uint32_t *offsets, size_t most)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return offsets_avx2(text, start, length, byte, offsets, most);
#endif
    return offsets_plain(text, start, length, byte, offsets, most);
}
