// Asks a policy server as many smtpd processes would: each connection has one request under
// way, of some 700 bytes with all attributes of Postfix 3.12.
//
//   policy-load ENDPOINT CONNECTIONS SECONDS [RATE]
//
// Without RATE the next request follows each reply at once. With RATE so many requests a
// second are due in even steps, whatever the server does, and time counts from the moment a
// request was due, so that a stall is not forgiven. The first tenth of the time is not
// counted, but in "answered". Prints one line of JSON: requests, seconds, wrong replies, closed
// connections, requests still due, and latencies in microseconds.
//
// Domains and clients change from request to request; RECIPIENTS=N bounds the domains.

#define _GNU_SOURCE
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <time.h>

#include "policy_speed/request.h"
#include "policy_speed/sockets.h"
#include "policy_speed/latency.h"

struct connection {
    int descriptor;
    int64_t due;
    bool is_waiting;
    size_t got;
    char reply[512];
};

struct load {
    struct endpoint at;
    struct connection *connections;
    int count;
    int *idle;
    int idle_count;
    int poll;
    int64_t start, count_from, end;
    double rate;
    int64_t due_count, answered, requests, wrong, closed;
    struct latencies latencies;
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void connect_one(struct load *load, int number)
{
    struct connection *connection = &load->connections[number];
    connection->descriptor = socket(load->at.family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection->descriptor < 0)
        fail("socket");
    if (connect(connection->descriptor, &load->at.address.any, load->at.length) < 0)
        fail("connect");
    send_at_once(connection->descriptor, &load->at);
    fcntl(connection->descriptor, F_SETFL, O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.u32 = (uint32_t) number};
    if (epoll_ctl(load->poll, EPOLL_CTL_ADD, connection->descriptor, &event) < 0)
        fail("epoll_ctl");
    load->idle[load->idle_count++] = number;
}

static void ask(struct load *load, int number, int64_t due)
{
    static char request[2048];
    static unsigned long serial;
    struct connection *connection = &load->connections[number];
    size_t length = write_request(request, sizeof request, serial++);
    connection->due = due;
    connection->is_waiting = true;
    connection->got = 0;
    if (send(connection->descriptor, request, length, MSG_NOSIGNAL) != (ssize_t) length) {
        connection->is_waiting = false;
        load->closed++;
    }
}

// True where the bytes are one whole reply.
static bool is_reply(const char *bytes, size_t count)
{
    return count > 9 && memcmp(bytes, "action=", 7) == 0 && bytes[count - 1] == '\n'
        && bytes[count - 2] == '\n';
}

static void finish(struct load *load, int number)
{
    struct connection *connection = &load->connections[number];
    int64_t time = now();
    connection->is_waiting = false;
    load->answered++;
    if (time >= load->count_from && time < load->end) {
        load->requests++;
        record(&load->latencies, time - connection->due);
    }
    if (load->rate == 0 && time < load->end)
        ask(load, number, time);
    else
        load->idle[load->idle_count++] = number;
}

static void take(struct load *load, int number)
{
    struct connection *connection = &load->connections[number];
    size_t room = sizeof connection->reply - connection->got;
    ssize_t count = read(connection->descriptor, connection->reply + connection->got, room);
    if (count < 0 && errno == EAGAIN)
        return;
    if (count <= 0) {
        load->closed++;
        close(connection->descriptor);
        return;
    }
    connection->got += (size_t) count;
    if (connection->is_waiting && is_reply(connection->reply, connection->got))
        finish(load, number);
    else if (!connection->is_waiting || connection->got == sizeof connection->reply)
        load->wrong++;
}

// Sends what is due; what finds no idle connection waits, and its time runs.
static void send_due(struct load *load)
{
    int64_t time = now();
    while (load->idle_count > 0) {
        int64_t due = load->start + (int64_t) ((double) load->due_count * 1e9 / load->rate);
        if (due > time || due >= load->end)
            return;
        load->due_count++;
        ask(load, load->idle[--load->idle_count], due);
    }
}

static int64_t next_due(const struct load *load)
{
    return load->start + (int64_t) ((double) load->due_count * 1e9 / load->rate);
}

static void run(struct load *load)
{
    struct epoll_event events[256];
    while (load->rate == 0 && load->idle_count > 0)
        ask(load, load->idle[--load->idle_count], now());
    while (now() < load->end) {
        int wait = 100;
        // An open loop must not sleep past the next request: it turns.
        if (load->rate > 0) {
            send_due(load);
            wait = next_due(load) - now() > 2000000 ? 1 : 0;
        }
        int ready = epoll_wait(load->poll, events, 256, wait);
        for (int i = 0; i < ready; i++)
            take(load, (int) events[i].data.u32);
    }
}

static void print(const struct load *load)
{
    double seconds = (double) (load->end - load->count_from) / 1e9;
    int64_t left = 0;
    if (load->rate > 0)
        left = (int64_t) ((double) (load->end - load->start) / 1e9 * load->rate) - load->due_count;
    printf("{\"requests\": %lld, \"seconds\": %.3f, \"per_second\": %.0f, \"wrong\": %lld, "
        "\"closed\": %lld, \"left\": %lld, \"answered\": %lld", (long long) load->requests, seconds,
        (double) load->requests / seconds, (long long) load->wrong, (long long) load->closed,
        (long long) left, (long long) load->answered);
    printf(", \"p50\": %.1f, \"p99\": %.1f, \"p999\": %.1f, \"max\": %.1f}\n",
        quantile(&load->latencies, 0.5), quantile(&load->latencies, 0.99),
        quantile(&load->latencies, 0.999), (double) load->latencies.longest / 1000);
}

int main(int count, char **arguments)
{
    static struct load load;
    if (count < 4 || count > 5) {
        fputs("usage: policy-load ENDPOINT CONNECTIONS SECONDS [RATE]\n", stderr);
        return 2;
    }
    load.at = read_endpoint(arguments[1]);
    load.count = atoi(arguments[2]);
    load.rate = count == 5 ? atof(arguments[4]) : 0;
    load.connections = calloc((size_t) load.count, sizeof *load.connections);
    load.idle = calloc((size_t) load.count, sizeof *load.idle);
    load.poll = epoll_create1(EPOLL_CLOEXEC);
    if (load.count < 1 || !load.connections || !load.idle || load.poll < 0)
        fail("policy-load");
    prepare_requests();
    for (int i = 0; i < load.count; i++)
        connect_one(&load, i);
    double seconds = atof(arguments[3]);
    load.start = now();
    load.count_from = load.start + (int64_t) (seconds * 1e8);
    load.end = load.start + (int64_t) (seconds * 1e9);
    run(&load);
    print(&load);
    return load.wrong || load.closed || load.requests == 0 ? 1 : 0;
}
