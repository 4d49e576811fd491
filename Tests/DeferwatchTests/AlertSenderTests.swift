import Foundation
import Glibc
import Synchronization
import Testing

@testable import deferwatch

/// Notices on their way: webhooks, programs, tries.
@Suite(.serialized) struct AlertSenderTests {
    /// As in the daemon: a program that does not read its notice ends nobody.
    init() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    private static var notice: AlertNotice {
        let detail = AlertDetail(since: 0, code: "4.4.316", text: "attempts fail")
        let problem = AlertProblem(event: .down, subject: "dead.example")
        return AlertNotice(
            AlertBook.News(begun: [(problem, detail)]),
            alert: "ops",
            host: "mx",
            now: 60
        )
    }

    private static func wait(_ what: String, until holds: () -> Bool) async throws {
        for _ in 0..<500 where !holds() { try await Task.sleep(for: .milliseconds(20)) }
        #expect(holds(), "\(what)")
    }

    private static func patience(_ tries: Int) -> AlertSender.Patience {
        AlertSender.Patience(tries: tries, first: .milliseconds(1), longest: .milliseconds(8))
    }

    @Test func `what fails is tried again, what is refused is not`() async throws {
        let outcomes: [AlertOutcome] = [.failed("x"), .failed("x"), .delivered, .refused("no")]
        let tried = Mutex(0)
        let notes = Mutex<[String]>([])
        let sender = AlertSender("ops", patience: Self.patience(5)) { _ in
            tried.withLock { tried in
                tried += 1
                return outcomes[min(tried, outcomes.count) - 1]
            }
        } note: { note in
            notes.withLock { $0.append(note) }
        }
        sender.send(Self.notice)
        sender.send(Self.notice)
        try await Self.wait("two notices") { notes.withLock { $0.count } == 2 }
        sender.stop()
        #expect(4 == tried.withLock { $0 })
        #expect(
            ["alert ops: x: trying again", "alert ops: no: the notice was given up"]
                == notes.withLock { $0 }
        )
    }

    @Test func `a deaf receiver costs a bounded queue and nobody's time`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let given = Mutex(0)
        let lost = Mutex(0)
        let sender = AlertSender("ops", patience: Self.patience(1)) { _ in
            gate.wait()
            given.withLock { $0 += 1 }
            return .delivered
        } note: { note in
            if note.contains("given up") { lost.withLock { $0 += 1 } }
        }
        let begin = ContinuousClock.now
        for _ in 0..<100 { sender.send(Self.notice) }
        #expect(ContinuousClock.now - begin < .seconds(1))
        for _ in 0..<100 { gate.signal() }
        try await Self.wait("the rest") { given.withLock { $0 } + lost.withLock { $0 } == 100 }
        sender.stop()
        #expect((16...17).contains(given.withLock { $0 }))
    }

    @Test func `pauses double up to a bound`() {
        let patience = AlertSender.Patience()
        let pauses = (1...8).map { patience.pause(after: $0) }
        #expect([5, 10, 20, 40, 80, 160, 300, 300].map { Duration.seconds($0) } == pauses)
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK", AlertOutcome.delivered), ("HTTP/1.0 204 No Content", .delivered),
        ("HTTP/1.1 503 Busy", .failed("HTTP status 503")),
        ("HTTP/1.1 429 Slow", .failed("HTTP status 429")),
        ("HTTP/1.1 301 Moved", .refused("HTTP status 301")),
        ("HTTP/1.1 404 Gone", .refused("HTTP status 404")),
        ("220 mail", .failed("its answer is not HTTP")), ("", .failed("its answer is not HTTP")),
    ])
    func `a status says whether to try again`(line: String, outcome: AlertOutcome) {
        #expect(outcome == AlertDelivery.outcome(Array(line.utf8)))
    }

    @Test(
        arguments: [
            ("http://a.example", "a.example", 80, "/"),
            ("http://a.example:8080/x?y=z#f", "a.example", 8080, "/x?y=z"),
            ("http://[::1]:99/x", "::1", 99, "/x"), ("http://192.0.2.1?q", "192.0.2.1", 80, "/?q"),
        ] as [(String, String, UInt16, String)]
    )
    func `a URL is taken apart`(text: String, host: String, port: UInt16, path: String) throws {
        let address = try WebhookAddress(text)
        #expect(host == address.host && port == address.port && path == address.path)
    }

    @Test(arguments: [
        ("https://a.example/", "https is for a program"), ("ftp://a", "must be a URL"),
        ("http://u:p@a.example/", "must not hold a password"), ("http:///x", "must be a URL"),
        ("http://a:0/", "must be a URL"), ("http://a:x/", "must be a URL"),
        ("http://a/\r\nX: y", "must be a URL"), ("http://[::1", "must be a URL"),
    ])
    func `what is no such URL is refused with what would be right`(text: String, part: String) {
        let error = #expect(throws: SettingError.self) { try WebhookAddress(text) }
        #expect(error?.sentence.contains(part) == true)
    }

    // MARK: programs

    private static func deliver(
        _ folder: Folder,
        _ script: String,
        timeout: Int64 = 10
    ) throws
        -> AlertOutcome
    {
        var route = AlertRoute()
        route.id = "ops"
        route.program = ["/bin/sh", "-c", script, "alert", folder.path]
        route.timeout = timeout
        return AlertDelivery(route: route).deliver(notice)
    }

    @Test func `a program gets the notice, a few variables and nothing else`() throws {
        let folder = try Folder()
        let outcome = try Self.deliver(folder, "cat > $1/notice; env > $1/env")
        #expect(.delivered == outcome)
        let notice = folder.read("notice")
        for part in [
            #""schema":"deferwatch.alert/1""#, #""status":"firing""#, #""alert":"ops""#,
            #""event":"down","since":"1970-01-01T00:00:00Z","subject":"dead.example""#,
            #""text":"mx: down dead.example 4.4.316""#,
        ] {
            #expect(notice.contains(part), "\(part) is not in \(notice)")
        }
        let environment = folder.read("env")
        #expect(environment.contains("DEFERWATCH_FIRING=1\n"))
        #expect(environment.contains("DEFERWATCH_STATUS=firing\n"))
        #expect(!environment.contains("HOME="))
    }

    @Test func `a program starts without the daemon's blocked signals`() throws {
        let folder = try Folder()
        var before = sigset_t()
        unsafe pthread_sigmask(SIG_SETMASK, nil, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        Shutdown.block([SIGUSR2, SIGHUP])
        let outcome = try Self.deliver(folder, "grep SigBlk /proc/self/status > $1/mask")
        #expect(.delivered == outcome)
        #expect(folder.read("mask").hasSuffix("\t0000000000000000\n"))
    }

    @Test func `a program that fails is told by its status`() throws {
        let outcome = try Self.deliver(Folder(), "exit 3")
        #expect(.failed("/bin/sh ended with status 3") == outcome)
    }

    @Test func `a program that neither reads nor ends is ended`() throws {
        let begin = ContinuousClock.now
        let outcome = try Self.deliver(Folder(), "trap '' TERM; exec sleep 60", timeout: 1)
        #expect(.failed("/bin/sh was ended after 1 s") == outcome)
        #expect(ContinuousClock.now - begin < .seconds(20))
    }

    @Test func `a program that is not there is a failure, not a crash`() {
        var route = AlertRoute()
        route.program = ["/nonexistent/program"]
        let outcome = AlertDelivery(route: route).deliver(Self.notice)
        #expect(.failed("/nonexistent/program cannot be run") == outcome)
    }

    // MARK: a daemon that runs

    @Test func `a destination that dies and returns is told to both, begun and resolved`()
        async throws
    {
        let folder = try Folder()
        let hook = try HookServer(answers: ["503 Busy", "200 OK"])
        let config = """
            [health]
            down_after = '1m'
            [[alert]]
            id = 'hook'
            webhook = 'http://127.0.0.1:\(hook.port)/in'
            on = 'down'
            after = '0s'
            settle = '1s'
            interval = '1s'
            [[alert]]
            id = 'run'
            exec = ['/bin/sh', '-c', 'cat >> \(folder.path)/notices']
            destination = '.example'
            on = ['down', 'queue-age']
            after = '0s'
            settle = '1s'
            interval = '1s'
            queue_age = '10m'
            """
        let daemon = try await RunningDaemon(folder, config: config)
        try await daemon.log(LogLines.outage(of: "dead.example"))
        try await daemon.wait("the program's notice") {
            folder.read("notices").contains(#""status":"firing""#)
        }
        try await daemon.wait("the webhook's second try") { hook.requests.count >= 2 }
        #expect(hook.requests[0] == hook.requests[1])
        #expect(hook.requests[0].hasPrefix("POST /in HTTP/1.1\r\nHost: 127.0.0.1:\(hook.port)\r\n"))
        #expect(hook.requests[0].contains(#""subject":"dead.example""#))
        try await daemon.log(
            ["A1BCDEF", "A2BCDEF", "A3BCDEF"].map { LogLines.sent($0, to: "u@dead.example") }
        )
        try await daemon.wait("its end") {
            folder.read("notices").contains(#""status":"resolved""#)
        }
        try await daemon.wait("its end at the webhook") {
            hook.requests.last?.contains(#""status":"resolved""#) == true
        }
        let told = folder.read("notices").components(separatedBy: #""event":"down""#).count - 1
        #expect(2 == told, "\(folder.read("notices"))")
        #expect(0 == (try await daemon.stop()))
    }
}

/// A web server of a test: notes what it is asked, and answers from a list, the last for good.
private final class HookServer: Sendable {
    let port: UInt16
    private let state = Mutex<[String]>([])

    var requests: [String] { state.withLock { $0 } }

    init(answers: [String]) throws {
        let listener = try LoopbackListener()
        port = listener.port
        let thread = Thread { [self] in
            for number in 0... {
                guard let text = listener.serve({ answers[min(number, answers.count - 1)] }) else {
                    return
                }
                state.withLock { $0.append(text) }
            }
        }
        thread.start()
    }
}
