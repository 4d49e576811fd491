// Buffered output of log lines, and their timestamps.

#ifndef GENERATOR_WRITER_H
#define GENERATOR_WRITER_H

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_BYTES (1u << 20)
#define LONGEST_LINE 8192u
#define HOST "mx1"

// The log starts at 2025-03-03 00:00:00+01:00 and must end in the same year.
#define START_EPOCH_SECONDS 1740956400ull
#define START_DAY_OF_YEAR 61u
#define DAYS_IN_YEAR 365u
#define MICROSECONDS 1000000ull

enum LineForm { FORM_TRADITIONAL, FORM_RFC3339 };

static struct {
    enum LineForm form;
    uint64_t bytes_flushed;
    uint64_t lines;
    uint64_t stamped_second;
    size_t stamp_length;
    size_t used;
    char stamp[40];
    char buffer[BUFFER_BYTES];
} out = { .stamped_second = UINT64_MAX };

static inline void fail(const char *what)
{
    fprintf(stderr, "generate-log: %s\n", what);
    exit(2);
}

static inline void flush_output(void)
{
    size_t written = 0;
    while (written < out.used) {
        ssize_t count = write(STDOUT_FILENO, out.buffer + written, out.used - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            fail("cannot write the log to stdout");
        written += (size_t)count;
    }
    out.bytes_flushed += out.used;
    out.used = 0;
}

static inline uint64_t bytes_written(void)
{
    return out.bytes_flushed + out.used;
}

static inline void put(const char *text, size_t length)
{
    memcpy(out.buffer + out.used, text, length);
    out.used += length;
}

#define PUT(literal) put("" literal, sizeof(literal) - 1)

static inline void put_text(const char *text)
{
    put(text, strlen(text));
}

static inline void put_char(char character)
{
    out.buffer[out.used++] = character;
}

static inline void put_number(uint64_t value)
{
    char digits[20];
    size_t start = sizeof digits;
    do {
        digits[--start] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    put(digits + start, sizeof digits - start);
}

static inline void put_digits(uint64_t value, unsigned count)
{
    for (unsigned i = count; i-- > 0; value /= 10)
        out.buffer[out.used + i] = (char)('0' + value % 10);
    out.used += count;
}

static inline void put_hex(uint64_t value, unsigned count)
{
    for (unsigned i = count; i-- > 0; value >>= 4)
        out.buffer[out.used + i] = "0123456789ABCDEF"[value & 15];
    out.used += count;
}

// Seconds as Postfix logs delays: two decimals below 10 s, whole seconds from 100 s,
// no trailing zeros.
static inline void put_seconds(uint64_t microseconds)
{
    uint64_t hundredths = microseconds / 10000;
    put_number(hundredths / 100);
    if (hundredths >= 10000 || hundredths % 100 == 0)
        return;
    put_char('.');
    put_number(hundredths % 100 / 10);
    if (hundredths < 1000 && hundredths % 10 != 0)
        put_number(hundredths % 10);
}

static inline void find_month(unsigned day_of_year, unsigned *month, unsigned *day)
{
    static const unsigned char lengths[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    *month = 0;
    while (day_of_year >= lengths[*month])
        day_of_year -= lengths[(*month)++];
    *day = day_of_year + 1;
}

static inline void stamp_second(uint64_t second)
{
    static const char month_names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    unsigned day_of_year = START_DAY_OF_YEAR + (unsigned)(second / 86400);
    unsigned of_day = (unsigned)(second % 86400);
    unsigned month, day;
    if (day_of_year >= DAYS_IN_YEAR)
        fail("the log would pass the end of its year; ask for fewer lines");
    find_month(day_of_year, &month, &day);
    unsigned hour = of_day / 3600, minute = of_day / 60 % 60, rest = of_day % 60;
    int length;
    if (out.form == FORM_RFC3339)
        length = snprintf(out.stamp, sizeof out.stamp, "2025-%02u-%02uT%02u:%02u:%02u.",
                          month + 1, day, hour, minute, rest);
    else
        length = snprintf(out.stamp, sizeof out.stamp, "%.3s %2u %02u:%02u:%02u ",
                          month_names + 3 * month, day, hour, minute, rest);
    out.stamp_length = (size_t)length;
    out.stamped_second = second;
}

static inline void begin_line(uint64_t now, const char *daemon, uint32_t pid)
{
    if (out.used > BUFFER_BYTES - LONGEST_LINE)
        flush_output();
    if (now / MICROSECONDS != out.stamped_second)
        stamp_second(now / MICROSECONDS);
    put(out.stamp, out.stamp_length);
    if (out.form == FORM_RFC3339) {
        put_digits(now % MICROSECONDS, 6);
        PUT("+01:00 ");
    }
    PUT(HOST " postfix/");
    put_text(daemon);
    put_char('[');
    put_number(pid);
    PUT("]: ");
}

static inline void end_line(void)
{
    put_char('\n');
    out.lines++;
}

#endif
