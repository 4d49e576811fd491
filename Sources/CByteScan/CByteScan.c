#define _GNU_SOURCE
#include "CByteScan.h"

ptrdiff_t cbs_find(const uint8_t *haystack, size_t length, const uint8_t *needle, size_t needle_length)
{
    const uint8_t *found = memmem(haystack, length, needle, needle_length);
    return found ? found - haystack : -1;
}
