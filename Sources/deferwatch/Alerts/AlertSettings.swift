import PolicyService

/// The keys of an [[alert]].
enum AlertSettings {
    static let all: [Setting<AlertRoute>] = [
        .text("id", \.id, "Its name in notices and in the log."),
        .webhook,
        .program,
        .words(
            "on",
            \.events,
            "What it is about: down, throttled, local-fault, stale, blast-radius, queue-age, expiry; not given: all."
        ),
        .list(
            "destination",
            \.destinations,
            read: { try DomainPattern($0) },
            print: { $0.description },
            "Only these destinations: DOMAIN, .DOMAIN; guards are told all the same."
        ),
        .time(
            "after",
            \.damping.after,
            within: 0...86_400,
            "A problem lasts so long before it is told; by default 1m."
        ),
        .time(
            "settle",
            \.damping.settle,
            within: 1...86_400,
            "It is gone so long before it is told to be resolved, longer if it came back before; by default 5m."
        ),
        .time(
            "interval",
            \.damping.interval,
            within: 1...86_400,
            "Between two notices: what comes meanwhile goes into one; by default 5m."
        ),
        .time("queue_age", \.queueAge, "Mail that waits longer is queue-age; by default 1h."),
        .time(
            "expires_within",
            \.expiresWithin,
            "Mail that is returned within that time is expiry; by default 1d."
        ),
        .time(
            "timeout",
            \.timeout,
            within: 1...300,
            "For one try to hand a notice on; by default 10s."
        ),
    ]
}

extension Setting<AlertRoute> {
    static var webhook: Self {
        Setting(
            key: "webhook",
            form: .text,
            meaning: "Where notices are posted: https://HOST[:PORT]/PATH, or http."
        ) { value, route in
            route.webhook = try WebhookAddress(Self.text(value))
        } get: { route in
            route.webhook.map { .text($0.text) }
        }
    }

    static var program: Self {
        Setting(
            key: "exec",
            form: .texts,
            meaning:
                "A program by its full path, with its arguments; a notice is its standard input."
        ) { value, route in
            let words = try Self.texts(value)
            guard words.first?.hasPrefix("/") == true else {
                throw SettingError("must begin with the full path of a program")
            }
            route.program = words
        } get: { route in
            .texts(route.program)
        }
    }
}
