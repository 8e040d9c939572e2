import SessionCore
import Simulation

/// The exercise that a console starts with.
public struct PracticePlan: Sendable, Equatable {
    /// What is played.
    public var scenario: Scenario
    /// The care protocol that the scenario names.
    public var careProtocol: CareProtocol
    /// The seed: one seed means the same patient for ever.
    public var seed: UInt64
    /// The name of the practice session that is opened for it.
    public var session: SessionID

    /// Makes a plan.
    public init(scenario: Scenario, careProtocol: CareProtocol, seed: UInt64, session: SessionID) {
        self.scenario = scenario
        self.careProtocol = careProtocol
        self.seed = seed
        self.session = session
    }
}
