import Canvas
import Review
import SessionCore

extension CommandTable {
    /// What can be done with a record: going about in it and reviewing it, with the ways in; nothing that files.
    static let replay: [Command] = playing + reviewing + seeking + jumping + reviews

    private static func replaying(
        _ name: String, _ keys: [Key], _ label: String, _ help: String, shownKey: String? = nil,
        _ perform: @escaping @Sendable (inout Model) -> [Effect]
    ) -> Command {
        Command(name, keys, label, help, in: [.replay], shownKey: shownKey, perform: perform)
    }

    private static let playing: [Command] = [
        replaying("play", [.character(" ")], "play", "Play or pause; at the end play from the start.") {
            model in
            model.replay?.control { $0.toggle(&$1) }
            return []
        },
        replaying("faster", [.character("]")], "faster", "Play faster, up to 600 times.") { model in
            model.replay?.control { playback, _ in playback.faster() }
            return []
        },
        replaying("slower", [.character("[")], "slower", "Play slower, down to the speed of the session.") {
            model in
            model.replay?.control { playback, _ in playback.slower() }
            return []
        },
        replaying(
            "skipIdle", [.character("z")], "skip idle",
            "Pass over stretches in which nothing happens, or not."
        ) { model in
            model.replay?.control { playback, _ in playback.toggleIdle() }
            return []
        },
        replaying(
            "knowledge", [.character("v"), .tab], "view",
            "As known at the time, with what was not yet corrected; or as corrected now."
        ) { model in
            model.replay?.move {
                $0.look($0.knowledge == .asKnownThen ? .asCorrectedNow : .asKnownThen)
            }
            return []
        },
        replaying("nextFact", [.character(".")], "next entry", "Step to the next entry of the record.") {
            model in
            if model.replay?.move({ $0.stepForward() }) == false {
                model.say("that was the last entry", .dim)
            }
            return []
        },
        replaying("previousFact", [.character(",")], "entry before", "Step back to the entry before.") {
            model in
            if model.replay?.move({ $0.stepBack() }) == false { model.say("that is the first entry", .dim) }
            return []
        },
        replaying("leaveReplay", [.character("q")], "leave", "Leave the replay.") { $0.leaveReplay() },
    ]

    private static let seeking: [Command] = [
        seek("back30s", [.left], "30 s back", .seconds(-30)),
        seek("on30s", [.right], "30 s on", .seconds(30)),
        seek("back1m", [.up], "1 min back", .minutes(-1)),
        seek("on1m", [.down], "1 min on", .minutes(1)),
        seek("back5m", [.pageUp], "5 min back", .minutes(-5)),
        seek("on5m", [.pageDown], "5 min on", .minutes(5)),
        replaying("toStart", [.home], "start", "Go to the first instant of the record.") { model in
            model.replay?.move { $0.seekToStart() }
            return []
        },
        replaying("toEnd", [.end, .character("G")], "end", "Go to the last instant of the record.") { model in
            model.replay?.move { $0.seekToEnd() }
            return []
        },
        replaying("tenth", [], "tenth", "Go to so many tenths of the record.", shownKey: "0-9") { model in
            model.say("press a digit: 0 is the start, 5 the middle")
            return []
        },
        replaying("goTo", [.character("g"), .control("g")], "go to", "Go to \(ReplayJump.forms).") {
            $0.begin(jump())
        },
        scrollReplay("listOlder", [.character("k")], "list older", "Scroll the list to older entries.", 1),
        scrollReplay("listNewer", [.character("j")], "list newer", "Scroll the list to newer entries.", -1),
    ]

    private static let jumping: [Command] = [
        (ReplayStop.Kind.flag, "f", "flag"), (.alarm, "a", "alarm"),
        (.lateCheckpoint, "c", "late checkpoint"),
        (.note, "n", "note"), (.correction, "e", "correction"),
    ].flatMap { kind, letter, title in
        [
            replaying(
                "next-\(kind.rawValue)", [.character(Character(letter))], "next \(title)",
                "Go to the next \(title)."
            ) {
                $0.go(to: $0.replay?.move { $0.next(kind) }, else: "no \(title) after this moment")
            },
            replaying(
                "previous-\(kind.rawValue)", [.character(Character(letter.uppercased()))], "\(title) before",
                "Go back to the \(title) before."
            ) {
                $0.go(
                    to: $0.replay?.move { $0.previous(kind) }, else: "no \(title) before this moment"
                )
            },
        ]
    }

    private static func seek(_ name: String, _ keys: [Key], _ label: String, _ span: Span) -> Command {
        replaying(name, keys, label, "Go \(label); with the clock, not by entries.") { model in
            model.replay?.move { $0.seek(to: $0.time + span) }
            return []
        }
    }

    private static func scrollReplay(
        _ name: String, _ keys: [Key], _ label: String, _ help: String, _ entries: Int
    ) -> Command {
        replaying(name, keys, label, help) { model in
            model.replay?.scroll(by: entries)
            return []
        }
    }

    /// Asks where to go.
    private static func jump() -> Interview {
        Interview("Go to") { given, _ in
            guard let typed = given["where"] else {
                var question = Question.text("where", "go to", hint: ReplayJump.forms)
                question.check = { text in
                    do throws(Refusal) {
                        _ = try ReplayJump(text)
                        return nil
                    } catch {
                        return error.sentence
                    }
                }
                return .ask(question)
            }
            return .act { $0.jump(typed) }
        }
    }
}

extension Model {
    /// Says what was gone to, or that there is nothing to go to.
    fileprivate mutating func go(to stop: ReplayStop??, else sentence: String) -> [Effect] {
        if let stop, let stop { say(stop.words, .text) } else { say(sentence, .dim) }
        return []
    }

    fileprivate mutating func jump(_ typed: String) -> [Effect] {
        do throws(Refusal) {
            let jump = try ReplayJump(typed)
            try replay?.move { cursor throws(Refusal) in try cursor.seek(jump) }
        } catch {
            say(error.sentence, .notice)
        }
        return []
    }

    /// Goes to so many tenths of the record; `nil` for a key that is no digit.
    mutating func pressedTenth(_ key: Key) -> [Effect]? {
        guard case .character(let character) = key, character.isASCII, let tenth = character.wholeNumberValue
        else { return nil }
        notice = nil
        replay?.move { cursor in
            let length = (cursor.end - cursor.start).milliseconds
            cursor.seek(to: cursor.start + Span(milliseconds: length / 10 * Int64(tenth)))
        }
        return []
    }
}
