#ifndef DEFERWATCH_CBYTESCAN_H
#define DEFERWATCH_CBYTESCAN_H

/*
 * Byte masks: one bit for each of 64 bytes that equals a wanted one. Compilers turn the plain loop
 * into poor code, and Swift's SIMD comparison has no movemask, hence these few lines of C.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CBS_INLINE static inline __attribute__((always_inline))

#if defined(__SSE2__)
#include <emmintrin.h>
CBS_INLINE uint64_t cbs_mask64(const uint8_t *p, uint8_t byte)
{
    const __m128i wanted = _mm_set1_epi8((char) byte);
    uint64_t m0 = (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) p), wanted));
    uint64_t m1 = (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) (p + 16)), wanted));
    uint64_t m2 = (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) (p + 32)), wanted));
    uint64_t m3 = (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) (p + 48)), wanted));
    return m0 | m1 << 16 | m2 << 32 | m3 << 48;
}
#elif defined(__aarch64__)
#include <arm_neon.h>
CBS_INLINE uint64_t cbs_mask64(const uint8_t *p, uint8_t byte)
{
    static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t wanted = vdupq_n_u8(byte), weight = vld1q_u8(bits);
    uint8x16_t b0 = vandq_u8(vceqq_u8(vld1q_u8(p), wanted), weight);
    uint8x16_t b1 = vandq_u8(vceqq_u8(vld1q_u8(p + 16), wanted), weight);
    uint8x16_t b2 = vandq_u8(vceqq_u8(vld1q_u8(p + 32), wanted), weight);
    uint8x16_t b3 = vandq_u8(vceqq_u8(vld1q_u8(p + 48), wanted), weight);
    uint8x16_t s = vpaddq_u8(vpaddq_u8(b0, b1), vpaddq_u8(b2, b3));
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(s, s)), 0);
}
#else
CBS_INLINE uint64_t cbs_mask64(const uint8_t *p, uint8_t byte)
{
    uint64_t mask = 0;
    for (int i = 0; i < 64; i++)
        mask |= (uint64_t) (p[i] == byte) << i;
    return mask;
}
#endif

/* Eight bytes as a little-endian number, from any address. */
CBS_INLINE uint64_t cbs_load64(const uint8_t *p)
{
    uint64_t value;
    memcpy(&value, p, sizeof value);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}

/* memcmp(3) for equality. */
CBS_INLINE _Bool cbs_equal(const void *a, const void *b, size_t length)
{
    return memcmp(a, b, length) == 0;
}

/* As cbs_mask64, for 32 bytes. */
CBS_INLINE uint32_t cbs_mask32(const uint8_t *p, uint8_t byte)
{
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8((char) byte);
    uint32_t m0 = (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) p), wanted));
    uint32_t m1 = (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) (p + 16)), wanted));
    return m0 | m1 << 16;
#else
    uint32_t mask = 0;
    for (int i = 0; i < 32; i++)
        mask |= (uint32_t) (p[i] == byte) << i;
    return mask;
#endif
}

/* As cbs_mask64, for 16 bytes. */
CBS_INLINE uint32_t cbs_mask16(const uint8_t *p, uint8_t byte)
{
#if defined(__SSE2__)
    return (uint32_t) _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) p), _mm_set1_epi8((char) byte)));
#else
    uint32_t mask = 0;
    for (int i = 0; i < 16; i++)
        mask |= (uint32_t) (p[i] == byte) << i;
    return mask;
#endif
}

/* True where 32 bytes of p and q are equal, as far as mask has bits. */
CBS_INLINE _Bool cbs_equal32(const uint8_t *p, const uint8_t *q, const uint8_t *mask)
{
#if defined(__SSE2__)
    const __m128i *a = (const __m128i *) p, *b = (const __m128i *) q, *m = (const __m128i *) mask;
    __m128i low = _mm_and_si128(_mm_xor_si128(_mm_loadu_si128(a), _mm_loadu_si128(b)), _mm_loadu_si128(m));
    __m128i high = _mm_and_si128(_mm_xor_si128(_mm_loadu_si128(a + 1), _mm_loadu_si128(b + 1)), _mm_loadu_si128(m + 1));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(low, high), _mm_setzero_si128())) == 0xFFFF;
