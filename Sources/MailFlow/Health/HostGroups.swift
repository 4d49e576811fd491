import Deferrals

/// Mail hosts that serve the same domains, and so fail together.
///
/// Inferred: two hosts are one group when one domain was seen with both. Joined sets with union by
/// size; a host costs one entry, whatever its name's length.
struct HostGroups: Sendable {
    struct Group: Sendable {
        /// The group that this one was merged into; itself: none.
        var parent: UInt32
        /// Hash of the host that stands for the group.
        let host: UInt64
        /// Domains that joined.
        var domains: UInt32 = 0
        /// Hashes of unrelated domains, up to `mostKin`.
        var firstKin: UInt32 = 0
        var otherKin: [UInt32] = []
        /// Place in `ProviderName.all` plus one; 0: not known.
        var provider: UInt16 = 0
        var isRelayhost = false

        var kin: Int { (firstKin == 0 ? 0 : 1) + otherKin.count }
    }

    /// A host and the one that stands for its group: as stored.
    struct Link: Codable, Sendable, Hashable {
        var host: UInt64
        var group: UInt64
        var provider: String?
        var isRelayhost: Bool
    }

    private var places: [UInt64: UInt32] = [:]
    private(set) var groups: [Group] = []
    /// Domains that belong to a group.
    private(set) var members = 0
    /// Links made since they were last taken.
    var newLinks: [Link] = []

    private static let mostKin = 16

    /// The group of a host, made when missing; nil: there is no room.
    mutating func group(
        ofHost name: String,
        most: Int,
        relayHosts: Set<String>
    ) -> UInt32? {
        let hash = HealthHash.of(name)
        if let known = places[hash] { return root(known) }
        guard groups.count < most else { return nil }
        let provider = ProviderName.provider(ofHost: Array(name.utf8))
        return insert(
            hash,
            provider: provider.map(\.name),
            isRelayhost: relayHosts.contains(name)
        )
    }

    /// The group that a stored hash stands for.
    mutating func group(ofHash hash: UInt64) -> UInt32 {
        if let known = places[hash] { return root(known) }
        return insert(hash, provider: nil, isRelayhost: false)
    }

    private mutating func insert(_ hash: UInt64, provider: String?, isRelayhost: Bool) -> UInt32 {
        let place = UInt32(groups.count)
        var group = Group(parent: place, host: hash)
        group.provider = Self.number(ofProvider: provider)
        group.isRelayhost = isRelayhost
        if groups.count == groups.capacity {
            groups.reserveCapacity(groups.count + groups.count / 4 + 1_024)
        }
        groups.append(group)
        places[hash] = place
        newLinks.append(link(place))
        return place
    }

    /// The group that stands for all merged into it.
    func root(_ place: UInt32) -> UInt32 {
        var place = place
        while groups[Int(place)].parent != place { place = groups[Int(place)].parent }
        return place
    }

    /// Makes one group of two.
    mutating func merge(_ left: UInt32, _ right: UInt32) -> UInt32 {
        var stays = root(left)
        var goes = root(right)
        guard stays != goes else { return stays }
        if groups[Int(stays)].domains < groups[Int(goes)].domains { swap(&stays, &goes) }
        let former = groups[Int(goes)]
        groups[Int(goes)].parent = stays
        groups[Int(goes)].otherKin = []
        groups[Int(stays)].domains += former.domains
        if groups[Int(stays)].provider == 0 { groups[Int(stays)].provider = former.provider }
        if former.isRelayhost { groups[Int(stays)].isRelayhost = true }
        if former.firstKin != 0 { addKin(former.firstKin, to: stays) }
        for kin in former.otherKin { addKin(kin, to: stays) }
        newLinks.append(link(goes))
        newLinks.append(link(stays))
        return stays
    }

    /// Counts a domain that had no group.
    mutating func join(_ domain: String, _ group: UInt32) {
        groups[Int(group)].domains += 1
        members += 1
        addKin(Self.kinHash(domain), to: group)
    }

    private mutating func addKin(_ hash: UInt32, to place: UInt32) {
        let group = groups[Int(place)]
        guard group.firstKin != hash, group.kin < Self.mostKin else { return }
        if group.firstKin == 0 {
            groups[Int(place)].firstKin = hash
        } else if !group.otherKin.contains(hash) {
            groups[Int(place)].otherKin.append(hash)
        }
    }

    /// What is stored of the group's own host.
    func link(_ place: UInt32) -> Link {
        let group = groups[Int(place)]
        return Link(
            host: group.host,
            group: groups[Int(root(place))].host,
            provider: Self.provider(group.provider),
            isRelayhost: group.isRelayhost
        )
    }

    /// Takes a stored link up again.
    mutating func restore(_ link: Link) {
        let own = group(ofHash: link.host)
        let whole = merge(group(ofHash: link.group), own)
        if let provider = link.provider {
            groups[Int(whole)].provider = Self.number(ofProvider: provider)
        }
        if link.isRelayhost { groups[Int(whole)].isRelayhost = true }
    }

    /// Marks the hosts that are relayhosts by configuration.
    mutating func markRelayhosts(_ names: Set<String>) {
        for place in groups.indices { groups[place].isRelayhost = false }
        for name in names {
            guard let place = places[HealthHash.of(name)] else { continue }
            groups[Int(place)].isRelayhost = true
            groups[Int(root(place))].isRelayhost = true
        }
    }

    /// The provider's name by its number.
    static func provider(_ number: UInt16) -> String? {
        number == 0 ? nil : ProviderName.all[Int(number) - 1].name
    }

    private static func number(ofProvider name: String?) -> UInt16 {
        guard let name, let place = ProviderName.all.firstIndex(where: { $0.name == name }) else {
            return 0
        }
        return UInt16(place + 1)
    }

    /// The same for domains that one owner has registered, as far as the name tells: the last two
    /// labels, or three below short second-level labels such as 'co.uk'.
    static func kinHash(_ domain: String) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var length = 0
        var labels = 0
        var isShort = false
        for byte in domain.utf8.reversed() {
            if byte == UInt8(ascii: ".") {
                labels += 1
                // 'uk' has two letters, and 'co' at most three.
                isShort = labels == 1 ? length == 2 : isShort && length <= 3
                if labels > 2 || (labels == 2 && !isShort) { break }
                length = 0
            } else {
                length += 1
            }
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return max(1, UInt32(truncatingIfNeeded: HealthHash.mixed(hash)))
    }
}
