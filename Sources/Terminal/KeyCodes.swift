import CTerminal
import Canvas

extension Key {
    /// The key that types a scalar; control characters are named after their letters.
    init(typed scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x08, 0x7F: self = .backspace
        case 0x1B: self = .escape
        case 0x00...0x1F:
            // Control takes the upper bits away; letters are shown small.
            let letter = Character(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 0x40)))
            self = .control(Character(letter.lowercased()))
        case 0x80...0x9F, 0xFFFD: self = .unknown
        default: self = .character(Character(scalar))
        }
    }

    /// The key behind a code of `ct_next_key` that is no byte.
    init(_ code: ct_key) {
        let function = code.rawValue &- CT_KEY_FUNCTION.rawValue
        switch code {
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
