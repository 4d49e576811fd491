public import Deferrals

/// A server that a line without a status names, and how it failed.
public protocol FailedServer {
    /// Its address, or the path of its socket.
    var address: String { get }
    /// How it failed.
    var code: DeferralCode { get }
    /// What was logged of it.
    var reason: String { get }
}

extension FailedServer {
    /// 'certificate verification failed for …': logged of sessions that go on, too.
    private var isCertificateNote: Bool { code == .certificateInvalid }

    private var hasReply: Bool { code == .other && reason.contains(" said: ") }

    /// True where this is what is to be known of a server of which `former` was logged before.
    fileprivate func outweighs(_ former: Self) -> Bool {
        !isCertificateNote && (hasReply || !former.hasReply)
    }

    /// smtp(8) logs the failure of the last server, too, and then repeats it as the reason.
    fileprivate func isOf(_ last: String?, _ code: DeferralCode) -> Bool {
        address == last && (self.code == code || isCertificateNote)
    }
}

extension Sequence where Element: FailedServer {
    /// The servers before the one at `address`, whose failure has `code`, each once.
    ///
    /// Of several lines on one server the last one counts, but no failure hides a reply: who replied
    /// is alive.
    public func before(_ address: String?, _ code: DeferralCode) -> [Element] {
        var earlier: [Element] = []
        for server in self where !server.isOf(address, code) {
            if let known = earlier.firstIndex(where: { $0.address == server.address }) {
                if server.outweighs(earlier[known]) { earlier[known] = server }
            } else {
                earlier.append(server)
            }
        }
        return earlier
    }
}
