import Testing

@testable import SessionCore

@Suite("Resuming an infusion")
struct ResumingTests {
    private func deviations(of bodies: [FactBody]) throws -> [String] {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.quiet(at: 15)
        try bedside.file(.infusionPaused(Reasoned(reason: "line")), at: 16)
        for body in bodies { try bedside.file(body, at: 17) }
        try bedside.file(.infusionResumed(InfusionResumed()), at: 18)
        return bedside.session.transitions.compactMap { transition in
            guard case .deviation(let sentence) = transition.event else { return nil }
            return sentence
        }
    }

    @Test(
        "after a normal pressure it is as planned; after none could be obtained it is not, whatever was measured before"
    )
    func notObtainable() throws {
        #expect(try deviations(of: []).isEmpty)
        let after = try deviations(of: [.notObtainable(NotObtainable())])
        #expect(after.contains { $0.hasPrefix("resumed with a pressure of level 3") }, "\(after)")
    }
}
