/// One message as `postqueue -j` prints it, a JSON object on a line of its own.
///
/// Source: postqueue(1), "JSON OBJECT FORMAT"; since Postfix 3.1.
struct QueueEntry: Decodable {
    struct Recipient: Decodable {
        var address: String
        /// Missing while a first delivery is under way.
        var delayReason: String?

        enum CodingKeys: String, CodingKey {
            case address
            case delayReason = "delay_reason"
        }
    }

    /// 'active', 'deferred', 'hold', 'incoming', 'maildrop', 'corrupt'.
    var queueName: String
    var queueID: String
    /// Seconds since 1970.
    var arrivalTime: Int64
    /// Bytes.
    var messageSize: Int
    var sender: String
    var recipients: [Recipient]

    enum CodingKeys: String, CodingKey {
        case queueName = "queue_name"
        case queueID = "queue_id"
        case arrivalTime = "arrival_time"
        case messageSize = "message_size"
        case sender, recipients
    }

    init(from decoder: any Decoder) throws {
        let entry = try decoder.container(keyedBy: CodingKeys.self)
        queueName = try entry.decode(String.self, forKey: .queueName)
        queueID = try entry.decode(String.self, forKey: .queueID)
        arrivalTime = try entry.decode(Int64.self, forKey: .arrivalTime)
        messageSize = try entry.decode(Int.self, forKey: .messageSize)
        sender = try entry.decode(String.self, forKey: .sender)
        recipients = try entry.decode([Recipient].self, forKey: .recipients)
        // No message is larger or older; sums and ages of such would not fit.
        guard (0...1 << 40).contains(messageSize), (0...1 << 40).contains(arrivalTime) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: entry.codingPath,
                    debugDescription: "no size or time of a message"
                )
            )
        }
    }
}
