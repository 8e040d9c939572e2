import Canvas
import Testing

@Suite("A trend is drawn from numbers alone")
struct PlotTests {
    private func drawn(_ plot: TrendPlot, _ columns: Int, _ rows: Int, glyphs: GlyphSet = .unicode) -> Surface
    {
        var surface = Surface(Size(columns: columns, rows: rows), glyphs: glyphs)
        plot.draw(on: &surface, in: surface.bounds)
        return surface
    }

    @Test("a span is a bar from high to low, a limit is a line, and the axis carries their numbers")
    func spansAndLimits() {
        let plot = TrendPlot(
            xRange: 0...10, yRange: 40...160,
            series: [
                .init([
                    .init(x: 2, value: .span(low: 80, high: 120)),
                    .init(x: 8, value: .span(low: 100, high: 160), role: .critical),
                ])
            ],
            limits: [.init(140)])
        let surface = drawn(plot, 15, 7)
        #expect(
            surface.text == [
                "150│        ┬  ",
                "140│────────│──",
                "   │  ┬     │  ",
                "100│  │     ┴  ",
                "   │  ┴        ",
                " 50│           ",
                "   │           ",
            ])
        #expect(surface.roles[0] == "dddb........c..")
        #expect(surface.roles[1] == "---b--------c--")
    }

    @Test("what is absent is drawn unlike a zero")
    func absentIsNotZero() {
        let plot = TrendPlot(
            xRange: 0...4, yRange: 0...2,
            series: [.init([.init(x: 1, value: .single(0)), .init(x: 3, value: .absent)], sign: "*")])
        let surface = drawn(plot, 5, 3)
        #expect(surface.text == ["     ", "     ", " * ? "])
        #expect(surface.roles[2] == "...o.")
    }

    @Test("a gap shows neither band nor line")
    func gaps() {
        let plot = TrendPlot(xRange: 0...9, yRange: 0...2, bands: [1...2], limits: [.init(0)], gaps: [3...5])
        #expect(drawn(plot, 10, 3).text == ["░░░   ░░░░", "░░░   ░░░░", "───   ────"])
    }

    @Test("where two fall on one column the higher rank is seen, and between equals the later")
    func collisions() {
        let samples: [TrendPlot.Sample] = [
            .init(x: 50, value: .single(1), role: .critical, rank: 3),
            .init(x: 51, value: .single(1), role: .good),
        ]
        let plot = TrendPlot(xRange: 0...100, yRange: 0...2, series: [.init(samples)])
        #expect(drawn(plot, 3, 3).roles[1] == ".c.")
    }

    @Test("the range of the upright axis covers everything that is drawn, in tens")
    func automaticRange() {
        let plot = TrendPlot(
            xRange: 0...9, series: [.init([.init(x: 0, value: .span(low: 58, high: 187))])],
            limits: [.init(140)])
        let surface = drawn(plot, 20, 15)
        #expect(surface.text.first == "   │┬               ")
        #expect(surface.text[13] == " 60│┴               ")
        #expect(surface.text.last == "   │                ")
    }

    @Test("labels are whole or absent and never touch")
    func labels() {
        let labels: [TrendPlot.Label] = [
            .init(x: 0, text: "14:00"), .init(x: 2, text: "14:02"), .init(x: 10, text: "14:10"),
        ]
        var plot = TrendPlot(xRange: 0...10, yRange: 0...3, labels: labels)
        plot.now = 5
        #expect(drawn(plot, 11, 4).text == ["     ┊     ", "     ┊     ", "     ┊     ", "14:00 14:10"])
        #expect(drawn(plot, 4, 4).text[3] == "    ")
    }

    @Test("a plot can be drawn at every size, with empty and extreme numbers")
    func everySize() {
        let extreme = TrendPlot(
            xRange: .min ... .max,
            series: [
                .init([
                    .init(x: .max, value: .span(low: .min, high: .max)), .init(x: 0, value: .single(.min)),
                ])
            ],
            bands: [.min ... .max], limits: [.init(.max), .init(.min)], gaps: [.min...0], now: 0,
            labels: [.init(x: .max, text: "end")])
        let flat = TrendPlot(xRange: 5...5, yRange: 7...7, series: [.init([.init(x: 5, value: .single(7))])])
        for plot in [extreme, flat, TrendPlot(xRange: 0...1)] {
            for columns in 0...30 {
                for rows in 0...12 {
                    #expect(drawn(plot, columns, rows).text.count == rows)
                    #expect(
                        drawn(plot, columns, rows, glyphs: .ascii).text.allSatisfy {
                            $0.allSatisfy(\.isASCII)
                        })
                }
            }
        }
    }

    @Test("a strip shows its marks on one line, the worse over the better")
    func strip() {
        let strip = Strip(
            range: 0...20,
            marks: [
                .init(x: 10, sign: "!", role: .critical, rank: 2), .init(x: 10, sign: "o", rank: 1),
                .init(x: 0, sign: "o"), .init(x: 20, sign: "o"), .init(x: 21, sign: "x"),
            ], now: 5, labels: [.init(x: 0, text: "0"), .init(x: 20, text: "20")])
        var surface = Surface(Size(columns: 21, rows: 2))
        strip.draw(on: &surface, in: surface.bounds)
        #expect(surface.text == ["o────│────!─────────o", "0                  20"])
        #expect(surface.roles[0] == ".bbbbabbbbcbbbbbbbbb.")
        for columns in 0...5 {
            for rows in 0...3 {
                var small = Surface(Size(columns: columns, rows: rows))
                strip.draw(on: &small, in: small.bounds)
                #expect(small.text.count == rows)
            }
        }
    }
}
