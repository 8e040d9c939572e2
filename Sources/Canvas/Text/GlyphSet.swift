/// The signs that lines, bars and marks are drawn with: one set for terminals that show Unicode and one for
/// those that show ASCII alone. Every sign takes one cell.
public struct GlyphSet: Equatable, Sendable {
    /// Which letters text may use beside these signs.
    public let form: Printable.Form
    /// The lines of boxes and axes.
    public let lines: Lines
    /// Nine levels from empty to full, in eighths of a cell.
    public let eighths: [Character]
    /// The marks of an axis, named by shape.
    public let marks: Marks

    /// The lines of boxes and axes.
    public struct Lines: Equatable, Sendable {
        /// A line from left to right.
        public let horizontal: Character
        /// A line from top to bottom.
        public let vertical: Character
        /// The corners: top left, top right, bottom left, bottom right.
        public let corners: [Character]
        /// Where a line branches off: to the right, to the left, downwards, upwards, and to all sides.
        public let branches: [Character]
        /// The upper end, the middle, the lower end and the one-cell form of an upright bar.
        public let bar: [Character]
        /// A light shade.
        public let shade: Character
        /// A broken line from top to bottom.
        public let broken: Character
    }

    /// The marks of an axis, named by shape.
    public struct Marks: Equatable, Sendable {
        /// A filled circle.
        public let filled: Character
        /// An empty circle.
        public let open: Character
        /// A half-filled circle.
        public let half: Character
        /// A cross.
        public let cross: Character
        /// A diamond.
        public let diamond: Character
        /// A star.
        public let star: Character
        /// A triangle that points up.
        public let up: Character
        /// A triangle that points down.
        public let down: Character
        /// A triangle that points right.
        public let right: Character
        /// A small dot.
        public let dot: Character
        /// What stands for text that was cut.
        public let ellipsis: Character
        /// A tick, for something that is done.
        public let tick: Character
    }

    /// The set for terminals that show Unicode.
    public static let unicode = GlyphSet(
        form: .unicode,
        lines: Lines(
            horizontal: "─", vertical: "│", corners: ["┌", "┐", "└", "┘"],
            branches: ["├", "┤", "┬", "┴", "┼"], bar: ["┬", "│", "┴", "┼"], shade: "░", broken: "┊"),
        eighths: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        marks: Marks(
            filled: "●", open: "○", half: "◐", cross: "×", diamond: "◆", star: "★", up: "▲", down: "▼",
            right: "▸", dot: "·", ellipsis: "…", tick: "√"))

    /// The set for terminals that show ASCII alone.
    public static let ascii = GlyphSet(
        form: .ascii,
        lines: Lines(
            horizontal: "-", vertical: "|", corners: ["+", "+", "+", "+"],
            branches: ["+", "+", "+", "+", "+"], bar: ["T", "|", "+", "I"], shade: ":", broken: "!"),
        eighths: [" ", "_", "_", ".", "-", "-", "=", "=", "#"],
        marks: Marks(
            filled: "*", open: "o", half: "%", cross: "x", diamond: "#", star: "@", up: "^", down: "v",
            right: ">", dot: ".", ellipsis: "~", tick: "/"))
}

extension GlyphSet {
    /// Every sign of the set, in an order that is the same for all sets.
    var signs: [Character] {
        let shapes = [
            marks.filled, marks.open, marks.half, marks.cross, marks.diamond, marks.star, marks.tick,
        ]
        let directions = [marks.up, marks.down, marks.right, marks.dot, marks.ellipsis]
        let straight = [lines.horizontal, lines.vertical, lines.shade, lines.broken]
        return straight + lines.corners + lines.branches + lines.bar + eighths + shapes + directions
    }
}
