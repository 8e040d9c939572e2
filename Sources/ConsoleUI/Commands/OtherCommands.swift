import Canvas
import SessionCore

extension CommandTable {
    /// The home screen's own commands.
    static let home: [Command] = [
        Command("new", [.character("n")], "new session", "Open a new session.", in: [.home]) { model in
            if model.form == nil, let kept = model.formOfLastConsole { return model.askAboutKeptForm(kept) }
            model.beginForm()
            return []
        },
        Command(
            "open", [.enter, .character("o")], "open",
            "Continue the chosen session, or look at it when it has ended.",
            in: [.home], whyNot: { $0.home.chosen == nil ? "there is no session yet; n opens one" : nil }
        ) { $0.openChosen() },
        Command(
            "replay", [.character("p")], "replay",
            "Play the chosen session back; nothing can be entered there.",
            in: [.home], whyNot: { $0.home.chosen == nil ? "there is no session yet; n opens one" : nil }
        ) { model in
            guard let chosen = model.home.chosen else { return [] }
            model.awaited = chosen.id
            return [.loadRecord(chosen.id)]
        },
        Command("up", [.up, .character("k")], "up", "Choose the session above.", in: [.home]) { model in
            model.home.move(by: -1)
            return []
        },
        Command("down", [.down, .character("j")], "down", "Choose the session below.", in: [.home]) { model in
            model.home.move(by: 1)
            return []
        },
        Command("refresh", [.character("r")], "refresh", "Read the list again.", in: [.home]) { _ in
            [.listSessions]
        },
        Command("quit", [.character("q")], "quit", "Leave the program.", in: [.home]) {
            $0.begin(quitting())
        },
    ]

    /// Moving about on the session screen.
    static let view: [Command] = [
        scroll("older", [.up, .character("k")], "older", "Scroll the list to older entries.") { $0 + 1 },
        scroll("newer", [.down, .character("j")], "newer", "Scroll the list to newer entries.") { $0 - 1 },
        scroll("pageOlder", [.pageUp], "page up", "Scroll a page back.") { $0 + 10 },
        scroll("pageNewer", [.pageDown], "page down", "Scroll a page forward.") { $0 - 10 },
        scroll("oldest", [.home], "oldest", "Go to the first entry.") { _ in .max },
        scroll("newest", [.end, .character("G")], "newest", "Go to the newest entry.") { _ in 0 },
        Command(
            "lookBack", [.character("p")], "look back",
            "Play the session back; alarms of now stay in sight.",
            in: [.bedside], whyNot: { $0.whyNoLookBack }
        ) { $0.lookBack() },
        Command(
            "leave", [.character("q")], "leave",
            "Leave the session running: to the list, or out of the program.",
            in: [.bedside]
        ) { $0.begin($0.practice == nil ? leaving($0) : leavingPractice()) },
    ]

    private static func scroll(
        _ name: String, _ keys: [Key], _ label: String, _ help: String,
        _ move: @escaping @Sendable (Int) -> Int
    ) -> Command {
        Command(name, keys, label, help, in: [.bedside]) { model in
            let entries = model.picture?.timeline.count ?? 0
            let wanted = move(model.bedside?.scrollBack ?? 0)
            model.bedside?.scrollBack = min(max(0, wanted), max(0, entries - 1))
            return []
        }
    }

    /// What is possible on every screen but the form.
    static let everywhere: [Command] = [
        Command(
            "theme", [.character("t")], "theme", "The next theme.",
            in: [.home, .bedside, .replay, .debrief, .instructor],
            whyNot: { $0.setup.themes.count > 1 ? nil : "there is only one theme" }
        ) { model in
            model.themeIndex = (model.themeIndex + 1) % max(1, model.setup.themes.count)
            if let name = model.themeName { model.say("theme \(name)", .dim) }
            return []
        },
        Command(
            "help", [.character("?"), .function(1)], "help", "All keys of this screen; type to search.",
            in: [.home, .bedside, .replay, .debrief, .instructor]
        ) { model in
            model.open(.finder(Finder(isHelp: true)))
            return []
        },
        Command(
            "palette", [.character(":"), .control("p")], "commands", "Find a command by its name and run it.",
            in: [.home, .bedside, .replay, .debrief, .instructor]
        ) { model in
            model.open(.finder(Finder(isHelp: false)))
            return []
        },
    ]
}
