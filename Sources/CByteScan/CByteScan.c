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

static size_t gram_hits_plain(
    const uint8_t *text, size_t first, size_t length, const uint64_t *filter, uint32_t *hits, size_t most)
{
    size_t count = 0;
    uint32_t gram = 0;

    for (size_t i = first - 3; i < first; i++)
        gram = gram >> 8 | folded(text[i]) << 24;
    for (size_t i = first; i < length && count < most; i++) {
        gram = gram >> 8 | folded(text[i]) << 24;
        uint32_t bit = gram * UINT32_C(0x9E3779B1) >> 18;
        hits[count] = (uint32_t) i;
        count += filter[bit >> 6] >> (bit & 63) & 1;
    }
    return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

/* Eight runs at a time, as long as sixteen bytes are there; *next is the last byte of the first run left. */
__attribute__((target("avx2,bmi"))) static size_t gram_hits_avx2(
    const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *hits, size_t most, size_t *next)
{
    const __m256i runs = _mm256_setr_epi8(
        0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7, 8, 6, 7, 8, 9, 7, 8, 9, 10);
    const __m128i before_a = _mm_set1_epi8('A' - 1), after_z = _mm_set1_epi8('Z' + 1);
    size_t count = 0, i = 0;

    for (; i + 16 <= length && most - count >= 8; i += 8) {
        __m128i bytes = _mm_loadu_si128((const __m128i *) (text + i));
        __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(bytes, before_a), _mm_cmpgt_epi8(after_z, bytes));
        bytes = _mm_or_si128(bytes, _mm_and_si128(capital, _mm_set1_epi8(0x20)));
        __m256i grams = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(bytes), runs);
        __m256i bit = _mm256_srli_epi32(_mm256_mullo_epi32(grams, _mm256_set1_epi32((int) 0x9E3779B1)), 18);
        __m256i word = _mm256_i32gather_epi32((const int *) filter, _mm256_srli_epi32(bit, 5), 4);
        __m256i top = _mm256_sllv_epi32(word, _mm256_sub_epi32(_mm256_set1_epi32(31),
                                                               _mm256_and_si256(bit, _mm256_set1_epi32(31))));
        unsigned mask = (unsigned) _mm256_movemask_ps(_mm256_castsi256_ps(top));
        for (; mask != 0; mask &= mask - 1)
            hits[count++] = (uint32_t) (i + 3 + (size_t) __builtin_ctz(mask));
    }
    *next = i + 3;
    return count;
}
#endif

size_t cbs_gram_hits(const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *hits, size_t most)
{
    size_t count = 0, next = 3;

#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        count = gram_hits_avx2(text, length, filter, hits, most, &next);
#endif
    if (next < length)
        count += gram_hits_plain(text, next, length, filter, hits + count, most - count);
    return count;
}

/*
 * The loop of cbs_offsets over a mask function: one copy per instruction set. Most windows have one
 * newline or none; the first is written without asking, so that no branch is mispredicted.
 */
#define OFFSETS_LOOP(mask64)                                                                         \
    uint32_t *out = offsets, *const full = offsets + most - 64;                                      \
    size_t window = *start;                                                                          \
    for (; window + 64 <= length && out <= full; window += 64) {                                     \
        uint64_t mask = mask64(text + window, byte);                                                 \
        *out = (uint32_t) window + (uint32_t) __builtin_ctzll(mask | UINT64_C(1) << 63);             \
        out += mask != 0;                                                                            \
        for (mask &= mask - 1; __builtin_expect(mask != 0, 0); mask &= mask - 1)                     \
            *out++ = (uint32_t) window + (uint32_t) __builtin_ctzll(mask);                           \
    }                                                                                                \
    if (window < length && length - window < 64 && out <= full) {                                    \
        uint64_t mask = mask64(text + window, byte) & ((UINT64_C(1) << (length - window)) - 1);      \
        for (; mask != 0; mask &= mask - 1)                                                          \
            *out++ = (uint32_t) window + (uint32_t) __builtin_ctzll(mask);                           \
        window = length;                                                                             \
    }                                                                                                \
    *start = window;                                                                                 \
    return (size_t) (out - offsets);

#if defined(__x86_64__)
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
