#define _GNU_SOURCE
#include "CByteScan.h"

ptrdiff_t cbs_find(const uint8_t *haystack, size_t length, const uint8_t *needle, size_t needle_length)
{
    const uint8_t *found = memmem(haystack, length, needle, needle_length);
    return found ? found - haystack : -1;
}

ptrdiff_t cbs_find_last_byte(const uint8_t *haystack, size_t length, uint8_t byte)
{
    const uint8_t *found = memrchr(haystack, byte, length);
    return found ? found - haystack : -1;
}

size_t cbs_count(const uint8_t *text, size_t length, uint8_t byte)
{
    size_t count = 0, i = 0;

    /* Runs that a byte's sum can hold: compilers add sixteen or more at once. */
    while (i < length) {
        size_t end = length - i < 255 ? length : i + 255;
        uint8_t sum = 0;
        for (; i < end; i++)
            sum += text[i] == byte;
        count += sum;
    }
    return count;
}

static inline uint32_t folded(uint8_t byte)
{
    return byte | (uint32_t) ((uint8_t) (byte - 'A') < 26) << 5;
}

static size_t wanted_grams_plain(
    const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *grams, size_t most)
{
    size_t count = 0;
    uint32_t gram = 0;

    for (size_t i = 0; i < 3; i++)
        gram = gram >> 8 | folded(text[i]) << 24;
    for (size_t i = 3; i < length && count < most; i++) {
        gram = gram >> 8 | folded(text[i]) << 24;
        uint32_t bit = gram * UINT32_C(0x9E3779B1) >> 18;
        grams[count] = gram;
        count += filter[bit >> 6] >> (bit & 63) & 1;
    }
    return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

/* The eight runs that begin at text to text + 7, of which the first `wanted` count; 16 bytes are there. */
__attribute__((target("avx2,bmi"))) static inline size_t eight_grams(
    const uint8_t *text, unsigned wanted, const uint64_t *filter, uint32_t *grams)
{
    const __m256i runs = _mm256_setr_epi8(
        0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 4, 5, 3, 4, 5, 6, 4, 5, 6, 7, 5, 6, 7, 8, 6, 7, 8, 9, 7, 8, 9, 10);
    __m128i bytes = _mm_loadu_si128((const __m128i *) text);
    __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)),
                                    _mm_cmpgt_epi8(_mm_set1_epi8('Z' + 1), bytes));
    bytes = _mm_or_si128(bytes, _mm_and_si128(capital, _mm_set1_epi8(0x20)));
    __m256i all = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(bytes), runs);
    __m256i bit = _mm256_srli_epi32(_mm256_mullo_epi32(all, _mm256_set1_epi32((int) 0x9E3779B1)), 18);
    __m256i word = _mm256_i32gather_epi32((const int *) filter, _mm256_srli_epi32(bit, 5), 4);
    __m256i left = _mm256_sub_epi32(_mm256_set1_epi32(31), _mm256_and_si256(bit, _mm256_set1_epi32(31)));
    unsigned mask = (unsigned) _mm256_movemask_ps(_mm256_castsi256_ps(_mm256_sllv_epi32(word, left)));
    size_t count = 0;

    mask &= (1u << wanted) - 1;
    if (mask == 0)
        return 0;
    uint32_t found[8];
    _mm256_storeu_si256((__m256i *) found, all);
    for (; mask != 0; mask &= mask - 1)
        grams[count++] = found[__builtin_ctz(mask)];
    return count;
}

__attribute__((target("avx2,bmi"))) static size_t wanted_grams_avx2(
    const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *grams, size_t most)
{
    size_t count = 0, i = 0;
    uint8_t tail[32] = {0};

    for (; i + 16 <= length; i += 8) {
        if (most - count < 8)
            return count;
        count += eight_grams(text + i, 8, filter, grams + count);
    }
    /* Fewer than sixteen bytes are left: they are moved to where more may be read. */
    memcpy(tail, text + i, length - i);
    for (size_t done = 0, runs = length - i - 3; length - i > 3 && done < runs; done += 8) {
        if (most - count < 8)
            return count;
        count += eight_grams(tail + done, runs - done < 8 ? (unsigned) (runs - done) : 8, filter, grams + count);
    }
    return count;
}
#endif

size_t cbs_wanted_grams(const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *grams, size_t most)
{
    if (length < 4)
        return 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return wanted_grams_avx2(text, length, filter, grams, most);
#endif
    return wanted_grams_plain(text, length, filter, grams, most);
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
