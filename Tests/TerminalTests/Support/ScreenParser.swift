import CTerminal

/// A small terminal: reads what was sent, keeps the letters that a person would see, and notes every sequence that
/// is not on its list.
struct ScreenParser {
    private(set) var cells: [[String]]
    private(set) var violations: [String] = []
    private(set) var row = 0
    private(set) var column = 0
    private(set) var modes: Set<String> = []
    private var pending: [UInt8] = []
    private var lastSign = " "
    private var region: ClosedRange<Int>

    init(columns: Int, rows: Int) {
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        region = 0...max(0, rows - 1)
    }

    var text: [String] { cells.map { $0.joined() } }

    mutating func feed(_ bytes: [UInt8]) {
        pending += bytes
        while let first = pending.first {
            let used: Int
            switch first {
            case 0x1B: used = escape()
            case 0x20..<0x7F, 0x80...: used = sign()
            default: used = control(first)
            }
            guard used > 0 else { return }
            pending.removeFirst(used)
        }
    }

    /// What was sent but does not end; empty after a whole frame.
    var unfinished: [UInt8] { pending }

    private mutating func control(_ byte: UInt8) -> Int {
        switch byte {
        case 0x07, 0x0F: break
        case 0x08: column = max(0, column - 1)
        case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
        case 0x0A: if row == region.upperBound { scroll(region, by: 1) } else { row = min(rows - 1, row + 1) }
        case 0x0D: column = 0
        case 0x00: break
        default: violations.append("control \(byte)")
        }
        return 1
    }

    private mutating func sign() -> Int {
        let length = pending[0] < 0x80 ? 1 : pending[0] < 0xE0 ? 2 : pending[0] < 0xF0 ? 3 : 4
        guard pending.count >= length else { return 0 }
        guard let text = String(validating: pending[..<length], as: UTF8.self),
            let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1
        else {
            violations.append("no UTF-8: \(pending[..<length])")
            return 1
        }
        write(text, width: Int(ct_width(scalar.value)))
        return length
    }

    private mutating func write(_ sign: String, width: Int) {
        if width == 0 {
            let target = column > 0 && cells[row][column - 1].isEmpty ? column - 2 : column - 1
            if target >= 0 { cells[row][target] += sign }
            return
        }
        if width < 0 { violations.append("unprintable \(sign.unicodeScalars)") }
        guard column < columns else { return }
        cells[row][column] = sign
        if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
        column += max(1, width)
        lastSign = sign
    }

    private mutating func escape() -> Int {
        guard pending.count >= 2 else { return 0 }
        switch pending[1] {
        case UInt8(ascii: "["): return sequence()
        case UInt8(ascii: "("), UInt8(ascii: ")"): return pending.count >= 3 ? 3 : 0
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "7"), UInt8(ascii: "8"): return 2
        case UInt8(ascii: "D"):
            _ = control(0x0A)
            return 2
        case UInt8(ascii: "M"):
            if row == region.lowerBound { scroll(region, by: -1) } else { row = max(0, row - 1) }
            return 2
        default:
            violations.append("ESC \(pending[1])")
            return 2
        }
    }

    private mutating func sequence() -> Int {
        guard let end = pending[2...].firstIndex(where: { (0x40...0x7E).contains($0) }) else { return 0 }
        let parameters = String(decoding: pending[2..<end], as: UTF8.self)
        obey(Character(Unicode.Scalar(pending[end])), parameters)
        return end + 1
    }

    private mutating func obey(_ final: Character, _ parameters: String) {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let count = max(1, numbers.first ?? 1)
        switch final {
        case "H", "f": place(row: count - 1, column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
        case "A": place(row: row - count, column: column)
        case "B": place(row: row + count, column: column)
        case "C": place(row: row, column: column + count)
        case "D": place(row: row, column: column - count)
        case "G": place(row: row, column: count - 1)
        case "d": place(row: count - 1, column: column)
        case "J": erase(from: row, column, whole: numbers.first == 2)
        case "K": eraseLine(backwards: numbers.first == 1)
        case "X": for index in column..<min(columns, column + count) { cells[row][index] = " " }
        case "b": for _ in 0..<count { write(lastSign, width: 1) }
        case "h": modes.insert(parameters)
        case "l": modes.remove(parameters)
        case "L" where region.contains(row): scroll(row...region.upperBound, by: -count)
        case "M" where region.contains(row): scroll(row...region.upperBound, by: count)
        case "S": scroll(region, by: count)
        case "T": scroll(region, by: -count)
        case "@": shift(by: count)
        case "P": shift(by: -count)
        case "r": setRegion(numbers)
        case "m", "c", "t": break
        default: violations.append("CSI \(parameters)\(final)")
        }
    }

    private mutating func setRegion(_ numbers: [Int]) {
        // What was drawn for a larger window may still arrive in a smaller one.
        let top = min(max(1, numbers.first ?? 1), rows) - 1
        let bottom = numbers.count > 1 ? numbers[1] - 1 : rows - 1
        region = top...min(max(top, bottom), rows - 1)
        place(row: 0, column: 0)
    }

    /// Moves the rows of a range up, or down when negative; what comes in is blank.
    private mutating func scroll(_ range: ClosedRange<Int>, by count: Int) {
        let old = cells
        let blank = Array(repeating: " ", count: columns)
        for index in range { cells[index] = range.contains(index + count) ? old[index + count] : blank }
    }

    /// Moves the rest of the row right, or left when negative; what comes in is blank.
    private mutating func shift(by count: Int) {
        let old = cells[row]
        for index in column..<columns {
            cells[row][index] = (column..<columns).contains(index - count) ? old[index - count] : " "
        }
    }

    private var columns: Int { cells.first?.count ?? 0 }
    private var rows: Int { cells.count }

    private mutating func place(row: Int, column: Int) {
        self.row = min(max(0, row), rows - 1)
        self.column = min(max(0, column), columns - 1)
    }

    private mutating func erase(from row: Int, _ column: Int, whole: Bool) {
        let first = whole ? 0 : row * columns + column
        for index in first..<rows * columns { cells[index / columns][index % columns] = " " }
    }

    private mutating func eraseLine(backwards: Bool) {
        let range = backwards ? 0..<min(columns, column + 1) : min(column, columns)..<columns
        for index in range { cells[row][index] = " " }
    }
}
