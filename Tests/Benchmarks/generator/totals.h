// What the log holds, counted while it is written: the answer that readers must find.

#ifndef GENERATOR_TOTALS_H
#define GENERATOR_TOTALS_H

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>

#include "texts.h"
#include "writer.h"

enum Status { STATUS_SENT, STATUS_DEFERRED, STATUS_BOUNCED, STATUS_COUNT };

typedef struct {
    uint64_t attempts, messages, recipients;
} CodeTotals;

static struct {
    uint64_t by_status[STATUS_COUNT];
    uint64_t messages, recipients, message_ids;
    CodeTotals codes[CODE_COUNT];
} totals;

static inline void print_code_totals(FILE *file)
{
    const char *separator = "";
    for (unsigned code = 0; code < CODE_COUNT; code++) {
        const CodeTotals *of_code = &totals.codes[code];
        fprintf(file,
                "%s\n    \"%s\": {\"attempts\": %" PRIu64 ", \"messages\": %" PRIu64
                ", \"recipients\": %" PRIu64 "}",
                separator, code_names[code], of_code->attempts, of_code->messages,
                of_code->recipients);
        separator = ",";
    }
}

static inline void write_totals(const char *path)
{
    FILE *file = fopen(path, "w");
    if (file == NULL)
        fail("cannot create the totals file");
    const uint64_t *by_status = totals.by_status;
    fprintf(file, "{\n  \"lines\": %" PRIu64 ",\n  \"attempts\": %" PRIu64 ",\n", out.lines,
            by_status[STATUS_SENT] + by_status[STATUS_DEFERRED] + by_status[STATUS_BOUNCED]);
    fprintf(file,
            "  \"sent\": %" PRIu64 ",\n  \"deferred\": %" PRIu64 ",\n  \"bounced\": %" PRIu64 ",\n",
            by_status[STATUS_SENT], by_status[STATUS_DEFERRED], by_status[STATUS_BOUNCED]);
    fprintf(file, "  \"messages\": %" PRIu64 ",\n  \"recipients\": %" PRIu64 ",\n",
            totals.messages, totals.recipients);
    fprintf(file, "  \"message_ids\": %" PRIu64 ",\n  \"codes\": {", totals.message_ids);
    print_code_totals(file);
    fprintf(file, "\n  }\n}\n");
    if (ferror(file) || fclose(file) != 0)
        fail("cannot write the totals file");
}

#endif
