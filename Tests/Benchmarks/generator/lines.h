// The lines of a message's life, in Postfix's words.

#ifndef GENERATOR_LINES_H
#define GENERATOR_LINES_H

#include "messages.h"
#include "names.h"
#include "processes.h"
#include "texts.h"
#include "totals.h"

#define QUEUE_MANAGER_PID 1207u
#define PICKUP_PID 1206u
#define CLEANUP_PROCESSES 8u
#define BOUNCE_PID 1930u
#define ALIAS_SHARE 40 // one recipient in so many was rewritten: orig_to=

static bool many_destinations;
static ProcessPool smtpd_pool;
static ProcessPool agent_pools[AGENT_COUNT];

static const char *const status_names[STATUS_COUNT] = { "sent", "deferred", "bounced" };

static inline bool is_local(const Message *message)
{
    return message->origin == ORIGIN_NOTIFICATION
        || (!many_destinations && derive(message->key, 4) % 8 == 0);
}

static inline uint32_t domain_of(const Message *message, unsigned recipient)
{
    if (many_destinations) {
        uint64_t place = (uint64_t)message->domain + (message->one_domain ? 0 : recipient);
        return (uint32_t)(place * 387121u % MANY_DOMAINS);
    }
    if (message->one_domain || recipient == 0)
        return message->domain;
    return zipf_domain(derive(message->key, 16 + recipient));
}

static inline void put_recipient(const Message *message, unsigned recipient)
{
    if (message->origin == ORIGIN_NOTIFICATION) {
        put_sender(message->key);
        return;
    }
    put_mailbox(derive(message->key, 32 + recipient), recipient);
    put_char('@');
    if (is_local(message))
        PUT("own.example");
    else
        put_domain(domain_of(message, recipient));
}

static inline void put_placeholder(const Message *message, char placeholder, unsigned recipient,
                                   unsigned rank)
{
    uint32_t domain = domain_of(message, recipient);
    switch (placeholder) {
    case 'h': put_server(domain, rank); break;
    case 'i': put_server_address(domain, rank); break;
    case '6': put_server_address6(domain, rank); break;
    case 'd': put_domain(domain); break;
    case 'r': put_recipient(message, recipient); break;
    case 's': put_sender(message->key); break;
    case 'q': put_hex(random_bits(), 10); break;
    case 'n': put_number(100000 + random_below(900000)); break;
    default: fail("a text has an unknown placeholder");
    }
}

static inline void put_reason(const Message *message, const char *text, unsigned recipient,
                              unsigned rank)
{
    for (;;) {
        const char *placeholder = strchr(text, '%');
        if (placeholder == NULL)
            break;
        put(text, (size_t)(placeholder - text));
        put_placeholder(message, placeholder[1], recipient, rank);
        text = placeholder + 2;
    }
    put_text(text);
}

static inline void open_life(Message *message)
{
    message->is_open = true;
    totals.messages++;
}

static inline uint32_t cleanup_pid(uint32_t slot)
{
    return 1300 + 7 * (slot % CLEANUP_PROCESSES);
}

static inline void log_connect(uint64_t now, const Message *message)
{
    begin_line(now, "smtpd", process_id(&smtpd_pool, message->process));
    PUT("connect from ");
    put_client(message->key);
    end_line();
}

static inline void log_reject(uint64_t now, const Message *message)
{
    begin_line(now, "smtpd", process_id(&smtpd_pool, message->process));
    PUT("NOQUEUE: reject: RCPT from ");
    put_client(message->key);
    PUT(": 454 4.7.1 <");
    put_mailbox(derive(message->key, 32), 0);
    PUT("@relay.test>: Relay access denied; from=<");
    put_sender(message->key);
    PUT("> to=<");
    put_mailbox(derive(message->key, 32), 0);
    PUT("@relay.test> proto=ESMTP helo=<localhost>");
    end_line();
}

static inline void log_disconnect(uint64_t now, const Message *message)
{
    unsigned recipients = message->recipient_count;
    bool is_rejected = message->origin == ORIGIN_REJECTED;
    begin_line(now, "smtpd", process_id(&smtpd_pool, message->process));
    PUT("disconnect from ");
    put_client(message->key);
    PUT(" ehlo=1 mail=1 rcpt=");
    put_text(is_rejected ? "0/" : "");
    put_number(recipients);
    put_text(is_rejected ? "" : " data=1");
    PUT(" quit=1 commands=");
    put_number(is_rejected ? 3 : recipients + 4);
    end_line();
}

static inline void log_client(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    open_life(message);
    begin_message_line(now, "smtpd", process_id(&smtpd_pool, message->process), slot);
    PUT("client=");
    put_client(message->key);
    if (derive(message->key, 5) % 12 == 0) {
        PUT(", sasl_method=PLAIN, sasl_username=");
        put_sender(message->key);
    }
    end_line();
}

static inline void log_pickup(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    open_life(message);
    begin_message_line(now, "pickup", PICKUP_PID, slot);
    PUT("uid=1000 from=<");
    put_sender(message->key);
    PUT(">");
    end_line();
}

