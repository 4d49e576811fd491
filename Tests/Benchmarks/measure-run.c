// Runs one command and reports its wall time and peak memory.
//
//   measure-run OUTPUT COMMAND [ARGUMENT...]
//
// The command's stdout goes to OUTPUT; measure-run prints "NANOSECONDS KIB STATUS". The
// kernel counts the memory of the process that forks towards the peak of the program it
// starts, so a small launcher is needed to measure small programs.

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "measure-run: %s: %s\n", what, strerror(errno));
    _exit(127);
}

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static _Noreturn void become(int output, char **command)
{
    if (dup2(output, STDOUT_FILENO) < 0)
        fail("cannot redirect stdout");
    close(output);
    execvp(command[0], command);
    fail(command[0]);
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fputs("usage: measure-run OUTPUT COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    int output = open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (output < 0)
        fail(arguments[1]);
    struct rusage usage;
    int status;
    long long start = now();
    pid_t child = fork();
    if (child < 0)
        fail("cannot fork");
    if (child == 0)
        become(output, arguments + 2);
    while (wait4(child, &status, 0, &usage) < 0)
        if (errno != EINTR)
            fail("cannot wait");
    long long elapsed = now() - start;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    printf("%lld %ld %d\n", elapsed, usage.ru_maxrss, code);
    return 0;
}
