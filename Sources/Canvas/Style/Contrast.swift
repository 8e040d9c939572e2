extension RGB {
    /// The relative luminance from 0 (black) to 1 (white), by Web Content Accessibility Guidelines 2.1. The
    /// power of 2.4 is computed here because the standard library has none.
    public var relativeLuminance: Double {
        0.2126 * RGB.linear(red) + 0.7152 * RGB.linear(green) + 0.0722 * RGB.linear(blue)
    }

    /// The contrast ratio of two colours from 1 to 21, by Web Content Accessibility Guidelines 2.1; 4.5 is
    /// what ordinary text needs (level AA).
    public func contrast(with other: RGB) -> Double {
        let lighter = max(relativeLuminance, other.relativeLuminance)
        let darker = min(relativeLuminance, other.relativeLuminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    private static func linear(_ share: UInt8) -> Double {
        let value = Double(share) / 255
        guard value > 0.04045 else { return value / 12.92 }
        let base = (value + 0.055) / 1.055
        // base^2.4 = base^2 · (base^2)^(1/5), the root by Newton's method.
        let square = base * base
        var root = 1.0
        for _ in 0..<40 { root -= (root - square / (root * root * root * root)) / 5 }
        return square * root
    }
}
