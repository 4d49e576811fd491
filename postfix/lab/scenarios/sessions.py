"""Sessions that do not come about, or break."""

from scenario import CLOSE, HANG, RESET, Scenario, Script, mx, transport

SCENARIOS = [
    Scenario("greeting-shutdown", "The server greets with 421: it is shutting down.",
             (transport("4.4.317", "remote", "greeting", category="remote-system"),),
             hosts=mx(Script(greeting="421 4.3.2 {host} Service shutting down and closing transmission channel"))),
    Scenario("tls-not-offered", "Our policy wants TLS, the server offers none.",
             (transport("4.4.317", "remote", "starttls", refinement="starttls-not-supported"),),
             hosts=mx(), tls="encrypt"),
    Scenario("lost-at-rcpt", "The server closes the connection after RCPT TO.",
             (transport("4.4.318", "remote", "rcpt", "message"),), hosts=mx(Script(rcpt=CLOSE))),
    Scenario("hang-at-mail", "The server never answers MAIL FROM.",
             (transport("4.4.318", "remote", "mail", "message"),), hosts=mx(Script(mail=HANG))),
    Scenario("certificate-expired", "The certificate has expired.",
             (transport("4.7.320", "remote", "certificate", refinement="certificate-expired",
                        refined_by_companion=True),),
             hosts=mx(Script(tls="expired")), tls="secure"),
]
