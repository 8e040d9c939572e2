import Canvas
import SessionCore

/// What concerns the watch itself rather than the patient.
extension CommandTable {
    /// Another nurse.
    static func nurseChange() -> Interview {
        Interview("Change of nurse") { given, _ in
            guard let initials = given["initials"] else {
                return .ask(.text("initials", "initials of the nurse who takes over"))
            }
            return .file(
                [Filing(.nurseChanged(NurseChanged(initials: initials)))], saying: "nurse \(initials)")
        }
    }

    /// The observation profile.
    static func profileChoice() -> Interview {
        Interview("Observation profile") { given, model in
            guard let name = given["profile"], let profile = ObservationProfile(rawValue: name) else {
                var notes = [[Segment("now: \(model.picture?.profile.rawValue ?? "")", .text)]]
                if let why = model.picture?.profileProposal {
                    notes.append([Segment("proposed: \(why)", .notice)])
                }
                let choices = [
                    Choice("s", "standard", value: "standard"), Choice("i", "intensive", value: "intensive"),
                ]
                return .ask(.pick("profile", "profile", choices, notes: notes))
            }
            guard let reason = given["reason"] else { return .ask(.text("reason", "reason")) }
            let fact = ProfileChosen(profile: profile, reason: reason)
            return .file([Filing(.profileChosen(fact))], saying: "profile \(name)")
        }
    }

    /// The time of the next entry.
    static func lateTime() -> Interview {
        Interview("When did it happen?") { given, model in
            if given["time"] == "" {
                return .act { model in
                    model.bedside?.lateTime = nil
                    model.say("the next entry happens now")
                    return []
                }
            }
            guard let text = given["time"], let time = model.earlierTime(text) else {
                var question = earlierTimeQuestion("time", "happened at", model)
                question.hint += "; then enter what happened; Enter alone: now"
                question.isOptional = true
                return .ask(question)
            }
            return .act { model in
                model.bedside?.lateTime = time
                let words = clockWords(time, utcOffsetMinutes: model.moment.utcOffsetMinutes)
                model.say("the next entry happened at \(words)")
                return []
            }
        }
    }

    /// Asks for a time of the past.
    static func earlierTimeQuestion(_ name: String, _ prompt: String, _ model: Model) -> Question {
        var question = Question.text(name, prompt, hint: "14:05, or -3m")
        question.check = {
            model.earlierTime($0) == nil
                ? "a time is 14:05 or -3m, after the session was opened and not after now" : nil
        }
        return question
    }

    /// The bell.
    static func audio() -> Interview {
        Interview("Bell") { given, model in
            guard let wish = given["bell"] else {
                let seconds = model.picture?.careProtocol.alarms.audioPauseSeconds ?? 0
                return .ask(
                    .pick(
                        "bell", "bell",
                        [
                            Choice("f", "off; AUDIO OFF stays on the screen"),
                            Choice("o", "on, by the alarm rules; the patient hears it"),
                            Choice("p", "paused for \(seconds) s"),
                        ]))
            }
            return .act { model in
                model.setBell(wish)
                return []
            }
        }
    }

    /// Leaving a session that runs on.
    static func leaving(_ model: Model) -> Interview {
        let runs = model.canRecord ? "The session stays running" : "Leave"
        return Interview("\(runs): where to?") { given, _ in
            guard let wish = given["where"] else {
                return .ask(
                    .pick(
                        "where", "where",
                        [
                            Choice("h", "to the list of sessions"), Choice("q", "out of the program"),
                        ], hint: "Esc stays; w ends a session"))
            }
            return .act { $0.leave(wish) }
        }
    }

    /// Leaving the program from the list.
    static func quitting() -> Interview {
        Interview("Leave the program?") { given, _ in
            guard given["sure"] != nil else {
                return .ask(.pick("sure", "sure", [Choice("y", "leave"), Choice("q", "leave")]))
            }
            return .act { $0.asked(toEnd: "left with q") }
        }
    }
}

extension Model {
    /// Switches the bell.
    mutating func setBell(_ wish: String) {
        switch wish {
        case "o": audio = .on
        case "p":
            guard let picture else { return }
            audio = .paused(until: picture.now + .seconds(picture.careProtocol.alarms.audioPauseSeconds))
        default: audio = .off
        }
        lastBell = nil
    }

    /// Goes to the list, or out of the program.
    mutating func leave(_ wish: String) -> [Effect] {
        guard outbox.isEmpty || wish == "q" else {
            say("the last entry is not on disk yet; q once more when it is")
            return []
        }
        return wish == "q" ? asked(toEnd: "left with q") : goHome()
    }

    /// A time of the past as it is typed: `14:05`, `@14:05`, `-3m`; `nil` when it is none, lies ahead, or before the
    /// session was opened.
    func earlierTime(_ text: String) -> WallTime? {
        guard let opened = picture?.opened else { return nil }
        return EntryTime(typed: text)?.last(before: moment, since: opened)
    }
}
