// Writes a Postfix mail log to stdout: seeded, so the same options give the same bytes.
//
//   cc -O2 -o generate-log generate-log.c
//   ./generate-log --bytes 1G --seed 1 --totals totals.json > mail.log
//
// It plays a small mail server: messages arrive, are delivered by a pool of processes, are
// deferred, retried, bounced or expire, many at the same time, in a heap of planned steps.
// --totals tells what was written, counted line by line as it is written.

#include <getopt.h>

#include "generator/lines.h"

#define MILLISECONDS 1000ull
#define MEAN_ARRIVAL_GAP (80 * MILLISECONDS)
#define AVERAGE_LINE_BYTES 134
#define BYTES_PER_MESSAGE_IN_FLIGHT 1000
#define FIRST_RETRY (300 * MICROSECONDS)
#define LONGEST_RETRY (4000 * MICROSECONDS)
#define MOST_PASSES 8

// Of a thousand arrivals.
#define PICKUP_SHARE 40
#define REJECTED_SHARE 40

enum Profile { PROFILE_NORMAL, PROFILE_STORM, PROFILE_DESTINATIONS, PROFILE_INFLIGHT };
enum QueueIDs { QUEUE_IDS_SHORT, QUEUE_IDS_LONG, QUEUE_IDS_MIXED };

static struct {
    uint64_t bytes, lines, seed, in_flight;
    enum Profile profile;
    enum QueueIDs queue_ids;
    const char *totals_path;
} options = { .seed = 1, .in_flight = 1000000 };

static struct {
    unsigned deferred, bounced, suspended; // of a thousand attempts; of a thousand deferrals
    uint64_t hold;                         // time in the active queue before the first attempt
} habits = { .deferred = 100, .bounced = 50, .suspended = 80 };

static uint16_t texts_of_code[ROUTE_COUNT][CODE_COUNT][DEFERRAL_TEXTS];
static unsigned text_counts[ROUTE_COUNT][CODE_COUNT];
static uint32_t destinations_used;

static void index_texts(void)
{
    for (unsigned i = 0; i < DEFERRAL_TEXTS; i++) {
        const DeferralText *text = &deferral_texts[i];
        unsigned *count = &text_counts[text->route][text->code];
        texts_of_code[text->route][text->code][(*count)++] = (uint16_t)i;
    }
}

static unsigned pick_deferral_text(enum Route route)
{
    unsigned share = random_below(1000), code = 0;
    while (share >= code_shares[route][code])
        share -= code_shares[route][code++];
    return texts_of_code[route][code][random_below(text_counts[route][code])];
}

static void plan_within(uint64_t now, uint32_t slot, enum Step step, uint64_t low, uint64_t high)
{
    plan(now + random_between(low, high), slot, step);
}

static unsigned pick_recipient_count(void)
{
    unsigned share = random_below(100);
    if (share < 95)
        return 1;
    return share < 98 ? 2 : share < 99 ? 3 : 4 + random_below(MOST_RECIPIENTS - 3);
}

// Gives the slot a queue ID. One new message in fifty gets the ID of the slot's previous
// life: what a busy queue does to short IDs after `removed`.
static void assign_queue_id(uint64_t now, Message *message, uint64_t second, uint32_t micros)
{
    message->long_queue_id = options.queue_ids == QUEUE_IDS_LONG
        || (options.queue_ids == QUEUE_IDS_MIXED && chance(500));
    bool reuse = !message->long_queue_id && second != UINT64_MAX && chance(20);
    message->queue_second = now / MICROSECONDS;
    message->queue_micros = reuse ? micros : (uint32_t)(now % MICROSECONDS);
}

