// Writes numbered deferrals to a log and takes the time until a follower prints each.
//
//   follow-latency LOG LINES PER_SECOND BURST COMMAND [ARGUMENT...]
//
// COMMAND follows LOG and writes a line for each deferral, with its recipient, to stdout. Prints
// "P50 P99 P999 LINES" with times in nanoseconds. Lines are written BURST at a time.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WARM_UP 200
#define MOST_LINES 1000000
#define PATIENCE 60

static int64_t sent[MOST_LINES], taken[MOST_LINES];
static atomic_size_t received;
static int output;

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "follow-latency: %s: %s\n", what, strerror(errno));
    exit(2);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

// The number in '<nNUMBER@', or in '"nNUMBER@' of JSON.
static void take(const char *line, const char *end, int64_t time)
{
    for (const char *at = line; at + 2 < end; at++) {
        if ((at[0] != '<' && at[0] != '"') || at[1] != 'n')
            continue;
        char *rest;
        unsigned long number = strtoul(at + 2, &rest, 10);
        if (rest == at + 2 || *rest != '@' || number >= MOST_LINES)
            continue;
        if (taken[number] == 0) {
            taken[number] = time;
            received++;
        }
        return;
    }
}

static void *receive(void *unused)
{
    static char block[1 << 20];
    size_t kept = 0;
    for (;;) {
        ssize_t got = read(output, block + kept, sizeof block - kept - 1);
        if (got <= 0)
            return unused;
        int64_t time = now();
        kept += (size_t)got;
        block[kept] = 0;
        char *line = block, *newline;
        while ((newline = memchr(line, '\n', kept - (size_t)(line - block)))) {
            take(line, newline, time);
            line = newline + 1;
        }
        kept -= (size_t)(line - block);
        memmove(block, line, kept);
    }
}

static pid_t start(char **command)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        fail("pipe");
    pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        execvp(command[0], command);
        fail(command[0]);
    }
    close(ends[1]);
    output = ends[0];
    return child;
}

static size_t compose(char *line, size_t room, size_t number)
{
    return (size_t)snprintf(line, room,
        "2026-11-03T09:29:%02zu.%06zu+00:00 mx1 postfix/smtp[811]: 4fX%08zuz: to=<n%zu@dest%zu.example>, "
        "relay=mx.dest%zu.example[192.0.2.7]:25, delay=1.2, delays=0.1/0/1/0.1, dsn=4.2.0, "
        "status=deferred (host mx.dest%zu.example[192.0.2.7] said: 450 4.2.0 Mailbox busy (in reply to "
        "RCPT TO command))\n",
        number / 1000 % 60, number % 1000000, number, number, number % 97, number % 97, number % 97);
}

static void wait_until(int64_t time)
{
    struct timespec until = { time / 1000000000, time % 1000000000 };
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
}

static void send_lines(int log, size_t first, size_t count, double per_second, size_t burst)
{
    static char lines[1 << 20];
    int64_t begin = now();
    for (size_t done = 0; done < count; done += burst) {
        wait_until(begin + (int64_t)((double)done / per_second * 1e9));
        size_t length = 0, last = done + burst < count ? done + burst : count;
        for (size_t number = done; number < last; number++)
            length += compose(lines + length, sizeof lines - length, first + number);
        int64_t time = now();
        for (size_t number = done; number < last; number++)
            sent[first + number] = time;
        if (write(log, lines, length) != (ssize_t)length)
            fail("log");
    }
}

static void wait_for(size_t count)
{
    for (int64_t end = now() + PATIENCE * INT64_C(1000000000); received < count;) {
        if (now() > end) {
            fprintf(stderr, "follow-latency: %zu of %zu lines came\n", (size_t)received, count);
            exit(1);
        }
        usleep(1000);
    }
}

static int by_time(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

int main(int count, char **arguments)
{
    if (count < 6) {
        fputs("usage: follow-latency LOG LINES PER_SECOND BURST COMMAND...\n", stderr);
        return 2;
    }
    size_t lines = strtoul(arguments[2], NULL, 10), burst = strtoul(arguments[4], NULL, 10);
    double per_second = strtod(arguments[3], NULL);
    if (lines + WARM_UP > MOST_LINES || lines == 0 || burst == 0 || burst > 2000 || per_second <= 0)
        fail("number out of range");
    int log = open(arguments[1], O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (log < 0)
        fail(arguments[1]);
    pid_t child = start(arguments + 5);
    pthread_t receiver;
    pthread_create(&receiver, NULL, receive, NULL);
    // Until the follower is there, and warm; what is lost before it looks is not waited for.
    for (size_t number = 0; received == 0 && number < WARM_UP / 2; number++) {
        send_lines(log, number, 1, 1, 1);
        usleep(100000);
    }
    send_lines(log, WARM_UP / 2, WARM_UP / 2, 1000, 1);
    usleep(200000);
    received = 0;
    send_lines(log, WARM_UP, lines, per_second, burst);
    wait_for(lines);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    static int64_t times[MOST_LINES];
    for (size_t number = 0; number < lines; number++)
        times[number] = taken[WARM_UP + number] - sent[WARM_UP + number];
    qsort(times, lines, sizeof times[0], by_time);
    printf("%lld %lld %lld %zu\n", (long long)times[lines / 2], (long long)times[lines * 99 / 100],
        (long long)times[lines * 999 / 1000], lines);
    return 0;
}
