// A bare follower: waits for inotify, reads what came, and writes whole lines on.
//
//   tail-reader FILE
//
// What a follower can be at best, for `follow-speed` to compare with. It knows no rotation.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static char block[1 << 18];

static void fail(const char *what)
{
    fprintf(stderr, "tail-reader: %s: %s\n", what, strerror(errno));
    _exit(2);
}

static void write_all(const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0)
            fail("standard output");
        bytes += written;
        count -= (size_t)written;
    }
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fputs("usage: tail-reader FILE\n", stderr);
        return 2;
    }
    int changes = inotify_init1(IN_CLOEXEC);
    int file = open(arguments[1], O_RDONLY);
    if (file < 0 || changes < 0 || inotify_add_watch(changes, arguments[1], IN_MODIFY) < 0)
        fail(arguments[1]);
    lseek(file, 0, SEEK_END);
    size_t kept = 0;
    for (;;) {
        ssize_t got = read(file, block + kept, sizeof block - kept);
        if (got < 0)
            fail(arguments[1]);
        if (got == 0) {
            char event[4096];
            if (read(changes, event, sizeof event) < 0)
                fail("inotify");
            continue;
        }
        kept += (size_t)got;
        char *last = memrchr(block, '\n', kept);
        size_t whole = last ? (size_t)(last - block) + 1 : 0;
        write_all(block, whole);
        kept -= whole;
        memmove(block, block + whole, kept);
    }
}
