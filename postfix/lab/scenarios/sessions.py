"""Sessions that do not come about, or break."""

from scenario import CLOSE, HANG, RESET, Scenario, Script, mx, other, transport


def no_session(stage="greeting", scope="destination", **more):
    return transport("4.4.317", "remote", stage, scope, **more)


def broken(stage, scope="destination"):
    return transport("4.4.318", "remote", stage, scope)


def certificate(refinement):
    return transport("4.7.320", "remote", "certificate", refinement=refinement,
                     refined_by_companion=refinement != "-")


def broken_handshake(name, about, how):
    return Scenario(name, about, (no_session("starttls", refinement="validation-failure"),),
                    hosts=mx(Script(tls=how)), tls="encrypt")


GREETINGS = [
    Scenario("greeting-shutdown", "The server greets with 421: it is shutting down.",
             (no_session(category="remote-system"),),
             hosts=mx(Script(greeting="421 4.3.2 {host} Service shutting down and closing transmission channel"))),
    Scenario("greeting-rate", "The server greets with 421: too many connections from us.",
             (no_session(scope="sender", category="rate-limited"),),
             hosts=mx(Script(greeting="421 4.7.0 {host} Error: too many connections from {client}"))),
    Scenario("greeting-rate-lines", "The same in lines that break the phrase.",
             (no_session(scope="sender", category="rate-limited"),),
             hosts=mx(Script(greeting="421 4.7.0 {host} Error: too many\n4.7.0 connections from your address"))),
    Scenario("greeting-blocked", "The server greets with 554: our address is on a block list.",
             (no_session(scope="sender", category="reputation"),),
             hosts=mx(Script(greeting="554 5.7.1 Service unavailable; Client host [{client}] blocked using "
                                      "bl.blocklist.example"))),
    Scenario("greeting-no-ptr", "The server greets with 421: our address has no name.",
             (no_session(scope="sender", category="dns-of-sender"),),
             hosts=mx(Script(greeting="421 4.7.1 Client host rejected: cannot find your reverse hostname, "
                                      "[{client}]"))),
    # Postfix skips lines that are no reply and waits for one, so the log cannot tell this from silence.
    Scenario("greeting-http", "A web server sits on port 25: garbage, and no greeting.",
             (transport("4.4.318", "remote", "greeting"),),
             hosts=mx(Script(greeting=b"HTTP/1.1 400 Bad Request\r\nConnection: keep-alive\r\n"))),
    Scenario("helo-refused", "EHLO and HELO are refused: our name does not resolve for them.",
             (no_session("ehlo", "sender", category="dns-of-sender"),),
             hosts=mx(Script(ehlo="450 4.7.1 <mta1.lab.example>: Helo command rejected: Host not found",
                             helo="450 4.7.1 <mta1.lab.example>: Helo command rejected: Host not found"))),
    Scenario("helo-refused-for-good", "EHLO and HELO are refused with 550.", fate="bounced",
             hosts=mx(Script(ehlo="550 5.7.1 Not welcome", helo="550 5.7.1 Not welcome"))),
]

TLS = [
    Scenario("tls-not-offered", "Our policy wants TLS, the server offers none.",
             (no_session("starttls", refinement="starttls-not-supported"),), hosts=mx(), tls="encrypt"),
    Scenario("starttls-refused", "Our policy wants TLS, the server refuses STARTTLS for now.",
             (no_session("starttls", category="remote-system", refinement="starttls-not-supported"),),
             hosts=mx(Script(tls="valid", starttls="454 4.7.0 TLS not available due to local problem")),
             tls="encrypt"),
    broken_handshake("handshake-closed", "The server closes the connection inside the TLS handshake.", CLOSE),
    broken_handshake("handshake-reset", "The server resets the connection inside the TLS handshake.", RESET),
    broken_handshake("handshake-hang", "The server says nothing in the TLS handshake.", HANG),
    broken_handshake("handshake-garbage", "The server talks something else than TLS.", "GARBAGE"),
    Scenario("handshake-opportunistic", "A broken handshake, TLS not required: sent in the clear later.",
             (no_session("starttls", refinement="validation-failure"),), fate="sent", hosts=mx(Script(tls=CLOSE))),
    Scenario("certificate-expired", "The certificate has expired.",
             (certificate("certificate-expired"),), hosts=mx(Script(tls="expired")), tls="secure"),
    Scenario("certificate-not-yet-valid", "The certificate is not valid yet.",
             (certificate("-"),), hosts=mx(Script(tls="not-yet-valid")), tls="secure"),
    Scenario("certificate-self-signed", "The certificate is self-signed.",
             (certificate("certificate-not-trusted"),), hosts=mx(Script(tls="self-signed")), tls="secure"),
    Scenario("certificate-untrusted", "The certificate's issuer is unknown.",
             (certificate("certificate-not-trusted"),), hosts=mx(Script(tls="untrusted")), tls="verify"),
    Scenario("certificate-wrong-name", "The certificate is for another name.",
             (certificate("certificate-host-mismatch"),), hosts=mx(Script(tls="wrong-name")), tls="secure"),
    Scenario("certificate-fingerprint", "The certificate is not the one whose fingerprint we know.",
             (certificate("validation-failure"),), hosts=mx(Script(tls="valid")),
             tls="fingerprint match=" + ":".join(["AB"] * 32)),
    Scenario("certificate-good", "The certificate satisfies the policy.", fate="sent",
             hosts=mx(Script(tls="valid")), tls="secure"),
    Scenario("certificate-unchecked", "The certificate is bad, and nobody asked.", fate="sent",
             hosts=mx(Script(tls="expired"))),
]

