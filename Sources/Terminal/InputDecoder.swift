import CTerminal
import Canvas

/// Turns the codes of `ct_next_key` into inputs: gathers pastes, and swallows escape sequences that nobody knows, so
/// that their digits are not taken for typing.
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

    /// How long a paste may be silent before its end counts as lost, in milliseconds.
    static let pastePatience: Int64 = 500
    /// How soon the rest of a sequence must follow, in milliseconds.
    static let sequencePatience: Int64 = 100
    /// The largest paste that is kept, in scalars.
    static let largestPaste = 65_536

    private let isUnicode: Bool
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

    /// Takes the next code.
    mutating func read(_ code: Int32, at now: Int64) -> [Input] {
        lastCode = now
        defer { if state != .escape { lastEscape = nil } }
        switch state {
        case .paste: return readPasted(code)
        case .sequence: return readSequence(code)
        case .shortSequence:
            state = .ground
            return [.key(.unknown)]
        case .escape:
            if begins(code) { return [] }
            state = .ground
            return [.key(.escape)] + readGround(code)
        case .ground:
            if let lastEscape, now - lastEscape <= InputDecoder.sequencePatience, begins(code) { return [] }
            return readGround(code)
        }
    }

    /// Says that nothing more has arrived for now.
    mutating func endReading(at now: Int64) -> [Input] {
        guard state == .escape else { return [] }
        state = .ground
        lastEscape = now
        return [.key(.escape)]
    }

    private mutating func begins(_ code: Int32) -> Bool {
        switch code {
        case 0x5B: state = .sequence
        case 0x4F where state == .escape: state = .shortSequence
        default: return false
        }
        return true
    }

    private mutating func readGround(_ code: Int32) -> [Input] {
        switch code {
        case 0x1B: state = .escape
        case Int32(CT_KEY_PASTE_BEGIN.rawValue): state = .paste
        case Int32(CT_KEY_PASTE_END.rawValue): break
        default: return [.key(Key(code: code, isUnicode: isUnicode))]
        }
        return []
    }

    private mutating func readSequence(_ code: Int32) -> [Input] {
        if (0x20...0x3F).contains(code) { return [] }
        state = .ground
        return (0x40...0x7E).contains(code) ? [.key(.unknown)] : readGround(code)
    }

    private mutating func readPasted(_ code: Int32) -> [Input] {
        if code == CT_KEY_PASTE_END.rawValue { return endPaste() }
        guard pastedCount < InputDecoder.largestPaste else { return [] }
        let scalar: Unicode.Scalar? =
            switch code {
            case 0x0D, Int32(CT_KEY_ENTER.rawValue): "\n"
            case 0..<Int32(CT_KEY_BASE.rawValue): Unicode.Scalar(UInt32(code))
            default: "\u{FFFD}"
            }
        pasted.append(scalar ?? "\u{FFFD}")
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

extension Key {
    /// The key behind a code of `ct_next_key`.
    init(code: Int32, isUnicode: Bool) {
        switch code {
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x08, 0x7F: self = .backspace
        case 0x1B: self = .escape
        case 0x00...0x1F:
            // Control takes the upper bits away; letters are shown small.
            let letter = UInt8(truncatingIfNeeded: code + 0x40)
            self = .control(Character(Character(Unicode.Scalar(letter)).lowercased()))
        case 0x20..<0x7F: self = .character(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: code))))
        case 0xA0..<Int32(CT_KEY_BASE.rawValue):
            guard isUnicode, let scalar = Unicode.Scalar(UInt32(code)) else { fallthrough }
            self = .character(Character(scalar))
        default: self = Key(special: code)
        }
    }

    private init(special code: Int32) {
        let function = code - Int32(CT_KEY_FUNCTION.rawValue)
        switch ct_key(code) {
        case CT_KEY_UP: self = .up
        case CT_KEY_DOWN: self = .down
        case CT_KEY_LEFT: self = .left
        case CT_KEY_RIGHT: self = .right
        case CT_KEY_HOME: self = .home
        case CT_KEY_END: self = .end
        case CT_KEY_PAGE_UP: self = .pageUp
        case CT_KEY_PAGE_DOWN: self = .pageDown
        case CT_KEY_ENTER: self = .enter
        case CT_KEY_BACK_TAB: self = .backTab
        case CT_KEY_BACKSPACE: self = .backspace
        case CT_KEY_DELETE: self = .delete
        default: self = (1...63).contains(function) ? .function(Int(function)) : .unknown
        }
    }
}