static uint32_t create_message(uint64_t now, enum Origin origin)
{
    uint32_t slot = allocate_slot();
    Message *message = &messages[slot];
    uint64_t old_second = message->queue_second;
    uint32_t old_micros = message->queue_micros;
    *message = (Message){ .key = random_bits(), .arrived = now, .origin = (uint8_t)origin };
    assign_queue_id(now, message, old_second, old_micros);
    unsigned recipient_count = origin == ORIGIN_NOTIFICATION ? 1 : pick_recipient_count();
    message->recipient_count = (uint8_t)recipient_count;
    message->pending = (uint8_t)((1u << message->recipient_count) - 1);
    message->one_domain = is_local(message) || chance(600);
    if (options.profile == PROFILE_DESTINATIONS) {
        bool is_outgoing = origin == ORIGIN_CLIENT || origin == ORIGIN_PICKUP;
        message->domain = destinations_used;
        if (is_outgoing)
            destinations_used += message->one_domain ? 1 : message->recipient_count;
    } else {
        message->domain = zipf_domain(random_bits());
    }
    return slot;
}

static void start_message(uint64_t now)
{
    unsigned share = random_below(1000);
    if (share < PICKUP_SHARE) {
        plan(now, create_message(now, ORIGIN_PICKUP), STEP_PICKUP);
        return;
    }
    bool is_rejected = share < PICKUP_SHARE + REJECTED_SHARE;
    uint32_t slot = create_message(now, is_rejected ? ORIGIN_REJECTED : ORIGIN_CLIENT);
    messages[slot].process = take_process(&smtpd_pool);
    plan(now, slot, STEP_CONNECT);
}

static void connect_client(uint64_t now, uint32_t slot)
{
    log_connect(now, &messages[slot]);
    bool is_rejected = messages[slot].origin == ORIGIN_REJECTED;
    plan_within(now, slot, is_rejected ? STEP_REJECT : STEP_CLIENT,
                5 * MILLISECONDS, 300 * MILLISECONDS);
}

static void plan_first_delivery(uint64_t now, uint32_t slot)
{
    plan_within(now + habits.hold, slot, STEP_DELIVER, 5 * MILLISECONDS, 400 * MILLISECONDS);
}

static void disconnect_client(uint64_t now, uint32_t slot)
{
    log_disconnect(now, &messages[slot]);
    release_process(&smtpd_pool, messages[slot].process);
    if (messages[slot].origin == ORIGIN_REJECTED)
        free_slot(slot);
    else
        plan_first_delivery(now, slot);
}

static void activate(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    log_active(now, slot);
    message->this_pass = message->pending;
    message->bounced = false;
    if (message->passes > 0)
        plan_within(now, slot, STEP_DELIVER, 2 * MILLISECONDS, 100 * MILLISECONDS);
    else if (message->origin == ORIGIN_CLIENT)
        plan_within(now, slot, STEP_DISCONNECT, 2 * MILLISECONDS, 100 * MILLISECONDS);
    else
        plan_first_delivery(now, slot);
}

static const char *const tls_clue =
    "Trusted TLS connection established to %h[%i]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 "
    "(256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256";

static const char *clue_of(const Message *message)
{
    return message->status == STATUS_DEFERRED ? deferral_texts[message->text].clue : tls_clue;
}

static void decide_deferral(Message *message, enum Route route)
{
    message->text = (uint16_t)pick_deferral_text(route);
    const DeferralText *text = &deferral_texts[message->text];
    message->agent = (uint8_t)text->agent;
    message->suspended = route == ROUTE_REMOTE && text->code != CODE_OTHER
        && chance(habits.suspended);
    if (message->suspended)
        message->agent = AGENT_ERROR;
    message->clue_due = text->clue != NULL && !message->suspended;
    bool tries_servers = route == ROUTE_REMOTE && text->code != CODE_DNS && !message->suspended;
    message->earlier = (uint8_t)(tries_servers && chance(300) ? 1 + random_below(2) : 0);
}

static void decide_success(Message *message, enum Route route)
{
    bool is_remote = route == ROUTE_REMOTE;
    message->status = STATUS_SENT;
    message->text = (uint16_t)random_below(sizeof sent_texts / sizeof sent_texts[0]);
    message->clue_due = is_remote && chance(40);
    message->earlier = is_remote && chance(25);
}