BROKEN = [
    Scenario("lost-at-greeting", "Closed instead of a greeting.",
             (broken("greeting"),), hosts=mx(Script(greeting=CLOSE))),
    Scenario("reset-at-greeting", "Reset instead of a greeting.",
             (broken("greeting"),), hosts=mx(Script(greeting=RESET))),
    Scenario("hang-at-greeting", "No greeting ever comes.",
             (broken("greeting"),), hosts=mx(Script(greeting=HANG))),
    Scenario("lost-at-ehlo", "Closed after EHLO.", (broken("ehlo"),), hosts=mx(Script(ehlo=CLOSE, helo=CLOSE))),
    Scenario("hang-at-ehlo", "No answer to EHLO.", (broken("ehlo"),), hosts=mx(Script(ehlo=HANG))),
    Scenario("reset-at-ehlo", "Reset after EHLO.", (broken("ehlo"),), hosts=mx(Script(ehlo=RESET, helo=RESET))),
    Scenario("reset-at-starttls", "Reset after STARTTLS.",
             (broken("starttls"),), hosts=mx(Script(tls="valid", starttls=RESET)), tls="encrypt"),
    Scenario("hang-at-starttls", "No answer to STARTTLS.",
             (broken("starttls"),), hosts=mx(Script(tls="valid", starttls=HANG)), tls="encrypt"),
    Scenario("lost-at-starttls", "Closed after STARTTLS.",
             (broken("starttls"),), hosts=mx(Script(tls="valid", starttls=CLOSE)), tls="encrypt"),
    Scenario("lost-at-mail", "Closed after MAIL FROM.", (broken("mail", "message"),), hosts=mx(Script(mail=CLOSE))),
    Scenario("reset-at-mail", "Reset after MAIL FROM.", (broken("mail", "message"),), hosts=mx(Script(mail=RESET))),
    Scenario("hang-at-mail", "No answer to MAIL FROM.", (broken("mail", "message"),), hosts=mx(Script(mail=HANG))),
    Scenario("lost-at-rcpt", "Closed after RCPT TO.", (broken("rcpt", "message"),), hosts=mx(Script(rcpt=CLOSE))),
    Scenario("hang-at-rcpt", "No answer to RCPT TO.", (broken("rcpt", "message"),), hosts=mx(Script(rcpt=HANG))),
    Scenario("reset-at-rcpt", "Reset after RCPT TO.", (broken("rcpt", "message"),), hosts=mx(Script(rcpt=RESET))),
    Scenario("reset-at-data", "Reset after DATA.", (broken("data", "message"),), hosts=mx(Script(data=RESET))),
    Scenario("reset-at-end", "Reset after the final dot.",
             (broken("end-of-data", "message"),), hosts=mx(Script(end_of_data=RESET))),
    Scenario("lost-at-data", "Closed after DATA.", (broken("data", "message"),), hosts=mx(Script(data=CLOSE))),
    Scenario("hang-at-data", "No answer to DATA.", (broken("data", "message"),), hosts=mx(Script(data=HANG))),
    Scenario("lost-in-body", "Reset while the message is on its way.", (broken("message-body", "message"),),
             hosts=mx(Script(body=RESET)), body_bytes=9_000_000),
    Scenario("hang-in-body", "The server stops reading inside the message.", (broken("message-body", "message"),),
             hosts=mx(Script(body=HANG)), body_bytes=9_000_000),
    Scenario("lost-at-end", "Closed after the final dot.",
             (broken("end-of-data", "message"),), hosts=mx(Script(end_of_data=CLOSE))),
    Scenario("hang-at-end", "No answer to the final dot.",
             (broken("end-of-data", "message"),), hosts=mx(Script(end_of_data=HANG))),
]


def refused_for_good(stage, about, script, **more):
    return Scenario(f"{stage}-refused-for-good", about, fate="bounced", hosts=mx(script), **more)


REFUSED = [
    refused_for_good("starttls", "Our policy wants TLS, the server refuses STARTTLS with 554.",
                     Script(tls="valid", starttls="554 5.7.3 TLS is switched off here"), tls="encrypt"),
    refused_for_good("mail", "MAIL FROM is refused with 550.",
                     Script(mail="550 5.7.1 Sender is not wanted here")),
    refused_for_good("data", "DATA is refused with 554.", Script(data="554 5.5.1 Error: no valid recipients")),
    refused_for_good("message", "The message is refused with 554.",
                     Script(end_of_data="554 5.7.1 Message content rejected")),
]


def login(name, about, expected, auth, offered="AUTH PLAIN LOGIN"):
    return Scenario(name, about, (expected,), transport=f"sasl:[mx.{name}.test]",
                    hosts=mx(Script(auth=auth, extensions=(offered,))))


LOGINS = [
    login("login-refused", "The relay refuses our password.",
          other("authentication", "auth", "host", origin="local"),
          "535 5.7.8 Error: authentication failed: authentication failure"),
    login("login-trouble", "The relay cannot check passwords for now.",
          other("authentication", "auth", "sender"),
          "454 4.7.0 Temporary authentication failure: Connection lost to authentication server"),
    login("login-no-mechanism", "The relay offers no login method that we have.",
          other("authentication", "auth", "host", origin="local"), "504 5.5.4 No", offered="AUTH X-UNHEARD-OF"),
]

SCENARIOS = GREETINGS + TLS + BROKEN + REFUSED + LOGINS
