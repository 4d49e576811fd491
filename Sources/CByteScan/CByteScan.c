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
