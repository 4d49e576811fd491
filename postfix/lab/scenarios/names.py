"""Names that do not resolve, or not to anything useful; what DNS says of certificates."""

from scenario import (FORMERR, GARBAGE, NXDOMAIN, REFUSED, SERVFAIL, SILENT, Scenario, Script, mx,
                      transport)

NOT_FOUND = transport("4.4.312", "network", "dns")
SECURED = mx(Script(tls="valid"))
# Well-formed, but of a usage that no client knows.
UNUSABLE_TLSA = [b"\x09\x01\x01" + bytes(32)]
WRONG_TLSA = [b"\x03\x01\x01" + bytes(range(32))]


def dane_failure(refinement, by_companion=False):
    return transport("4.7.320", "remote", "certificate", refinement=refinement,
                     refined_by_companion=by_companion)


SCENARIOS = [
    Scenario("servfail", "The resolver answers SERVFAIL for the domain's MX.",
             (NOT_FOUND,), dns={("@", "*"): SERVFAIL}),
    Scenario("dns-silent", "The resolver never answers for this domain.",
             (NOT_FOUND,), dns={("@", "*"): SILENT}),
    Scenario("dns-refused", "The resolver answers REFUSED.",
             (NOT_FOUND,), dns={("@", "*"): REFUSED}),
    Scenario("dns-garbage", "The resolver's answer is cut off inside a record.",
             (NOT_FOUND,), dns={("@", "*"): GARBAGE}),
    Scenario("mx-host-servfail", "The MX is known, its address is SERVFAIL.",
             (NOT_FOUND,), hosts=mx(), dns={("mx", "*"): SERVFAIL, ("mx", "A"): SERVFAIL}),
    Scenario("nxdomain-soft", "The domain does not exist, and soft_bounce=yes keeps the message.",
             (NOT_FOUND,), dns={("@", "*"): NXDOMAIN}, transport="soft:"),
    Scenario("mx-to-nowhere-deferred", "The MX host has no address; smtp_defer_if_no_mx_address_found=yes.",
             (NOT_FOUND,), dns={("@", "MX"): [(10, "mx.mx-to-nowhere-deferred.test")]}, transport="defer-no-mx:"),
    Scenario("native-lookup", "smtp_host_lookup=native, and the resolver fails.",
             (NOT_FOUND,), dns={("@", "*"): SERVFAIL}, transport="native:"),
    Scenario("relayhost-unknown", "Our relayhost's name does not exist.",
             (transport("4.4.312", "local", "dns"),), transport="via-relayhost:[gone.relayhost.test]"),
    Scenario("dns-reply-filter", "Our own DNS reply filter drops every answer.",
             (transport("4.4.312", "local", "dns"),), hosts=mx(), transport="dns-filter:"),
    Scenario("nxdomain", "The domain does not exist.", fate="bounced"),
    Scenario("mx-to-nowhere", "The MX host does not exist.", fate="bounced",
             dns={("@", "MX"): [(10, "mx.mx-to-nowhere.test")]}),
    Scenario("null-mx", "The domain says by a null MX that it takes no mail.", fate="bounced",
             dns={("@", "MX"): [(0, "")]}),
    Scenario("dns-formerr", "The resolver answers FORMERR.", fate="bounced", dns={("@", "*"): FORMERR}),
    Scenario("tlsa-servfail", "DANE: the TLSA look-up fails.",
             (transport("4.4.312", "network", "dns", refinement="dnssec-invalid"),),
             hosts=SECURED, secure=True, tls="dane", dns={("_25._tcp.mx", "TLSA"): SERVFAIL}),
    Scenario("dane-only-unsigned", "DANE is required, the zone is not signed.",
             (dane_failure("dane-required"),), hosts=mx(Script(tls="valid")), tls="dane-only"),
    Scenario("dane-only-no-tlsa", "DANE is required, the signed zone has no TLSA record.",
             (dane_failure("dane-required"),), hosts=mx(Script(tls="valid")), secure=True, tls="dane-only"),
    Scenario("tlsa-unusable", "DANE is required, the only TLSA record is of an unknown usage.",
             (dane_failure("tlsa-invalid"),), hosts=mx(Script(tls="valid")), secure=True, tls="dane-only",
             dns={("_25._tcp.mx", "TLSA"): UNUSABLE_TLSA}),
    Scenario("dane-mismatch", "DANE: the key is not the one that TLSA names.",
             (dane_failure("validation-failure", by_companion=True),), hosts=mx(Script(tls="valid")),
             secure=True, tls="dane", dns={("_25._tcp.mx", "TLSA"): WRONG_TLSA}),
    Scenario("dane-match", "DANE: the key is the one that TLSA names.", fate="sent",
             hosts=mx(Script(tls="self-signed")), secure=True, tls="dane-only",
             dns={("_25._tcp.mx", "TLSA"): ["own"]}),
    Scenario("loops-to-myself", "The MX is this machine.", fate="bounced",
             dns={("@", "MX"): [(10, "mx.loops-to-myself.test")], ("mx", "A"): ["127.0.0.1"]}),
]
