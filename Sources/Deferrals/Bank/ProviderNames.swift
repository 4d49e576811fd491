/// Who runs a mail server, told from its host name.
///
/// Reports roll destinations up by it: a thousand domains hosted by one provider fail for one
/// reason. The name says who operates the host, never who owns the recipient's domain.
public struct ProviderName: Sendable, Hashable {
    /// As reports print it: "Gmail", "Microsoft 365".
    public let name: String
    /// Ends of its MX and relay host names, in lower case, on label borders, no leading dot.
    public let hostSuffixes: [String]

    private init(_ name: String, _ hostSuffixes: String...) {
        self.name = name
        self.hostSuffixes = hostSuffixes
    }

    /// The operator of the host name in `bytes[range]`, in either case, with or without a final dot.
    ///
    /// The longest suffix wins: 'olc.protection.outlook.com' before 'protection.outlook.com'.
    public static func provider(ofHost bytes: Span<UInt8>, _ range: Range<Int>) -> ProviderName? {
        let dot = UInt8(ascii: ".")
        var end = range.upperBound
        if end > range.lowerBound, bytes[end - 1] == dot { end -= 1 }
        var found: Int?
        var hash = SuffixTable.seed
        var offset = end
        // From the end: one pass hashes every suffix, and no suffix is longer than `longest`.
        while offset > range.lowerBound, end - offset < table.longest {
            offset -= 1
            hash = SuffixTable.step(hash, bytes[offset])
            guard offset == range.lowerBound || bytes[offset - 1] == dot else { continue }
            found = table.find(hash, bytes, offset..<end) ?? found
        }
        return found.map { all[$0] }
    }

    /// The operator of `host`, for callers that hold an array.
    public static func provider(ofHost host: [UInt8]) -> ProviderName? {
        provider(ofHost: host.span, host.indices)
    }

    private static let table = SuffixTable(all)

    /// Every provider that a host name can tell.
    ///
    /// Source: the providers' own set-up pages for MX and relay host names.
    public static let all: [ProviderName] = mailboxProviders + regionalProviders + gateways + relays

    private static let mailboxProviders: [ProviderName] = [
        ProviderName("Gmail", "l.google.com", "smtp.google.com", "gmail.com", "googlemail.com"),
        ProviderName("Microsoft 365", "protection.outlook.com", "mx.microsoft", "office365.com"),
        ProviderName(
            "Outlook.com",
            "olc.protection.outlook.com",
            "hotmail.com",
            "smtp.live.com",
            "smtp-mail.outlook.com"
        ),
        ProviderName("Yahoo", "yahoodns.net", "mail.yahoo.com", "mx.aol.com", "smtp.aol.com"),
        ProviderName("Yahoo Japan", "mail.yahoo.co.jp"),
        ProviderName("iCloud", "mail.icloud.com", "mail.me.com", "apple.com"),
        ProviderName("Fastmail", "messagingengine.com", "fastmail.com"),
        ProviderName("Proton", "protonmail.ch", "proton.me"),
        ProviderName("Tuta", "tutanota.de", "tuta.com"),
        ProviderName("Zoho", "zoho.com", "zoho.eu", "zoho.in", "zohomail.com"),
        ProviderName("Yandex", "yandex.net", "yandex.ru", "yandex.com"),
        ProviderName("Mail.ru", "mail.ru"),
        ProviderName("Rackspace", "emailsrvr.com"),
        ProviderName("Amazon WorkMail", "inbound-smtp.us-east-1.amazonaws.com", "awsapps.com"),
    ]

    private static let regionalProviders: [ProviderName] = [
        ProviderName("GMX", "gmx.net", "gmx.com"),
        ProviderName("Web.de", "web.de"),
        ProviderName("mail.com", "mx00.mail.com", "mx01.mail.com"),
        ProviderName(
            "IONOS",
            "kundenserver.de",
            "ionos.com",
            "ionos.de",
            "ionos.co.uk",
            "ionos.fr",
            "1and1.com",
            "1and1.es",
            "1and1.fr",
            "perfora.net"
        ),
        ProviderName("T-Online", "t-online.de"),
        ProviderName("Strato", "rzone.de", "strato.de"),
        ProviderName("Vodafone Germany", "vodafonemail.de", "arcor.de"),
        ProviderName("Posteo", "posteo.de"),
        ProviderName("mailbox.org", "mailbox.org"),
        ProviderName("Orange", "orange.fr", "wanadoo.fr"),
        ProviderName("Laposte.net", "laposte.net"),
        ProviderName("Free", "free.fr"),
        ProviderName("SFR", "sfr.fr"),
        ProviderName("OVHcloud", "ovh.net", "ovh.ca"),
        ProviderName("Gandi", "gandi.net"),
        ProviderName("Infomaniak", "infomaniak.com", "infomaniak.ch", "ikmail.com"),
        ProviderName("Swisscom", "bluewin.ch"),
        ProviderName("Libero", "libero.it"),
        ProviderName("Aruba", "aruba.it"),
        ProviderName("KPN", "kpnmail.nl", "kpnxchange.com"),
        ProviderName("Ziggo", "ziggo.nl"),
        ProviderName("TransIP", "transip.email"),
        ProviderName("Telenet", "telenet.be", "telenet-ops.be"),
        ProviderName("WP.pl", "wp.pl"),
        ProviderName("Onet", "onet.pl"),
        ProviderName("Interia", "interia.pl"),
        ProviderName("Seznam", "seznam.cz"),
        ProviderName("UOL", "uol.com.br"),
        ProviderName("Terra", "terra.com", "terra.com.br"),
        ProviderName("Comcast", "comcast.net"),
        ProviderName("AT&T", "att.net"),
        ProviderName("Spectrum", "charter.net", "rr.com"),
        ProviderName("Cox", "cox.net"),
        ProviderName("GoDaddy", "secureserver.net"),
        ProviderName("Namecheap", "registrar-servers.com", "privateemail.com"),
        ProviderName("Tucows", "hostedemail.com"),
        ProviderName("Telstra", "bigpond.com", "bigpond.net.au"),
        ProviderName("Tencent QQ", "qq.com"),
        ProviderName("NetEase", "163.com", "126.com", "netease.com", "yeah.net"),
        ProviderName("Alibaba", "aliyun.com", "alibaba-inc.com", "mxhichina.com"),
        ProviderName("Sina", "sina.com", "sina.com.cn", "sina.cn"),
        ProviderName("Naver", "naver.com"),
        ProviderName("Docomo", "docomo.ne.jp"),
        ProviderName("KDDI", "au.com", "ezweb.ne.jp"),
        ProviderName("OCN", "ocn.ne.jp"),
    ]

