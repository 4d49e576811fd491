// Names in the log: domains, hosts, addresses. Every name follows from a number, so
// nothing is stored. Domains end in reserved names (RFC 2606), addresses of servers are
// from the benchmark network 198.18.0.0/15 (RFC 2544).

#ifndef GENERATOR_NAMES_H
#define GENERATOR_NAMES_H

#include "random.h"
#include "writer.h"

#define OWN_DOMAIN "mx1.own.example"
#define NORMAL_DOMAINS 50000u
#define MANY_DOMAINS 1000000u
#define SENDERS 5000u

static const char *const first_words[32] = {
    "amber", "birch", "cedar", "delta", "ember", "falcon", "granite", "harbor",
    "indigo", "jasper", "kestrel", "laurel", "maple", "nickel", "opal", "pine",
    "quartz", "river", "silver", "timber", "umber", "violet", "willow", "yarrow",
    "zephyr", "bright", "clear", "north", "south", "stone", "swift", "green",
};

static const char *const second_words[32] = {
    "bank", "bridge", "clinic", "college", "craft", "digital", "energy", "factory",
    "foods", "garden", "group", "hotel", "hosting", "insurance", "labs", "legal",
    "logistics", "market", "media", "motors", "museum", "office", "paper", "press",
    "retail", "school", "software", "studio", "systems", "textile", "travel", "works",
};

static const char *const given_names[32] = {
    "anna", "bob", "carla", "david", "elif", "felix", "gita", "hugo",
    "ines", "jan", "kemal", "lena", "maria", "nils", "olga", "paul",
    "queenie", "ravi", "sara", "tom", "ulla", "victor", "wanda", "xavier",
    "yusuf", "zoe", "info", "sales", "office", "support", "billing", "newsletter",
};

static const char *const family_names[32] = {
    "aksoy", "becker", "costa", "demir", "ekberg", "fischer", "garcia", "hansen",
    "ivanov", "jensen", "kaya", "larsen", "moreau", "novak", "oliveira", "petrov",
    "quinn", "rossi", "santos", "tanaka", "ueda", "vogel", "weber", "xu",
    "yilmaz", "zeman", "brown", "clark", "dubois", "evans", "fontaine", "green",
};

// Zipf-like: every octave of ranks (1, 2-3, 4-7, ...) is drawn equally often, and every
// rank of an octave equally often, which is close to a share of 1/rank.
static inline uint32_t zipf_domain(uint64_t bits)
{
    uint32_t octaves = 16;
    for (;; bits = mix(bits + GOLDEN_STEP)) {
        uint32_t octave = (uint32_t)(bits & 0xFFFF) * octaves >> 16;
        uint32_t rank = (1u << octave) + ((uint32_t)(bits >> 16) & ((1u << octave) - 1));
        if (rank <= NORMAL_DOMAINS)
            return rank - 1;
    }
}

static inline void put_domain_stem(uint32_t domain)
{
    put_text(first_words[domain % 32]);
    put_text(second_words[domain / 32 % 32]);
    if (domain >= 1024)
        put_number(domain / 1024);
}

static inline void put_domain(uint32_t domain)
{
    static const char *const endings[4] = { ".example", ".test", ".co.example", ".co.test" };
    put_domain_stem(domain);
    put_text(endings[(domain * 2654435761u) >> 30]);
}

// The server of a domain; rank 0 is the one that answers last, higher ranks are those
// tried before it. Three domains in ten are hosted by large providers.
static inline void put_server(uint32_t domain, unsigned rank)
{
    unsigned hosting = (domain * 2246822519u) >> 16 & 0xFF;
    if (hosting < 45) {
        if (rank == 0) {
            PUT("aspmx.l.google.com");
        } else {
            PUT("alt");
            put_number(rank);
            PUT(".aspmx.l.google.com");
        }
    } else if (hosting < 75) {
        put_domain_stem(domain);
        PUT("-example.mail.protection.outlook.com");
    } else if (hosting < 85) {
        PUT("mx0");
        put_char((char)('a' + rank));
        PUT("-00");
        put_hex(domain, 6);
        PUT(".pphosted.com");
    } else {
        PUT("mx");
        put_number(rank + 1);
        put_char('.');
        put_domain(domain);
    }
}

static inline void put_server_address(uint32_t domain, unsigned rank)
{
    uint32_t host = (uint32_t)mix(domain * 4ull + rank);
    PUT("198.");
    put_number(18 + (host & 1));
    put_char('.');
    put_number(host >> 8 & 0xFF);
    put_char('.');
    put_number(1 + (host >> 16) % 254);
}

static inline void put_server_address6(uint32_t domain, unsigned rank)
{
    uint32_t host = (uint32_t)mix(domain * 4ull + rank);
    static const char hex[] = "0123456789abcdef";
    PUT("2001:db8:");
    for (unsigned i = 0; i < 4; i++)
        put_char(hex[i == 0 ? 1 + (host & 7) : host >> (4 * i) & 15]);
    PUT("::25");
}

static inline void put_client(uint64_t key)
{
    uint64_t bits = derive(key, 3);
    uint32_t domain = zipf_domain(bits);
    if (bits % 20 == 0) {
        PUT("unknown");
    } else {
        PUT("out");
        put_number(1 + domain % 9);
        put_char('.');
        put_domain(domain);
    }
    PUT("[203.0.113.");
    put_number(1 + (bits >> 40) % 254);
    put_char(']');
}

static inline void put_sender(uint64_t key)
{
    uint32_t sender = (uint32_t)(derive(key, 2) % SENDERS);
    put_text(given_names[sender % 32]);
    put_char('.');
    put_text(family_names[sender / 32 % 32]);
    if (sender >= 1024)
        put_number(sender / 1024);
    PUT("@");
    put_text(second_words[sender * 7 % 32]);
    PUT(".own.example");
}

// `index` keeps the recipients of one message apart: it is part of the number.
static inline void put_mailbox(uint64_t bits, unsigned index)
{
    put_text(given_names[bits % 32]);
    put_char('.');
    put_text(family_names[bits / 32 % 32]);
    put_number((bits >> 16) % 500 * 8 + index);
}

#endif