static void decide_outcome(Message *message)
{
    enum Route route = is_local(message) ? ROUTE_LOCAL : ROUTE_REMOTE;
    unsigned share = random_below(1000);
    message->agent = route == ROUTE_LOCAL ? AGENT_LMTP : AGENT_SMTP;
    message->suspended = message->clue_due = false;
    message->earlier = 0;
    if (share < habits.deferred) {
        message->status = STATUS_DEFERRED;
        decide_deferral(message, route);
    } else if (share < habits.deferred + habits.bounced) {
        message->status = STATUS_BOUNCED;
        message->text = (uint16_t)random_below(sizeof bounce_texts / sizeof bounce_texts[0]);
    } else {
        decide_success(message, route);
    }
}

static void plan_rest_of_delivery(uint64_t now, uint32_t slot)
{
    const Message *message = &messages[slot];
    bool has_clue = message->earlier > 0 || message->clue_due;
    plan_within(now, slot, has_clue ? STEP_CLUE : STEP_STATUS,
                20 * MILLISECONDS, 1500 * MILLISECONDS);
}

static void start_delivery(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    unsigned first = message->this_pass & -message->this_pass;
    message->group = message->one_domain ? message->this_pass : (uint8_t)first;
    decide_outcome(message);
    message->process = take_process(&agent_pools[message->agent]);
    plan_rest_of_delivery(now, slot);
}

static void give_clue(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    if (message->earlier > 0) {
        log_earlier_server(now, slot, message->earlier--);
    } else {
        log_clue(now, message, clue_of(message));
        message->clue_due = false;
    }
    plan_rest_of_delivery(now, slot);
}

static Outcome final_outcome(const Message *message)
{
    const FinalText *text;
    if (message->status == STATUS_SENT)
        text = is_local(message) ? &local_sent_text : &sent_texts[message->text];
    else
        text = is_local(message) ? &local_bounce_text : &bounce_texts[message->text];
    return (Outcome){ text->relay, text->dsn, "", text->text };
}

static Outcome planned_outcome(const Message *message)
{
    if (message->status != STATUS_DEFERRED)
        return final_outcome(message);
    const DeferralText *text = &deferral_texts[message->text];
    if (message->suspended)
        return (Outcome){ RELAY_NONE, text->dsn, "delivery temporarily suspended: ", text->text };
    return (Outcome){ text->relay, text->dsn, "", text->text };
}

static void count_deferral(Message *message, unsigned recipient, enum Code code)
{
    uint64_t mark = 1ull << (8 * recipient + code);
    totals.codes[code].attempts++;
    totals.codes[code].messages += !(message->codes >> code & 1);
    totals.codes[code].recipients += !(message->code_marks & mark);
    message->codes |= (uint8_t)(1u << code);
    message->code_marks |= mark;
}

static void count_status(Message *message, unsigned recipient)
{
    totals.by_status[message->status]++;
    totals.recipients += !(message->seen >> recipient & 1);
    message->seen |= (uint8_t)(1u << recipient);
    if (message->status == STATUS_DEFERRED)
        count_deferral(message, recipient, deferral_texts[message->text].code);
}

static void plan_retry(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    if (++message->passes >= MOST_PASSES) {
        plan_within(now, slot, STEP_EXPIRED, MILLISECONDS, 20 * MILLISECONDS);
        return;
    }
    uint64_t wait = FIRST_RETRY << (message->passes - 1);
    wait = wait < LONGEST_RETRY ? wait : LONGEST_RETRY;
    plan_within(now, slot, STEP_ACTIVE, wait, wait + wait / 4);
}

static void leave_pass(uint64_t now, uint32_t slot)
{
    if (messages[slot].pending != 0)
        plan_retry(now, slot);
    else
        plan_within(now, slot, STEP_REMOVED, MILLISECONDS, 20 * MILLISECONDS);
}

