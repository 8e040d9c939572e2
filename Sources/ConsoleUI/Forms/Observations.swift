import Canvas
import SessionCore

/// What is observed and done, as short interviews.
extension CommandTable {
    /// Acknowledging: the alarms as they stood when the key was pressed, so that the list cannot move under the second key.
    static func acknowledgement(_ model: Model) -> Interview {
        let alarms = Array((model.picture?.alarms ?? []).prefix(9))
        return Interview("Acknowledge which alarm?") { given, _ in
            guard let alarm = given["alarm"].flatMap({ Int($0) }).flatMap(alarms.element(numbered:)) else {
                return .ask(.pick("alarm", "alarm", numbered(alarms), hint: "the number of the alarm"))
            }
            let fact = AlarmAcknowledged(alarm: alarm.key, level: alarm.level)
            return .file([Filing(.alarmAcknowledged(fact))], saying: "acknowledged \(alarm.sentence)")
        }
    }

    private static func numbered(_ alarms: [AlarmPicture]) -> [Choice] {
        zip("123456789", alarms).map { key, alarm in
            let by = alarm.acknowledgedBy.map { "acknowledged by \($0)" }
            return Choice(key, "\(alarm.priority.tag) \(alarm.sentence)", whyNot: by.map { "already \($0)" })
        }
    }

    /// Switching a level-1 alarm off for a while.
    static func switchOff(_ model: Model) -> Interview {
        let alarms = Array((model.picture?.alarms ?? []).prefix(9))
        let minutes = model.picture?.careProtocol.alarms.offMinutes ?? 0
        return Interview("Switch off which alarm? It comes back after \(minutes) min") { given, _ in
            guard let alarm = given["alarm"].flatMap({ Int($0) }).flatMap(alarms.element(numbered:)) else {
                let choices = zip("123456789", alarms).map { key, alarm in
                    Choice(
                        key, "\(alarm.priority.tag) \(alarm.sentence)",
                        whyNot: alarm.level == .watch ? nil : "only an alarm of level 1 can be switched off")
                }
                return .ask(.pick("alarm", "alarm", choices))
            }
            guard let reason = given["reason"] else { return .ask(.text("reason", "reason")) }
            let fact = AlarmSwitchedOff(alarm: alarm.key, reason: reason)
            return .file([Filing(.alarmSwitchedOff(fact))], saying: "switched off")
        }
    }

    /// A note.
    static func note() -> Interview {
        Interview("Note") { given, _ in
            guard let text = given["note"] else { return .ask(.text("note", "note", hint: "Enter files it")) }
            return .file([Filing(.noteWritten(NoteWritten(text: text)))], saying: "note: \(text)")
        }
    }

    /// A symptom from the protocol's list, or the end of one that stands.
    static func symptom(_ model: Model) -> Interview {
        let open = Array((model.picture?.symptoms ?? []).prefix(9))
        return Interview("Symptom") { given, model in
            guard let picked = given["symptom"] else {
                let listed = model.picture?.careProtocol.symptoms ?? []
                return .ask(.pick("symptom", "symptom", resolvable(open, model) + choices(of: listed)))
            }
            if let symptom = Int(picked).flatMap(open.element(numbered:)) {
                let fact = SymptomResolved(target: symptom.sequence)
                return .file([Filing(.symptomResolved(fact))], saying: "resolved: \(symptom.title)")
            }
            let title = model.picture?.careProtocol.symptoms.first { $0.code == picked }?.title ?? picked
            let fact = SymptomReported(code: picked)
            return .file([Filing(.symptomReported(fact))], saying: "symptom: \(title)")
        }
    }

    private static func resolvable(_ open: [OpenSymptom], _ model: Model) -> [Choice] {
        zip("123456789", open).map { key, symptom in
            let since = model.picture.map { clock($0.wallTime(of: symptom.since), in: $0) } ?? ""
            return Choice(key, "is gone: \(symptom.title) (since \(since))")
        }
    }

    private static func choices(of symptoms: [SymptomItem]) -> [Choice] {
        symptoms.compactMap { item in
            item.key.first.map {
                Choice($0, item.title + (item.redFlag ? "  RED FLAG" : ""), value: item.code)
            }
        }
    }

