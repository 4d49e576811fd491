extension PatternBank {
    /// What remote servers say: a provider's own words first, then those of a server's software,
    /// then words that many share, last the enhanced codes alone.
    ///
    /// A reply that no row knows stays `unclassified`: there is no last row that takes them all.
    static let remoteRows: [PatternRow] = [
        gmailRows,
        outlookRows,
        exchangeOnlineRows,
        yahooRows,
        appleRows,
        germanRows,
        frenchRows,
        mimecastRows,
        gatewayRows,
        americanRows,
        chineseRows,
        russianRows,
        smallServerRows,
        relayRows,
        policyServerRows,
        milterRows,
        postfixServerRows,
        eximRows,
        exchangeServerRows,
        classicServerRows,
        mailStoreRows,
        replyReputationRows,
        replyLimitRows,
        replyQuotaRows,
        replyMailboxRows,
        replySenderRows,
        replyContentRows,
        replyLanguageRows,
        replyRows,
        replyCodeRows,
    ].flatMap(\.self)
}
