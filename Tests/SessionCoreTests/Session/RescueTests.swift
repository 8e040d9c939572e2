import Testing

@testable import SessionCore

@Suite("After a rescue drug")
struct RescueTests {
    private func isDue(_ readings: [[Vital: Int]]) throws -> Bool {
        var bedside = try Bedside()
        try bedside.start()
        let drug = ActionTaken(code: "rescue", orderedBy: "Dr N", detail: "labetalol 10 mg")
        try bedside.file(.actionTaken(drug), at: 20)
        for values in readings {
            try bedside.file(.reading(Reading(values: VitalSet(values, gas: .air))), at: 25)
        }
        return bedside.picture(at: 26).due.contains { $0.title == "vitals and alertness 5 min after drug" }
    }

    @Test("vitals and alertness are due 5 min later; a pressure without an alertness does not answer that")
    func alertnessToo() throws {
        #expect(try isDue([]))
        #expect(try isDue([[.systolic: 130, .diastolic: 80]]))
        #expect(try isDue([[.alertness: 5]]))
        #expect(try !isDue([[.systolic: 130, .diastolic: 80, .alertness: 5]]))
        #expect(try !isDue([[.systolic: 130, .diastolic: 80], [.alertness: 5]]))
    }
}
