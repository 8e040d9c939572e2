/// What was published of 0.5 mg/kg into muscle: little, and of pressure nothing.
enum InjectionRows {
    static func of(_ arm: Arm) -> [CohortRow] {
        let gone = arm.course(.intensity).first {
            $0.minute > arm.peakMinute(.intensity) && $0.tally.mean <= 1
        }
        return [
            CohortRow(
                "M1", "reviews of adult data (ketamineresource.com)",
                "minute of the highest plasma concentration",
                published: "5 to 15", Double(arm.peakMinute(.plasma)), 5...15),
            CohortRow(
                "M2", "Miller's Anesthesia, 6th edition", "minute of the strongest effect", published: "20",
                Double(arm.peakMinute(.intensity)), 15...25),
            CohortRow(
                "M3", "ketamineresource.com on injection", "minute at which felt intensity is down to 1",
                published: "60 to 90", Double(gone?.minute ?? 999), 50...100),
        ]
    }
}
