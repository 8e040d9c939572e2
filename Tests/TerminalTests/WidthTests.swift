import CTerminal
import Canvas
import Glibc
import Testing

extension TerminalSuite {
    @Suite("Width")
    struct Width {
        @Test("every sign that may be drawn is as wide as the system's library says, which curses believes")
        func widthsAgree() {
            utf8Locale
            setlocale(LC_CTYPE, "")
            for value in UInt32(0x20)...0x3_FFFF {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let printable = Printable(String(Character(scalar)))
                guard printable.text.unicodeScalars.elementsEqual([scalar]) else { continue }
                #expect(printable.columns == Int(ct_width(value)), "U+\(String(value, radix: 16))")
            }
        }
    }
}
