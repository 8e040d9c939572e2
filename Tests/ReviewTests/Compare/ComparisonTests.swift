import Review
import SessionCore
import Testing

@Suite("Two sessions on one axis")
struct ComparisonTests {
    @Test("each session counts from its own T0, and minutes are in order")
    func axis() throws {
        var first = try ReviewedWard("first")
        try first.measure(120, 78, at: 20)
        var second = try ReviewedWard(
            "second", opened: ReviewedWard.opened.advanced(byMilliseconds: 86_400_000))
        try second.measure(164, 92, at: 20)
        let comparison = try SessionComparison(first.session, second.session)
        let row = try #require(comparison.rows.first { $0.minute == 20 })
        #expect(row.first.first?.hasPrefix("BP 120/78") == true)
        #expect(row.second == ["BP 164/92  HR 72  SpO2 98  RR 14  Alert 5", "alarm raised: BP high level 1"])
        #expect(comparison.rows.map(\.minute) == [-10, -8, -6, 0, 13, 20], "a checkpoint was late at 13")
    }

    @Test("without a T0 there is no axis, and the refusal names the session")
    func noStart() throws {
        let first = try ReviewedWard("first")
        let second = try ReviewedWard("second", starts: false)
        do {
            _ = try SessionComparison(first.session, second.session)
            Issue.record("compared without a common zero")
        } catch {
            #expect(error.sentence.contains("second"))
        }
    }
}