    /// A time of the session as a clock on the ward shows it.
    static func clock(_ time: WallTime, in picture: Picture) -> String {
        clockWords(time, utcOffsetMinutes: picture.utcOffsetMinutes)
    }

    /// What was done, from the protocol's list; who ordered it and with what, where that is asked.
    static func action() -> Interview {
        Interview("What was done?") { given, model in
            let items = model.picture?.careProtocol.actions ?? []
            guard let code = given["action"], let item = items.first(where: { $0.code == code }) else {
                let choices = items.compactMap { item in
                    item.key.first.map { Choice($0, item.title, value: item.code) }
                }
                return .ask(.pick("action", "action", choices))
            }
            if item.orderedBy == true, given["orderedBy"] == nil {
                var question = optional("orderedBy", "ordered by", "Enter alone: not recorded")
                question.check = { text in
                    text.contains(where: \.isNumber)
                        ? "a name has no figures; Enter alone goes on, then a reading can be typed" : nil
                }
                return .ask(question)
            }
            if item.detail == true, given["detail"] == nil {
                var question = optional(
                    "detail", "\(item.title): drug and dose, or who and where", "Enter alone: nothing")
                question.check = { text in
                    model.judge(text, correcting: nil).isFileable
                        ? "that is a reading; Enter alone files the action, then it can be typed" : nil
                }
                return .ask(question)
            }
            let fact = ActionTaken(
                code: code, orderedBy: given.text("orderedBy"), detail: given.text("detail"))
            // It was done when its key was pressed, however long the questions behind it stood open.
            let done = Filing(.actionTaken(fact), measured: model.whenSaid("action", given))
            return .file([done], saying: item.title)
        }
    }

    /// A text that may be left out.
    static func optional(_ name: String, _ prompt: String, _ hint: String) -> Question {
        .text(name, prompt, hint: hint, isOptional: true)
    }

    /// A checkpoint that could not be done, or no pulse at all.
    static func couldNotMeasure() -> Interview {
        Interview("Could not measure") { given, model in
            let open = (model.picture?.checkpoints ?? []).filter { $0.state.isOpen }
            guard let what = given["what"] else {
                return .ask(
                    .pick(
                        "what", "what",
                        [noPulse]
                            + zip("123456789", open).map { key, checkpoint in
                                Choice(
                                    key, "\(checkpoint.name), \(checkpoint.state.rawValue)",
                                    value: checkpoint.name)
                            }, hint: open.isEmpty ? "no checkpoint is due now" : "the key of the checkpoint"))
            }
            if what == noPulse.value {
                return .file([Filing(.notObtainable(NotObtainable()))], saying: noPulse.title)
            }
            guard let reason = reason(given) else {
                return .ask(askReason(given, from: cannotReasons, "reason"))
            }
            let fact = CouldNotMeasure(checkpoint: what, reason: reason)
            return .file([Filing(.couldNotMeasure(fact))], saying: "\(what) could not be done: \(reason)")
        }
    }

    private static let noPulse = Choice(
        "0", "NO PULSE OR PRESSURE OBTAINABLE: level 3 at once", value: "no pulse")

    private static let cannotReasons = [
        Choice("c", "cuff or probe fails"), Choice("m", "patient moves"), Choice("r", "patient refuses"),
        Choice("a", "patient away, toilet"), Choice("b", "nurse busy with the patient"),
    ]

    /// A reason by one key from a list, or in words behind `w`.
    static func askReason(_ given: Given, from list: [Choice], _ prompt: String) -> Question {
        if given["reasonKey"] == "words" { return .text("reason", prompt) }
        let listed = list.map { Choice($0.key, $0.title, value: $0.title, whyNot: $0.whyNot) }
        return .pick("reasonKey", prompt, listed + [Choice("w", "in other words", value: "words")])
    }

    /// The reason that was given; `nil` while there is none.
    static func reason(_ given: Given) -> String? {
        guard let key = given["reasonKey"] else { return nil }
        return key == "words" ? given["reason"] : key
    }
}

extension CheckpointState {
    /// Whether a reason can still end it.
    var isOpen: Bool { self == .due || self == .late || self == .missed }
}