#else
    uint64_t difference = 0;
    for (int i = 0; i < 4; i++)
        difference |= (cbs_load64(p + 8 * i) ^ cbs_load64(q + 8 * i)) & cbs_load64(mask + 8 * i);
    return difference == 0;
#endif
}

/* Room for a column; a program that gets none ends. */
CBS_INLINE void *cbs_room(size_t bytes)
{
    void *room = malloc(bytes);
    if (room == NULL)
        abort();
    return room;
}

/* The same, of zeros: without a write where the system has such room. */
CBS_INLINE void *cbs_zero_room(size_t bytes)
{
    void *room = calloc(1, bytes);
    if (room == NULL)
        abort();
    return room;
}

/* The same content in more room. Large room is moved by its page tables: nothing is copied. */
CBS_INLINE void *cbs_more_room(void *room, size_t bytes)
{
    room = realloc(room, bytes);
    if (room == NULL)
        abort();
    return room;
}

CBS_INLINE void cbs_give_back(void *room)
{
    free(room);
}

/* Asks for the cache line at p; never faults. */
CBS_INLINE void cbs_prefetch(const void *p)
{
    __builtin_prefetch(p);
}

/*
 * The four-byte runs, as little-endian numbers with ASCII capitals in lower case, whose hash has its bit
 * set in the filter of 2^14 bits. Returns how many were written; stops where fewer than eight places of
 * `most` are left.
 */
size_t cbs_wanted_grams(const uint8_t *text, size_t length, const uint64_t *filter, uint32_t *grams, size_t most);

/*
 * Offsets of the bytes in text[*start..length) that equal byte. Stops where fewer than 64 places of `most`
 * are left; *start is then where to go on. The bytes up to 64 after length are readable.
 */
size_t cbs_offsets(const uint8_t *text, size_t *start, size_t length, uint8_t byte, uint32_t *offsets, size_t most);

/* memchr(3); -1 for 'not there'. */
CBS_INLINE ptrdiff_t cbs_find_byte(const uint8_t *haystack, size_t length, uint8_t byte)
{
    const uint8_t *found = memchr(haystack, byte, length);
    return found ? found - haystack : -1;
}

/* How many of the bytes equal byte. */
size_t cbs_count(const uint8_t *text, size_t length, uint8_t byte);

/* As cbs_find_byte, from the end. */
ptrdiff_t cbs_find_last_byte(const uint8_t *haystack, size_t length, uint8_t byte);

/* 1 where all bytes are printable ASCII other than the quote and the backslash; without an early end,
   the compiler looks at many bytes together. */
CBS_INLINE int cbs_is_quotable(const uint8_t *text, size_t length)
{
    uint8_t others = 0;
    for (size_t i = 0; i < length; i++)
        others |= (uint8_t)(text[i] - 32) > 94 | text[i] == '"' | text[i] == '\\';
    return !others;
}

/* The first byte that is a blank or a control character; -1 for 'not there'. */
CBS_INLINE ptrdiff_t cbs_find_blank(const uint8_t *text, size_t length)
{
    size_t i = 0;
#if defined(__SSE2__)
    for (; i + 16 <= length; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *) (text + i));
        int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(' ')), bytes));
        if (mask != 0)
            return (ptrdiff_t) (i + (size_t) __builtin_ctz((unsigned) mask));
    }
#endif
    for (; i < length; i++)
        if (text[i] <= ' ')
            return (ptrdiff_t) i;
    return -1;
}

/* memmem(3) is a GNU extension that Swift's Glibc module does not show. Returns -1 for 'not there'. */
ptrdiff_t cbs_find(const uint8_t *haystack, size_t length, const uint8_t *needle, size_t needle_length);

#endif