static void finish_delivery(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    Outcome outcome = planned_outcome(message);
    for (unsigned recipient = 0; recipient < message->recipient_count; recipient++) {
        if (message->group >> recipient & 1) {
            log_status(now, slot, recipient, &outcome);
            count_status(message, recipient);
        }
    }
    release_process(&agent_pools[message->agent], message->process);
    message->this_pass &= (uint8_t)~message->group;
    if (message->status != STATUS_DEFERRED)
        message->pending &= (uint8_t)~message->group;
    message->bounced |= message->status == STATUS_BOUNCED;
    if (message->this_pass != 0)
        plan_within(now, slot, STEP_DELIVER, MILLISECONDS, 300 * MILLISECONDS);
    else if (message->bounced && message->origin != ORIGIN_NOTIFICATION)
        plan_within(now, slot, STEP_NOTICE, MILLISECONDS, 20 * MILLISECONDS);
    else
        leave_pass(now, slot);
}

// Tells the sender: a new message, from <> to the sender of the old one.
static void notify_sender(uint64_t now, uint32_t slot)
{
    uint32_t notification = create_message(now, ORIGIN_NOTIFICATION);
    messages[notification].key = messages[slot].key;
    log_message_id(now, notification);
    log_notice(now, slot, notification);
    plan_within(now, notification, STEP_ACTIVE, 5 * MILLISECONDS, 50 * MILLISECONDS);
    leave_pass(now, slot);
}

static void expire(uint64_t now, uint32_t slot)
{
    Message *message = &messages[slot];
    bool can_notify = message->origin != ORIGIN_NOTIFICATION;
    log_expired(now, slot);
    message->pending = 0;
    plan_within(now, slot, can_notify ? STEP_NOTICE : STEP_REMOVED,
                MILLISECONDS, 20 * MILLISECONDS);
}

static void take_step(uint64_t now, uint32_t slot)
{
    switch ((enum Step)messages[slot].step) {
    case STEP_CONNECT:
        connect_client(now, slot);
        break;
    case STEP_CLIENT:
        log_client(now, slot);
        plan_within(now, slot, STEP_MESSAGE_ID, 5 * MILLISECONDS, 60 * MILLISECONDS);
        break;
    case STEP_PICKUP:
        log_pickup(now, slot);
        plan_within(now, slot, STEP_MESSAGE_ID, 2 * MILLISECONDS, 20 * MILLISECONDS);
        break;
    case STEP_MESSAGE_ID:
        log_message_id(now, slot);
        plan_within(now, slot, STEP_ACTIVE, 5 * MILLISECONDS, 200 * MILLISECONDS);
        break;
    case STEP_ACTIVE:
        activate(now, slot);
        break;
    case STEP_DISCONNECT:
        disconnect_client(now, slot);
        break;
    case STEP_REJECT:
        log_reject(now, &messages[slot]);
        plan_within(now, slot, STEP_DISCONNECT, MILLISECONDS, 200 * MILLISECONDS);
        break;
    case STEP_DELIVER:
        start_delivery(now, slot);
        break;
    case STEP_CLUE:
        give_clue(now, slot);
        break;
    case STEP_STATUS:
        finish_delivery(now, slot);
        break;
    case STEP_NOTICE:
        notify_sender(now, slot);
        break;
    case STEP_EXPIRED:
        expire(now, slot);
        break;
    case STEP_REMOVED:
        log_removed(now, slot);
        free_slot(slot);
        break;
    }
}

static bool is_large_enough(void)
{
    return options.lines > 0 ? out.lines >= options.lines : bytes_written() >= options.bytes;
}

static bool is_arriving(const Message *message)
{
    return message->is_open && message->passes == 0
        && (message->step == STEP_MESSAGE_ID || message->step == STEP_ACTIVE);
}

// The log ends when it is large enough; messages that are just arriving still become
// active, so that every queue ID in it belongs to a whole arrival.
static void finish_arrivals(void)
{
    while (event_count > 0) {
        Event event = take_next_event();
        if (is_arriving(&messages[event.slot]))
            take_step(event.time, event.slot);
    }
}

static void write_log(void)
{
    uint64_t next_arrival = 0;
    while (!is_large_enough()) {
        if (event_count == 0 || next_arrival <= events[0].time) {
            start_message(next_arrival);
            next_arrival += random_between(1, 2 * MEAN_ARRIVAL_GAP);
        } else {
            Event event = take_next_event();
            take_step(event.time, event.slot);
        }
    }
    finish_arrivals();
    flush_output();
}