    private static let gateways: [ProviderName] = [
        ProviderName("Mimecast", "mimecast.com", "mimecast.co.za", "mimecast-offshore.com"),
        ProviderName("Proofpoint", "pphosted.com", "gpphosted.com"),
        ProviderName("Proofpoint Essentials", "ppe-hosted.com"),
        ProviderName("Barracuda", "barracudanetworks.com", "cudamail.com"),
        ProviderName("Cisco Secure Email", "iphmx.com"),
        ProviderName("Symantec Email Security", "messagelabs.com"),
        ProviderName("Trend Micro", "trendmicro.com", "trendmicro.eu"),
        ProviderName("Sophos", "sophos.com", "reflexion.net"),
        ProviderName("Forcepoint", "mailcontrol.com"),
        ProviderName("Trellix", "fireeyecloud.com", "fireeyegov.com"),
        ProviderName("Hornetsecurity", "hornetsecurity.com", "antispameurope.com"),
        ProviderName("Vade", "vadesecure.com"),
        ProviderName("Retarus", "retarus.com"),
        ProviderName("N-able Mail Assure", "antispamcloud.com"),
        ProviderName("SpamHero", "spamhero.com"),
        ProviderName("AppRiver", "arsmtp.com"),
        ProviderName("MailChannels", "mailchannels.net"),
        ProviderName("Cloudflare Email Routing", "mx.cloudflare.net"),
        ProviderName("ImprovMX", "improvmx.com"),
        ProviderName("Forward Email", "forwardemail.net"),
    ]

    private static let relays: [ProviderName] = [
        ProviderName("Amazon SES", "amazonaws.com", "amazonses.com"),
        ProviderName("SendGrid", "sendgrid.net"),
        ProviderName("Mailgun", "mailgun.org", "mailgun.net"),
        ProviderName("Mailjet", "mailjet.com"),
        ProviderName("Postmark", "postmarkapp.com", "mtasv.net"),
        ProviderName("SparkPost", "sparkpostmail.com"),
        ProviderName("Brevo", "brevo.com", "sendinblue.com"),
        ProviderName("Mandrill", "mandrillapp.com"),
        ProviderName("SMTP2GO", "smtp2go.com"),
        ProviderName("Facebook", "facebook.com"),
    ]
}

/// Host name suffixes by a hash that grows to the left.
private struct SuffixTable: Sendable {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var longest = 0
    /// Place in `names`, plus one; 0: empty.
    private var slots = [UInt16](repeating: 0, count: 1_024)
    private var names: [(suffix: [UInt8], provider: Int)] = []

    init(_ providers: [ProviderName]) {
        for (place, provider) in providers.enumerated() {
            for suffix in provider.hostSuffixes { insert(Array(suffix.utf8), place) }
        }
    }

    /// FNV-1a of the bytes from the last to the first, in lower case.
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte &- 65 < 26 ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
    }

    private mutating func insert(_ suffix: [UInt8], _ provider: Int) {
        precondition(names.count < slots.count / 2, "the table is made for the shipped names")
        names.append((suffix, provider))
        longest = max(longest, suffix.count)
        var slot = Self.slot(suffix.reversed().reduce(Self.seed) { Self.step($0, $1) })
        while slots[slot] != 0 { slot = (slot + 1) % slots.count }
        slots[slot] = UInt16(names.count)
    }

    /// The place of the provider whose suffix is `bytes[range]`.
    func find(_ hash: UInt64, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var slot = Self.slot(hash)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if isSame(names[place].suffix, bytes, range) { return names[place].provider }
            slot = (slot + 1) % slots.count
        }
        return nil
    }

    private func isSame(_ name: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard name.count == range.count else { return false }
        for offset in name.indices {
            let byte = bytes[range.lowerBound + offset]
            if name[offset] != (byte &- 65 < 26 ? byte | 0x20 : byte) { return false }
        }
        return true
    }

    private static func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash ^ hash >> 32) & 1_023)
    }
}
