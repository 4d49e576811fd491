// Addresses as main.cf writes them, "unix:PATH" or "inet:ADDRESS:PORT", for C programs.

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

struct endpoint {
    union {
        struct sockaddr any;
        struct sockaddr_un local;
        struct sockaddr_in internet;
    } address;
    socklen_t length;
    int family;
};

static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(2);
}

static _Noreturn void refuse(const char *text)
{
    fprintf(stderr, "not unix:PATH or inet:ADDRESS:PORT: %s\n", text);
    exit(2);
}

static void read_internet_endpoint(struct endpoint *found, const char *text)
{
    char host[64];
    const char *colon = strrchr(text, ':');
    size_t length = colon ? (size_t) (colon - text) : sizeof host;
    if (length >= sizeof host)
        refuse(text);
    memcpy(host, text, length);
    host[length] = 0;
    found->family = found->address.internet.sin_family = AF_INET;
    found->address.internet.sin_port = htons((unsigned short) atoi(colon + 1));
    found->length = sizeof found->address.internet;
    if (inet_pton(AF_INET, host, &found->address.internet.sin_addr) != 1)
        refuse(text);
}

static struct endpoint read_endpoint(const char *text)
{
    struct endpoint found;
    memset(&found, 0, sizeof found);
    if (strncmp(text, "inet:", 5) == 0) {
        read_internet_endpoint(&found, text + 5);
        return found;
    }
    if (strncmp(text, "unix:", 5) != 0 || strlen(text + 5) >= sizeof found.address.local.sun_path)
        refuse(text);
    found.family = found.address.local.sun_family = AF_UNIX;
    strcpy(found.address.local.sun_path, text + 5);
    found.length = sizeof found.address.local;
    return found;
}

static void send_at_once(int descriptor, const struct endpoint *at)
{
    int one = 1;
    if (at->family == AF_INET)
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}
