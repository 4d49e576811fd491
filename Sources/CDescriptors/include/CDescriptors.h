#ifndef DEFERWATCH_CDESCRIPTORS_H
#define DEFERWATCH_CDESCRIPTORS_H

/*
 * Descriptors that are closed on exec from the beginning: marked a moment later, a program that another
 * thread starts meanwhile would get them. glibc shows these calls to GNU sources only, and Swift's
 * module of it is none, hence these few lines of C.
 */

/* pipe2(2), with O_CLOEXEC. */
int cd_pipe(int ends[2]);

/* accept4(2), with SOCK_CLOEXEC and SOCK_NONBLOCK, without the address. */
int cd_accept(int listener);

#endif