static inline void log_message_id(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    if (!message->is_open)
        open_life(message);
    totals.message_ids++;
    begin_message_line(now, "cleanup", cleanup_pid(slot), slot);
    PUT("message-id=<");
    put_hex(derive(message->key, 6), 8);
    put_char('.');
    put_number(message->arrived);
    PUT("@" OWN_DOMAIN ">");
    end_line();
}

static inline void put_envelope_sender(const Message *message)
{
    PUT("from=<");
    if (message->origin != ORIGIN_NOTIFICATION)
        put_sender(message->key);
    PUT(">");
}

static inline void log_active(uint64_t now, uint32_t slot)
{
    const Message *message = &messages[slot];
    begin_message_line(now, "qmgr", QUEUE_MANAGER_PID, slot);
    put_envelope_sender(message);
    PUT(", size=");
    put_number(900 + derive(message->key, 8) % 90000);
    PUT(", nrcpt=");
    put_number(message->recipient_count);
    PUT(" (queue active)");
    end_line();
}

static inline void log_expired(uint64_t now, uint32_t slot)
{
    begin_message_line(now, "qmgr", QUEUE_MANAGER_PID, slot);
    put_envelope_sender(&messages[slot]);
    PUT(", status=expired, returned to sender");
    end_line();
}

static inline void log_removed(uint64_t now, uint32_t slot)
{
    begin_message_line(now, "qmgr", QUEUE_MANAGER_PID, slot);
    PUT("removed");
    end_line();
}

static inline void log_notice(uint64_t now, uint32_t slot, uint32_t notification)
{
    begin_message_line(now, "bounce", BOUNCE_PID, slot);
    PUT("sender non-delivery notification: ");
    put_queue_id(notification);
    end_line();
}

static inline uint32_t agent_pid(const Message *message)
{
    return process_id(&agent_pools[message->agent], message->process);
}

static inline unsigned first_of(unsigned group)
{
    return (unsigned)__builtin_ctz(group);
}

static inline void log_clue(uint64_t now, const Message *message, const char *text)
{
    begin_line(now, agent_names[message->agent], agent_pid(message));
    put_reason(message, text, first_of(message->group), 0);
    end_line();
}

// A server that was tried before the last one: with a queue ID when it answered.
static inline void log_earlier_server(uint64_t now, uint32_t slot, unsigned rank)
{
    const Message *message = &messages[slot];
    const char *text;
    if (chance(250)) {
        begin_message_line(now, agent_names[message->agent], agent_pid(message), slot);
        text = earlier_reply_texts[random_below(3)];
    } else {
        begin_line(now, agent_names[message->agent], agent_pid(message));
        text = earlier_server_texts[random_below(3)];
    }
    put_reason(message, text, first_of(message->group), rank);
    end_line();
}

static inline void put_relay(const Message *message, unsigned recipient, enum Relay relay)
{
    switch (relay) {
    case RELAY_NONE:
        PUT("none");
        break;
    case RELAY_SERVER:
        put_reason(message, "%h[%i]:25", recipient, 0);
        break;
    case RELAY_SOCKET:
        PUT(OWN_DOMAIN "[private/dovecot-lmtp]");
        break;
    case RELAY_SERVICE:
        PUT("local");
        break;
    }
}

static inline void put_delays(uint64_t now, const Message *message)
{
    uint64_t whole = now - message->arrived;
    uint64_t connection = whole * 2 / 5 < 30 * MICROSECONDS ? whole * 2 / 5 : 30 * MICROSECONDS;
    uint64_t transmission = connection / 3;
    uint64_t in_queue = 10000 + now % 50000;
    uint64_t used = connection + transmission + in_queue;
    PUT(", delay=");
    put_seconds(whole);
    PUT(", delays=");
    put_seconds(whole > used ? whole - used : 0);
    put_char('/');
    put_seconds(in_queue);
    put_char('/');
    put_seconds(connection);
    put_char('/');
    put_seconds(transmission);
}

typedef struct {
    enum Relay relay;
    const char *dsn, *prefix, *text;
} Outcome;

static inline void log_status(uint64_t now, uint32_t slot, unsigned recipient,
                              const Outcome *outcome)
{
    const Message *message = &messages[slot];
    begin_message_line(now, agent_names[message->agent], agent_pid(message), slot);
    PUT("to=<");
    put_recipient(message, recipient);
    uint64_t bits = derive(message->key, 48 + recipient);
    if (bits % ALIAS_SHARE == 0) {
        PUT(">, orig_to=<");
        put_text(given_names[bits >> 32 & 31]);
        PUT("@" OWN_DOMAIN);
    }
    PUT(">, relay=");
    put_relay(message, recipient, outcome->relay);
    put_delays(now, message);
    PUT(", dsn=");
    put_text(outcome->dsn);
    PUT(", status=");
    put_text(status_names[message->status]);
    PUT(" (");
    put_text(outcome->prefix);
    put_reason(message, outcome->text, recipient, 0);
    PUT(")");
    end_line();
}

#endif
