import MailFlow
import Testing

@testable import Dashboard

/// The page for people, and what else is asked for.
@Suite struct StatusPageTests {
    @Test func `the page says what is down, since when, and what was answered`() {
        let page = ServiceSnapshot.sample.pageHTML
        for part in [
            "<td>dead.example</td><td>down</td><td>4.4.316</td><td>16 min</td><td>3</td>",
            "90 sent, 9 deferred, 1 bounced, 0 expired", "<td>DEFER_IF_PERMIT</td><td>down</td>",
            "mode enforce", "ready",
        ] {
            #expect(page.contains(part), "no \(part)")
        }
    }

    @Test func `names from the log are text, never markup`() {
        var snapshot = ServiceSnapshot.sample
        snapshot.open = [
            .init(domain: "<script>alert('x')</script>\u{202E}", state: "down", since: 0)
        ]
        snapshot.listeners = ["unix:/\"><img src=x>"]
        let page = snapshot.pageHTML
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    }

    @Test func `nothing is loaded from elsewhere`() {
        let page = ServiceSnapshot.sample.pageHTML
        for word in ["http:", "https:", "src=", "@import", "url(", "<script"] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func `guards and a bad reload are told`() {
        var snapshot = ServiceSnapshot.sample
        snapshot.guards = [.ownErrors, .blastRadius]
        snapshot.isLastReloadGood = false
        #expect(snapshot.pageHTML.contains("Guard own-errors: every answer is DUNNO"))
        #expect(snapshot.pageHTML.contains("Guard blast-radius: no further destination"))
        #expect(snapshot.pageHTML.contains("the former configuration is in force"))
    }

    @Test(arguments: [
        ("GET", "/", 200, "text/html; charset=utf-8"),
        ("HEAD", "/metrics?x=1", 200, "text/plain; version=0.0.4; charset=utf-8"),
        ("GET", "/healthz", 200, "text/plain; charset=utf-8"),
        ("GET", "/readyz", 200, "text/plain; charset=utf-8"),
        ("GET", "/metrics/", 404, "text/plain; charset=utf-8"),
        ("GET", "/../etc/passwd", 404, "text/plain; charset=utf-8"),
        ("GET", "", 404, "text/plain; charset=utf-8"),
        ("POST", "/", 405, "text/plain; charset=utf-8"),
        ("DELETE", "/metrics", 405, "text/plain; charset=utf-8"),
    ])
    func `only what there is can be had`(method: String, uri: String, status: Int, type: String) {
        let page = WebPage(method: method, uri: uri) { .sample }
        #expect(status == page.status && type == page.type)
    }

    @Test(arguments: [
        ([], 200), (["localhost"], 200), (["LOCALHOST:9476"], 200), (["127.0.0.1:9476"], 200),
        (["[::1]:9476"], 200), (["attacker.example"], 421),
        (["127.0.0.1.attacker.example:9476"], 421),
        (["localhost", "attacker.example"], 421),
    ])
    func `only who asks by address or as localhost is answered`(hosts: [String], status: Int) {
        let page = WebPage(method: "GET", uri: "/healthz", hosts: hosts) { .sample }
        #expect(page.status == status)
    }

    @Test(arguments: [
        ("lag", 503, 200, "reading the log is 61 s behind"),
        ("stale", 503, 200, "guard restored-state-too-old"),
        ("deaf", 503, 200, "no policy socket is open"),
        ("stuck", 503, 503, "the clock has not ticked for 16 s"),
    ])
    func `not ready and not alive are told apart`(
        trouble: String,
        ready: Int,
        alive: Int,
        sentence: String
    ) {
        var snapshot = ServiceSnapshot.sample
        switch trouble {
        case "lag": snapshot.tailLag = 61
        case "stale": snapshot.guards = [.restoredStateTooOld]
        case "deaf": snapshot.listeners = []
        default: snapshot.sinceLook = 16
        }
        let found = snapshot
        #expect(ready == WebPage(method: "GET", uri: "/readyz") { found }.status)
        #expect(alive == WebPage(method: "GET", uri: "/healthz") { found }.status)
        #expect(WebPage(method: "GET", uri: "/readyz") { found }.body.contains(sentence))
    }

    @Test(arguments: [
        ("127.0.0.1:9476", "127.0.0.1:9476"), ("localhost:0", "127.0.0.1:0"),
        ("[::1]:80", "[::1]:80"), ("127.8.9.10:1", "127.8.9.10:1"),
    ])
    func `an address of this machine is taken`(text: String, found: String) throws {
        #expect(found == (try WebAddress(text)).description)
    }

    @Test(arguments: [
        ("0.0.0.0:80", "reached from other machines"), ("192.0.2.1:80", "from other machines"),
        ("[::]:80", "from other machines"), ("80", "is no address"), (":80", "is no address"),
        ("127.0.0.1", "is no address"), ("127.0.0.1:65536", "is no address"),
        ("127.1:80", "is no address"), ("host.example:80", "is no address"),
    ])
    func `any other is refused with a reason`(text: String, sentence: String) {
        let error = #expect(throws: WebServerError.self) { try WebAddress(text) }
        #expect(error?.description.contains(sentence) == true)
    }
}
