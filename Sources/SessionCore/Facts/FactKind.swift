/// A kind of fact. The raw value is its name in every log, for ever.
public enum FactKind: String, Codable, Sendable, CaseIterable, CustomStringConvertible {
    case sessionOpened
    case profileChosen
    case attested
    case reading
    case notObtainable
    case couldNotMeasure
    case readingConfirmed
    case proceedOrdered
    case administrationStarted
    case rateChanged
    case infusionPaused
    case infusionResumed
    case infusionEnded
    case doseGiven
    case pumpFigureNoted
    case symptomReported
    case symptomResolved
    case actionTaken
    case noteWritten
    case alarmAcknowledged
    case alarmSwitchedOff
    case nurseChanged
    case amended
    case dischargeAssessed
    case patientLeft
    case sessionCancelled
    case sessionAbandoned
    case sessionClosed
    case clockChanged
    case clockSet
    case timeConfirmed
    case consoleClosed
    case consoleResumed

    /// The name in a log.
    public var description: String { rawValue }
}
