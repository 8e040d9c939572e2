import Canvas

/// How colours look to eyes that lack one kind of cone, by the matrices for full severity of Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), on linear light.
enum Simulation: CaseIterable {
    case protan
    case deutan

    private var matrix: [[Double]] {
        switch self {
        case .protan:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deutan:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        }
    }

    /// The linear light that such an eye makes of a colour, each share from 0 to 1.
    func seen(_ colour: RGB) -> [Double] {
        let light = Self.linear(colour)
        return matrix.map { row in
            let sum = zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }
            return min(1, max(0, sum))
        }
    }

    /// The linear light of a colour; the gamma of 2.2 is written as a square with a share of a cube.
    static func linear(_ colour: RGB) -> [Double] {
        [colour.red, colour.green, colour.blue].map { share in
            let value = Double(share) / 255
            return 0.8 * value * value + 0.2 * value * value * value
        }
    }

    /// The luminance of linear light, from 0 to 1.
    static func luminance(_ light: [Double]) -> Double {
        zip([0.2126, 0.7152, 0.0722], light).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// How far two lights are apart: the difference of luminance, and of the shares after it is taken away.
    static func distance(_ left: [Double], _ right: [Double]) -> Double {
        let light = abs(luminance(left) - luminance(right))
        let chroma = zip(left, right).map { abs(($0 - luminance(left)) - ($1 - luminance(right))) }.max() ?? 0
        return max(light, chroma / 2)
    }
}
