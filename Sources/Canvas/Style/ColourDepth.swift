/// How many colours a terminal can show.
public enum ColourDepth: UInt8, CaseIterable, Comparable, Sendable {
    /// None; attributes only.
    case none
    /// The eight basic colours and their bright forms.
    case sixteen
    /// The 6×6×6 cube and the grey ramp.
    case twoFiftySix

    /// Whether the left one shows fewer colours.
    public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }

    /// The palette number that comes nearest to a colour; nil where there are no colours.
    public func index(of colour: RGB) -> Int? {
        switch self {
        case .none: nil
        case .sixteen: Palette.nearestBasic(to: colour)
        case .twoFiftySix: Palette.nearestExtended(to: colour)
        }
    }
}

/// The colours behind the palette numbers, as xterm defines them.
public enum Palette {
    private static let cubeSteps: [Int] = [0, 95, 135, 175, 215, 255]

    private static let basic: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
        RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
        RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    /// The colour of a palette number from 0 to 255; nil outside of that.
    public static func colour(_ index: Int) -> RGB? {
        switch index {
        case 0..<16: return basic[index]
        case 16..<232:
            let cube = index - 16
            return RGB(
                UInt8(clamping: cubeSteps[cube / 36]), UInt8(clamping: cubeSteps[cube / 6 % 6]),
                UInt8(clamping: cubeSteps[cube % 6]))
        case 232..<256:
            let grey = UInt8(clamping: 8 + 10 * (index - 232))
            return RGB(grey, grey, grey)
        default: return nil
        }
    }

    /// The nearest of the sixteen basic colours.
    static func nearestBasic(to colour: RGB) -> Int { nearest(to: colour, among: 0..<16) }

    /// The nearest colour of the cube and the grey ramp; the first sixteen are left out because people
    /// redefine them.
    static func nearestExtended(to colour: RGB) -> Int { nearest(to: colour, among: 16..<256) }

    private static func nearest(to colour: RGB, among candidates: Range<Int>) -> Int {
        var best = candidates.lowerBound
        var bestDistance = Int.max
        for index in candidates {
            guard let candidate = Palette.colour(index) else { continue }
            let distance = Palette.distance(colour, candidate)
            if distance < bestDistance {
                best = index
                bestDistance = distance
            }
        }
        return best
    }

    /// How different two colours look: squared differences, weighted because the eye sees green best and
    /// blue least.
    static func distance(_ left: RGB, _ right: RGB) -> Int {
        let red = Int(left.red) - Int(right.red)
        let green = Int(left.green) - Int(right.green)
        let blue = Int(left.blue) - Int(right.blue)
        return 3 * red * red + 6 * green * green + blue * blue
    }
}
