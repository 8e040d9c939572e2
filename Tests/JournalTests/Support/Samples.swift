import Foundation
import SessionCore

@testable import Journal

/// 2026-03-01T14:00:00Z and a number of minutes later.
func wall(_ minutes: Int64 = 0) -> WallTime {
    WallTime(milliseconds: 1_772_373_600_000).advanced(byMilliseconds: minutes * 60_000)
}

func sessionID(_ name: String) throws -> SessionID {
    guard let id = SessionID(name) else { throw Refusal("not a session name: \(name)") }
    return id
}

let sampleOpening = SessionOpened(
    patient: Patient(
        label: "A. B.", birthYear: 1981, weightKg: 70.5, sex: .female, treatedHypertension: .no),
    route: .infusion, plannedMilligrams: 35, plannedMinutes: 40, profile: .standard, firstSession: .no,
    stimulantOrMAOI: .no, earlierPeak: .no, saturationTarget: SaturationTarget(lower: 88, upper: 92),
    doseReason: "agreed", utcOffsetMinutes: 60, protocolReference: .named("iv-racemic"), software: "ebbtide 1"
)

/// A session of `count` facts: an opening, then readings and notes in turn.
func sampleFacts(
    _ id: SessionID, mode: SessionMode = .live, count: Int = 3, from first: Int = 1
) -> [Fact] {
    (first..<(first + count)).map { sequence in
        let body: FactBody =
            switch sequence {
            case 1: .sessionOpened(sampleOpening)
            case let even where even.isMultiple(of: 2):
                .reading(
                    Reading(
                        values: VitalSet([.systolic: 120 + even % 20, .diastolic: 80, .temperature: 368])))
            default: .noteWritten(NoteWritten(text: "note \(sequence)"))
            }
        return Fact(
            session: id, mode: mode, sequence: sequence, measured: wall(Int64(sequence)),
            entered: wall(Int64(sequence)), elapsed: SessionTime(minutes: Int64(sequence - 1)),
            boot: BootReading(id: "boot", milliseconds: 60_000 * Int64(sequence)), author: "MK", body: body)
    }
}

/// One body of every kind with every key filled. The switch below does not compile when a kind is added.
let sampleBodies: [FactBody] = [
    .sessionOpened(sampleOpening),
    .profileChosen(ProfileChosen(profile: .intensive, reason: "baseline 134")),
    .attested(Attested(step: .timeOut, outcome: .done, by: "MK")),
    .reading(
        Reading(
            values: VitalSet(
                Dictionary(uniqueKeysWithValues: Vital.allCases.map { ($0, $0 == .temperature ? 368 : 3) }),
                gas: .oxygen), arm: "left")),
    .notObtainable(NotObtainable(note: "no pulse")),
    .couldNotMeasure(CouldNotMeasure(checkpoint: "T0+20", reason: "asleep")),
    .readingConfirmed(ReadingConfirmed(target: 4)),
    .proceedOrdered(ProceedOrdered(prescriber: "Dr. N.", reason: "anxious, settled")),
    .administrationStarted(
        AdministrationStarted(
            rate: sampleRate, milligrams: 35, site: "left arm", deadSpaceMillilitres: 1.5, deviation: "early")
    ),
    .rateChanged(RateChanged(rate: sampleRate, orderedBy: "Dr. N.")),
    .infusionPaused(Reasoned(reason: "nausea")),
    .infusionResumed(InfusionResumed(rate: sampleRate, deviation: "after 21 min")),
    .infusionEnded(InfusionEnded(stoppedEarly: "distress")),
    .doseGiven(
        DoseGiven(milligrams: 28, site: "nose", supplemental: true, orderedBy: "Dr. N.", reason: "plan")),
    .pumpFigureNoted(PumpFigureNoted(milligrams: 34.5)),
    .symptomReported(SymptomReported(code: "nausea", note: "mild")),
    .symptomResolved(SymptomResolved(target: 7)),
    .actionTaken(ActionTaken(code: "oxygen", orderedBy: "Dr. N.", detail: "2 L/min")),
    .noteWritten(NoteWritten(text: "quiet")),
    .alarmAcknowledged(
        AlarmAcknowledged(alarm: AlarmKey(.pressure, .high, item: "T0+20"), level: .high, note: "told Dr. N.")
    ),
    .alarmSwitchedOff(AlarmSwitchedOff(alarm: AlarmKey(.heartRate, .low, item: "x"), reason: "athlete")),
    .nurseChanged(NurseChanged(initials: "TR")),
    .amended(
        Amended(
            target: 4, was: .noteWritten(NoteWritten(text: "a")), now: .noteWritten(NoteWritten(text: "b")),
            measured: wall(), reason: "typing slip")),
    .dischargeAssessed(
        DischargeAssessed(
            answers: Dictionary(uniqueKeysWithValues: DischargeQuestion.allCases.map { ($0, .yes) }), by: "MK"
        )),
    .patientLeft(PatientLeft(manner: .discharged, detail: "with sister", prescriberNotified: "Dr. N.")),
    .sessionCancelled(Reasoned(reason: "fever")),
    .sessionAbandoned(Reasoned(reason: "power cut")),
    .sessionClosed(SessionClosed(name: "M. K.", meaning: "reviewed")),
    .clockChanged(ClockChanged(stepMilliseconds: -3_600_000)),
    .clockSet(ClockSet(to: wall(10))),
    .timeConfirmed(TimeConfirmed(by: "MK")),
    .consoleClosed(Reasoned(reason: "TERM")),
    .consoleResumed(ConsoleResumed(gapMilliseconds: 61_000, software: "ebbtide 1")),
]

private let sampleRate = InfusionRate(
    millilitresPerHour: 52.5, milligramsPerMillilitre: 1, milligramsPerMinute: 0.875)

/// The place of a kind in ``sampleBodies``.
func place(of body: FactBody) -> Int {
    switch body {
    case .sessionOpened: 0
    case .profileChosen: 1
    case .attested: 2
    case .reading: 3
    case .notObtainable: 4
    case .couldNotMeasure: 5
    case .readingConfirmed: 6
    case .proceedOrdered: 7
    case .administrationStarted: 8
    case .rateChanged: 9
    case .infusionPaused: 10
    case .infusionResumed: 11
    case .infusionEnded: 12
    case .doseGiven: 13
    case .pumpFigureNoted: 14
    case .symptomReported: 15
    case .symptomResolved: 16
    case .actionTaken: 17
    case .noteWritten: 18
    case .alarmAcknowledged: 19
    case .alarmSwitchedOff: 20
    case .nurseChanged: 21
    case .amended: 22
    case .dischargeAssessed: 23
    case .patientLeft: 24
    case .sessionCancelled: 25
    case .sessionAbandoned: 26
    case .sessionClosed: 27
    case .clockChanged: 28
    case .clockSet: 29
    case .timeConfirmed: 30
    case .consoleClosed: 31
    case .consoleResumed: 32
    }
}

/// One fact of every kind, in one session.
func factsOfEveryKind() throws -> [Fact] {
    let id = try sessionID("every-kind")
    return sampleBodies.enumerated().map { index, body in
        Fact(
            session: id, mode: .practice, sequence: index + 1, measured: wall(), entered: wall(),
            elapsed: SessionTime(minutes: 1), boot: BootReading(id: "boot", milliseconds: 1), author: "MK",
            body: body)
    }
}
