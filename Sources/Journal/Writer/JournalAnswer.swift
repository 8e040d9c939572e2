import SessionCore

/// What the journal thread answers to one request.
public struct JournalAnswer: Sendable {
    /// Names the request.
    public typealias Token = Int

    /// What became of a request.
    public enum Outcome: Sendable {
        /// The facts are on the disk and were read back.
        case committed([Fact])
        /// The facts are not in the record; the sentence says why.
        case failed([Fact], sentence: String)
        /// Writing failed, and yet the facts were found in the record afterwards: shown as found, never confirmed, to
        /// be kept or struck.
        case foundUnconfirmed([Fact], sentence: String)
        /// The steps of the exercise are on the disk.
        case stepsKept
        /// The steps are not known to be on the disk; the sentence says why. They may be asked for again.
        case stepsFailed(sentence: String)
        /// How the clock of an exercise stands is kept, or could not be: nothing depends on it but another console's view.
        case clockAnswered
        /// The draft is on the disk.
        case draftSaved
        /// The draft is not on the disk; the sentence says why.
        case draftFailed(sentence: String)
        /// The comment is on the disk.
        case commentKept(KeptComment, on: SessionID)
        /// The comment is not on the disk; the sentence says why.
        case commentFailed(KeptComment, sentence: String)
        /// Room is held on the disk for the end of a session, unless the notice says why not.
        case spaceReserved
    }

    /// Which request this answers.
    public var token: Token
    /// What became of it.
    public var outcome: Outcome
    /// What the nurse should know besides, for example that reserved space was given back.
    public var notice: String?
}
