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
        ("200", AlertOutcome.delivered), ("204", .delivered),
        ("503", .failed("HTTP status 503")), ("429", .failed("HTTP status 429")),
        ("301", .refused("HTTP status 301")), ("404", .refused("HTTP status 404")),
        ("000", .failed("its answer is not HTTP")), ("", .failed("its answer is not HTTP")),
    ])
    func `a status says whether to try again`(status: String, outcome: AlertOutcome) {
        #expect(outcome == WebhookPost.outcome(status))
    }

    @Test(arguments: [
        ("http://a.example", "a.example"), ("http://a.example:8080/x?y=z#f", "a.example"),
        ("https://u:p@a.example/x@y", "a.example"), ("https://[::1]:99/x", "::1"),
        ("http://192.0.2.1?q", "192.0.2.1"),
    ])
    func `a URL names its host`(text: String, host: String) throws {
        #expect(host == (try WebhookAddress(text)).host)
    }

    @Test(arguments: [
        ("ftp://a", "must be a URL"), ("http://u:p@a.example/", "must not hold a password"),
        ("http:///x", "must be a URL"), ("http://a:0/", "must be a URL"),
        ("https://a:x/", "must be a URL"), ("http://a/\r\nX: y", "must be a URL"),
        ("http://[::1", "must be a URL"), ("https://u@/", "must be a URL"),
    ])
    func `what is no such URL is refused with what would be right`(text: String, part: String) {
        let error = #expect(throws: SettingError.self) { try WebhookAddress(text) }
        #expect(error?.sentence.contains(part) == true)
    }

    @Test func `a text cannot become an option of curl`() throws {
        let text = "a\"\nurl = \"http://evil.example\"\\\t\r"
        let post = WebhookPost(
            address: try WebhookAddress("http://a.example/\"x\\"),
            body: Array(text.utf8),
            timeout: 3
        )
        let lines = String(decoding: post.configuration, as: UTF8.self).split(separator: "\n")
        #expect(lines.contains(#"url = "http://a.example/\"x\\""#))
        #expect(
            lines.contains(#"data-raw = "a\"\nurl = \"http://evil.example\"\\\t\r""#),
            "\(lines)"
        )
        #expect(lines.filter { $0.hasPrefix("url") }.count == 1)
    }

    // MARK: https

    @Test func `a notice goes by https to a server whose certificate is trusted, and to no other`()
        async throws
    {
        let server = try SecureHook()
        defer { server.stop() }
        let hook = try WebhookAddress("https://localhost:\(server.port)/in?key=s")
        let body = ControlCoding.line(Self.notice)
        var post = WebhookPost(address: hook, body: body, timeout: 10)
        post.surroundings = [:]
        guard case .failed(let why) = post.send() else {
            Issue.record("an unknown certificate was taken")
            return
        }
        #expect(why.hasPrefix("localhost: curl: (60)"), "\(why)")
        #expect(!why.contains("key="), "the path may be a secret")
        post.surroundings = ["CURL_CA_BUNDLE": server.certificate]
        #expect(.delivered == post.send())
        #expect(
            server.folder.read("request") == "/in?key=s " + String(decoding: body, as: UTF8.self)
        )
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

    @Test func `what a program leaves behind is not waited for`() throws {
        let folder = try Folder()
        let begin = ContinuousClock.now
        let outcome = try Self.deliver(folder, "cat > $1/notice; sleep 30 & exit 0", timeout: 5)
        #expect(.delivered == outcome)
        #expect(!folder.read("notice").isEmpty)
        let hasLeft = try Self.deliver(folder, "sleep 30 & sleep 30 & exit 4", timeout: 5)
        #expect(.failed("/bin/sh ended with status 4") == hasLeft)
        #expect(ContinuousClock.now - begin < .seconds(20))
    }

    @Test func `a program that takes too long ends with what it has started`() async throws {
        let folder = try Folder()
        let begin = ContinuousClock.now
        let script = "exec > /dev/null; sleep 300 & echo $! > $1/child; sleep 300"
        let outcome = try Self.deliver(folder, script, timeout: 3)
        #expect(.failed("/bin/sh was ended after 3 s") == outcome)
        #expect(ContinuousClock.now - begin < .seconds(20))
        let text = folder.read("child").trimmingCharacters(in: .whitespacesAndNewlines)
        let child = try #require(pid_t(text))
        try await Self.wait("the end of what it has started") {
            // Its new parent reaps it when it likes.
            let state = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
            return kill(child, 0) != 0 || (state ?? ") Z ").contains(") Z ")
        }
    }

    @Test func `a program that runs when the daemon ends is ended, too`() async throws {
        let folder = try Folder()
        let script = "trap '' TERM; echo $$ > \(folder.path)/started; while :; do sleep 1; done"
        var route = AlertRoute()
        route.program = ["/bin/sh", "-c", script]
        route.timeout = 60
        let delivery = AlertDelivery(route: route)
        let ending = Mutex<AlertOutcome?>(nil)
        let thread = Thread {
            let outcome = delivery.deliver(Self.notice)
            ending.withLock { $0 = outcome }
        }
        thread.start()
        try await Self.wait("the program") { !folder.read("started").isEmpty }
        delivery.children.endAll()
        try await Self.wait("its end") { ending.withLock { $0 } != nil }
        #expect(.failed("/bin/sh ended with status 137") == ending.withLock { $0 })
    }

    @Test func `a notice is delivered when its receiver says so, however his answer ends`()
        async throws
    {
        let listener = try LoopbackListener()
        let server = Thread { _ = listener.serve(owed: 9) { "200 OK" } }
        server.start()
        let address = try WebhookAddress("http://127.0.0.1:\(listener.port)/in")
        let post = WebhookPost(address: address, body: Array("{}\n".utf8), timeout: 10)
        #expect(.delivered == post.send())
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
        #expect(hook.requests[0].contains("\r\nContent-Type: application/json\r\n"))
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

extension AlertSenderTests {
    @Test func `a notice that waits goes to the receiver that a reload names instead`() async throws
    {
        let folder = try Folder()
        let hook = try HookServer(answers: ["200 OK"])
        func config(_ port: UInt16) -> String {
            """
            [health]
            down_after = '1m'
            [[alert]]
            id = 'hook'
            webhook = 'http://127.0.0.1:\(port)/in'
            on = 'down'
            after = '0s'
            settle = '1s'
            interval = '1s'
            """
        }
        // Nobody listens there.
        let daemon = try await RunningDaemon(folder, config: config(1))
        try await daemon.log(LogLines.outage(of: "dead.example"))
        try await daemon.wait("the first try") {
            folder.read("stderr").contains("trying again")
        }
        try folder.write("d.toml", config(hook.port))
        daemon.signal(SIGHUP)
        try await daemon.wait("the notice at the other receiver") {
            hook.requests.last?.contains(#""status":"firing""#) == true
        }
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

/// A web server with TLS and a certificate of its own making: notes path and body, answers 200.
private final class SecureHook {
    let folder: Folder
    let certificate: String
    let port: Int
    private let server: Process

    init() throws {
        folder = try Folder()
        certificate = folder.path + "/certificate.pem"
        let key = folder.path + "/key.pem"
        let maker = try Self.run([
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
            "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out",
            certificate,
        ])
        maker.waitUntilExit()
        try #require(maker.terminationStatus == 0, "openssl makes a certificate")
        server = try Self.run(["python3", "-c", Self.script, folder.path])
        var port = 0
        for _ in 0..<500 where port == 0 {
            usleep(20_000)
            port = Int(folder.read("port")) ?? 0
        }
        #expect(port > 0, "the server listens")
        self.port = port
    }

    func stop() {
        kill(server.processIdentifier, SIGKILL)
    }

    private static func run(_ words: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardError = FileHandle.nullDevice
        // Another test's thread may block signals just now: what it starts inherits that.
        var none = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
        return process
    }

    private static let script = """
        import http.server, os, ssl, sys
        folder = sys.argv[1]
        class Hook(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                with open(folder + "/request", "w") as file:
                    file.write(self.path + " " + body)
                self.send_response(200)
                self.end_headers()
        server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + "/certificate.pem", folder + "/key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        with open(folder + "/port.new", "w") as file:
            file.write(str(server.server_address[1]))
        os.rename(folder + "/port.new", folder + "/port")
        server.serve_forever()
        """
}