static void apply_profile(void)
{
    uint64_t bytes = options.lines > 0 ? options.lines * AVERAGE_LINE_BYTES : options.bytes;
    uint64_t room = bytes / BYTES_PER_MESSAGE_IN_FLIGHT;
    switch (options.profile) {
    case PROFILE_NORMAL:
        break;
    case PROFILE_STORM:
        habits.deferred = 800;
        habits.suspended = 400;
        break;
    case PROFILE_DESTINATIONS:
        many_destinations = true;
        break;
    case PROFILE_INFLIGHT:
        room = room < options.in_flight ? room : options.in_flight;
        habits.hold = MEAN_ARRIVAL_GAP * room * 1000 / (1000 - REJECTED_SHARE);
        break;
    }
}

static const char usage[] =
    "usage: generate-log (--bytes N | --lines N) [options] > LOG\n"
    "  --bytes N        at least N bytes; N may end in K, M or G (powers of 1024)\n"
    "  --lines N        at least N lines\n"
    "  --seed N         another log of the same kind (default 1)\n"
    "  --profile P      normal, storm (80 % of attempts deferred), destinations (1 million\n"
    "                   domains) or inflight (1 million messages at the same time, or what\n"
    "                   the size has room for)\n"
    "  --in-flight N    another number of messages for the profile inflight\n"
    "  --form F         traditional (no year) or rfc3339\n"
    "  --queue-ids Q    short, long or mixed\n"
    "  --totals FILE    what the log holds, as JSON\n";

static _Noreturn void stop_with_usage(void)
{
    fputs(usage, stderr);
    exit(2);
}

static uint64_t parse_size(const char *text)
{
    char *end;
    errno = 0;
    uint64_t value = strtoull(text, &end, 10);
    unsigned shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
    if (end == text || errno != 0 || text[0] == '-' || end[shift > 0] != '\0')
        stop_with_usage();
    return value << shift;
}

static unsigned parse_choice(const char *text, const char *const *choices)
{
    for (unsigned i = 0; choices[i] != NULL; i++)
        if (strcmp(text, choices[i]) == 0)
            return i;
    stop_with_usage();
}

static void parse_options(int count, char **arguments)
{
    static const char *const profiles[] = { "normal", "storm", "destinations", "inflight", NULL };
    static const char *const forms[] = { "traditional", "rfc3339", NULL };
    static const char *const queue_ids[] = { "short", "long", "mixed", NULL };
    static const struct option known[] = {
        { "bytes", required_argument, NULL, 'b' },     { "lines", required_argument, NULL, 'l' },
        { "seed", required_argument, NULL, 's' },      { "profile", required_argument, NULL, 'p' },
        { "in-flight", required_argument, NULL, 'i' }, { "form", required_argument, NULL, 'f' },
        { "queue-ids", required_argument, NULL, 'q' }, { "totals", required_argument, NULL, 't' },
        { NULL, 0, NULL, 0 },
    };
    int option;
    while ((option = getopt_long(count, arguments, "", known, NULL)) != -1) {
        switch (option) {
        case 'b': options.bytes = parse_size(optarg); break;
        case 'l': options.lines = parse_size(optarg); break;
        case 's': options.seed = parse_size(optarg); break;
        case 'i': options.in_flight = parse_size(optarg); break;
        case 'p': options.profile = (enum Profile)parse_choice(optarg, profiles); break;
        case 'f': out.form = (enum LineForm)parse_choice(optarg, forms); break;
        case 'q': options.queue_ids = (enum QueueIDs)parse_choice(optarg, queue_ids); break;
        case 't': options.totals_path = optarg; break;
        default: stop_with_usage();
        }
    }
    if (optind != count || (options.bytes == 0) == (options.lines == 0))
        stop_with_usage();
}

int main(int count, char **arguments)
{
    parse_options(count, arguments);
    random_state = options.seed;
    apply_profile();
    index_texts();
    write_log();
    if (options.totals_path != NULL)
        write_totals(options.totals_path);
    return 0;
}
