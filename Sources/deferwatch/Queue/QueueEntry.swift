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
}
