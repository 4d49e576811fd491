import Deferrals
import Testing

@Suite struct ProviderNameTests {
    @Test(arguments: [
        ("gmail-smtp-in.l.google.com", "Gmail"),
        ("alt1.aspmx.l.google.com", "Gmail"),
        ("aspmx3.googlemail.com", "Gmail"),
        ("smtp.google.com", "Gmail"),
        ("example-com.mail.protection.outlook.com", "Microsoft 365"),
        ("eur.olc.protection.outlook.com", "Outlook.com"),
        ("hotmail-com.olc.protection.outlook.com.", "Outlook.com"),
        ("example-com.i-v1.mx.microsoft", "Microsoft 365"),
        ("mta7.am0.yahoodns.net", "Yahoo"),
        ("mx01.mail.icloud.com", "iCloud"),
        ("mx01.emig.gmx.net", "GMX"),
        ("mx-ha03.web.de", "Web.de"),
        ("mx00.kundenserver.de", "IONOS"),
        ("mx03.t-online.de", "T-Online"),
        ("smtp-in.orange.fr", "Orange"),
        ("mx3.mail.ovh.net", "OVHcloud"),
        ("eu-smtp-inbound-1.mimecast.com", "Mimecast"),
        ("mxa-00000001.gslb.pphosted.com", "Proofpoint"),
        ("mx1-us1.ppe-hosted.com", "Proofpoint Essentials"),
        ("d000000a.ess.barracudanetworks.com", "Barracuda"),
        ("esa6.hc0000-00.iphmx.com", "Cisco Secure Email"),
        ("cluster5.eu.messagelabs.com", "Symantec Email Security"),
        ("mx3.qq.com", "Tencent QQ"),
        ("163mx01.mxmail.netease.com", "NetEase"),
        ("mx.yandex.ru", "Yandex"),
        ("emx.mail.ru", "Mail.ru"),
        ("email-smtp.eu-west-1.amazonaws.com", "Amazon SES"),
        ("inbound-smtp.us-east-1.amazonaws.com", "Amazon WorkMail"),
    ])
    func `a host name tells its operator, the longest suffix first`(host: String, name: String) {
        #expect(ProviderName.provider(ofHost: Array(host.utf8))?.name == name)
    }

    @Test(arguments: [
        "", ".", "..", "mx.example.com", "notgmx.net", "google.com.example.org", "com", "ail.ru",
    ])
    func `a suffix counts only on a label border`(host: String) {
        #expect(ProviderName.provider(ofHost: Array(host.utf8)) == nil)
    }

    @Test func `no two providers claim the same suffix`() {
        let suffixes = ProviderName.all.flatMap(\.hostSuffixes)
        #expect(Set(suffixes).count == suffixes.count)
        #expect(suffixes.allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") })
        #expect(Set(ProviderName.all.map(\.name)).count == ProviderName.all.count)
    }
}
