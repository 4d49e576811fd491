// Messages in flight, and the queue of what happens to them next.

#ifndef GENERATOR_MESSAGES_H
#define GENERATOR_MESSAGES_H

#include <stdint.h>
#include <stdlib.h>

#include "random.h"
#include "writer.h"

#define MOST_RECIPIENTS 8u

enum Step {
    STEP_CONNECT, STEP_CLIENT, STEP_PICKUP, STEP_MESSAGE_ID, STEP_ACTIVE, STEP_DISCONNECT,
    STEP_DELIVER, STEP_CLUE, STEP_STATUS, STEP_NOTICE, STEP_EXPIRED, STEP_REMOVED, STEP_REJECT,
};

// How a message came in.
enum Origin { ORIGIN_CLIENT, ORIGIN_PICKUP, ORIGIN_NOTIFICATION, ORIGIN_REJECTED };

// One life of a queue ID. Its slot stands for the queue file's inode, so two live messages
// never share a queue ID, and a freed slot makes reuse possible.
typedef struct {
    uint64_t key;          // addresses, hosts and sizes are derived from it
    uint64_t arrived;      // microseconds since the start of the log
    uint64_t queue_second; // with queue_micros: when the queue file was made
    uint64_t code_marks;   // per recipient 8 bits: codes it was deferred with
    uint32_t queue_micros;
    uint32_t domain;       // of the first recipient
    uint32_t process;      // of smtpd while arriving, of the delivery agent later
    uint16_t text;         // of the planned outcome
    uint8_t step, origin, status, agent;
    uint8_t recipient_count;
    uint8_t pending;       // recipients without a final status, one bit each
    uint8_t this_pass;     // recipients still to try in this pass
    uint8_t group;         // recipients of the delivery under way
    uint8_t seen;          // recipients with at least one status line
    uint8_t codes;         // codes of the whole life
    uint8_t passes;
    uint8_t earlier;       // earlier servers still to be logged
    bool one_domain, long_queue_id, suspended, is_open, bounced, clue_due;
} Message;

static Message *messages;
static uint32_t *free_slots;
static uint32_t message_capacity, message_count, free_count;

static inline uint32_t allocate_slot(void)
{
    if (free_count > 0)
        return free_slots[--free_count];
    if (message_count == message_capacity) {
        message_capacity = message_capacity == 0 ? 4096 : message_capacity * 2;
        messages = realloc(messages, message_capacity * sizeof *messages);
        free_slots = realloc(free_slots, message_capacity * sizeof *free_slots);
        if (messages == NULL || free_slots == NULL)
            fail("out of memory");
    }
    messages[message_count] = (Message){ .queue_second = UINT64_MAX };
    return message_count++;
}

static inline void free_slot(uint32_t slot)
{
    free_slots[free_count++] = slot;
}

// A binary heap, earliest first; equal times in the order in which they were planned.
typedef struct {
    uint64_t time, order;
    uint32_t slot;
} Event;

static Event *events;
static uint32_t event_capacity, event_count;
static uint64_t next_order;

static inline bool is_before(const Event *left, const Event *right)
{
    return left->time != right->time ? left->time < right->time : left->order < right->order;
}

static inline void plan(uint64_t time, uint32_t slot, enum Step step)
{
    if (event_count == event_capacity) {
        event_capacity = event_capacity == 0 ? 4096 : event_capacity * 2;
        events = realloc(events, event_capacity * sizeof *events);
        if (events == NULL)
            fail("out of memory");
    }
    messages[slot].step = (uint8_t)step;
    Event event = { time, next_order++, slot };
    uint32_t place = event_count++;
    for (; place > 0 && is_before(&event, &events[(place - 1) / 2]); place = (place - 1) / 2)
        events[place] = events[(place - 1) / 2];
    events[place] = event;
}

static inline Event take_next_event(void)
{
    Event next = events[0];
    Event moved = events[--event_count];
    uint32_t place = 0;
    for (;;) {
        uint32_t child = 2 * place + 1;
        if (child >= event_count)
            break;
        if (child + 1 < event_count && is_before(&events[child + 1], &events[child]))
            child++;
        if (!is_before(&events[child], &moved))
            break;
        events[place] = events[child];
        place = child;
    }
    events[place] = moved;
    return next;
}

static inline void put_base(uint64_t value, unsigned base, unsigned least_digits)
{
    static const char alphabet[] = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
    char digits[16];
    unsigned count = 0;
    while (value > 0 || count < least_digits) {
        digits[count++] = alphabet[value % base];
        value /= base;
    }
    while (count > 0)
        put_char(digits[--count]);
}

// Short: microseconds and inode in hexadecimal. Long: seconds and microseconds in base 52,
// 'z', inode in base 51 (Postfix, global/mail_queue.h).
static inline void put_queue_id(uint32_t slot)
{
    const Message *message = &messages[slot];
    if (message->long_queue_id) {
        put_base(START_EPOCH_SECONDS + message->queue_second, 52, 6);
        put_base(message->queue_micros, 52, 4);
        put_char('z');
        put_base(0x160000 + slot, 51, 1);
    } else {
        put_hex(message->queue_micros, 5);
        put_hex(0x160000 + slot, 6);
    }
}

static inline void begin_message_line(uint64_t now, const char *daemon, uint32_t pid,
                                      uint32_t slot)
{
    begin_line(now, daemon, pid);
    put_queue_id(slot);
    PUT(": ");
}

#endif
