import SessionCore

/// Resting pressure, pulse and weight by age and sex.
///
/// Means and standard deviations of pressure and pulse were computed for Ebbtide from the 10,000 resampled people of
/// the US National Health and Nutrition Examination Survey 2009-2012 (National Center for Health Statistics, as
/// distributed in the teaching package NHANES, Pruim 2015), of those below 140/90 mmHg with a diastolic pressure from
/// 40 up. They are approximate: survey weights are only as good as that resampling. Known and treated hypertension
/// adds 14/6 mmHg, the difference between treated and normotensive adults of the same survey in 2001-2008 (130/75 and
/// 116/69 mmHg, Wright 2011).
struct RestingValues: Hashable, Sendable {
    /// A mean and the standard deviation around it.
    struct Spread: Hashable, Sendable {
        var mean: Double
        var deviation: Double

        init(_ mean: Double, _ deviation: Double) {
            self.mean = mean
            self.deviation = deviation
        }

        static func between(_ left: Spread, _ right: Spread) -> Spread {
            Spread((left.mean + right.mean) / 2, (left.deviation + right.deviation) / 2)
        }
    }

    /// Systolic pressure, mmHg.
    var systolic: Spread
    /// Diastolic pressure, mmHg.
    var diastolic: Spread
    /// Pulse, per minute.
    var pulse: Spread
    /// Weight, kg.
    var weight: Spread

    /// Values for an age and sex; the mean of both sexes where the sex is not recorded as one of them.
    static func of(age: Int, sex: Sex, hypertension: Bool) -> RestingValues {
        let band = min(max(age / 10 - 2, 0), 6)
        var values =
            switch sex {
            case .male: men[band]
            case .female: women[band]
            case .other, .unknown: between(men[band], women[band])
            }
        if hypertension {
            values.systolic.mean += 14
            values.diastolic.mean += 6
        }
        return values
    }

    private static func between(_ left: RestingValues, _ right: RestingValues) -> RestingValues {
        RestingValues(
            systolic: .between(left.systolic, right.systolic),
            diastolic: .between(left.diastolic, right.diastolic),
            pulse: .between(left.pulse, right.pulse), weight: .between(left.weight, right.weight))
    }

    private static func row(_ s: Spread, _ d: Spread, _ p: Spread, _ w: Spread) -> RestingValues {
        RestingValues(systolic: s, diastolic: d, pulse: p, weight: w)
    }

    /// 18-29, 30-39, 40-49, 50-59, 60-69, 70-79 and 80 or more years.
    private static let men: [RestingValues] = [
        row(.init(116.5, 9.7), .init(67.4, 9.5), .init(72.1, 11.7), .init(84.5, 20.2)),
        row(.init(116.8, 9.3), .init(72.3, 9.4), .init(71.8, 11.5), .init(89.6, 21.2)),
        row(.init(117.1, 9.8), .init(72.4, 8.5), .init(69.9, 10.7), .init(89.9, 17.9)),
        row(.init(119.7, 10.6), .init(73.8, 9.0), .init(69.2, 11.9), .init(91.5, 19.0)),
        row(.init(120.0, 12.2), .init(68.7, 10.2), .init(68.2, 11.2), .init(90.9, 19.0)),
        row(.init(121.2, 12.0), .init(64.2, 8.4), .init(69.3, 12.0), .init(87.1, 15.4)),
        row(.init(119.1, 13.0), .init(62.9, 9.8), .init(68.3, 13.2), .init(83.2, 13.5)),
    ]

    private static let women: [RestingValues] = [
        row(.init(108.1, 9.6), .init(65.0, 9.1), .init(77.2, 11.2), .init(72.9, 21.5)),
        row(.init(109.8, 10.1), .init(68.8, 8.9), .init(76.6, 10.6), .init(78.6, 22.0)),
        row(.init(112.8, 10.8), .init(70.4, 9.1), .init(73.4, 11.4), .init(75.1, 19.5)),
        row(.init(117.5, 11.6), .init(70.7, 8.8), .init(72.8, 9.8), .init(75.6, 20.1)),
        row(.init(120.3, 11.9), .init(68.7, 9.9), .init(72.6, 11.6), .init(77.1, 19.0)),
        row(.init(122.0, 12.6), .init(63.3, 10.3), .init(71.3, 11.6), .init(75.4, 19.5)),
        row(.init(123.8, 11.0), .init(60.7, 8.3), .init(70.2, 12.8), .init(67.2, 12.5)),
    ]
}
