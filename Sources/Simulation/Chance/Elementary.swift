/// Exponential, logarithm and power from plain arithmetic. The standard library has none of them, and those of the
/// platform differ in the last bits from one machine to the next: with these, one seed gives the same bytes
/// everywhere. Correct to a relative error below 10⁻¹² (powers: while the result is an ordinary number).
enum Elementary {
    /// The natural logarithm of 2.
    static let logarithmOfTwo = 0.693147180559945309417

    /// ln 2 in two parts, the first short enough that a whole multiple of it is exact.
    private static let upperPart = 0x1.62e42feep-1
    private static let lowerPart = 0x1.a39ef35793c76p-33

    /// e to the power of `x`; 0 far below, infinity far above.
    static func exponential(_ x: Double) -> Double {
        guard !x.isNaN else { return x }
        if x > 709.78 { return .infinity }
        if x < -745.2 { return 0 }
        let doublings = (x / logarithmOfTwo).rounded()
        let rest = (x - doublings * upperPart) - doublings * lowerPart
        var sum = 1.0
        for order in stride(from: 14.0, through: 1, by: -1) { sum = 1 + rest / order * sum }
        // In two halves, because 2 to the power of -1074 cannot be reached in one from a number below it.
        let half = Int(doublings) / 2
        return sum * power(ofTwo: half) * power(ofTwo: Int(doublings) - half)
    }

    /// The natural logarithm of `x`; minus infinity for 0, not a number below 0.
    static func logarithm(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x.isFinite else { return x }
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa > 1.4142135623730951 {
            mantissa /= 2
            exponent += 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var sum = 0.0
        for order in stride(from: 25.0, through: 1, by: -2) { sum = sum * square + 1 / order }
        return exponent * upperPart + (exponent * lowerPart + 2 * ratio * sum)
    }

    /// `base` to the power of `exponent`, for a base of 0 or more.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 { return 1 }
        if base == 0 { return exponent > 0 ? 0 : .infinity }
        return exponential(exponent * logarithm(base))
    }

    private static func power(ofTwo exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }
}
