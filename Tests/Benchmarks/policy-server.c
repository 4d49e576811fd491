// The least that a policy server can do: the bound that others are measured against.
//
//   policy-server unix:PATH | inet:ADDRESS:PORT
//
// One thread, epoll, one read and one write for each request, always the same answer. It
// takes what one read gives for one request, as smtpd(8) sends it, and looks at no attribute.
// It prints "ready" and runs until it is killed.

#define _GNU_SOURCE
#include <sys/epoll.h>

#include "policy_speed/sockets.h"

static const char reply[] = "action=DUNNO\n\n";

static int listen_at(const struct endpoint *at)
{
    int one = 1;
    int descriptor = socket(at->family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        fail("socket");
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(descriptor, &at->address.any, at->length) < 0)
        fail("bind");
    if (listen(descriptor, 1024) < 0)
        fail("listen");
    return descriptor;
}

static void watch(int poll, int descriptor)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    if (epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event) < 0)
        fail("epoll_ctl");
}

static void accept_all(int poll, int listener, const struct endpoint *at)
{
    int client;
    while ((client = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        send_at_once(client, at);
        watch(poll, client);
    }
}

static void answer(int client)
{
    static char request[4096];
    ssize_t count = read(client, request, sizeof request);
    if (count < 0 && errno == EAGAIN)
        return;
    // A request that is cut has no place here: the generator sends each in one write.
    int is_whole = count > 1 && request[count - 1] == '\n' && request[count - 2] == '\n';
    if (!is_whole || send(client, reply, sizeof reply - 1, MSG_NOSIGNAL) < 0)
        close(client);
}

int main(int count, char **arguments)
{
    struct epoll_event events[256];
    if (count != 2) {
        fputs("usage: policy-server unix:PATH | inet:ADDRESS:PORT\n", stderr);
        return 2;
    }
    struct endpoint at = read_endpoint(arguments[1]);
    int listener = listen_at(&at);
    int poll = epoll_create1(EPOLL_CLOEXEC);
    if (poll < 0)
        fail("epoll_create1");
    watch(poll, listener);
    puts("ready");
    fflush(stdout);
    for (;;) {
        int ready = epoll_wait(poll, events, 256, -1);
        for (int i = 0; i < ready; i++) {
            if (events[i].data.fd == listener)
                accept_all(poll, listener, &at);
            else
                answer(events[i].data.fd);
        }
    }
}
