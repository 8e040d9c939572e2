/// Why a data folder or a journal cannot be used: one sentence and what kind of trouble it is.
public struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of trouble; its number is the exit code that sysexits gives it.
    public enum Kind: Int32, Sendable {
        /// The data is damaged, of another kind or of another format version.
        case badData = 65
        /// There is no journal yet.
        case noInput = 66
        /// A file or folder could not be made.
        case cannotCreate = 73
        /// The disk failed or is full.
        case inputOutput = 74
        /// Somebody else holds it; it may be free later.
        case busy = 75
        /// The folder or a file in it is not safe to use, or not ours.
        case noPermission = 77
    }

    /// What kind of trouble it is.
    public var kind: Kind
    /// One sentence: what is wrong, where, and what would be right.
    public var sentence: String
    /// Whether giving back reserved space may help.
    var asksForSpace = false

    /// Makes an error of one sentence.
    public init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }

    /// The sentence.
    public var description: String { sentence }
}
