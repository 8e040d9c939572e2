import Canvas
import SessionCore

extension CommandTable {
    /// What is entered at the bedside.
    static let bedside: [Command] =
        [
            Command(
                "reading", [], "reading", "Type vitals: 132/84 78 98 14, or with labels in any order.",
                in: [.bedside], shownKey: "0-9", whyNot: { $0.whyNotEntered }
            ) { model in
                model.open(.entry(EntryField()))
                return []
            },
            Command(
                "acknowledge", [.character("a"), .function(2)], "acknowledge",
                "Acknowledge an alarm: this key, then the alarm's number.", in: [.bedside],
                whyNot: {
                    $0.whyNotEntered ?? ($0.picture?.alarms.isEmpty == false ? nil : "no alarm is open")
                }
            ) { $0.begin(acknowledgement($0)) },
            Command(
                "note", [.character("n")], "note", "Write a note with the time of now.", in: [.bedside],
                whyNot: { $0.whyNotEntered }
            ) { $0.begin(note()) },
            Command(
                "symptom", [.character("s")], "symptom", "File a symptom, or mark one resolved.",
                in: [.bedside],
                whyNot: { $0.whyNotEntered }
            ) { $0.begin(symptom($0)) },
            Command(
                "action", [.character("x")], "action",
                "File what was done: prescriber, oxygen, position, rescue drug.",
                in: [.bedside], whyNot: { $0.whyNotEntered }
            ) { $0.begin(action()) },
            Command(
                "effects", [.character("e")], "effects",
                "Observe alertness, agitation, orientation, intensity, distress and nausea, one digit each.",
                in: [.bedside], whyNot: { $0.whyNotEntered }
            ) { model in
                model.open(.effects(EffectSteps()))
                return []
            },
            Command(
                "couldNotMeasure", [.character("o")], "could not",
                "End a checkpoint with a reason when nothing could be measured; or no pulse obtainable.",
                in: [.bedside], whyNot: { $0.whyNotEntered }
            ) { $0.begin(couldNotMeasure()) },
            Command(
                "dose", [.character("d")], "dose",
                "Start, rate, pause, resume, end, next device, supplement, pump figure.", in: [.bedside],
                whyNot: { $0.whyNotEntered }
            ) { $0.begin(dose()) },
            Command(
                "correct", [.character("c")], "correct",
                "Choose an entry of the timeline and type it again, move its time or strike it.",
                in: [.bedside],
                whyNot: { $0.whyNotCorrected }
            ) { $0.beginSelection() },
            Command(
                "gate", [.character("g")], "gate",
                "See why the gate decides as it does; vouch for a step; a prescriber's order to proceed.",
                in: [.bedside], whyNot: { $0.whyNotEntered ?? $0.whyNoGate }
            ) { $0.begin(gate()) },
            Command(
                "wayOut", [.character("w")], "way out",
                "Assess for discharge, let the patient leave, transfer, cancel, abandon, close and sign.",
                in: [.bedside], whyNot: { $0.whyNotEntered }
            ) { $0.begin(wayOut()) },
        ] + rest

    private static let rest: [Command] = [
        Command(
            "late", [.character("l")], "late", "Give the time of the next entry when it happened earlier.",
            in: [.bedside], whyNot: { $0.whyNotEntered }
        ) { $0.begin(lateTime()) },
        Command(
            "bringBack", [.character("b")], "bring back", "Bring back a line that was typed and not filed.",
            in: [.bedside],
            whyNot: {
                $0.whyNotEntered ?? ($0.bedside?.aside.isEmpty == false ? nil : "nothing was put aside")
            }
        ) { $0.bringBack() },
        Command(
            "nurse", [.character("N")], "nurse", "Another nurse takes over.", in: [.bedside],
            whyNot: { $0.whyNotEntered }
        ) { $0.begin(nurseChange()) },
        Command(
            "profile", [.character("P")], "profile",
            "Choose the standard or the intensive observation profile.",
            in: [.bedside], whyNot: { $0.whyNotEntered }
        ) { $0.begin(profileChoice()) },
        Command(
            "switchOff", [.character("m")], "mute",
            "Switch a level-1 alarm off for a while, with a reason.",
            in: [.bedside], whyNot: { $0.whyNotEntered ?? $0.whyNoSwitchOff }
        ) { $0.begin(switchOff($0)) },
        Command(
            "confirmTime", [.character("y")], "time is right",
            "Confirm the wall clock after a restart or a step.", in: [.bedside],
            whyNot: { $0.whyNotEntered ?? $0.whyNoTimeConfirmation }
        ) { $0.confirmTime() },
        Command(
            "takeOver", [.character("T")], "take over",
            "Write this session here when the console that wrote it has ended.", in: [.bedside],
            whyNot: { $0.whyNotTakenOver }
        ) { $0.takeOver() },
        Command(
            "audio", [.character("A")], "audio", "Switch the bell on or off, or pause it.", in: [.bedside]
        ) {
            $0.begin(audio())
        },
    ]
}

extension Model {
    /// Why nothing can be entered now; `nil` when something can.
    var whyNotEntered: String? {
        guard let bedside else { return "open a session first" }
        if let reason = bedside.readOnlyBecause { return reason }
        return bedside.isRecord ? "the session has ended; c corrects what was entered" : nil
    }

    /// Why nothing can be corrected now; `nil` when something can.
    var whyNotCorrected: String? {
        guard let bedside else { return "open a session first" }
        if let reason = bedside.readOnlyBecause { return reason }
        return hasCorrectable ? nil : "nothing was entered yet"
    }

    /// Why the gate has nothing to say; `nil` while it has.
    var whyNoGate: String? {
        picture?.start == nil ? nil : "administration has started; the gate stands before it"
    }

    /// Why no alarm can be switched off; `nil` when one can.
    var whyNoSwitchOff: String? {
        let quiet = picture?.alarms.contains { $0.level == .watch } ?? false
        return quiet ? nil : "only an alarm of level 1 can be switched off, and none is open"
    }

    /// Why the time needs no confirmation; `nil` when it does.
    var whyNoTimeConfirmation: String? {
        if picture?.asksTimeConfirmation == true || clockComplaint != nil { return nil }
        return "nothing is wrong with the clock"
    }

    /// Why the session cannot be taken over; `nil` when nobody writes it.
    var whyNotTakenOver: String? {
        guard let bedside else { return "open a session first" }
        guard let writtenBy = bedside.writtenBy else { return "this console writes it already" }
        return bedside.isDeserted ? nil : writtenBy
    }

    /// After a yes to the patient asks for the session again, which takes its lock when that is free.
    mutating func takeOver() -> [Effect] {
        guard let id = bedside?.id, let patient = picture?.patient, let nurse = picture?.nurse else {
            return []
        }
        let title = "Write the session of \(patient.label), born \(patient.birthYear), here?"
        return begin(
            Interview(title) { given, _ in
                guard given["sure"] != nil else {
                    let yes = Choice("y", "yes, this patient; \(nurse) stays on duty until N changes that")
                    return .ask(.pick("sure", "this patient", [yes], hint: "Esc goes on watching"))
                }
                return .act { $0.load(id) }
            })
    }

    /// The nurse says that the wall clock is right.
    mutating func confirmTime() -> [Effect] {
        clockComplaint = nil
        guard picture?.asksTimeConfirmation == true else { return [] }
        let fact = FactBody.timeConfirmed(TimeConfirmed(by: picture?.nurse ?? ""))
        return file([Filing(fact)], from: nil, saying: "time confirmed")
    }
}
