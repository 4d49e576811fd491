// Requests as smtpd(8) of Postfix 3.12 sends them at RCPT. A template is copied, and fields of
// fixed width in it are filled with digits: making a request costs next to nothing. SASL_USERS=N
// makes them requests of so many users who have logged in.

#include <stdlib.h>
#include <string.h>

static const char request_template[] =
    "request=smtpd_access_policy\nprotocol_state=RCPT\nprotocol_name=ESMTP\n"
    "client_address=192.0.2.1\nclient_name=mail-relay.example.org\nclient_port=40112\n"
    "reverse_client_name=mail-relay.example.org\nserver_address=198.51.100.7\nserver_port=25\n"
    "helo_name=mail-relay.example.org\nsender=newsletter+weekly=bounces@lists.example.org\n"
    "recipient=user.name@d0000000.example\nrecipient_count=0\nqueue_id=\n"
    "instance=1f4a.66a1b2c3.00000000.0\nsize=12345\netrn_domain=\nstress=\nsasl_method=\n"
    "sasl_username=\nsasl_sender=\nccert_subject=\nccert_issuer=\nccert_fingerprint=\n"
    "ccert_pubkey_fingerprint=\nencryption_protocol=TLSv1.3\n"
    "encryption_cipher=TLS_AES_256_GCM_SHA384\nencryption_keysize=256\n"
    "tls_sni=mx.example.com\npolicy_context=relay\ncompatibility_level=3.12\n"
    "mail_version=3.12-20260821\n\n";

static char request_text[1024];
static size_t request_length, domain_offset, instance_offset, user_offset;
static unsigned long domain_limit = 50000, user_limit;

static void prepare_requests(void)
{
    const char *limit = getenv("RECIPIENTS");
    if (limit && atol(limit) > 0)
        domain_limit = (unsigned long) atol(limit);
    const char *users = getenv("SASL_USERS");
    if (users && atol(users) > 0)
        user_limit = (unsigned long) atol(users);
    const char *rest = strstr(request_template, "sasl_sender=");
    // The line feed behind "sasl_username=" goes behind the name.
    size_t start = (size_t) (rest - request_template) - 1;
    memcpy(request_text, request_template, start);
    strcpy(request_text + start, user_limit ? "u0000000\n" : "\n");
    user_offset = start + 1;
    strcat(request_text, rest);
    request_length = strlen(request_text);
    domain_offset = (size_t) (strstr(request_text, "@d0000000") - request_text) + 2;
    instance_offset = (size_t) (strstr(request_text, ".00000000.0") - request_text) + 1;
}

static void write_digits(char *at, int width, unsigned long number, unsigned base)
{
    while (width-- > 0) {
        at[width] = "0123456789abcdef"[number % base];
        number /= base;
    }
}

// Writes request number `serial` and returns its length. Multiplying scatters the domains.
static size_t write_request(char *buffer, size_t size, unsigned long serial)
{
    if (request_length > size)
        abort();
    memcpy(buffer, request_text, request_length);
    write_digits(buffer + domain_offset, 7, serial * 7919 % domain_limit, 10);
    write_digits(buffer + instance_offset, 8, serial, 16);
    if (user_limit)
        write_digits(buffer + user_offset, 7, serial * 7919 % user_limit, 10);
    return request_length;
}
