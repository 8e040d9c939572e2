import CTerminal
import Canvas

/// Turns the codes of `ct_next_key` into inputs: puts letters together, gathers pastes, and swallows escape sequences
/// that nobody knows, so that their digits are not taken for typing.
struct InputDecoder {
    private enum State: Equatable {
        /// Between keys.
        case ground
        /// After Esc, which may be a key or the beginning of a sequence.
        case escape
        /// Inside of a sequence that began with Esc and `[`.
        case sequence
        /// After Esc and `O`, before the letter that ends the sequence.
        case shortSequence
        /// Inside of a paste.
        case paste
    }

    /// What a code stands for, once letters are whole.
    private enum Token: Equatable {
        case scalar(Unicode.Scalar)
        case key(ct_key)
    }

    /// How long a paste may be silent before its end counts as lost, in milliseconds.
    static let pastePatience: Int64 = 500
    /// How soon the rest of a sequence must follow, in milliseconds.
    static let sequencePatience: Int64 = 100
    /// The largest paste that is kept, in scalars.
    static let largestPaste = 65_536

    private let isUnicode: Bool
    private var assembler = ByteAssembler()
    private var state = State.ground
    private var pasted = String.UnicodeScalarView()
    private var pastedCount = 0
    private var lastCode: Int64 = 0
    private var lastEscape: Int64?

    init(isUnicode: Bool) { self.isUnicode = isUnicode }

    /// Whether something has begun that only time can end.
    var isPending: Bool { state != .ground }

    /// Ends what has waited for too long.
    mutating func beginReading(at now: Int64) -> [Input] {
        switch state {
        case .paste where now - lastCode > InputDecoder.pastePatience: return endPaste()
        case .sequence, .shortSequence:
            if now - lastCode > InputDecoder.sequencePatience { state = .ground }
        case .ground, .escape, .paste: break
        }
        return []
    }

    /// Takes the next code: a byte, or a key.
    mutating func read(_ code: Int32, at now: Int64) -> [Input] {
        let tokens = tokens(of: code)
        return tokens.flatMap { read($0, at: now) }
    }

    /// Says that nothing more has arrived for now.
    mutating func endReading(at now: Int64) -> [Input] {
        guard state == .escape else { return [] }
        state = .ground
        lastEscape = now
        return [.key(.escape)]
    }

    private mutating func tokens(of code: Int32) -> [Token] {
        guard let byte = UInt8(exactly: code) else {
            return assembler.abandon().map { .scalar($0) } + [.key(ct_key(code))]
        }
        // Without Unicode a letter is one byte, and beyond ASCII nobody knows which.
        guard isUnicode || byte < 0x80 else { return [.scalar("\u{FFFD}")] }
        return assembler.take(byte).map { .scalar($0) }
    }

    private mutating func read(_ token: Token, at now: Int64) -> [Input] {
        lastCode = now
        defer { if state != .escape { lastEscape = nil } }
        switch state {
        case .paste: return readPasted(token)
        case .sequence: return readSequence(token)
        case .shortSequence:
            state = .ground
            return [.key(.unknown)]
        case .escape:
            if begins(token) { return [] }
            state = .ground
            return [.key(.escape)] + readGround(token)
        case .ground:
            if let lastEscape, now - lastEscape <= InputDecoder.sequencePatience, begins(token) { return [] }
            return readGround(token)
        }
    }

    private mutating func begins(_ token: Token) -> Bool {
        switch token {
        case .scalar("["): state = .sequence
        case .scalar("O") where state == .escape: state = .shortSequence
        default: return false
        }
        return true
    }

    private mutating func readGround(_ token: Token) -> [Input] {
        switch token {
        case .scalar("\u{1B}"): state = .escape
        case .key(CT_KEY_PASTE_BEGIN): state = .paste
        case .key(CT_KEY_PASTE_END): break
        case .key(let code): return [.key(Key(code))]
        case .scalar(let scalar): return [.key(Key(typed: scalar))]
        }
        return []
    }

    private mutating func readSequence(_ token: Token) -> [Input] {
        guard case .scalar(let scalar) = token, ("\u{20}"..."\u{7E}").contains(scalar) else {
            state = .ground
            return readGround(token)
        }
        if scalar <= "\u{3F}" { return [] }
        state = .ground
        return [.key(.unknown)]
    }

    private mutating func readPasted(_ token: Token) -> [Input] {
        if token == .key(CT_KEY_PASTE_END) { return endPaste() }
        guard pastedCount < InputDecoder.largestPaste else { return [] }
        switch token {
        case .scalar("\r"), .key(CT_KEY_ENTER): pasted.append("\n")
        case .scalar(let scalar): pasted.append(scalar)
        case .key: pasted.append("\u{FFFD}")
        }
        pastedCount += 1
        return []
    }

    private mutating func endPaste() -> [Input] {
        let text = String(pasted)
        pasted = String.UnicodeScalarView()
        pastedCount = 0
        state = .ground
        return text.isEmpty ? [] : [.paste(text)]
    }
}
