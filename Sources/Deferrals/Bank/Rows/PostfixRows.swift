extension PatternBank {
    /// Every text of Postfix's own, in order of priority.
    ///
    /// Postfix 2.3 to 3.11, from its sources: docs/postfix-deferral-texts.md lists them by file.
    static let postfixRows: [PatternRow] =
        [
            dnsRows,
            connectRows, connectLocalRows, connectOtherRows,
            sessionLostRows, sessionTimeoutRows, sessionRows, sessionLoginRows,
            tlsRows, tlsCertificateRows, requireTLSRows,
            mailboxRows, localRows, pipeRows, pipeExitRows,
            queueManagerRows, bounceServiceRows,
            companionCertificateRows, companionTLSRows, companionReportRows, companionOtherRows,
        ].flatMap(\.self)
}
